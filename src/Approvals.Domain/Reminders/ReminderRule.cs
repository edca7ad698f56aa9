using Approvals.Domain.Packages;

namespace Approvals.Domain.Reminders;

/// <summary>What a reminder is about.</summary>
public enum ReminderSubject
{
    /// <summary>A step that an office has to do.</summary>
    OfficeTask,

    /// <summary>Something that the applicant or the employer has to do.</summary>
    OwnTask,

    /// <summary>A case that is not finished.</summary>
    Case,

    /// <summary>Something granted that has an end.</summary>
    Entitlement,
}

/// <summary>What it is counted from.</summary>
public enum ReminderMoment
{
    /// <summary>A step came in, or a case was submitted.</summary>
    Received,

    /// <summary>A case was accepted.</summary>
    Accepted,

    /// <summary>Little time is left.</summary>
    Yellow,

    /// <summary>The limit ends; what comes after it is overdue.</summary>
    Due,

    /// <summary>What was granted ends.</summary>
    Ends,

    /// <summary>The window of its renewal opens.</summary>
    RenewalOpens,
}

/// <summary>Who is reminded.</summary>
public enum ReminderRecipient
{
    /// <summary>Whoever has the step, or was named for it.</summary>
    Holder,

    /// <summary>Everybody in whose queue the step lies; whoever took it from there alone once it is taken.</summary>
    Candidates,

    /// <summary>Who leads the office that has the step or the case.</summary>
    Lead,

    /// <summary>The applicant, or the holder of what was granted.</summary>
    Applicant,

    /// <summary>The agents of the employer.</summary>
    Agent,
}

/// <summary>How it leaves, beside the line on the page.</summary>
public enum ReminderDelivery
{
    /// <summary>With all others of the day in one mail.</summary>
    Digest,

    /// <summary>By itself, at once.</summary>
    Immediate,
}

/// <summary>Hours in which nothing leaves; what falls into them leaves at their end.</summary>
/// <param name="From">When they begin.</param>
/// <param name="To">When they end; before <paramref name="From"/> where they lie over midnight.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>Whether a time of day lies in them.</summary>
    public bool Covers(TimeOnly time) => From < To ? time >= From && time < To : time >= From || time < To;
}

/// <summary>Who is reminded of what, when and how.</summary>
public sealed record ReminderRule
{
    /// <summary>Letters, digits and hyphens; unique among the platform's, or among a service's.</summary>
    public required string Id { get; init; }

    public required LocalText Name { get; init; }

    public required ReminderSubject About { get; init; }

    public required ReminderMoment Moment { get; init; }

    /// <summary>How long after the moment, in <see cref="Unit"/>, from the earliest to the latest; negative is before. Never empty.</summary>
    public ImmutableArray<int> Offsets { get; init; } = [0];

    /// <summary>Working days, days or hours.</summary>
    public LimitUnit Unit { get; init; } = LimitUnit.WorkingDays;

    /// <summary>At what time of the day, where it is counted in days.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>Whether it comes again each (working) day from then on, for as long as nothing was done.</summary>
    public bool Repeats { get; init; }

    public required ImmutableArray<ReminderRecipient> To { get; init; }

    /// <summary><c>page</c>, <c>mail</c>, <c>sms</c>.</summary>
    public required ImmutableArray<string> Channels { get; init; }

    /// <summary>The name of the message it is written by.</summary>
    public required string Template { get; init; }

    public ReminderDelivery Delivery { get; init; } = ReminderDelivery.Digest;

    public QuietHours? Quiet { get; init; }

    /// <summary>Whether it leaves on working days only; what falls on another leaves on the next.</summary>
    public bool WorkingDaysOnly { get; init; }

    /// <summary>Whether people may switch it off for themselves.</summary>
    public bool MayBeOff { get; init; }

    /// <summary>Kinds of entitlement it is for; empty for all.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];
}

/// <summary>Rules, or what is wrong with their file.</summary>
public sealed record ReminderLoad(ImmutableArray<ReminderRule> Rules, ImmutableArray<PackageProblem> Problems);
