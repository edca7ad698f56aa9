using System.Text.Json.Nodes;

namespace Approvals.Domain.Studio.Clauses;

/// <summary>What became of the documents that a service rests on: where the listed articles differ, those; where anything else of a document differs, all of it.</summary>
internal sealed class BasisChanges
{
    private const string Articles = "clause";

    private readonly HashSet<string> _documents = new(StringComparer.Ordinal);
    private readonly HashSet<(string Basis, int Article)> _articles = [];

    internal BasisChanges(DraftFiles before, DraftFiles after)
    {
        var old = Entries(before);
        foreach (var (id, entry) in Entries(after))
        {
            if (!old.TryGetValue(id, out var was))
            {
                continue;
            }

            if (!JsonNode.DeepEquals(Bare(was), Bare(entry)))
            {
                _documents.Add(id);
            }

            var listed = Listed(was);
            listed.SymmetricExceptWith(Listed(entry));
            _articles.UnionWith(listed.Select(article => (id, article)));
        }
    }

    /// <summary>Whether the legal basis says otherwise of an article.</summary>
    internal bool Has(string? basis, int article) => basis is not null && (_documents.Contains(basis) || _articles.Contains((basis, article)));

    private static Dictionary<string, JsonObject> Entries(DraftFiles files) =>
        ClauseLibrary.Bases(files).GroupBy(b => b["id"]?.ToString() ?? "", StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    private static JsonNode Bare(JsonObject entry)
    {
        var bare = entry.DeepClone();
        bare.AsObject().Remove(Articles);
        return bare;
    }

    private static HashSet<int> Listed(JsonObject entry) => [.. ClauseReader.Read((entry[Articles] as JsonObject)?["zh-CN"]?.ToString() ?? entry[Articles]?.ToString() ?? "").Select(c => c.Article)];
}
