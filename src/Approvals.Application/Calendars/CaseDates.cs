using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Tasks;
using Approvals.Application.Timers;
using Approvals.Application.WaitingLists;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Calendars;

/// <summary>The promised limits of cases.</summary>
internal sealed class PromisedDates : OpenDates<Case>
{
    internal override DateKind Kind => DateKind.Case;

    protected override IQueryable<OpenDate> Open(IQueryable<Case> rows) => rows.Where(c => c.FinishedAt == null && c.DueAt != null && c.Limit != null)
        .Select(c => new OpenDate { Row = c.Id, Case = c.Id, Limit = c.Limit, Due = c.DueAt!.Value, Yellow = null, IsProvisional = c.IsProvisional, Version = c.Version });

    internal override Task SetAsync(ApprovalsDbContext context, Guid[] rows, ComputedDate to, CancellationToken cancellationToken) =>
        Only(context, rows).ExecuteUpdateAsync(c => c.SetProperty(x => x.DueAt, to.Due).SetProperty(x => x.IsProvisional, to.IsProvisional), cancellationToken);
}

/// <summary>The statutory limits of cases.</summary>
internal sealed class StatutoryDates : OpenDates<Case>
{
    internal override DateKind Kind => DateKind.Statutory;

    protected override IQueryable<OpenDate> Open(IQueryable<Case> rows) => rows.Where(c => c.FinishedAt == null && c.StatutoryDueAt != null && c.StatutoryLimit != null)
        .Select(c => new OpenDate
        {
            Row = c.Id, Case = c.Id, Limit = c.StatutoryLimit, Due = c.StatutoryDueAt!.Value, Yellow = null, IsProvisional = false, Version = c.Version,
        });

    internal override Task SetAsync(ApprovalsDbContext context, Guid[] rows, ComputedDate to, CancellationToken cancellationToken) =>
        Only(context, rows).ExecuteUpdateAsync(c => c.SetProperty(x => x.StatutoryDueAt, to.Due), cancellationToken);
}

/// <summary>Tasks, with the inboxes they lie in and the offers they answer.</summary>
internal sealed class TaskDates : OpenDates<TaskItem>
{
    internal override DateKind Kind => DateKind.Task;

    protected override IQueryable<OpenDate> Open(IQueryable<TaskItem> rows) => rows.Where(t => t.ClosedAt == null && t.DueAt != null && t.Limit != null)
        .Select(t => new OpenDate { Row = t.Id, Case = t.CaseId, Limit = t.Limit, Due = t.DueAt!.Value, Yellow = t.YellowAt, IsProvisional = t.IsProvisional, Version = t.Version });

    internal override async Task SetAsync(ApprovalsDbContext context, Guid[] rows, ComputedDate to, CancellationToken cancellationToken)
    {
        await Only(context, rows).ExecuteUpdateAsync(
            t => t.SetProperty(x => x.DueAt, to.Due).SetProperty(x => x.YellowAt, to.Yellow).SetProperty(x => x.IsProvisional, to.IsProvisional), cancellationToken);
        await context.Set<TaskCandidate>().Where(c => rows.Contains(c.TaskId)).ExecuteUpdateAsync(
            c => c.SetProperty(x => x.DueAt, to.Due).SetProperty(x => x.YellowAt, to.Yellow ?? TaskCandidate.NoLimit), cancellationToken);
        await context.WaitingOffers.Where(o => o.State == OfferState.Open && o.TaskId != null && rows.Contains(o.TaskId.Value))
            .ExecuteUpdateAsync(o => o.SetProperty(x => x.DueAt, to.Due), cancellationToken);
    }
}

/// <summary>What cases wait for.</summary>
internal sealed class TimerDates : OpenDates<CaseTimer>
{
    internal override DateKind Kind => DateKind.Timer;

    protected override IQueryable<OpenDate> Open(IQueryable<CaseTimer> rows) => rows.Where(t => t.State == TimerState.Pending && t.Limit != null && t.ReadyAt < TaskCandidate.Paused)
        .Select(t => new OpenDate { Row = t.Id, Case = t.CaseId, Limit = t.Limit, Due = t.ReadyAt, Yellow = null, IsProvisional = t.IsProvisional, Version = t.Version });

    internal override Task SetAsync(ApprovalsDbContext context, Guid[] rows, ComputedDate to, CancellationToken cancellationToken) =>
        Only(context, rows).ExecuteUpdateAsync(t => t.SetProperty(x => x.ReadyAt, to.Due).SetProperty(x => x.IsProvisional, to.IsProvisional), cancellationToken);
}

/// <summary>Public notices.</summary>
internal sealed class NoticeDates : OpenDates<PublicNotice>
{
    internal override DateKind Kind => DateKind.Notice;

    protected override IQueryable<OpenDate> Open(IQueryable<PublicNotice> rows) => rows.Where(n => n.State == NoticeState.Open && n.Limit != null)
        .Select(n => new OpenDate { Row = n.Id, Case = n.CaseId, Limit = n.Limit, Due = n.EndsAt, Yellow = null, IsProvisional = n.IsProvisional, Version = n.Version });

    internal override Task SetAsync(ApprovalsDbContext context, Guid[] rows, ComputedDate to, CancellationToken cancellationToken) =>
        Only(context, rows).ExecuteUpdateAsync(
            n => n.SetProperty(x => x.EndsAt, to.Due).SetProperty(x => x.LastDay, to.LastDay).SetProperty(x => x.IsProvisional, to.IsProvisional), cancellationToken);
}
