using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Tasks;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Participants;

/// <summary>Turns the engine's candidates into the keys by which tasks reach people.</summary>
internal static class CandidateKeys
{
    /// <summary>The keys of a task's candidates, without duplicates.</summary>
    internal static async Task<IReadOnlyList<string>> OfAsync(CaseWork work, IEnumerable<Candidate> candidates, CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        foreach (var candidate in candidates)
        {
            switch (candidate)
            {
                case UserCandidate user:
                    keys.AddRange(Of(work, user.Id));
                    break;
                case RoleCandidate role:
                    var organisation = await OrganisationAsync(work.Context, role.Organisation, cancellationToken);
                    keys.Add(CandidateKey.Role(role.Role, role.Region, role.OrganisationKind, organisation));
                    break;
            }
        }

        return [.. keys.Concat(ActsForApplicant(work, candidates) ? [CandidateKey.Party] : []).Distinct()];
    }

    /// <summary>Whether the employer's agents may do what is the applicant's own: a role is offered it, and yet no office.</summary>
    private static bool ActsForApplicant(CaseWork work, IEnumerable<Candidate> candidates) =>
        candidates.OfType<UserCandidate>().Any(c => c.Id == work.Applicant.FlowId) && candidates.OfType<RoleCandidate>().Any(c => c.Role == Rights.Roles.EmployerAgent);

    /// <summary>
    /// The keys behind an id of the flow. Who filed acts for the applicant as well: of what was filed at a counter the clerks of the
    /// case's office, as whoever comes back meets another one; an employer through whoever is its agent, so that everything goes over
    /// when clerk or agent changes.
    /// </summary>
    internal static IEnumerable<string> Of(CaseWork work, string id) =>
        Account(work, id) is { } account ? [CandidateKey.User(account), .. Filer(work, id)] : Filer(work, id);

    /// <summary>The account that alone can do what is the named one's; null where others can, too.</summary>
    internal static Guid? Only(CaseWork work, string id) =>
        Filer(work, id).Any() ? null : Account(work, id);

    /// <summary>The accounts that are told what concerns an id of the flow.</summary>
    internal static async Task<IReadOnlyList<Guid>> UsersAsync(CaseWork work, string id, CancellationToken cancellationToken)
    {
        List<Guid> users = Account(work, id) is { } account ? [account] : [];
        if (id == work.Applicant.FlowId && work.Case is { FiledBy: FiledBy.Agent, OrganisationId: { } employer })
        {
            users.AddRange(await FactQueries.HoldersAsync(
                work.Context, new HolderPlace(Rights.Roles.EmployerAgent, null, null, null, employer), work.Now, int.MaxValue, cancellationToken));
        }

        return [.. users.Distinct()];
    }

    private static Guid? Account(CaseWork work, string id) =>
        Guid.TryParse(id, out var user) && !(id == work.Applicant.FlowId && work.Applicant.UserId is null) ? user : null;

    private static IEnumerable<string> Filer(CaseWork work, string id) => id != work.Applicant.FlowId ? [] : work.Case switch
    {
        { FiledBy: FiledBy.Agent, OrganisationId: { } employer } => [CandidateKey.Role(Rights.Roles.EmployerAgent, null, null, employer), CandidateKey.Party],
        { FiledBy: FiledBy.Counter } => [CandidateKey.Role(Rights.Roles.IntakeOfficer, work.Case.RegionCode), CandidateKey.Party],
        _ => [],
    };

    /// <summary>An organisation by its code or id.</summary>
    internal static async Task<Guid?> OrganisationAsync(ApprovalsDbContext context, string? organisation, CancellationToken cancellationToken) =>
        organisation is null ? null
        : Guid.TryParse(organisation, out var id) ? id
        : await context.Organisations.Where(o => o.Uscc == organisation).Select(o => o.SuccessorId ?? (Guid?)o.Id).SingleOrDefaultAsync(cancellationToken) ?? Guid.Empty;
}
