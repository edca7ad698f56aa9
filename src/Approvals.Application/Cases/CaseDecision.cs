namespace Approvals.Application.Cases;

/// <summary>A decision table's answer in a case, for the letter and for whoever asks why.</summary>
public sealed class CaseDecision
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required int EventNumber { get; init; }

    public required string ActivityId { get; init; }

    public required string Decision { get; init; }

    /// <summary>Inputs, result and matched rules as JSON, encrypted under the case's key.</summary>
    public required byte[] Payload { get; init; }

    public required DateTimeOffset At { get; init; }
}
