using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Workflows;

namespace Approvals.Application.Experts;

/// <summary>Reads a recorded draw and repeats it: pure.</summary>
internal static class DrawRecord
{
    /// <summary>The pool as the row holds it.</summary>
    public static ImmutableArray<DrawPlace> Places(PanelDraw row) => JsonSerializer.Deserialize<ImmutableArray<DrawPlace>>(row.Places, JsonSerializerOptions.Web);

    /// <summary>
    /// Whether the row agrees with the event, whose hash the audit seals: the same seed, seats and places as the step recorded, every exclusion that
    /// the facts give still there, and the draw of those without any gives the same people in the same order.
    /// </summary>
    public static bool Repeats(PanelDraw row, CaseEvent? happened)
    {
        var facts = happened is null ? FactSet.Empty : FactSet.FromJson(happened.Facts);
        var pool = facts.Facts.Select(f => f.Answer).OfType<PoolAnswer>().SingleOrDefault();
        var seed = facts.Facts.Where(f => f.Query is DrawSeed).Select(f => f.Answer).OfType<ValueAnswer>().SingleOrDefault();
        if (pool is null || seed is null || !seed.Value.TryGetString(out var text) || text != row.Seed || Recorded(happened!) is not { } recorded)
        {
            return false;
        }

        var places = Places(row);
        var known = places.ToDictionary(p => p.User, p => p.Reasons, StringComparer.Ordinal);
        return (recorded.Seed, recorded.Seats, recorded.Number, recorded.Activity) == (row.Seed, row.Seats, row.Number, row.ActivityId)
            && recorded.Places.Select(Told).SequenceEqual(places.Select(Told))
            && pool.Members.Length == places.Length
            && pool.Members.All(m => known.TryGetValue(m.User, out var reasons) && m.Reasons.All(reasons.Contains))
            && ExpertDraw.Of(places.Select(p => new PoolMember(p.User, p.Reasons)), text, row.Seats).Select(Told).SequenceEqual(places.Select(Told));
    }

    /// <summary>What the step of the event recorded; null where it drew nobody.</summary>
    private static RecordDraw? Recorded(CaseEvent happened)
    {
        using var effects = JsonDocument.Parse(happened.Effects);
        return effects.RootElement.EnumerateArray().Select(e => Effect.FromJson(e.GetRawText())).OfType<RecordDraw>().SingleOrDefault();
    }

    private static (string, int, bool, string) Told(DrawPlace place) => (place.User, place.Order, place.IsDrawn, string.Join(' ', place.Reasons));
}
