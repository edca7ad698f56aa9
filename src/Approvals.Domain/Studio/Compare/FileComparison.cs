using System.Text;
using System.Text.Json.Nodes;
using Approvals.Domain.Studio.Variants;

namespace Approvals.Domain.Studio.Compare;

/// <summary>Says in words what differs between two states of a package's files. Files may be broken; then it is said that they differ.</summary>
public static class FileComparison
{
    /// <summary>The differences, in the order of the files.</summary>
    /// <param name="changes">The files that differ.</param>
    /// <param name="texts">The product's texts by code.</param>
    public static ImmutableArray<Difference> Of(IEnumerable<DraftFileChange> changes, IReadOnlyDictionary<string, LocalText> texts)
    {
        var words = new CompareWords(texts);
        return [.. changes.OrderBy(c => Order(c.Path)).ThenBy(c => c.Path, StringComparer.Ordinal).SelectMany(c => Compare(c, words))];
    }

    /// <summary>What a file is about, by its path.</summary>
    internal static DifferenceArea AreaOf(string path) => path.Split('/') switch
    {
        ["service.json"] => DifferenceArea.Service,
        ["workflow.json"] or ["flows", ..] => DifferenceArea.Flow,
        ["forms", ..] => DifferenceArea.Form,
        ["decisions", ..] => DifferenceArea.Decision,
        ["letters", ..] => DifferenceArea.Letter,
        ["scenarios", ..] => DifferenceArea.Scenario,
        _ => DifferenceArea.File,
    };

    private static int Order(string path) => (int)AreaOf(path);

    private static IReadOnlyList<Difference> Compare(DraftFileChange change, CompareWords words)
    {
        var area = AreaOf(change.Path);
        var told = new Told(words, area, change.Path);
        if (change.Before is not { } before)
        {
            told.Add(DifferenceAct.Added, NameOf(change.Path, area, change.After!.Value, words));
        }
        else if (change.After is not { } after)
        {
            told.Add(DifferenceAct.Removed, NameOf(change.Path, area, before, words));
        }
        else if (change.Path == Variant.FileName)
        {
            VariantComparison.Compare(told, before, after);
        }
        else
        {
            Contents(told, area, change.Path, before, after);
            if (told.Found.Count == 0)
            {
                told.Add(DifferenceAct.Changed, NameOf(change.Path, area, after, words));
            }
        }

        return told.Found;
    }

    private static void Contents(Told told, DifferenceArea area, string path, ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after)
    {
        if (path.EndsWith(".dmn", StringComparison.Ordinal))
        {
            TableComparison.Compare(told, before, after);
        }
        else if (area == DifferenceArea.Letter)
        {
            TextComparison.Compare(told, NameOf(path, area, after, told.Words), Encoding.UTF8.GetString(before.Span), Encoding.UTF8.GetString(after.Span));
        }
        else if (path.EndsWith(".json", StringComparison.Ordinal) && area != DifferenceArea.Scenario
            && JsonDraft.Parse(path, before) is { IsSuccess: true } old && JsonDraft.Parse(path, after) is { IsSuccess: true } @new)
        {
            var root = area == DifferenceArea.Service || path == "workflow.json" ? CompareWords.Empty : NameOf(path, area, after, told.Words);
            new JsonComparison(told).Compare(old.Value, @new.Value, root);
        }
    }

    /// <summary>A file as people call it: by its kind and the name inside it.</summary>
    private static LocalText NameOf(string path, DifferenceArea area, ReadOnlyMemory<byte> content, CompareWords words)
    {
        var bare = path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var dot = bare.IndexOf('.', StringComparison.Ordinal);
        JsonNode? document = path.EndsWith(".json", StringComparison.Ordinal) && JsonDraft.Parse(path, content) is { IsSuccess: true } read ? read.Value : null;
        var name = document is JsonObject ? words.Label(document, dot > 0 ? bare[..dot] : bare) : CompareWords.Plain(area == DifferenceArea.Letter || dot < 0 ? bare : bare[..dot]);
        return words.Text($"file.{char.ToLowerInvariant(area.ToString()[0])}{area.ToString()[1..]}", ("name", name));
    }
}
