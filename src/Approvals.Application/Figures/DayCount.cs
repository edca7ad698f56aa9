using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Tasks;
using Approvals.Domain.Calendars;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Figures;

/// <summary>The figures of one day.</summary>
/// <param name="Cases">By region and service.</param>
/// <param name="Steps">By region, service and step.</param>
internal sealed record DayFigures(IReadOnlyList<DayFigure> Cases, IReadOnlyList<StepFigure> Steps);

/// <summary>Counts a day from the cases and tasks that came or went on it, found by their instants.</summary>
public sealed class DayCount(ApprovalsDbContext context, CalendarInForce calendar)
{
    /// <summary>Steps that the authorities take; what an applicant does is the applicant's own time.</summary>
    internal static IReadOnlyList<string> Kinds { get; } = [nameof(TaskKind.Accept), nameof(TaskKind.Review), nameof(TaskKind.Vote), nameof(TaskKind.Ruling)];

    internal async Task<DayFigures> OfAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var (from, to) = (calendar.Current.StartOf(day).ToUniversalTime(), calendar.Current.EndOf(day).ToUniversalTime());
        return new DayFigures(await CasesAsync(day, from, to, cancellationToken), await StepsAsync(day, from, to, cancellationToken));
    }

    private async Task<IReadOnlyList<DayFigure>> CasesAsync(DateOnly day, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        Dictionary<(string Region, string Service), DayFigure> figures = [];
        DayFigure Of(string region, string path, string service) => figures.TryGetValue((region, service), out var known)
            ? known
            : figures[(region, service)] = new DayFigure { Day = day, RegionCode = region, RegionPath = path, ServiceCode = service };
        var came = await context.Cases.Where(c => c.SubmittedAt >= from && c.SubmittedAt < to)
            .GroupBy(c => new { c.RegionCode, c.RegionPath, c.ServiceCode }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        came.ForEach(c => Of(c.Key.RegionCode, c.Key.RegionPath, c.Key.ServiceCode).Submitted += c.Count);
        var went = await context.Cases.Where(c => c.FinishedAt >= from && c.FinishedAt < to)
            .GroupBy(c => new { c.RegionCode, c.RegionPath, c.ServiceCode })
            .Select(g => new
            {
                g.Key,
                Finished = g.Count(),
                Granted = g.Count(c => c.Result == "granted"),
                Refused = g.Count(c => c.Result == "refused" || c.Result == "notAccepted"),
                Late = g.Count(c => c.FinishedAt > c.DueAt),
            }).ToListAsync(cancellationToken);
        foreach (var some in went)
        {
            var figure = Of(some.Key.RegionCode, some.Key.RegionPath, some.Key.ServiceCode);
            figure.Finished += some.Finished;
            figure.Granted += some.Granted;
            figure.Refused += some.Refused;
            figure.Late += some.Late;
        }

        var limited = context.Cases.AsNoTracking().Where(c => c.FinishedAt >= from && c.FinishedAt < to && c.Limit != null)
            .Select(c => new { c.RegionCode, c.RegionPath, c.ServiceCode, c.Limit, c.DueAt, c.FinishedAt }).AsAsyncEnumerable();
        await foreach (var some in limited.WithCancellation(cancellationToken))
        {
            var figure = Of(some.RegionCode, some.RegionPath, some.ServiceCode);
            figure.Limited++;
            figure.UsedDays += calendar.Current.WorkingDaysUsed(PendingLimits.Read(some.Limit)!, some.FinishedAt!.Value);
            figure.LateDays += Beyond(some.DueAt, some.FinishedAt.Value);
        }

        return [.. figures.Values];
    }

    /// <summary>By how many working days something was done after its last day.</summary>
    private int Beyond(DateTimeOffset? due, DateTimeOffset done) =>
        done > due ? Math.Max(0, calendar.Current.WorkingDaysBetween(calendar.Current.DayOf(due.Value.AddTicks(-1)), calendar.Current.DayOf(done))) : 0;

    /// <summary>Working days are counted by the calendar, so the day's tasks are gone through one by one.</summary>
    private async Task<IReadOnlyList<StepFigure>> StepsAsync(DateOnly day, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var kinds = Kinds;
        Dictionary<(string Region, string Service, string Activity), StepFigure> figures = [];
        var done = context.TaskItems.AsNoTracking().Where(t => t.ClosedAt >= from && t.ClosedAt < to && t.State == TaskItemState.Done && kinds.Contains(t.Kind))
            .Select(t => new { t.RegionCode, t.RegionPath, t.ServiceCode, t.ActivityId, t.ReceivedAt, t.ClosedAt, t.DueAt, HasLimit = t.Limit != null }).AsAsyncEnumerable();
        await foreach (var task in done.WithCancellation(cancellationToken))
        {
            var key = (task.RegionCode, task.ServiceCode, task.ActivityId);
            if (!figures.TryGetValue(key, out var figure))
            {
                figures[key] = figure = new StepFigure
                {
                    Day = day, RegionCode = task.RegionCode, RegionPath = task.RegionPath, ServiceCode = task.ServiceCode, ActivityId = task.ActivityId,
                };
            }

            figure.Done++;
            figure.WorkingDays += Math.Max(0, calendar.Current.WorkingDaysBetween(calendar.Current.DayOf(task.ReceivedAt), day));
            figure.Late += task.ClosedAt > task.DueAt ? 1 : 0;
            figure.Limited += task.HasLimit ? 1 : 0;
            figure.LateDays += Beyond(task.DueAt, task.ClosedAt!.Value);
        }

        return [.. figures.Values];
    }
}
