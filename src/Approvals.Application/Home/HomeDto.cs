using Approvals.Application.Cards;
using Approvals.Application.CaseViews;
using Approvals.Application.Guides;
using Approvals.Application.Limits;

namespace Approvals.Application.Home;

/// <summary>An applicant's first page.</summary>
/// <param name="Waiting">What waits for the applicant.</param>
/// <param name="Cases">Running cases.</param>
/// <param name="Services">What can be applied for.</param>
/// <param name="Cards">What was granted.</param>
/// <param name="Dates">Dates coming up.</param>
/// <param name="Drafts">Applications in preparation.</param>
public sealed record HomeDto(
    IReadOnlyList<WaitingDto> Waiting,
    IReadOnlyList<CaseSummaryDto> Cases,
    IReadOnlyList<ServiceCardDto> Services,
    IReadOnlyList<CardDto> Cards,
    IReadOnlyList<ComingDateDto> Dates,
    IReadOnlyList<DraftLinkDto> Drafts);

/// <summary>Something that waits for the applicant.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="CaseId">The case.</param>
/// <param name="CaseNumber">Its number.</param>
/// <param name="ServiceName">The service.</param>
/// <param name="Title">What to do.</param>
/// <param name="Reason">Why, or null.</param>
/// <param name="Action">What kind of work it is.</param>
/// <param name="Due">Until when.</param>
public sealed record WaitingDto(
    string TaskId, string CaseId, string CaseNumber, string ServiceName, string Title, string? Reason, OwnAction Action, DueDto Due);

/// <summary>A date coming up.</summary>
/// <param name="On">The day.</param>
/// <param name="Text">What happens.</param>
/// <param name="Note">More about it, or null.</param>
/// <param name="CaseId">The case it belongs to, or null.</param>
public sealed record ComingDateDto(DateOnly On, string Text, string? Note, string? CaseId);

/// <summary>An application in preparation, in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Service">The service's code.</param>
/// <param name="ServiceName">Its name.</param>
/// <param name="SavedAt">When it was last saved.</param>
public sealed record DraftLinkDto(string Id, string Service, string ServiceName, DateTimeOffset SavedAt);

/// <summary>What the system knows of the reader.</summary>
/// <param name="Name">The name.</param>
/// <param name="Email">The mail address.</param>
/// <param name="Fields">Further values, masked unless asked for in full.</param>
/// <param name="Full">Whether the values are shown in full.</param>
/// <param name="MayIdentify">Whether no identity document is known yet, so that the reader may enter one.</param>
public sealed record MeDto(string Name, string? Email, IReadOnlyList<OwnValueDto> Fields, bool Full, bool MayIdentify);

/// <summary>One own value.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Label">Its label.</param>
/// <param name="Value">Its value.</param>
public sealed record OwnValueDto(string Key, string Label, string Value);
