using Approvals.Application.Database;

namespace Approvals.Application.Replay;

/// <summary>How far a run is.</summary>
public enum ReplayState
{
    /// <summary>A pump goes on with it, chunk by chunk.</summary>
    Pending,

    /// <summary>Every case was played.</summary>
    Done,

    /// <summary>Somebody cancelled it.</summary>
    Cancelled,

    /// <summary>Given up after too many failures.</summary>
    Failed,
}

/// <summary>Past cases to be played against another version; a row that the pump claims by lease and works off in chunks.</summary>
public sealed class ReplayRun : ILeased
{
    public required Guid Id { get; init; }

    public required string ServiceCode { get; init; }

    /// <summary>The version they are played against; a draft as well.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>Hash of the version's files when it began.</summary>
    public string? Hash { get; init; }

    /// <summary>The cases in order, JSON; bounded when the run begins.</summary>
    public required string CaseIds { get; init; }

    public required ReplayState State { get; set; }

    public required int Total { get; init; }

    /// <summary>How many were played.</summary>
    public int Played { get; set; }

    public required Guid CreatedByUserId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    public required DateTimeOffset ReadyAt { get; set; }

    public string? LeaseOwner { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }
}

/// <summary>What playing a case against another version showed.</summary>
public enum ReplayVerdict
{
    /// <summary>Decisions, steps and result come out as they did.</summary>
    Same,

    /// <summary>Something comes out otherwise.</summary>
    Changed,

    /// <summary>It cannot be told: an act has no place there, or something is asked that nobody answered.</summary>
    Undetermined,
}

/// <summary>A case that was played. Holds rules, outcomes and steps, never what was asked or answered.</summary>
public sealed class ReplayedCase
{
    public required Guid RunId { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>Its place in the run, from 1: what those see who may not know the case's number.</summary>
    public required int Place { get; init; }

    public required ReplayVerdict Verdict { get; init; }

    /// <summary>JSON of what comes out otherwise, or why that cannot be told.</summary>
    public required string Report { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What somebody who writes or publishes the version says to it.</summary>
    public string? Note { get; set; }

    public Guid? NotedByUserId { get; set; }

    public DateTimeOffset? NotedAt { get; set; }
}
