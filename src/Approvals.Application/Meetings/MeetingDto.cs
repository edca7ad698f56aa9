using Approvals.Application.Inbox;
using Approvals.Application.Limits;
using Approvals.Application.Paging;

namespace Approvals.Application.Meetings;

/// <summary>What a meeting's list is made of.</summary>
/// <param name="Service">A service's code, or null where none is chosen yet.</param>
/// <param name="Activity">A step of it at which people decide, or null.</param>
/// <param name="DueBy">Cases whose step is due by that day alone, or null.</param>
/// <param name="Cases">The cases chosen, in the order of the list; none for all that wait there.</param>
/// <param name="Redacted">Whether the list tells who applies; null for what is usual at the step: votes are taken without knowing.</param>
public sealed record MeetingRequest(string? Service, string? Activity, DateOnly? DueBy, IReadOnlyList<Guid> Cases, bool? Redacted);

/// <summary>The cases that a meeting decides on.</summary>
/// <param name="Services">The services, each with its steps at which people decide.</param>
/// <param name="Day">Today.</param>
/// <param name="ServiceName">The service chosen, or null.</param>
/// <param name="StepName">The step chosen, or null.</param>
/// <param name="Redacted">Whether who applies is left out.</param>
/// <param name="MustRedact">Whether it must be: the reader sits on a panel that decides without knowing.</param>
/// <param name="Items">The cases: those chosen in their order, else what is due first on top.</param>
/// <param name="More">Whether more wait than are shown.</param>
/// <param name="Gone">How many of those chosen do not wait there any more.</param>
public sealed record MeetingDto(
    IReadOnlyList<MeetingServiceDto> Services,
    DateOnly Day,
    string? ServiceName,
    string? StepName,
    bool Redacted,
    bool MustRedact,
    IReadOnlyList<MeetingRowDto> Items,
    bool More,
    int Gone);

/// <summary>A service whose cases people decide together or alone.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Steps">Its steps.</param>
public sealed record MeetingServiceDto(string Code, string Name, IReadOnlyList<OptionDto> Steps);

/// <summary>A case on the list.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Applicant">Who applies, masked; in a redacted list nobody.</param>
/// <param name="Employer">The employer; null where there is none or the list is redacted.</param>
/// <param name="Highlights">A few answers the service shows in lists.</param>
/// <param name="ReceivedAt">When it came to the step.</param>
/// <param name="Due">The step's limit.</param>
/// <param name="Progress">How many of those asked have decided, such as <c>1/2</c>, or null.</param>
/// <param name="Proposal">What the tables propose; of chosen cases alone, null where no table was asked.</param>
public sealed record MeetingRowDto(
    string CaseId,
    string Number,
    string Applicant,
    string? Employer,
    IReadOnlyList<HighlightDto> Highlights,
    DateTimeOffset ReceivedAt,
    DueDto Due,
    string? Progress,
    MeetingProposalDto? Proposal);

/// <summary>What a decision table proposes, and why.</summary>
/// <param name="Name">What was decided by it.</param>
/// <param name="Outcome">Its answer.</param>
/// <param name="Clause">The clause it rests on, or null.</param>
/// <param name="Reasons">The conditions that were met.</param>
public sealed record MeetingProposalDto(string Name, string Outcome, string? Clause, IReadOnlyList<string> Reasons);
