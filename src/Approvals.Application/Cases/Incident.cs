using Approvals.Application.Database;

namespace Approvals.Application.Cases;

/// <summary>A step that could not go on. The case waits until an operator mends it.</summary>
public sealed class Incident : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The engine's id within the case.</summary>
    public required string IncidentId { get; init; }

    public required string ActivityId { get; init; }

    /// <summary>Key of the reason's text.</summary>
    public required string Code { get; init; }

    /// <summary>Activity, expression and reason as JSON; ids only.</summary>
    public required string Data { get; init; }

    /// <summary>The inputs of the expression, encrypted under the case's key.</summary>
    public byte[]? Inputs { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? ResolvedAt { get; set; }

    public Guid? ResolvedByUserId { get; set; }

    public int Version { get; set; }
}
