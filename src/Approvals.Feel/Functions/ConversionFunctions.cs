using System.Globalization;

namespace Approvals.Feel;

/// <summary>Conversion functions besides those that make temporal values (DMN 1.5, 10.3.4.1).</summary>
internal static class ConversionFunctions
{
    public static readonly Builtin[] All =
    [
        new("number",
            new Signature("from: number", static (in Call call) => call[0]),
            new Signature("from: string", static (in Call call) => Number(call, call.Text(0))),
            new Signature("from: string, grouping separator: string?, decimal separator?: string?", Grouped)),
        new("string", new Signature("from: any", static (in Call call) => call.Has(0)
            ? call.MakeText(FeelText.Plain(call[0]))
            : call.Fail("feel.argumentNull", ("parameter", "from")))),
        new("duration", new Signature("from: string", static (in Call call) => Parsed(call, TemporalReader.Duration(call.Text(0))))),
        new("range", new Signature("from: string", RangeOf)),
        new("years and months duration", new Signature("from: day, to: day", YearsMonths)),
    ];

    private static FeelValue Grouped(in Call call)
    {
        var grouping = call.Has(1) ? call.Text(1) : null;
        var point = call.Has(2) ? call.Text(2) : null;
        if (grouping is not (null or " " or "," or ".") || point is not (null or "." or ",") || (grouping is not null && grouping == point))
        {
            return call.Fail("feel.wrongSeparator");
        }

        var text = grouping is null ? call.Text(0) : call.Text(0).Replace(grouping, "", StringComparison.Ordinal);
        return Number(call, point is null ? text : text.Replace(point, ".", StringComparison.Ordinal));
    }

    private static FeelValue Number(in Call call, string text)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return !text.StartsWith('+') && decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number)
            ? FeelValue.Of(number)
            : call.Fail("feel.notConvertible", ("text", text));
    }

    private static FeelValue Parsed(in Call call, FeelValue value) => value.IsNull ? call.Fail("feel.notConvertible", ("text", call.Text(0))) : value;

    /// <summary>Only literals may stand at the ends.</summary>
    private static FeelValue RangeOf(in Call call)
    {
        var text = call.Text(0).Trim();
        var value = call.Take(100 + (4L * text.Length)) && RangeText.Read(text) is { } range ? FeelValue.Of(range) : FeelValue.Null;
        return Parsed(call, value);
    }

    /// <summary>Between the dates: the time of day does not count.</summary>
    private static FeelValue YearsMonths(in Call call)
    {
        var (from, to) = (DateOf(call[0]), DateOf(call[1]));
        var (fromYear, fromMonth, fromDay) = from.Split();
        var (toYear, toMonth, toDay) = to.Split();
        var months = ((toYear - fromYear) * 12) + toMonth - fromMonth;
        months += months > 0 && toDay < fromDay ? -1 : months < 0 && toDay > fromDay ? 1 : 0;
        return FeelValue.OfMonths(months);
    }

    private static CivilDate DateOf(in FeelValue value) => value.Kind == FeelKind.Date ? value.Date : value.DateTime.Date;
}
