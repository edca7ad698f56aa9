using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>Reads what the cells of a column accept.</summary>
internal static class ColumnReader
{
    /// <param name="rules">The rules.</param>
    /// <param name="column">The column.</param>
    /// <param name="rest">For each rule, gets the column when its cell must still be asked.</param>
    /// <param name="run">Bounds the work of reading.</param>
    /// <returns>The index; null when no cell of the column compares its input with constants.</returns>
    public static ColumnIndex? Read(ImmutableArray<TableRule> rules, int column, List<int>?[] rest, FeelRun run)
    {
        var accepted = rules.Select(rule => rule.Cells[column].IsAny ? null : rule.Cells[column].Accepted(run)).ToArray();
        var domain = accepted.OfType<FeelAccepted>().CountBy(cell => cell.Domain).OrderByDescending(counted => counted.Value)
            .Select(counted => (FeelDomain?)counted.Key).FirstOrDefault();
        for (var rule = 0; rule < accepted.Length; rule++)
        {
            accepted[rule] = accepted[rule]?.Domain == domain ? accepted[rule] : null;
            if (accepted[rule] is null && !rules[rule].Cells[column].IsAny)
            {
                (rest[rule] ??= []).Add(column);
            }
        }

        if (domain is null)
        {
            return null;
        }

        var ladder = new ValueLadder(domain.Value, accepted.OfType<FeelAccepted>().SelectMany(cell => cell.Ranges));
        return new ColumnIndex(column, ladder, [.. accepted.Select(cell => Spans(cell, ladder))], [.. accepted.Select(cell => cell is null ? true : cell.OfNull)]);
    }

    /// <summary>The pieces that a cell accepts, as pairs of first and last; all of them when the cell is not decided here.</summary>
    private static int[] Spans(FeelAccepted? cell, ValueLadder ladder)
    {
        if (cell is null)
        {
            return [0, ladder.Pieces - 1];
        }

        var merged = new List<int>();
        foreach (var (from, to) in cell.Ranges.Select(range => (From: ladder.From(range), To: ladder.To(range))).Where(span => span.From <= span.To).Order())
        {
            if (merged.Count > 0 && from <= merged[^1] + 1)
            {
                merged[^1] = Math.Max(merged[^1], to);
            }
            else
            {
                merged.AddRange([from, to]);
            }
        }

        return cell.Negated ? Outside(merged, ladder.Pieces) : [.. merged];
    }

    private static int[] Outside(List<int> spans, int pieces)
    {
        var outside = new List<int>();
        var next = 0;
        for (var i = 0; i < spans.Count; i += 2)
        {
            outside.AddRange(spans[i] > next ? [next, spans[i] - 1] : []);
            next = spans[i + 1] + 1;
        }

        outside.AddRange(next < pieces ? [next, pieces - 1] : []);
        return [.. outside];
    }
}
