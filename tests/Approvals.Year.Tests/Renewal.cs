namespace Approvals.Year.Tests;

/// <summary>An application for renewal: when it is filed, and what becomes of it on which day.</summary>
/// <param name="Filed">The day on which it is filed.</param>
/// <param name="Recommended">The day on which the employer recommends; null where the agent never does.</param>
/// <param name="TakenBack">The day on which it is taken back; null where it is not.</param>
internal sealed record Renewal(DateOnly Filed, DateOnly? Recommended, DateOnly? TakenBack)
{
    private const int OnNotice = 5;

    private static Workdays Calendar => Workdays.Noticed;

    /// <summary>The days from recommendation on, each one working day after the step before it.</summary>
    public DateOnly Accepted => Calendar.After(Recommended!.Value, 1);

    public DateOnly Reviewed => Calendar.After(Accepted, 1);

    public DateOnly Examined => Calendar.After(Reviewed, 1);

    /// <summary>The night after its fifth working day the notice is over.</summary>
    public DateOnly NoticeOver => Calendar.After(Examined, OnNotice).AddDays(1);

    public DateOnly Decided => Calendar.After(NoticeOver, 1);

    /// <summary>The application of a holder; null where nobody applies.</summary>
    public static Renewal? Of(Holder holder) => holder.Ending switch
    {
        Ending.Renewed => Granted(holder.Last.AddDays(-60)),
        Ending.Late => Granted(holder.Last.AddDays(-10)),
        Ending.Pending => new Renewal(Calendar.OnOrAfter(holder.Last.AddDays(-45)), null, Calendar.OnOrAfter(holder.Last.AddDays(5))),
        _ => null,
    };

    private static Renewal Granted(DateOnly day)
    {
        var filed = Calendar.OnOrAfter(day);
        return new Renewal(filed, Calendar.After(filed, 1), null);
    }
}
