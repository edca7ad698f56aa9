using Approvals.Application.Database;

namespace Approvals.Application.Cases;

/// <summary>The engine's state of a case; its version is what a step is optimistic about.</summary>
public sealed class CaseState : IVersioned
{
    public required Guid CaseId { get; init; }

    /// <summary>The state as the engine writes it.</summary>
    public required string State { get; set; }

    /// <summary>How many events the case has; the last one's number.</summary>
    public int EventCount { get; set; }

    /// <summary>The hash of the last event, carried by the next.</summary>
    public byte[] LastEventHash { get; set; } = [];

    public int Version { get; set; }
}
