using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;
using Approvals.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Figures;

/// <summary>Which figure cases are shown of.</summary>
public enum FigureMeasure
{
    /// <summary>Submitted within the days.</summary>
    Submitted,

    /// <summary>Finished within them.</summary>
    Finished,

    /// <summary>Granted within them.</summary>
    Granted,

    /// <summary>Refused or not accepted within them.</summary>
    Refused,

    /// <summary>Finished within them after the promised day; with a step, those whose task of it was done late.</summary>
    Late,

    /// <summary>Running now; with a step, those that wait in it.</summary>
    Running,

    /// <summary>Running now and past the promised day; with a step, those whose task of it is overdue.</summary>
    Overdue,
}

/// <summary>The cases that a figure counts: from the figure to what is behind it, along the same indexes.</summary>
public sealed class FigureCases(
    ApprovalsDbContext context, FigureScope scope, CaseSummaries summaries, CaseSheet sheet, ExportTrail trail, CalendarInForce calendar, TimeProvider clock)
{
    private const int PageSize = 20;

    /// <param name="Of">Days, region and service.</param>
    /// <param name="Measure">The figure.</param>
    /// <param name="Activity">A step of the service, or null.</param>
    /// <param name="Cursor">From the page before.</param>
    public sealed record Request(FigureRequest Of, FigureMeasure Measure, string? Activity, string? Cursor);

    /// <summary>A page of them: overdue ones by how long they are, others newest first.</summary>
    public async Task<Result<Page<CaseSummaryDto>>> ListAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await FindAsync(request, PageSize, user, cancellationToken);
        return found.IsSuccess
            ? new Page<CaseSummaryDto>(await summaries.OfAsync(found.Value.Items, user.Language, cancellationToken), found.Value.Next)
            : found.Error;
    }

    /// <summary>All of them as a workbook.</summary>
    public async Task<Result<SheetTable>> TableAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await trail.KeepAsync(await FindAsync(request, SheetTable.Most, user, cancellationToken), "figures", new { request.Of, request.Measure, request.Activity }, user, cancellationToken);
        return found.IsSuccess ? await sheet.OfAsync(found.Value, user.Language, cancellationToken) : found.Error;
    }

    private async Task<Result<Page<Case>>> FindAsync(Request request, int size, CurrentUser user, CancellationToken cancellationToken)
    {
        if (request is { Activity.Length: > 0, Of.Service: null or "" })
        {
            return new Error("figures.stepOfWhich");
        }

        var (view, after) = (await scope.OfAsync(request.Of, user, cancellationToken), Cursor.Read<Key>(request.Cursor));
        if (!view.IsSuccess || !after.IsSuccess)
        {
            return view.Error ?? after.Error!;
        }

        var found = request.Activity is { Length: > 0 } activity ? Tasks(request.Measure, activity, view.Value) : Cases(request.Measure, view.Value);
        var rows = await In(found, request.Measure, after.Value).Take(size + 1)
            .Join(context.Cases.AsNoTracking(), f => f.CaseId, c => c.Id, (f, c) => new { f.At, f.Id, Case = c }).ToListAsync(cancellationToken);
        var ordered = request.Measure == FigureMeasure.Overdue ? rows.OrderBy(r => r.At).ThenBy(r => r.Id) : rows.OrderByDescending(r => r.At).ThenByDescending(r => r.Id);
        var page = Cursor.Cut([.. ordered], size, r => r.Case, r => new Key(r.At, r.Id));
        return page with { Items = [.. page.Items.DistinctBy(c => c.Id)] };
    }

    private static IQueryable<Found> In(IQueryable<Found> found, FigureMeasure measure, Key? after)
    {
        var (at, id) = after ?? new Key(default, default);
        if (measure == FigureMeasure.Overdue)
        {
            found = after is null ? found : found.Where(f => f.At > at || (f.At == at && f.Id.CompareTo(id) > 0));
            return found.OrderBy(f => f.At).ThenBy(f => f.Id);
        }

        found = after is null ? found : found.Where(f => f.At < at || (f.At == at && f.Id.CompareTo(id) < 0));
        return found.OrderByDescending(f => f.At).ThenByDescending(f => f.Id);
    }

    private IQueryable<Found> Cases(FigureMeasure measure, FigureView view)
    {
        var (from, to, now) = (calendar.Current.StartOf(view.From).ToUniversalTime(), calendar.Current.EndOf(view.To).ToUniversalTime(), clock.GetUtcNow());
        var cases = context.Cases.Where(CaseScope.Within<Case>(view.Parts));
        var finished = cases.Where(c => c.FinishedAt != null && c.FinishedAt >= from && c.FinishedAt < to);
        return measure switch
        {
            FigureMeasure.Submitted => BySubmission(cases.Where(c => c.SubmittedAt >= from && c.SubmittedAt < to)),
            FigureMeasure.Finished => ByEnd(finished),
            FigureMeasure.Granted => ByEnd(finished.Where(c => c.Result == "granted")),
            FigureMeasure.Refused => ByEnd(finished.Where(c => c.Result == "refused" || c.Result == "notAccepted")),
            FigureMeasure.Late => ByEnd(finished.Where(c => c.FinishedAt > c.DueAt)),
            FigureMeasure.Overdue => cases.Where(c => c.FinishedAt == null && c.DueAt < now).Select(c => new Found { At = c.DueAt!.Value, Id = c.Id, CaseId = c.Id }),
            _ => BySubmission(cases.Where(c => c.FinishedAt == null)),
        };
    }

    private static IQueryable<Found> BySubmission(IQueryable<Case> cases) => cases.Select(c => new Found { At = c.SubmittedAt, Id = c.Id, CaseId = c.Id });

    private static IQueryable<Found> ByEnd(IQueryable<Case> cases) => cases.Select(c => new Found { At = c.FinishedAt!.Value, Id = c.Id, CaseId = c.Id });

    private IQueryable<Found> Tasks(FigureMeasure measure, string activity, FigureView view)
    {
        var (from, to, now, kinds) = (calendar.Current.StartOf(view.From).ToUniversalTime(), calendar.Current.EndOf(view.To).ToUniversalTime(), clock.GetUtcNow(), DayCount.Kinds);
        var tasks = context.TaskItems.Where(t => t.ActivityId == activity && kinds.Contains(t.Kind)).Where(CaseScope.Within<TaskItem>(view.Parts));
        var open = tasks.Where(t => t.ClosedAt == null && t.State != TaskItemState.Frozen);
        var done = tasks.Where(t => t.ClosedAt != null && t.ClosedAt >= from && t.ClosedAt < to && t.State == TaskItemState.Done);
        return measure switch
        {
            FigureMeasure.Running => open.Select(t => new Found { At = t.ReceivedAt, Id = t.Id, CaseId = t.CaseId }),
            FigureMeasure.Overdue => open.Where(t => t.DueAt < now).Select(t => new Found { At = t.DueAt!.Value, Id = t.Id, CaseId = t.CaseId }),
            FigureMeasure.Late => done.Where(t => t.ClosedAt > t.DueAt).Select(t => new Found { At = t.ClosedAt!.Value, Id = t.Id, CaseId = t.CaseId }),
            _ => done.Select(t => new Found { At = t.ClosedAt!.Value, Id = t.Id, CaseId = t.CaseId }),
        };
    }

    private sealed class Found
    {
        public required DateTimeOffset At { get; init; }

        public required Guid Id { get; init; }

        public required Guid CaseId { get; init; }
    }

    private sealed record Key(DateTimeOffset At, Guid Id);
}
