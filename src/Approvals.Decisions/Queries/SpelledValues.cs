using System.Globalization;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>Values that came as strings: dates, times and durations because JSON has none, numbers and booleans from those who give no types.</summary>
internal static class SpelledValues
{
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>The value, with each string that stands where another value is declared, and spells one, as that value.</summary>
    public static FeelValue Read(FeelValue value, FeelType type, FeelRun run) => type.Form switch
    {
        FeelTypeForm.Boolean when value.TryGetString(out var text) => text switch { "true" => FeelValue.True, "false" => FeelValue.False, _ => value },
        FeelTypeForm.Number when value.TryGetString(out var text) =>
            decimal.TryParse(text, Number, CultureInfo.InvariantCulture, out var number) ? FeelValue.Of(number) : value,
        FeelTypeForm.Date => Spelled(value, "date", FeelKind.Date, run),
        FeelTypeForm.Time => Spelled(value, "time", FeelKind.Time, run),
        FeelTypeForm.DateTime => Spelled(value, "date and time", FeelKind.DateTime, run),
        FeelTypeForm.DaysTimeDuration => Spelled(value, "duration", FeelKind.DaysTimeDuration, run),
        FeelTypeForm.YearsMonthsDuration => Spelled(value, "duration", FeelKind.YearsMonthsDuration, run),
        FeelTypeForm.List when value.TryGetList(out var list) && type.Element is { } element && MaySpell(element) =>
            FeelValue.Of(list.Select(item => Read(item, element, run))),
        FeelTypeForm.Context when value.TryGetContext(out var context) && MaySpell(type) => FeelValue.Of(type.Members
            .Where(member => context.TryGet(member.Key, out _) && MaySpell(member.Value))
            .Aggregate(context, (sum, member) => sum.With(member.Key, Read(context[member.Key], member.Value, run)))),
        _ => value,
    };

    /// <summary>Whether a type that a string may spell stands in the type.</summary>
    private static bool MaySpell(FeelType type) => type.Form switch
    {
        FeelTypeForm.List => type.Element is { } element && MaySpell(element),
        FeelTypeForm.Context => type.Members.Any(member => MaySpell(member.Value)),
        _ => type.Form is FeelTypeForm.Boolean or FeelTypeForm.Number or FeelTypeForm.Date or FeelTypeForm.Time or FeelTypeForm.DateTime or FeelTypeForm.DaysTimeDuration or FeelTypeForm.YearsMonthsDuration,
    };

    private static FeelValue Spelled(FeelValue value, string function, FeelKind kind, FeelRun run)
    {
        if (value.Kind != FeelKind.String)
        {
            return value;
        }

        var before = run.DiagnosticCount;
        var read = FeelFunction.BuiltIn(function)!.Call(run, value);
        run.Forget(before);
        return read.Kind == kind ? read : value;
    }
}
