using Approvals.Workflows;

namespace Approvals.Application.Entitlements;

/// <summary>One change of an entitlement with its reason: written once, so that the rows together are its history.</summary>
public sealed class ChangeOfEntitlement
{
    public required Guid Id { get; init; }

    public required Guid EntitlementId { get; init; }

    /// <summary>The case that changed it.</summary>
    public required Guid CaseId { get; init; }

    public required string CaseNumber { get; init; }

    public required string ActivityId { get; init; }

    public required EntitlementChange Change { get; init; }

    public required string Reason { get; init; }

    /// <summary>The first day on which it counts.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last valid day before an extension.</summary>
    public DateOnly? ValidToBefore { get; init; }

    /// <summary>The last valid day after an extension.</summary>
    public DateOnly? ValidToAfter { get; init; }

    public required DateTimeOffset At { get; init; }
}
