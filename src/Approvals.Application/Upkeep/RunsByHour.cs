using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Upkeep;

/// <summary>How many runs of jobs ended in each hour of today, and how many usually do.</summary>
public sealed class RunsByHour(ApprovalsDbContext context, CalendarInForce calendar, TimeProvider time)
{
    private const int UsualDays = 7;

    internal async Task<IReadOnlyList<HourDto>> ReadAsync(CancellationToken cancellationToken)
    {
        var (today, zone) = (calendar.Today(time), calendar.Current.Zone);
        var (start, before) = (calendar.Current.StartOf(today), calendar.Current.StartOf(today.AddDays(-UsualDays)));
        var ended = await context.JobRuns.AsNoTracking().Where(r => r.FinishedAt >= before && r.State == JobRunState.Succeeded)
            .Select(r => new { At = r.FinishedAt!.Value, r.Progress }).ToListAsync(cancellationToken);
        var broke = await context.JobFaults.AsNoTracking().Where(f => f.At >= start && f.BrokeRun).Select(f => f.At).ToListAsync(cancellationToken);
        var now = ended.Where(r => r.At >= start).ToLookup(r => Hour(r.At, zone));
        var past = ended.Where(r => r.At < start).ToLookup(r => Hour(r.At, zone));
        var failed = broke.ToLookup(at => Hour(at, zone));
        return
        [
            .. Enumerable.Range(0, 24).Select(hour => new HourDto(
                hour, now[hour].Count(), failed[hour].Count(), Math.Round(past[hour].Count() / (decimal)UsualDays, 1), now[hour].Sum(r => r.Progress))),
        ];
    }

    private static int Hour(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).Hour;
}
