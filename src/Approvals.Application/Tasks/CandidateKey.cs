using Approvals.Application.Participants;
using Approvals.Application.People;

namespace Approvals.Application.Tasks;

/// <summary>The text by which tasks and people meet: the exact office, never its subtree.</summary>
public static class CandidateKey
{
    internal const string RolePrefix = "r:";

    /// <summary>Stands beside the keys of those who act for a party, and is held by nobody: a role does the task, yet not as an office.</summary>
    public const string Party = "party";

    private const string UserPrefix = "u:";

    /// <summary>The key of one user.</summary>
    public static string User(Guid user) => $"{UserPrefix}{user:N}";

    /// <summary>The user whose key it is; null where it is nobody's own.</summary>
    internal static Guid? UserOf(string key) => key.StartsWith(UserPrefix, StringComparison.Ordinal) ? Guid.ParseExact(key[UserPrefix.Length..], "N") : null;

    /// <summary>The key of a role at an office; without a region, of a role that is bound to its organisation alone.</summary>
    public static string Role(string role, string? regionCode, string? organisationKind = null, Guid? organisation = null) =>
        $"{RolePrefix}{role}:{regionCode ?? "-"}:{organisationKind ?? "-"}:{organisation?.ToString("N") ?? "-"}";

    /// <summary>Whether a key is of a role, not of one user.</summary>
    public static bool IsRole(string key) => key.StartsWith(RolePrefix, StringComparison.Ordinal);

    /// <summary>Whose holders a key of a role names.</summary>
    internal static HolderPlace Place(string key, string service)
    {
        var parts = key[RolePrefix.Length..].Split(':');
        return new HolderPlace(
            parts[0], parts[1] == "-" ? null : parts[1], service, parts[2] == "-" ? null : parts[2], parts[3] == "-" ? null : Guid.ParseExact(parts[3], "N"));
    }

    /// <summary>
    /// Every key a role assignment answers to, from the general to the one that names its organisation.
    /// </summary>
    public static IEnumerable<string> Of(RoleAssignment assignment, string? organisationKind) =>
        assignment.OrganisationId is not { } organisation
            ? [Role(assignment.Role, assignment.RegionCode)]
            :
            [
                Role(assignment.Role, assignment.RegionCode),
                Role(assignment.Role, assignment.RegionCode, organisationKind),
                Role(assignment.Role, assignment.RegionCode, null, organisation),
                Role(assignment.Role, assignment.RegionCode, organisationKind, organisation),
                Role(assignment.Role, null, null, organisation),
            ];
}
