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
                    keys.AddRange(Users(work, user.Id).Select(CandidateKey.User));
                    break;
                case RoleCandidate role:
                    var organisation = await OrganisationAsync(work.Context, role.Organisation, cancellationToken);
                    keys.Add(CandidateKey.Role(role.Role, role.Region, role.OrganisationKind, organisation));
                    break;
            }
        }

        return [.. keys.Distinct()];
    }

    /// <summary>The accounts behind an id of the flow: the applicant's agent acts for the applicant.</summary>
    internal static IEnumerable<Guid> Users(CaseWork work, string id)
    {
        var isApplicant = id == work.Applicant.FlowId;
        if (Guid.TryParse(id, out var user) && !(isApplicant && work.Applicant.UserId is null))
        {
            yield return user;
        }

        if (isApplicant && work.Case.FiledBy == FiledBy.Agent)
        {
            yield return work.Case.FiledByUserId;
        }
    }

    /// <summary>An organisation by its code or id.</summary>
    internal static async Task<Guid?> OrganisationAsync(ApprovalsDbContext context, string? organisation, CancellationToken cancellationToken) =>
        organisation is null ? null
        : Guid.TryParse(organisation, out var id) ? id
        : await context.Organisations.Where(o => o.Uscc == organisation).Select(o => (Guid?)o.Id).SingleOrDefaultAsync(cancellationToken) ?? Guid.Empty;
}
