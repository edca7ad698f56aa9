namespace Approvals.Application.People;

/// <summary>Where a substitution stands today.</summary>
public enum SubstitutionState
{
    /// <summary>It begins later.</summary>
    Coming,

    /// <summary>In force today.</summary>
    InForce,

    /// <summary>Over, or ended before its time.</summary>
    Over,
}

/// <summary>Somebody acts for a colleague who is away.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Person">Who is away.</param>
/// <param name="PersonName">Their name.</param>
/// <param name="Substitute">Who acts instead.</param>
/// <param name="SubstituteName">Their name.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Service">The service's code; null for every service.</param>
/// <param name="ServiceName">Its name, or null.</param>
/// <param name="Reason">Why.</param>
/// <param name="State">Where it stands.</param>
/// <param name="SetByName">Who set it, where it was not the person.</param>
/// <param name="MayEnd">Whether the reader may end it.</param>
public sealed record SubstitutionDto(
    string Id, string Person, string PersonName, string Substitute, string SubstituteName, DateOnly From, DateOnly To, string? Service, string? ServiceName,
    string Reason, SubstitutionState State, string? SetByName, bool MayEnd);

/// <summary>The substitutions that concern the reader.</summary>
/// <param name="Own">Who acts for the reader.</param>
/// <param name="Others">For whom the reader acts.</param>
/// <param name="Team">Those of the reader's people, for a lead.</param>
/// <param name="Services">The services one may be limited to.</param>
/// <param name="People">For whom the reader may set one: oneself first, then the people led.</param>
public sealed record SubstitutionsDto(
    IReadOnlyList<SubstitutionDto> Own, IReadOnlyList<SubstitutionDto> Others, IReadOnlyList<SubstitutionDto> Team,
    IReadOnlyList<Paging.OptionDto> Services, IReadOnlyList<ColleagueDto> People);

/// <summary>A colleague to choose.</summary>
/// <param name="Id">The user.</param>
/// <param name="Name">The name.</param>
/// <param name="Place">Role and place.</param>
public sealed record ColleagueDto(string Id, string Name, string Place);
