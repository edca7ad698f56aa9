namespace Approvals.Application.Cases;

/// <summary>A case copied to somebody (抄送), who may read it until it ends.</summary>
public sealed class CaseCopy
{
    public required Guid CaseId { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>Who copied it; null for a step of the flow.</summary>
    public Guid? CopiedByUserId { get; init; }

    /// <summary>The row with what was written about it.</summary>
    public Guid? OpinionId { get; init; }

    public required DateTimeOffset At { get; init; }
}
