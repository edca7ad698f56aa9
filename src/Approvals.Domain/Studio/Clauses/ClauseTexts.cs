using System.Globalization;

namespace Approvals.Domain.Studio.Clauses;

/// <summary>The texts of a draft's files in which a clause may be named, each with its place. A file that cannot be read has none.</summary>
internal static class ClauseTexts
{
    private static readonly char[] Ends = ['。', '；', '\n'];

    internal static IEnumerable<ClauseText> Of(DraftFiles files) => files.Files.Keys.SelectMany(path => path switch
    {
        "service.json" => Json(files, path, ClauseArea.Setting),
        "workflow.json" => Json(files, path, ClauseArea.Step, "id"),
        _ when path.StartsWith("flows/", StringComparison.Ordinal) => Json(files, path, ClauseArea.Step, "id"),
        _ when path.StartsWith("forms/", StringComparison.Ordinal) => Json(files, path, ClauseArea.Form, "key"),
        _ when path.EndsWith(".dmn", StringComparison.Ordinal) => Text(files, path, text => ClauseRules.Of(path, text)),
        _ when path.EndsWith(".md", StringComparison.Ordinal) => Text(files, path, text => Letter(path, text)),
        _ => [],
    });

    /// <summary>The sentences of a text.</summary>
    internal static IEnumerable<string> Sentences(string text) => text.Split(Ends, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<ClauseText> Json(DraftFiles files, string path, ClauseArea area, string? identity = null)
    {
        var document = files.Read(path).Bind(content => JsonDraft.Parse(path, content));
        return document.IsSuccess ? new ClauseJson(area, path, identity).Of(document.Value) : [];
    }

    private static IEnumerable<ClauseText> Text(DraftFiles files, string path, Func<string, IEnumerable<ClauseText>> read)
    {
        var text = files.Text(path);
        return text.IsSuccess ? read(text.Value) : [];
    }

    /// <summary>A sentence of a letter has no name: which of two letters' sentences are the same is told by their words.</summary>
    private static IEnumerable<ClauseText> Letter(string path, string text) => text.Split('\n').SelectMany((line, i) => Sentences(line)
        .Select(sentence => new ClauseText(new ClauseUse(ClauseArea.Letter, path, $"line {(i + 1).ToString(CultureInfo.InvariantCulture)}", sentence), "", () => sentence)));
}
