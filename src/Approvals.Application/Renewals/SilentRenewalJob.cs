using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.Jobs;
using Approvals.Application.Policies;
using Approvals.Domain.Packages;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Renewals;

/// <summary>
/// Every night: what the authority's silence means where an end has passed while a timely application waits. A licence is renewed by it;
/// anything else stays valid, and the leads are told, once for each end.
/// </summary>
internal sealed class SilentRenewalJob(
    ApprovalsDbContext context, ServiceCatalog catalog, HolderNews news, AuditLog audit, WriteTransaction transaction, CalendarInForce calendar, IIdSource ids,
    TimeProvider clock, MessageCatalog texts) : IJob
{
    internal const string NewsToLeads = "renewals.news.overdue";
    internal const string NewsToHolder = "renewals.news.renewed";
    private const int Chunk = 200;

    public string Name => "renewals.silence";

    public string DefaultCron => "0 3 0 ? * *";

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        var (today, done) = (calendar.Today(clock), job.Progress);
        var kinds = await RenewalWindows.OnAsync(catalog, today, cancellationToken);
        job.Plan(done + await Undecided(today).LongCountAsync(cancellationToken), "entitlements");
        while (await Undecided(today).OrderBy(e => e.ValidTo).ThenBy(e => e.Id).Take(Chunk).ToListAsync(cancellationToken) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                context.EntitlementMilestones.Add(
                    new EntitlementMilestone { EntitlementId = row.Id, Milestone = Milestone.Escalated, LastDay = row.ValidTo!.Value, At = clock.GetUtcNow() });
                await TakeAsync(row, kinds.GetValueOrDefault(row.Kind), cancellationToken);
            }

            await JobCommit.OrStopAsync(context, transaction, Name, cancellationToken);
            await job.SaveAsync(null, done += rows.Count, cancellationToken);
        }
    }

    private IQueryable<Entitlement> Undecided(DateOnly today) => context.Entitlements
        .Where(e => e.RenewalCaseId != null && e.RenewalDecidedOn == null && e.ValidTo < today && e.EndedOn == null
            && !context.EntitlementMilestones.Any(m => m.EntitlementId == e.Id && m.Milestone == Milestone.Escalated && m.LastDay == e.ValidTo));

    private async Task TakeAsync(Entitlement row, RenewableKind? kind, CancellationToken cancellationToken)
    {
        var renewal = await context.Cases.SingleAsync(c => c.Id == row.RenewalCaseId, cancellationToken);
        if (kind?.Window.Silence == Silence.Renews)
        {
            await RenewAsync(row, kind, renewal, cancellationToken);
            return;
        }

        await news.TellLeadsAsync(
            renewal.Id, renewal.RegionCode, renewal.ServiceCode, NewsToLeads, new { card = row.KindName, last = $"{row.ValidTo:yyyy-MM-dd}" }, cancellationToken);
    }

    /// <summary>As long again as the kind lasts, from the day after its end.</summary>
    private async Task RenewAsync(Entitlement row, RenewableKind kind, Cases.Case renewal, CancellationToken cancellationToken)
    {
        var before = row.ValidTo!.Value;
        row.ValidTo = kind.Rule.Validity?.LastDay(before.AddDays(1)) ?? before.AddDays(before.DayNumber - row.ValidFrom.DayNumber + 1);
        (row.RenewalCaseId, row.RenewalFiledOn, row.LastChangedAt) = (null, null, clock.GetUtcNow());
        context.EntitlementChanges.Add(new ChangeOfEntitlement
        {
            Id = ids.Next(), EntitlementId = row.Id, CaseId = renewal.Id, CaseNumber = renewal.Number, ActivityId = "", Change = EntitlementChange.Extend,
            Reason = texts.Format("renewals.silence", new Dictionary<string, string> { ["number"] = renewal.Number }, "zh-CN"),
            From = before.AddDays(1), ValidToBefore = before, ValidToAfter = row.ValidTo, At = clock.GetUtcNow(),
        });
        audit.Add(null, "entitlement.extended", "entitlement", row.Id.ToString(), caseId: renewal.Id);
        await news.TellHolderAsync(row, NewsToHolder, new { card = row.KindName, last = $"{row.ValidTo:yyyy-MM-dd}" }, cancellationToken);
    }
}
