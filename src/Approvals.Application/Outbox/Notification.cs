namespace Approvals.Application.Outbox;

/// <summary>A line in a user's list of news; its text comes from the catalogue or the service's letters.</summary>
public sealed class Notification
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public Guid? CaseId { get; init; }

    public Guid? TaskId { get; init; }

    /// <summary>Name of the template or key of the text.</summary>
    public required string Template { get; init; }

    /// <summary>Placeholders as JSON; ids, numbers, names of steps and of organisations only.</summary>
    public string? Data { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? ReadAt { get; set; }
}
