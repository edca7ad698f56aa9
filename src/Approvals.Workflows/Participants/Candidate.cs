namespace Approvals.Workflows;

/// <summary>Who may do a task: one user, or everybody who holds a role at a place.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(UserCandidate), "user")]
[JsonDerivedType(typeof(RoleCandidate), "role")]
public abstract record Candidate
{
    private protected Candidate() { }

    /// <summary>One user.</summary>
    public static Candidate OfUser(string id) => new UserCandidate(id);

    /// <summary>Everybody who holds a role at a place.</summary>
    public static Candidate OfRole(
        string role, string? region, string? organisationKind = null, string? organisation = null, string? service = null) =>
        new RoleCandidate(role, region, organisationKind, organisation, service);
}

/// <summary>One user.</summary>
/// <param name="Id">The user's id; opaque here.</param>
public sealed record UserCandidate(string Id) : Candidate;

/// <summary>Everybody who holds a role; matched by the exact values of the assignment, never by subtree.</summary>
/// <param name="Role">Code of the role.</param>
/// <param name="Region">Code of the region of the assignment; null for a role that is bound to an organisation only.</param>
/// <param name="OrganisationKind">Kind of the office, where several share a region.</param>
/// <param name="Organisation">The organisation (an employer's USCC, or an office's code).</param>
/// <param name="Service">Code of the case's service.</param>
public sealed record RoleCandidate(
    string Role, string? Region, string? OrganisationKind = null, string? Organisation = null, string? Service = null) : Candidate;
