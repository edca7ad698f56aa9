namespace Approvals.Application.Administration;

/// <summary>Whether an assignment holds.</summary>
public enum GrantState
{
    InForce,
    Coming,
    Ended,
}

/// <summary>An assignment as the administrators see it: with its days, its reasons and who gave and ended it.</summary>
/// <param name="Id">The assignment's id.</param>
/// <param name="Role">The role's code.</param>
/// <param name="RoleName">Its name.</param>
/// <param name="Meaning">What the role may do.</param>
/// <param name="RegionName">The region's name.</param>
/// <param name="OrganisationName">The organisation it is limited to, or null.</param>
/// <param name="ServiceName">The service it is limited to, or null.</param>
/// <param name="State">Whether it holds.</param>
/// <param name="From">Since when.</param>
/// <param name="To">Until when, or null.</param>
/// <param name="GrantedBy">Who gave it, or null for what an installation begins with.</param>
/// <param name="Reason">Why it was given, or null.</param>
/// <param name="EndedBy">Who set its end, or null.</param>
/// <param name="EndReason">Why it ends, or null.</param>
public sealed record GrantDto(
    string Id,
    string Role,
    string RoleName,
    string Meaning,
    string RegionName,
    string? OrganisationName,
    string? ServiceName,
    GrantState State,
    DateTimeOffset From,
    DateTimeOffset? To,
    string? GrantedBy,
    string? Reason,
    string? EndedBy,
    string? EndReason);
