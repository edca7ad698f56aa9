using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.Jobs;
using Approvals.Application.Policies;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Renewals;

/// <summary>
/// Every night: tells holders what has ended, once for each end, and lets end with it what depends on it, relatives among them. That it ended follows from its
/// dates; this says so.
/// </summary>
internal sealed class AnnounceLapseJob(
    ApprovalsDbContext context, ServiceCatalog catalog, HolderNews news, AuditLog audit, WriteTransaction transaction, CalendarInForce calendar, TimeProvider clock,
    RelativesAtEnd relatives, MessageCatalog texts) : IJob
{
    internal const string News = "renewals.news.lapsed";
    internal const string NewsWithReason = "renewals.news.lapsedBecause";
    private const int Chunk = 200;

    /// <summary>How far back an end is still announced: a site that stood still for longer has other worries.</summary>
    private const int DaysBack = 1096;

    internal const string JobName = "entitlements.announceLapse";

    public string Name => JobName;

    public string DefaultCron => "0 5 0 ? * *";

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        var (today, told) = (calendar.Today(clock), job.Progress);
        job.Plan(told + await Lapsed(today).LongCountAsync(cancellationToken), "entitlements");
        while (await Lapsed(today).OrderBy(e => e.ValidTo).ThenBy(e => e.Id).Take(Chunk).ToListAsync(cancellationToken) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                await AnnounceAsync(row, cancellationToken);
            }

            await JobCommit.OrStopAsync(context, transaction, Name, cancellationToken);
            await job.SaveAsync(null, told += rows.Count, cancellationToken);
        }

        await relatives.EndAsync(today, count => job.SaveAsync(null, told += count, cancellationToken), cancellationToken);
    }

    /// <summary>What ended and was not announced; it is taken first that ends first, so that what depends on it comes after it.</summary>
    private IQueryable<Entitlement> Lapsed(DateOnly today)
    {
        var earliest = today.AddDays(-DaysBack);
        return context.Entitlements
            .Where(e => e.ValidTo < today && e.ValidTo >= earliest && e.EndedOn == null
                && (e.RenewalFiledOn == null || (e.RenewalDecidedOn != null && e.RenewalDecidedOn < today))
                && !context.EntitlementMilestones.Any(m => m.EntitlementId == e.Id && m.Milestone == Milestone.Lapsed && m.LastDay == e.ValidTo));
    }

    private async Task AnnounceAsync(Entitlement row, CancellationToken cancellationToken)
    {
        var last = row.ValidTo!.Value;
        context.EntitlementMilestones.Add(new EntitlementMilestone { EntitlementId = row.Id, Milestone = Milestone.Lapsed, LastDay = last, At = clock.GetUtcNow() });
        audit.Add(null, "entitlement.lapsed", "entitlement", row.Id.ToString(), caseId: row.CaseId);
        var day = Validity.FirstDayWithout(row)!.Value;
        var placeholders = new { card = row.KindName, last = $"{day.AddDays(-1):yyyy-MM-dd}", reason = row.EndReason ?? "" };
        await news.TellEndAsync(row, row.EndReason is null ? News : NewsWithReason, placeholders, cancellationToken);
        foreach (var ended in await Dependants.EndAsync(context, catalog, row, day, Because(row), cancellationToken))
        {
            audit.Add(null, "entitlement.endedWithOther", "entitlement", ended.Id.ToString(), caseId: ended.CaseId);
        }
    }

    /// <summary>A row keeps one text; holders read Chinese first.</summary>
    private string Because(Entitlement row) => row.EndReason
        ?? texts.Format("renewals.endedWith", new Dictionary<string, string> { ["card"] = row.KindName.Zh, ["number"] = row.Number }, "zh-CN");
}
