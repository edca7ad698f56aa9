namespace Approvals.Feel;

/// <summary>Functions that make one value of many (DMN 1.5, 10.3.4.4).</summary>
internal static class AggregateFunctions
{
    private const string EmptyList = "feel.emptyList";

    private delegate FeelValue Aggregate(in Call call, ReadOnlySpan<FeelValue> values);

    public static readonly Builtin[] All =
    [
        new("min", Variants(static (in Call call, ReadOnlySpan<FeelValue> values) => Extreme(call, values, -1))),
        new("max", Variants(static (in Call call, ReadOnlySpan<FeelValue> values) => Extreme(call, values, 1))),
        new("sum", Variants(Sum)),
        new("mean", Variants(Mean)),
        new("product", Variants(Product)),
        new("median", Variants(Median)),
        new("stddev", Variants(StandardDeviation)),
        new("mode", Variants(Mode)),
    ];

    private static Signature[] Variants(Aggregate aggregate) =>
    [
        new("list: list", (in Call call) => aggregate(call, call.List(0).Items)),
        new("c...: any", (in Call call) => aggregate(call, call.Arguments)),
    ];

    private static FeelValue Extreme(in Call call, ReadOnlySpan<FeelValue> values, int wanted)
    {
        if (values.IsEmpty)
        {
            return call.Fail(EmptyList);
        }

        var extreme = values[0];
        foreach (ref readonly var value in values)
        {
            if (FeelOrder.Compare(value, extreme) is not { } order)
            {
                return call.Fail("feel.wrongItem", ("kind", KindNames.Of(value)));
            }

            extreme = Math.Sign(order) == wanted ? value : extreme;
        }

        return extreme;
    }

    private static FeelValue Sum(in Call call, ReadOnlySpan<FeelValue> values) => Chained(call, values, '+');

    private static FeelValue Product(in Call call, ReadOnlySpan<FeelValue> values) => Chained(call, values, '*');

    /// <summary>Numbers, or for a sum durations of one kind, joined by an operator.</summary>
    private static FeelValue Chained(in Call call, ReadOnlySpan<FeelValue> values, char sign)
    {
        if (values.IsEmpty)
        {
            return call.Fail(EmptyList);
        }

        var result = FeelValue.Null;
        foreach (ref readonly var value in values)
        {
            var fits = value.Kind == FeelKind.Number || (sign == '+' && value.Kind is FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration);
            if (!fits || (!result.IsNull && result.Kind != value.Kind))
            {
                return call.Fail("feel.wrongItem", ("kind", KindNames.Of(value)));
            }

            result = result.IsNull ? value
                : value.Kind == FeelKind.Number ? NumberArithmetic.Apply(sign, result.Number, value.Number)
                : TemporalArithmetic.Apply(sign, result, value);
            if (result.IsNull)
            {
                return call.Overflow();
            }
        }

        return result;
    }

    private static FeelValue Mean(in Call call, ReadOnlySpan<FeelValue> values)
    {
        var sum = Sum(call, values);
        return sum.IsNull ? sum
            : sum.Kind == FeelKind.Number ? NumberArithmetic.Apply('/', sum.Number, values.Length)
            : TemporalArithmetic.Apply('/', sum, FeelValue.Of(values.Length));
    }

    private static FeelValue Median(in Call call, ReadOnlySpan<FeelValue> values)
    {
        if (SortedNumbers(call, values) is not { } numbers)
        {
            return FeelValue.Null;
        }

        if (numbers.Length == 0)
        {
            return call.Fail(EmptyList);
        }

        var middle = numbers.Length / 2;
        return FeelValue.Of(numbers.Length % 2 == 1 ? numbers[middle] : (numbers[middle - 1] / 2) + (numbers[middle] / 2));
    }

    /// <summary>Of a sample: divided by one less than the count.</summary>
    private static FeelValue StandardDeviation(in Call call, ReadOnlySpan<FeelValue> values)
    {
        if (SortedNumbers(call, values) is not { } numbers)
        {
            return FeelValue.Null;
        }

        if (numbers.Length < 2)
        {
            return call.Fail("feel.tooFewItems");
        }

        try
        {
            var mean = numbers.Sum() / numbers.Length;
            return call.NumberOr(Numbers.SquareRoot(numbers.Sum(number => (number - mean) * (number - mean)) / (numbers.Length - 1)));
        }
        catch (OverflowException)
        {
            return call.Overflow();
        }
    }

    private static FeelValue Mode(in Call call, ReadOnlySpan<FeelValue> values)
    {
        if (SortedNumbers(call, values) is not { } numbers)
        {
            return FeelValue.Null;
        }

        var groups = numbers.GroupBy(number => number).ToList();
        var most = groups.Select(group => group.Count()).DefaultIfEmpty().Max();
        return call.MakeList([.. groups.Where(group => group.Count() == most).Select(group => FeelValue.Of(group.Key))]);
    }

    private static decimal[]? SortedNumbers(in Call call, ReadOnlySpan<FeelValue> values)
    {
        var numbers = new decimal[values.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!values[i].TryGetNumber(out numbers[i]))
            {
                call.Fail("feel.wrongItem", ("kind", KindNames.Of(values[i])));
                return null;
            }
        }

        Array.Sort(numbers);
        return numbers;
    }
}
