using System.Collections.Immutable;
using Approvals.Application.Database;
using Approvals.Application.People;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Rights;

/// <summary>Reads who somebody is from the account and its assignments.</summary>
public static class RoleGrants
{
    /// <summary>The user of an account as of an instant; null when there is none or it is disabled.</summary>
    public static async Task<CurrentUser?> ReadAsync(ApprovalsDbContext context, Guid user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var account = await context.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == user && u.DisabledAt == null, cancellationToken);
        return account is null ? null : new CurrentUser(account.Id, account.DisplayName, await OfAsync(context, user, now, cancellationToken))
        {
            Language = account.Language, PersonId = account.PersonId,
        };
    }

    /// <summary>The user of an account with those the user stands in for on a day: all that rights are decided from.</summary>
    public static async Task<CurrentUser> WholeAsync(
        ApprovalsDbContext context, User account, DateOnly today, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(account.Id, account.DisplayName, await OfAsync(context, account.Id, now, cancellationToken))
        {
            Language = account.Language, PersonId = account.PersonId,
            StandsInFor = account.IsStaff ? await StandIns.ReadAsync(context, account.Id, today, now, cancellationToken) : [],
        };

    /// <summary>The assignments in force at an instant.</summary>
    public static async Task<ImmutableArray<RoleGrant>> OfAsync(
        ApprovalsDbContext context, Guid user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await (
            from assignment in context.RoleAssignments.AsNoTracking()
            where assignment.UserId == user && assignment.ValidFrom <= now && (assignment.ValidTo == null || assignment.ValidTo > now)
            join organisation in context.Organisations.AsNoTracking() on assignment.OrganisationId equals organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            orderby assignment.Id
            select new { assignment, Kind = organisation == null ? null : organisation.Kind }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new RoleGrant(
                r.assignment.Role, r.assignment.RegionCode, r.assignment.RegionPath, r.assignment.OrganisationId, r.assignment.ServiceCode, r.Kind)
            {
                Assignment = r.assignment.Id, Since = r.assignment.ValidFrom,
            }),
        ];
    }
}
