namespace Approvals.Feel;

/// <summary>Functions over dates and the recorded clock (DMN 1.5, 10.3.4.6 and 10.3.4.8).</summary>
internal static class TemporalFunctions
{
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    public static readonly Builtin[] All =
    [
        new("day of year", new Signature("date: day", static (in Call call) => FeelValue.Of(DateOf(call).DayOfYear))),
        new("day of week", new Signature("date: day", static (in Call call) => FeelValue.Of(Days[DateOf(call).Weekday - 1]))),
        new("month of year", new Signature("date: day", static (in Call call) => FeelValue.Of(Months[DateOf(call).Month - 1]))),
        new("week of year", new Signature("date: day", static (in Call call) => FeelValue.Of(DateOf(call).WeekOfYear))),
        new("today", new Signature("", static (in Call call) => Recorded(call, "today", FeelKind.Date))),
        new("now", new Signature("", static (in Call call) => Recorded(call, "now", FeelKind.DateTime))),
    ];

    private static CivilDate DateOf(in Call call) => call[0].Kind == FeelKind.Date ? call[0].Date : call[0].DateTime.Date;

    /// <summary>There is no clock here: who evaluates gives the recorded instant, in the context or the run, so that a replay gives the same.</summary>
    private static FeelValue Recorded(in Call call, string name, FeelKind kind) =>
        call.Evaluation.Context.TryGet(name, out var value) && value.Kind == kind ? value
        : call.Evaluation.Run.Clock.TryGet(name, out value) && value.Kind == kind ? value
        : call.Fail("feel.noClock", ("name", name));
}
