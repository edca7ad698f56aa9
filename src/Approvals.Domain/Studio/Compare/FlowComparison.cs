using System.Text.Json.Nodes;

namespace Approvals.Domain.Studio.Compare;

/// <summary>Tells connections that differ as what comes after a step.</summary>
internal sealed class FlowComparison(Told told)
{
    internal void Compare(JsonArray old, JsonArray @new, JsonArray? oldSteps, JsonArray? newSteps)
    {
        var (names, kept) = (Names(oldSteps, newSteps), Ids(oldSteps).Intersect(Ids(newSteps), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal));
        var (before, after) = (Ways(old), Ways(@new));
        foreach (var from in after.Keys.Union(before.Keys).Where(k => kept.Contains(k.Step)))
        {
            string[] was = before.GetValueOrDefault(from) ?? [], now = after.GetValueOrDefault(from) ?? [];
            if (!was.ToHashSet(StringComparer.Ordinal).SetEquals(now))
            {
                var what = from.Port is "" or "Done"
                    ? told.Words.Text("after", ("step", Name(names, from.Step)))
                    : told.Words.Text("afterPort", ("step", Name(names, from.Step)), ("port", told.Words.Value(JsonValue.Create(from.Port))));
                told.Add(DifferenceAct.Changed, what, Targets(names, was), Targets(names, now), "/root/connections", from.Step);
            }
        }
    }

    private LocalText Targets(Dictionary<string, LocalText> names, string[] steps) =>
        steps.Length == 0 ? told.Words.Text("nothing") : CompareWords.Joined([.. steps.Select(s => Name(names, s))]);

    private static LocalText Name(Dictionary<string, LocalText> names, string step) => names.GetValueOrDefault(step) ?? CompareWords.Plain(step);

    private Dictionary<string, LocalText> Names(JsonArray? old, JsonArray? @new)
    {
        var names = new Dictionary<string, LocalText>(StringComparer.Ordinal);
        foreach (var step in (@new ?? []).Concat(old ?? []).OfType<JsonObject>())
        {
            names.TryAdd(step["id"]?.ToString() ?? "", told.Words.Label(step, step["id"]?.ToString() ?? ""));
        }

        return names;
    }

    private static IEnumerable<string> Ids(JsonArray? steps) => (steps ?? []).OfType<JsonObject>().Select(s => s["id"]?.ToString()).OfType<string>();

    /// <summary>Where each outcome of each step leads.</summary>
    private static Dictionary<(string Step, string Port), string[]> Ways(JsonArray connections) => connections.OfType<JsonObject>()
        .Select(c => (Source: c["source"] as JsonObject, Target: c["target"] as JsonObject)).Where(c => c is { Source: not null, Target: not null })
        .GroupBy(c => (c.Source!["activity"]?.ToString() ?? "", c.Source["port"]?.ToString() ?? ""), c => c.Target!["activity"]?.ToString() ?? "")
        .ToDictionary(g => g.Key, g => g.ToArray());
}
