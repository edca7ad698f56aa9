using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace Approvals.Domain.Studio.Clauses;

/// <summary>The texts of a draft's files in which a clause may be named, each with its place. A file that cannot be read has none.</summary>
internal static class ClauseTexts
{
    private const string Chinese = "zh-CN";

    private static readonly char[] Ends = ['。', '；', '\n'];

    internal static IEnumerable<ClauseUse> Of(DraftFiles files) => files.Files.Keys.SelectMany(path => path switch
    {
        "service.json" => Json(files, path, (place, _) => place, ClauseArea.Setting),
        "workflow.json" => Json(files, path, (_, owner) => owner, ClauseArea.Step, "id"),
        _ when path.StartsWith("flows/", StringComparison.Ordinal) => Json(files, path, (_, owner) => owner, ClauseArea.Step, "id"),
        _ when path.StartsWith("forms/", StringComparison.Ordinal) => Json(files, path, (_, owner) => owner, ClauseArea.Form, "key"),
        _ when path.EndsWith(".dmn", StringComparison.Ordinal) => Rules(files, path),
        _ when path.EndsWith(".md", StringComparison.Ordinal) => Sentences(files, path),
        _ => [],
    });

    private static IEnumerable<ClauseUse> Json(DraftFiles files, string path, Func<string, string, string> where, ClauseArea area, string? identity = null)
    {
        var document = files.Read(path).Bind(content => JsonDraft.Parse(path, content));
        return document.IsSuccess ? Walk(document.Value, "", "", identity).Select(t => new ClauseUse(area, path, where(t.Place, t.Owner), t.Text)) : [];
    }

    /// <summary>A text in both languages counts once.</summary>
    private static IEnumerable<(string Place, string Owner, string Text)> Walk(JsonNode? node, string place, string owner, string? identity)
    {
        switch (node)
        {
            case JsonValue value when value.TryGetValue<string>(out var text):
                return [(place, owner, text)];
            case JsonObject map when map[Chinese] is JsonValue chinese:
                return [(place, owner, chinese.ToString())];
            case JsonObject map:
                var own = identity is not null && map[identity] is JsonValue named ? named.ToString() : owner;
                return map.SelectMany(p => Walk(p.Value, $"{place}/{p.Key}", own, identity));
            case JsonArray list:
                return list.SelectMany((item, i) => Walk(item, $"{place}/{i.ToString(CultureInfo.InvariantCulture)}", owner, identity));
            default:
                return [];
        }
    }

    private static IEnumerable<ClauseUse> Rules(DraftFiles files, string path)
    {
        var text = files.Text(path);
        if (!text.IsSuccess || Parse(text.Value) is not { } document) return [];
        return document.Descendants().Where(e => e.Name.LocalName is "annotationEntry" or "description" or "question")
            .Select(e => new ClauseUse(ClauseArea.Rule, path, Owner(e), e.Value.Trim()));
    }

    private static string Owner(XElement element) =>
        element.Ancestors().FirstOrDefault(a => a.Name.LocalName is "rule" or "decision")?.Attribute("id")?.Value ?? "";

    private static XDocument? Parse(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static IEnumerable<ClauseUse> Sentences(DraftFiles files, string path)
    {
        var text = files.Text(path);
        return !text.IsSuccess ? [] : text.Value.Split('\n').SelectMany((line, i) => line.Split(Ends, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(sentence => new ClauseUse(ClauseArea.Letter, path, $"line {(i + 1).ToString(CultureInfo.InvariantCulture)}", sentence)));
    }
}
