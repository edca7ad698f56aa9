using Approvals.Application.Cases;
using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Rights;

/// <summary>The cases that a user is a party of (see <see cref="CaseRights.IsParty"/>), each way along an index of its own.</summary>
public static class OwnCases
{
    /// <summary>The newest so many of them, newest first, of those that are wanted.</summary>
    public static async Task<List<Case>> NewestAsync(
        ApprovalsDbContext context, CurrentUser user, Func<IQueryable<Case>, IQueryable<Case>> wanted, int count, CancellationToken cancellationToken)
    {
        var ids = await Ways(context.Cases, user)
            .Select(way => wanted(way).OrderByDescending(c => c.Id).Select(c => c.Id).Take(count))
            .Aggregate((some, more) => some.Union(more)).OrderByDescending(id => id).Take(count).ToListAsync(cancellationToken);
        return ids.Count == 0 ? [] : await context.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).OrderByDescending(c => c.Id).ToListAsync(cancellationToken);
    }

    private static IEnumerable<IQueryable<Case>> Ways(IQueryable<Case> cases, CurrentUser user)
    {
        var organisations = user.AgentOf.Distinct().ToList();
        yield return cases.Where(c => c.ApplicantUserId == user.Id);
        yield return cases.Where(c => c.FiledBy != FiledBy.Agent).Where(FiledCases.By(user));
        if (user.PersonId is { } person)
        {
            yield return cases.Where(c => c.ApplicantPersonId == person);
        }

        foreach (var organisation in organisations)
        {
            yield return cases.Where(c => c.OrganisationId == organisation);
        }
    }
}
