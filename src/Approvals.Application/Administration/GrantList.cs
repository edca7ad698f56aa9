using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Administration;

/// <summary>Reads every assignment an account has, had or will have.</summary>
public sealed class GrantList(ApprovalsDbContext context, RoleNames names, TimeProvider clock)
{
    /// <summary>How many an account's history shows at most, latest first.</summary>
    private const int Most = 200;

    /// <summary>The assignments of an account, for who sees people or checks rights; an account that is not there is not found.</summary>
    public async Task<Result<IReadOnlyList<GrantDto>>> ReadAsync(Guid account, CurrentUser user, CancellationToken cancellationToken) =>
        !AdministrationRights.SeesPeople(user) && !AdministrationRights.ExplainsAccess(user) ? Refusals.Forbidden
        : !await context.Users.AnyAsync(u => u.Id == account, cancellationToken) ? Refusals.NotFound
        : Result<IReadOnlyList<GrantDto>>.Success(await OfAsync(account, user.Language, cancellationToken));

    /// <summary>The assignments of an account: those in force, those to come, those that ended.</summary>
    public async Task<IReadOnlyList<GrantDto>> OfAsync(Guid account, string language, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var rows = await context.RoleAssignments.AsNoTracking().Where(a => a.UserId == account)
            .OrderByDescending(a => a.ValidFrom).ThenBy(a => a.Id).Take(Most).ToListAsync(cancellationToken);
        var named = await names.DescribeAsync(rows, language, cancellationToken);
        var ids = rows.SelectMany(r => new[] { r.GrantedByUserId, r.EndedByUserId }).OfType<Guid>().Distinct().ToList();
        var people = await context.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        string? Person(Guid? id) => id is { } known ? people.GetValueOrDefault(known) : null;
        return
        [
            .. rows.Zip(named).Select(pair => new GrantDto(
                pair.Second.Id, pair.Second.Role, pair.Second.RoleName, names.MeaningOf(pair.Second.Role, language), pair.Second.RegionName,
                pair.Second.OrganisationName, pair.Second.ServiceName,
                pair.First.ValidTo <= now ? GrantState.Ended : pair.First.ValidFrom > now ? GrantState.Coming : GrantState.InForce,
                pair.First.ValidFrom, pair.First.ValidTo, Person(pair.First.GrantedByUserId), pair.First.Reason,
                Person(pair.First.EndedByUserId), pair.First.EndReason)).OrderBy(g => g.State),
        ];
    }
}
