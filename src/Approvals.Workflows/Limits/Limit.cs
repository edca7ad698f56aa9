namespace Approvals.Workflows;

/// <summary>The unit a limit is counted in.</summary>
public enum LimitUnit
{
    /// <summary>Working days of the calendar in force; the day of the start is not counted.</summary>
    WorkingDays,

    /// <summary>Calendar days; the day of the start is not counted.</summary>
    Days,

    /// <summary>Hours of the clock.</summary>
    Hours,

    /// <summary>Minutes of the clock.</summary>
    Minutes,

    /// <summary>Seconds of the clock.</summary>
    Seconds,
}

/// <summary>How long something may take. The engine never turns it into an instant: the application does, with the calendar.</summary>
/// <param name="Length">How many units; 0 or more.</param>
/// <param name="Unit">The unit.</param>
public sealed record Limit(int Length, LimitUnit Unit)
{
    /// <summary>When the limit turns yellow; null means the platform's default.</summary>
    public YellowRule? Yellow { get; init; }

    /// <summary>A limit in working days.</summary>
    public static Limit WorkingDays(int length) => new(length, LimitUnit.WorkingDays);
}

/// <summary>A limit turns yellow as soon as one of these holds.</summary>
/// <param name="Share">The remaining share of the limit, 0 to 1.</param>
/// <param name="Days">The remaining units.</param>
public sealed record YellowRule(decimal? Share = null, int? Days = null);

/// <summary>A time in which a clock did not run.</summary>
/// <param name="From">When it stopped.</param>
/// <param name="To">When it ran again; null while it stands.</param>
/// <param name="Activity">The activity that stops it; null when a person did.</param>
public sealed record ClockStop(DateTimeOffset From, DateTimeOffset? To = null, string? Activity = null);

/// <summary>A limit that runs: what the application resolves to a due instant.</summary>
/// <param name="Limit">Length and unit.</param>
/// <param name="ReceivedOn">The instant from which it runs.</param>
public sealed record PendingLimit(Limit Limit, DateTimeOffset ReceivedOn)
{
    /// <summary>The times in which it stood, in order.</summary>
    public ImmutableArray<ClockStop> Stops { get => field.IsDefault ? [] : field; init; }
}

/// <summary>The case's own clock. Its length is in the service's data, so the application resolves it.</summary>
public sealed record CaseClock
{
    /// <summary>收件: when the application came in.</summary>
    public DateTimeOffset? ReceivedOn { get; init; }

    /// <summary>补齐: when the last correction of the acceptance came in.</summary>
    public DateTimeOffset? CompletedOn { get; init; }

    /// <summary>受理: when it was accepted; silence counts as of receipt (or of completion).</summary>
    public DateTimeOffset? AcceptedOn { get; init; }

    /// <summary>The times in which the case's clock stood, in order.</summary>
    public ImmutableArray<ClockStop> Stops { get => field.IsDefault ? [] : field; init; }
}
