using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>On which pieces of a dimension a cell holds, by really asking it.</summary>
internal sealed class CellTruth(ImmutableArray<FeelValue> pieces)
{
    private readonly Dictionary<FeelValue, int> _places = pieces.Select((piece, i) => KeyValuePair.Create(piece, i)).DistinctBy(pair => pair.Key).ToDictionary();
    private readonly Dictionary<string, Bits?> _known = new(StringComparer.Ordinal);

    /// <summary>The pieces; nothing when the cell does more than compare with constants.</summary>
    public Bits? Of(FeelUnaryTests cell)
    {
        if (!_known.TryGetValue(cell.Text, out var truth))
        {
            truth = cell.IsAny ? Bits.Full(pieces.Length) : cell.Endpoints() is { } endpoints ? Asked(cell, endpoints) : null;
            _known.Add(cell.Text, truth);
        }

        return truth;
    }

    /// <summary>Whether a cell holds for a value; what it cannot be asked it does not hold for.</summary>
    public static bool Holds(FeelUnaryTests cell, FeelValue value) => cell.Evaluate(value, FeelContext.Empty, new FeelRun()) == FeelValue.True;

    /// <summary>Between two of the cell's own endpoints its answer does not change, so one question serves all pieces there.</summary>
    private Bits Asked(FeelUnaryTests cell, ImmutableArray<FeelValue> endpoints)
    {
        var truth = new Bits(pieces.Length);
        var own = endpoints.Select(endpoint => _places.GetValueOrDefault(endpoint, -1)).Where(place => place >= 0)
            .Concat(pieces.Length > 0 && pieces[^1].IsNull ? [pieces.Length - 1] : []).Distinct().Order().ToList();
        var from = 0;
        foreach (var place in own)
        {
            Ask(cell, truth, from, place);
            Ask(cell, truth, place, place + 1);
            from = place + 1;
        }

        Ask(cell, truth, from, pieces.Length);
        return truth;
    }

    private void Ask(FeelUnaryTests cell, Bits truth, int from, int to)
    {
        if (from < to && Holds(cell, pieces[from]))
        {
            truth.Add(from, to);
        }
    }
}
