using Approvals.Application.CaseViews;
using Approvals.Application.Home;
using Approvals.Application.Paging;

namespace Approvals.Application.Represented;

/// <summary>Whom an employer recommends.</summary>
/// <param name="Services">What an employer may file.</param>
/// <param name="People">A page of the people, newest first.</param>
public sealed record EmployerPeopleDto(IReadOnlyList<OptionDto> Services, Page<RepresentedDto> People);

/// <summary>Somebody whom an employer recommends.</summary>
/// <param name="Id">The row's id.</param>
/// <param name="Etag">Its version.</param>
/// <param name="Name">The name; masked until the person has agreed.</param>
/// <param name="Document">The identity document, masked.</param>
/// <param name="State">Whether the employer may file.</param>
/// <param name="HasAccount">Whether the person can agree in an account of their own.</param>
/// <param name="NamedAt">When the employer named the person.</param>
/// <param name="AnsweredAt">When the person, or a paper, answered.</param>
/// <param name="Drafts">Applications in preparation.</param>
/// <param name="Tasks">What waits for the reader in those cases, what is due first on top.</param>
/// <param name="Cases">Cases in which the employer is named, newest first.</param>
public sealed record RepresentedDto(
    string Id, string Etag, string Name, string? Document, RepresentationState State, bool HasAccount, DateTimeOffset NamedAt, DateTimeOffset? AnsweredAt,
    IReadOnlyList<BegunDraftDto> Drafts, IReadOnlyList<WaitingDto> Tasks, IReadOnlyList<CaseSummaryDto> Cases);

/// <summary>An application in preparation.</summary>
/// <param name="Id">The draft's id.</param>
/// <param name="ServiceName">The service.</param>
/// <param name="Applicant">For whom; masked.</param>
/// <param name="SavedAt">When it was last saved.</param>
public sealed record BegunDraftDto(string Id, string ServiceName, string Applicant, DateTimeOffset SavedAt);

/// <summary>An employer that wants to file for the reader.</summary>
/// <param name="Id">Its question's id.</param>
/// <param name="Etag">Its version.</param>
/// <param name="EmployerName">The employer.</param>
/// <param name="Uscc">Its unified social credit code.</param>
/// <param name="State">What the reader said.</param>
/// <param name="NamedAt">When it asked.</param>
/// <param name="AnsweredAt">When the reader answered.</param>
public sealed record RepresentationDto(
    string Id, string Etag, string EmployerName, string Uscc, RepresentationState State, DateTimeOffset NamedAt, DateTimeOffset? AnsweredAt);
