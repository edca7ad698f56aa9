using System.Globalization;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.Jobs;
using Approvals.Application.Policies;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Renewals;

/// <summary>Every morning: invites holders to renew what ends soon, once for each end, from the day on which the service lets them apply.</summary>
internal sealed class InviteToRenewJob(
    ApprovalsDbContext context, ServiceCatalog catalog, HolderNews news, WriteTransaction transaction, CalendarInForce calendar, TimeProvider clock) : IJob
{
    internal const string News = "renewals.news.opens";
    private const int Chunk = 200;

    public string Name => "renewals.invite";

    public string DefaultCron => "0 10 6 ? * *";

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        var (today, invited) = (calendar.Today(clock), job.Progress);
        var kinds = (await RenewalWindows.OnAsync(catalog, today, cancellationToken)).Values.OrderBy(k => k.Kind, StringComparer.Ordinal).ToList();
        var all = invited;
        foreach (var kind in kinds)
        {
            all += await Open(kind, today).LongCountAsync(cancellationToken);
        }

        job.Plan(all, "entitlements");
        foreach (var kind in kinds)
        {
            while (await Open(kind, today).OrderBy(e => e.ValidTo).ThenBy(e => e.Id).Take(Chunk).ToListAsync(cancellationToken) is { Count: > 0 } rows)
            {
                foreach (var row in rows)
                {
                    await InviteAsync(row, kind, cancellationToken);
                }

                await JobCommit.OrStopAsync(context, transaction, Name, cancellationToken);
                await job.SaveAsync(kind.Kind, invited += rows.Count, cancellationToken);
            }
        }
    }

    /// <summary>What may be renewed and was not said yet; what was said is not found again, so there is no cursor to keep.</summary>
    private IQueryable<Entitlement> Open(RenewableKind kind, DateOnly today)
    {
        var until = today.AddDays(kind.Window.OpensDaysBefore);
        return context.Entitlements.AsNoTracking()
            .Where(e => e.ValidTo >= today && e.ValidTo <= until && e.Kind == kind.Kind && e.EndedOn == null && e.RenewalCaseId == null
                && !context.EntitlementMilestones.Any(m => m.EntitlementId == e.Id && m.Milestone == Milestone.Invited && m.LastDay == e.ValidTo));
    }

    private async Task InviteAsync(Entitlement row, RenewableKind kind, CancellationToken cancellationToken)
    {
        var last = row.ValidTo!.Value;
        context.EntitlementMilestones.Add(new EntitlementMilestone { EntitlementId = row.Id, Milestone = Milestone.Invited, LastDay = last, At = clock.GetUtcNow() });
        var later = await context.Entitlements.AnyAsync(
            e => e.PersonId == row.PersonId && e.Kind == row.Kind && e.Id != row.Id && e.EndedOn == null && (e.ValidTo == null || e.ValidTo > last), cancellationToken);
        if (!later)
        {
            await news.TellHolderAsync(row, News, new { card = row.KindName, due = Text(kind.Due(last)), last = Text(last) }, cancellationToken);
        }
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
