namespace Approvals.Application.Retention;

/// <summary>How long the files of a service are kept, as the settings say.</summary>
/// <param name="Class">The class under which a file is archived, as the archive's rules name it.</param>
/// <param name="Years">For how many years; null for ever.</param>
/// <param name="CountsFrom">Where the years begin.</param>
/// <param name="ArchiveAfterDays">How many days after its end a case is archived.</param>
public sealed record RetentionRule(LocalText Class, int? Years, RetentionStart CountsFrom, int ArchiveAfterDays)
{
    /// <summary>What counts where nobody has said anything: archived after thirty days, kept for ever.</summary>
    public static RetentionRule Longest { get; } = new(new LocalText("永久", "Permanent"), null, RetentionStart.YearEnd, 30);

    /// <summary>
    /// The last day on which a case is kept in the clear; null for ever. The day on which it ended does not count, and a term of
    /// years ends on the day of the same number, or on the month's last day where there is none (Civil Code, 201 and 202).
    /// </summary>
    public DateOnly? LastDay(DateOnly finished) =>
        Years is not { } years ? null
        : CountsFrom == RetentionStart.YearEnd ? new DateOnly(finished.Year + years, 12, 31)
        : finished.AddYears(years);

    /// <summary>Whether a case that ended on a day is archived by now.</summary>
    public bool IsToArchive(DateOnly finished, DateOnly today) => finished.AddDays(ArchiveAfterDays) < today;
}

/// <summary>Where the years of a retention begin.</summary>
public enum RetentionStart
{
    /// <summary>The day on which the case ended.</summary>
    Finish,

    /// <summary>The end of that year, as archives count.</summary>
    YearEnd,
}
