namespace Approvals.Feel;

/// <summary>Equality of values (DMN 1.5, 10.3.2.4, table 52).</summary>
internal static class FeelEquality
{
    /// <summary>FEEL's <c>=</c>: null for values of different kinds, but a boolean whenever one side is null.</summary>
    public static bool? Equal(in FeelValue left, in FeelValue right) =>
        left.Kind == right.Kind ? Same(left, right)
        : left.IsNull || right.IsNull ? false
        : null;

    /// <summary>Whether two values are of the same kind and equal.</summary>
    public static bool Same(in FeelValue left, in FeelValue right) => left.Kind == right.Kind && left.Kind switch
    {
        FeelKind.Null => true,
        FeelKind.Boolean => left.Boolean == right.Boolean,
        FeelKind.Number or FeelKind.DaysTimeDuration => left.Number == right.Number,
        FeelKind.String => string.Equals(left.String, right.String),
        FeelKind.Date => left.Date == right.Date,
        FeelKind.Time => FeelOrder.Compare(left.Time, right.Time) == 0,
        FeelKind.DateTime => FeelOrder.Compare(left.DateTime, right.DateTime) == 0,
        FeelKind.YearsMonthsDuration => left.Months == right.Months,
        FeelKind.List => Same(left.List.Items, right.List.Items),
        FeelKind.Context => Same(left.Context, right.Context),
        FeelKind.Range => left.Range.Equals(right.Range),
        _ => ReferenceEquals(left.Function, right.Function),
    };

    public static int Hash(in FeelValue value) => value.Kind switch
    {
        FeelKind.Null => 0,
        FeelKind.Boolean => value.Boolean ? 1 : 2,
        FeelKind.Number or FeelKind.DaysTimeDuration => value.Number.GetHashCode(),
        FeelKind.String => string.GetHashCode(value.String, StringComparison.Ordinal),
        FeelKind.Date => value.Date.GetHashCode(),
        FeelKind.Time => value.Time.WholeInstant.GetHashCode(),
        FeelKind.DateTime => value.DateTime.WholeSeconds.GetHashCode(),
        FeelKind.YearsMonthsDuration => value.Months.GetHashCode(),
        FeelKind.List => Hash(value.List.Items),
        FeelKind.Context => Hash(value.Context),
        FeelKind.Range => value.Range.GetHashCode(),
        _ => 3,
    };

    /// <summary>Whatever the order of the entries.</summary>
    private static int Hash(FeelContext context)
    {
        var hash = context.Count;
        for (var i = 0; i < context.Count; i++)
        {
            hash += HashCode.Combine(context.Names[i], Hash(context.Values[i]));
        }

        return hash;
    }

    private static int Hash(ReadOnlySpan<FeelValue> items)
    {
        var hash = new HashCode();
        foreach (ref readonly var item in items)
        {
            hash.Add(Hash(item));
        }

        return hash.ToHashCode();
    }

    private static bool Same(ReadOnlySpan<FeelValue> left, ReadOnlySpan<FeelValue> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (!Same(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Same(FeelContext left, FeelContext right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        var names = left.Names;
        for (var i = 0; i < names.Length; i++)
        {
            if (!right.TryGet(names[i], out var other) || !Same(left.Values[i], other))
            {
                return false;
            }
        }

        return true;
    }
}
