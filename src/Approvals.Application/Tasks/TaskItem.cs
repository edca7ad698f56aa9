using Approvals.Application.Database;

namespace Approvals.Application.Tasks;

public enum TaskItemState
{
    /// <summary>In a queue, or given to one person who has not begun.</summary>
    Open,

    /// <summary>Taken from a queue by one person.</summary>
    Claimed,

    /// <summary>Hidden while a sibling is sent back.</summary>
    Frozen,

    Done,

    /// <summary>Closed without an act, by the workflow.</summary>
    Closed,
}

/// <summary>One piece of work in somebody's or some office's inbox; a projection of the engine's bookmark.</summary>
public sealed class TaskItem : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required string CaseNumber { get; init; }

    /// <summary>The engine's id of the task within the case.</summary>
    public required string BookmarkId { get; init; }

    public required string ActivityId { get; set; }

    /// <summary>What kind of step it is, such as <c>Review</c>.</summary>
    public required string Kind { get; init; }

    public required int Round { get; init; }

    public required LocalText StepName { get; set; }

    public required string ServiceCode { get; init; }

    public required LocalText ServiceName { get; init; }

    public required string RegionCode { get; init; }

    public required string RegionPath { get; init; }

    public required string ApplicantMaskedName { get; set; }

    public Guid? OrganisationId { get; init; }

    public string? OrganisationName { get; init; }

    /// <summary>Fields the service marks for lists, JSON <c>[{"key","label","value"}]</c>.</summary>
    public string? Highlights { get; set; }

    /// <summary>What an inbox marks it with, blank-separated: <c>returned</c>, <c>corrected</c>, <c>conditional</c>, <c>batch</c>.</summary>
    public string Marks { get; set; } = "";

    public required TaskItemState State { get; set; }

    /// <summary>Who holds it, once given or claimed.</summary>
    public Guid? OwnerUserId { get; set; }

    public DateTimeOffset? ClaimedAt { get; set; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The engine's limit as JSON, from which the due instant follows.</summary>
    public string? Limit { get; set; }

    public DateTimeOffset? YellowAt { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    /// <summary>The due day rests on a calendar that is not published yet.</summary>
    public bool IsProvisional { get; set; }

    public string? Outcome { get; set; }

    public Guid? ClosedByUserId { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public List<TaskCandidate> Candidates { get; init; } = [];

    public int Version { get; set; }
}
