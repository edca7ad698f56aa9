using Approvals.Application.Database;

namespace Approvals.Application.Entitlements;

public enum ObligationState
{
    Pending,
    Opened,
    Met,
    Cancelled,
}

/// <summary>A duty that comes with an entitlement and opens a case of its own on a day.</summary>
public sealed class Obligation : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid EntitlementId { get; init; }

    public required string Type { get; init; }

    /// <summary>The service whose case checks it.</summary>
    public required string CheckServiceCode { get; init; }

    public required DateOnly OpensOn { get; init; }

    public required ObligationState State { get; set; }

    public Guid? OpenedCaseId { get; set; }

    public int Version { get; set; }
}
