using Approvals.Application.Database;

namespace Approvals.Application.Timers;

public enum TimerState
{
    Pending,
    Fired,
    Cancelled,

    /// <summary>Given up after too many failures; an operator decides.</summary>
    Failed,
}

/// <summary>An instant a case waits for; a projection of the engine's timer.</summary>
public sealed class CaseTimer : IVersioned, ILeased
{
    static string? ILeased.InOrderOf => nameof(CaseId);

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The engine's id of the timer within the case.</summary>
    public required string BookmarkId { get; init; }

    /// <summary>The engine's limit as JSON, from which the due instant follows.</summary>
    public string? Limit { get; set; }

    public bool IsProvisional { get; set; }

    public required TimerState State { get; set; }

    /// <summary>When it is due.</summary>
    public required DateTimeOffset ReadyAt { get; set; }

    public string? LeaseOwner { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public int Version { get; set; }
}
