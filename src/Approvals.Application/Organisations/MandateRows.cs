using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Organisations;

/// <summary>Mandates as people read them.</summary>
public sealed class MandateRows(ApprovalsDbContext context, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>Describes mandates, newest first.</summary>
    internal async Task<IReadOnlyList<MandateDto>> OfAsync(IReadOnlyList<Mandate> rows, CurrentUser user, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        Guid?[] employers = [.. rows.Select(r => r.OrganisationId).Distinct()];
        Guid[] agents = [.. rows.Select(r => r.AgentUserId).Distinct()];
        var known = await context.Organisations.AsNoTracking().Where(o => employers.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellationToken);
        string[] codes = [.. known.Values.Select(o => o.RegionCode).Distinct()];
        var regions = await context.Regions.AsNoTracking().Where(r => codes.Contains(r.Code)).ToDictionaryAsync(r => r.Code, r => r.Name, cancellationToken);
        var names = await context.Users.AsNoTracking().Where(u => agents.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        return
        [
            .. from row in rows
               let employer = known[row.OrganisationId!.Value]
               let state = row.StateAt(now)
               orderby row.AskedAt ?? row.ValidFrom descending, row.Id
               select new MandateDto(
                   row.Id.ToString(), Etag.Of(row), employer.Id.ToString(), employer.Name, employer.Uscc, regions.GetValueOrDefault(employer.RegionCode)?.In(user.Language) ?? "",
                   employer.VerifiedAt is not null, names.GetValueOrDefault(row.AgentUserId, ""), state, calendar.Current.DayOf(row.ValidFrom),
                   row.ValidTo is { } to ? calendar.Current.DayOf(to.AddTicks(-1)) : null, row.AskedAt, row.DecidedAt, row.Reason, row.ProofDocumentId?.ToString(),
                   employer.VerifiedAt is null ? employer.ProofDocumentId?.ToString() : null,
                   state is MandateState.Asked or MandateState.Coming or MandateState.InForce && RevokeMandate.MayRevoke(user, row, employer)),
        ];
    }
}

/// <summary>What somebody has to do with employers as an agent.</summary>
public sealed class MandateList(ApprovalsDbContext context, MandateRows rows, TimeProvider clock)
{
    /// <summary>The reader's mandates, and those of others for the same employers.</summary>
    public async Task<Result<MandatesDto>> ReadAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsSignedIn || user.IsStaff)
        {
            return Refusals.Forbidden;
        }

        var employers = user.AgentOf.Cast<Guid?>().ToList();
        var all = await context.Mandates.AsNoTracking()
            .Where(m => m.OrganisationId != null && (m.AgentUserId == user.Id || employers.Contains(m.OrganisationId))).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return new MandatesDto(
            await rows.OfAsync([.. all.Where(m => m.AgentUserId == user.Id)], user, cancellationToken),
            await rows.OfAsync([.. all.Where(m => m.AgentUserId != user.Id && m.StateAt(now) is (MandateState.InForce or MandateState.Coming))], user, cancellationToken));
    }
}
