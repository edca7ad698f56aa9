using Approvals.Application.Database;
using Approvals.Domain.Reminders;

namespace Approvals.Application.Reminders;

/// <summary>How far a reminder is.</summary>
public enum ReminderState
{
    /// <summary>It waits for the person's digest.</summary>
    Waiting,

    /// <summary>It went into a digest, or left by itself.</summary>
    Left,

    /// <summary>It is on the page only.</summary>
    PageOnly,
}

/// <summary>One person reminded of one thing once. The id follows from rule, subject, occurrence and person, so that none is ever doubled.</summary>
public sealed class Reminder
{
    public required Guid Id { get; init; }

    /// <summary>The rule's code: bare for the platform's, <c>service.id</c> for a service's.</summary>
    public required string Rule { get; init; }

    public required ReminderSubject About { get; init; }

    /// <summary>The task, case or entitlement.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Which of the rule's occurrences for this subject; later ones have greater numbers.</summary>
    public required int Occurrence { get; init; }

    public required Guid UserId { get; init; }

    public Guid? CaseId { get; init; }

    /// <summary>The message it is written by.</summary>
    public required string Template { get; init; }

    /// <summary>When it was due by the rule.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When it may leave: shifted out of quiet hours and days off.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    public required ReminderState State { get; set; }

    /// <summary>The day of the digest that holds it.</summary>
    public DateOnly? DigestDay { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A rule of the platform as staff keep it.</summary>
public sealed class PlatformReminder : IVersioned
{
    /// <summary>The rule's id.</summary>
    public required string Code { get; init; }

    /// <summary>The rule as JSON, written like those of a service.</summary>
    public required string Definition { get; set; }

    public bool IsEnabled { get; set; } = true;

    /// <summary>What was due before is not made up for.</summary>
    public required DateTimeOffset Since { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    public Guid? ChangedByUserId { get; set; }

    public int Version { get; set; }
}

/// <summary>A rule that a person has switched off.</summary>
public sealed class ReminderOptOut
{
    public required Guid UserId { get; init; }

    public required string Rule { get; init; }

    public required DateTimeOffset At { get; init; }
}
