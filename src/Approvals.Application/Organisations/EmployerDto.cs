namespace Approvals.Application.Organisations;

/// <summary>A mandate to act for an employer.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Etag">Its version.</param>
/// <param name="Employer">The employer's id.</param>
/// <param name="EmployerName">Its name.</param>
/// <param name="Uscc">Its unified social credit code.</param>
/// <param name="RegionName">Where it is registered.</param>
/// <param name="EmployerVerified">Whether an officer has verified the employer.</param>
/// <param name="AgentName">Who acts.</param>
/// <param name="State">Where it stands.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null without end.</param>
/// <param name="AskedAt">When it was asked for.</param>
/// <param name="DecidedAt">When an officer decided.</param>
/// <param name="Reason">Why it was refused or revoked.</param>
/// <param name="PowerOfAttorney">The document, once it is handed in.</param>
/// <param name="Registration">The employer's registration, while the employer is not verified and once it is handed in.</param>
/// <param name="MayRevoke">Whether the reader may end it.</param>
public sealed record MandateDto(
    string Id, string Etag, string Employer, string EmployerName, string Uscc, string RegionName, bool EmployerVerified, string AgentName, MandateState State,
    DateOnly From, DateOnly? To, DateTimeOffset? AskedAt, DateTimeOffset? DecidedAt, string? Reason, string? PowerOfAttorney, string? Registration, bool MayRevoke);

/// <summary>What somebody has to do with employers.</summary>
/// <param name="Own">The reader's mandates, newest first.</param>
/// <param name="Colleagues">Others who act for the same employers.</param>
public sealed record MandatesDto(IReadOnlyList<MandateDto> Own, IReadOnlyList<MandateDto> Colleagues);

/// <summary>An employer as the officer who looks after it sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Etag">Its version.</param>
/// <param name="Name">Its name.</param>
/// <param name="Uscc">Its unified social credit code.</param>
/// <param name="RegionName">Where it is registered.</param>
/// <param name="VerifiedAt">When it was verified.</param>
/// <param name="ClosedAt">When it was merged or deregistered.</param>
/// <param name="Mandates">Its agents and those who want to be.</param>
/// <param name="History">What became of it, newest first.</param>
public sealed record EmployerFileDto(
    string Id, string Etag, string Name, string Uscc, string RegionName, DateTimeOffset? VerifiedAt, DateTimeOffset? ClosedAt,
    IReadOnlyList<MandateDto> Mandates, IReadOnlyList<OrganisationChangeDto> History);

/// <summary>One change in the life of an employer.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="NameBefore">The name until then.</param>
/// <param name="NameAfter">The name from then on.</param>
/// <param name="Successor">The name of the employer it was merged into.</param>
/// <param name="On">The day it counts from.</param>
/// <param name="Reason">What it rests on.</param>
/// <param name="By">Who recorded it.</param>
public sealed record OrganisationChangeDto(
    OrganisationChangeKind Kind, string NameBefore, string NameAfter, string? Successor, DateOnly On, string? Reason, string By);

/// <summary>An employer in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Uscc">Its unified social credit code.</param>
/// <param name="RegionName">Where it is registered.</param>
/// <param name="Verified">Whether it is verified.</param>
/// <param name="Closed">Whether it is gone.</param>
/// <param name="Asked">How many mandates wait for an officer.</param>
public sealed record EmployerRowDto(string Id, string Name, string Uscc, string RegionName, bool Verified, bool Closed, int Asked);

/// <summary>The employers of an officer's region.</summary>
/// <param name="Rows">Those with something to decide first.</param>
/// <param name="More">Whether there are more than are told, so that the search wants narrowing.</param>
public sealed record EmployerDeskDto(IReadOnlyList<EmployerRowDto> Rows, bool More);

/// <summary>What happens on a day.</summary>
public enum EmployerDateKind
{
    /// <summary>A date of an application: a contract, a document.</summary>
    Answer,

    /// <summary>A card ends.</summary>
    Card,

    /// <summary>A case is expected to be done.</summary>
    Case,

    /// <summary>The reader's mandate ends.</summary>
    Mandate,
}

/// <summary>A day that an employer has to think of.</summary>
/// <param name="On">The day.</param>
/// <param name="Kind">What kind of day.</param>
/// <param name="Text">What it is.</param>
/// <param name="Person">Whom it concerns.</param>
/// <param name="CaseId">The case it comes from.</param>
public sealed record EmployerDateDto(DateOnly On, EmployerDateKind Kind, string Text, string? Person, string? CaseId);
