using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>The values that an input may have: by the columns' types and allowed values, and by the type of the data itself.</summary>
internal sealed class InputDomain(ImmutableArray<TableInput> columns, ItemType data)
{
    /// <summary>Every test that limits the values.</summary>
    public ImmutableArray<FeelUnaryTests> Tests { get; } =
    [
        .. columns.Select(column => column.AllowedValues).OfType<FeelUnaryTests>(),
        .. columns.Select(column => column.Type).Append(data).SelectMany(TestsOf),
    ];

    /// <summary>The one kind of value the input has; nothing when it has several, or has parts.</summary>
    public FeelKind? Kind(IReadOnlyCollection<FeelValue> endpoints)
    {
        if (columns.Select(column => column.Type.Type).Append(data.Type).Append(columns[0].Expression.Type ?? FeelType.Any)
            .FirstOrDefault(type => type.Form != FeelTypeForm.Any) is { } declared)
        {
            return declared.Kind;
        }

        var kinds = endpoints.Where(endpoint => !endpoint.IsNull).Select(endpoint => endpoint.Kind).Distinct().ToList();
        return kinds.Count == 1 && kinds[0] is not (FeelKind.Context or FeelKind.Function or FeelKind.List or FeelKind.Range) ? kinds[0] : null;
    }

    /// <summary>Whether the table takes the value as an input; null is refused nowhere.</summary>
    public bool Admits(FeelValue value)
    {
        if (value.IsNull)
        {
            return true;
        }

        var run = new FeelRun();
        return data.Coerce(value, "", run) == value && columns.All(column => column.Type.Coerce(value, "", run) == value
            && (column.AllowedValues is not { } allowed || CellTruth.Holds(allowed, value)));
    }

    private static IEnumerable<FeelUnaryTests> TestsOf(ItemType type) =>
        new[] { type.AllowedValues, type.Constraint }.OfType<FeelUnaryTests>().Concat(type.Base is null ? [] : TestsOf(type.Base));
}
