using System.Text.Json.Nodes;

namespace Approvals.Domain.Studio.Clauses;

/// <summary>Which rules, steps, fields, settings and sentences rest on which clause: when one changes, this is what to look at.</summary>
public static class ClauseLibrary
{
    private const string Basis = "/legalBasis/";
    private const int LongestText = 240;

    /// <summary>The clauses that a draft names, document by document in the order of the legal basis, articles in order.</summary>
    public static ImmutableArray<Clause> Of(DraftFiles files) =>
        [.. Cited(files).Select(c => new Clause(c.Document, c.Basis, c.Article, [.. c.Texts.Select(t => Short(t.Use))]))];

    /// <summary>The same with all that stands where a clause is named.</summary>
    internal static ImmutableArray<CitedClause> Cited(DraftFiles files)
    {
        var documents = Documents(files);
        var named = ClauseTexts.Of(files)
            .SelectMany(text => ClauseReader.Read(text.Use.Text).Select(clause => (Document: Find(documents, clause.Document, text.Use), clause.Article, Text: text)));
        return
        [
            .. named.GroupBy(n => (n.Document.Id, n.Document.Title, n.Article))
                .OrderBy(g => g.Key.Id is null).ThenBy(g => documents.FindIndex(d => d.Id == g.Key.Id)).ThenBy(g => g.Key.Title, StringComparer.Ordinal).ThenBy(g => g.Key.Article)
                .Select(g => new CitedClause(g.Key.Title, g.Key.Id, g.Key.Article, [.. g.Select(n => n.Text).Where(t => !IsBasis(t.Use)).DistinctBy(t => t.Use)])),
        ];
    }

    /// <summary>The documents that a service lists as its legal basis.</summary>
    internal static IEnumerable<JsonObject> Bases(DraftFiles files)
    {
        var service = files.Read("service.json").Bind(content => JsonDraft.Parse("service.json", content));
        return service is { IsSuccess: true, Value: JsonObject root } && root["legalBasis"] is JsonArray bases ? bases.OfType<JsonObject>() : [];
    }

    /// <summary>A use whose text is not too long to be shown in a list.</summary>
    internal static ClauseUse Short(ClauseUse use) => use.Text.Length <= LongestText ? use : use with { Text = use.Text[..LongestText] + "…" };

    private static bool IsBasis(ClauseUse use) => use.Area == ClauseArea.Setting && use.Place.StartsWith(Basis, StringComparison.Ordinal);

    /// <summary>A document by what a text calls it; the first of the basis is what a text without a name means.</summary>
    private static Document Find(List<Document> documents, string called, ClauseUse use)
    {
        if (IsBasis(use) && int.TryParse(use.Place[Basis.Length..].Split('/')[0], out var index) && index < documents.Count && called.Length == 0) return documents[index];
        return called.Length == 0 && documents.Count > 0
            ? documents[0]
            : documents.Find(d => d.Title.Contains(called, StringComparison.Ordinal)) ?? new Document(null, called);
    }

    private static List<Document> Documents(DraftFiles files) => [.. Bases(files).Select(b => new Document(b["id"]?.ToString(), Title(b["title"])))];

    private static string Title(JsonNode? title) => title is JsonObject map ? map["zh-CN"]?.ToString() ?? "" : title?.ToString() ?? "";

    private sealed record Document(string? Id, string Title);
}
