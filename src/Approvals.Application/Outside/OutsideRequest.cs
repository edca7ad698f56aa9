using Approvals.Application.Database;

namespace Approvals.Application.Outside;

public enum OutsideRequestKind
{
    /// <summary>A task that somebody outside does and reports through the API.</summary>
    Task,

    /// <summary>A request to another system.</summary>
    Http,

    /// <summary>A mail to given addresses.</summary>
    Mail,
}

public enum OutsideRequestState
{
    Open,

    /// <summary>Answered, or for a mail: handed over.</summary>
    Done,

    /// <summary>The case took another way and waits no longer.</summary>
    Cancelled,
}

/// <summary>Something a case asks of the world outside. What is asked lies encrypted; outbox, events and logs name this row.</summary>
public sealed class OutsideRequest : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required string CaseNumber { get; init; }

    /// <summary>The engine's id of the request within the case.</summary>
    public required string Key { get; init; }

    public required string ActivityId { get; init; }

    public required OutsideRequestKind Kind { get; init; }

    /// <summary>Name of the task, or the host a request goes to; empty for a mail.</summary>
    public required string Name { get; init; }

    public required string ServiceCode { get; init; }

    public required string RegionPath { get; init; }

    /// <summary>What is asked, as JSON, encrypted under the case's key.</summary>
    public required byte[] Payload { get; init; }

    public required OutsideRequestState State { get; set; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>Who reported it done.</summary>
    public Guid? DoneByUserId { get; set; }

    /// <summary>The click that reported it, so that a second one changes nothing.</summary>
    public string? DoneKey { get; set; }

    public int Version { get; set; }

    /// <summary>Where the payload belongs; it opens nowhere else.</summary>
    internal static string Place(Guid request) => $"outside:{request:N}";
}
