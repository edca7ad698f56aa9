using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>One independent input of a table: a column, or several over the same expression.</summary>
/// <param name="Input">The input expression.</param>
/// <param name="Label">The first column's label.</param>
/// <param name="Columns">The columns, as places in the table.</param>
/// <param name="Pieces">A value of each piece of the input's type.</param>
/// <param name="Allowed">The pieces whose values the column's type and allowed values admit.</param>
internal sealed record Dimension(string Input, string Label, ImmutableArray<int> Columns, ImmutableArray<FeelValue> Pieces, Bits Allowed)
{
    /// <summary>Whether the pieces are exact; if not there is one, which stands for everything.</summary>
    public bool IsExact { get; init; } = true;

    /// <summary>One piece for everything: the input's type or cells are beyond analysis.</summary>
    public static Dimension Whole(string input, string label, ImmutableArray<int> columns, FeelValue sample) =>
        new(input, label, columns, [sample], Bits.Full(1)) { IsExact = false };
}

/// <summary>What the rules ask of each input, as sets of pieces.</summary>
/// <param name="Table">The table.</param>
/// <param name="Dimensions">The independent inputs.</param>
/// <param name="Surely">By rule and dimension: the allowed pieces on which the cells certainly hold.</param>
/// <param name="Perhaps">By rule and dimension: the allowed pieces on which the cells hold or could not be analysed.</param>
internal sealed record RuleSpace(DecisionTable Table, ImmutableArray<Dimension> Dimensions, Bits[][] Surely, Bits[][] Perhaps)
{
    /// <summary>The whole of what is allowed.</summary>
    public Bits[] Whole { get; } = [.. Dimensions.Select(dimension => dimension.Allowed)];

    public int RuleCount => Table.Rules.Length;

    /// <summary>Whether some allowed input certainly satisfies the rule.</summary>
    public bool IsSurelySatisfiable(int rule) => Array.TrueForAll(Surely[rule], set => !set.IsEmpty);

    public bool IsPerhapsSatisfiable(int rule) => Array.TrueForAll(Perhaps[rule], set => !set.IsEmpty);

    /// <summary>Whether an input certainly satisfies both rules.</summary>
    public bool Overlap(int left, int right)
    {
        for (var i = 0; i < Dimensions.Length; i++)
        {
            if (!Surely[left][i].Meets(Surely[right][i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether an input may satisfy both rules.</summary>
    public bool MayOverlap(int left, int right)
    {
        for (var i = 0; i < Dimensions.Length; i++)
        {
            if (!Perhaps[left][i].Meets(Perhaps[right][i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether every input of one rule certainly satisfies the other.</summary>
    public bool IsWithin(int inner, int outer)
    {
        for (var i = 0; i < Dimensions.Length; i++)
        {
            if (!Perhaps[inner][i].IsWithin(Surely[outer][i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The pieces both rules certainly hold on.</summary>
    public Bits[] Common(int left, int right) => [.. Surely[left].Zip(Surely[right], (first, second) => first.And(second))];

    /// <summary>An input inside a box, in the order of the table's columns.</summary>
    public ImmutableArray<ExampleValue> Example(Bits[] box) => Array.Exists(box, set => set.IsEmpty)
        ? []
        : [.. Dimensions.Select((dimension, i) => (dimension, Piece: box[i].First)).SelectMany(chosen =>
            chosen.dimension.Columns.Take(1).Select(column => (column, Value: Shown(chosen.dimension, chosen.Piece))))
            .OrderBy(pair => pair.column).Select(pair => pair.Value)];

    private static ExampleValue Shown(Dimension dimension, int piece) => new(dimension.Input, dimension.Label, dimension.Pieces[piece]);
}
