namespace Approvals.Application.CaseViews;

/// <summary>How another case is related to the one that is read.</summary>
public enum CaseRelation
{
    /// <summary>It started the one that is read.</summary>
    StartedBy,

    /// <summary>The one that is read started it.</summary>
    Started,
}

/// <summary>Another case that belongs to the one that is read.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="ServiceName">Its service.</param>
/// <param name="Relation">How it is related.</param>
/// <param name="StepName">The step that started it, or null for the case that started this one.</param>
/// <param name="StateName">Its state.</param>
/// <param name="ResultName">Its result; null while it runs.</param>
/// <param name="Awaited">Whether the case that started the other waits for its end.</param>
public sealed record RelatedCaseDto(
    string Id, string Number, string ServiceName, CaseRelation Relation, string? StepName, string StateName, string? ResultName, bool Awaited);
