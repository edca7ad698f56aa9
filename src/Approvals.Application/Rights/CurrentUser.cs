using System.Collections.Immutable;

namespace Approvals.Application.Rights;

/// <summary>
/// One assignment as the rights see it: a role in a region, narrowed to an organisation or a service where these are given.
/// </summary>
/// <param name="Role">A code of <see cref="Roles"/>.</param>
/// <param name="Region">The region's code; queues match it exactly, reading covers its subtree.</param>
/// <param name="RegionPath">The region's path from the root, with a trailing slash, such as <c>/220000/220100/</c>.</param>
/// <param name="Organisation">The organisation the assignment is limited to, or null.</param>
/// <param name="Service">The code of the service the assignment is limited to, or null.</param>
/// <param name="OrganisationKind">The kind of that organisation, or null.</param>
public sealed record RoleGrant(
    string Role, string Region, string RegionPath, Guid? Organisation = null, string? Service = null, string? OrganisationKind = null)
{
    /// <summary>The row it was read from, for those who ask why somebody may do a thing.</summary>
    public Guid? Assignment { get; init; }

    /// <summary>From when on it is in force, where that is known.</summary>
    public DateTimeOffset? Since { get; init; }
}

/// <summary>Who asks: built from the session by the edge, or by a job for the system itself.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Name">The name shown to others.</param>
/// <param name="Roles">Every assignment in force.</param>
public sealed record CurrentUser(Guid Id, string Name, ImmutableArray<RoleGrant> Roles)
{
    /// <summary>The language texts are wanted in: <c>zh-CN</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "zh-CN";

    /// <summary>The natural person behind the account, when one is registered.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Whether the password was entered again within the last minutes, so that own values may be shown in full.</summary>
    public bool PasswordConfirmed { get; init; }

    /// <summary>Those who are away and for whom the user acts today.</summary>
    public ImmutableArray<StandIn> StandsInFor { get; init; } = [];

    /// <summary>Nobody: a visitor who has not signed in.</summary>
    public static CurrentUser Anonymous { get; } = new(Guid.Empty, "", []);

    /// <summary>Whether somebody is signed in.</summary>
    public bool IsSignedIn => Id != Guid.Empty;

    /// <summary>Whether the user holds a role anywhere.</summary>
    public bool Has(string role) => Roles.Any(grant => grant.Role == role);

    /// <summary>Whether the user holds any role of the authorities.</summary>
    public bool IsStaff => Roles.Any(grant => Rights.Roles.IsStaff(grant.Role));

    /// <summary>Whether the user manages accounts or roles.</summary>
    public bool IsAdministrator => Roles.Any(grant => Rights.Roles.IsAdministrator(grant.Role));

    /// <summary>The organisations the user files for as an agent.</summary>
    public IEnumerable<Guid> AgentOf =>
        Roles.Where(grant => grant.Role == Rights.Roles.EmployerAgent && grant.Organisation is not null).Select(grant => grant.Organisation!.Value);
}
