using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Jobs;

/// <summary>The jobs with their plans and runs, for operators.</summary>
public sealed class JobList(ApprovalsDbContext context, JobPlan plan, IEnumerable<IJob> jobs, MessageCatalog texts, TimeProvider time)
{
    private const int MostRuns = 50;
    private const int MostFaults = 100;

    /// <summary>Every job: those that run first, then by name.</summary>
    public async Task<Result<IReadOnlyList<JobDto>>> ListAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!JobRights.Sees(user))
        {
            return Refusals.Forbidden;
        }

        var schedules = await plan.ReadAsync(cancellationToken);
        List<JobDto> rows = [];
        foreach (var schedule in schedules)
        {
            var last = await context.JobRuns.AsNoTracking().Where(r => r.Job == schedule.Job).OrderByDescending(r => r.OpenKey != null).ThenByDescending(r => r.ScheduledFor)
                .FirstOrDefaultAsync(cancellationToken);
            var when = new JobTime(schedule.Cron, schedule.OnWorkingDays);
            rows.Add(new JobDto(
                schedule.Job, Title(schedule.Job, user), ScheduleWords.Tell(when, user.Language), schedule.Cron, !schedule.IsEnabled,
                schedule.IsEnabled ? plan.NextAfter(when, time.GetUtcNow()) : null, last is null ? null : await RunAsync(last, user, cancellationToken), Etag.Of(schedule)));
        }

        List<JobDto> ordered = [.. rows.OrderBy(r => r.Last?.State is "running" or "silent" or "queued" ? 0 : r.Last?.State is "failed" or "retrying" ? 1 : 2).ThenBy(r => r.Title, StringComparer.Ordinal)];
        return ordered;
    }

    /// <summary>The past runs of a job.</summary>
    public async Task<Result<JobHistoryDto>> HistoryAsync(string job, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!JobRights.Sees(user) || !jobs.Any(j => j.Name == job))
        {
            return JobRights.Sees(user) ? Refusals.NotFound : Refusals.Forbidden;
        }

        List<JobRunDto> runs = [];
        foreach (var run in await context.JobRuns.AsNoTracking().Where(r => r.Job == job).OrderByDescending(r => r.ScheduledFor).Take(MostRuns).ToListAsync(cancellationToken))
        {
            runs.Add(await RunAsync(run, user, cancellationToken));
        }

        return new JobHistoryDto(runs, await FaultsAsync(context.JobFaults.Where(f => f.Job == job), MostFaults, user, cancellationToken));
    }

    internal async Task<IReadOnlyList<JobFaultDto>> FaultsAsync(IQueryable<JobFault> faults, int most, CurrentUser user, CancellationToken cancellationToken) =>
    [
        .. (await faults.AsNoTracking().OrderByDescending(f => f.At).ThenBy(f => f.Id).Take(most).ToListAsync(cancellationToken)).Select(f => new JobFaultDto(
            f.RunId.ToString(), Title(f.Job, user), f.At, f.Code,
            texts.Format(f.Code, JsonSerializer.Deserialize<Dictionary<string, string>>(f.Data)!, user.Language), f.Chunk, f.BrokeRun)),
    ];

    /// <summary>What a job does; its name where nobody wrote a title.</summary>
    private string Title(string job, CurrentUser user) => texts.Texts.TryGetValue($"jobs.name.{job}", out var title) ? title.In(user.Language) : job;

    private async Task<JobRunDto> RunAsync(JobRun run, CurrentUser user, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var by = run.ByUserId is { } id ? await context.Users.Where(u => u.Id == id).Select(u => u.DisplayName).SingleOrDefaultAsync(cancellationToken) : null;
        var broke = run.Error is null ? null
            : await FaultsAsync(context.JobFaults.Where(f => f.RunId == run.Id && f.BrokeRun), 1, user, cancellationToken) is [var fault, ..] ? fault.Message : run.Error;
        var speed = JobBreaks.PerSecond(run.Progress - run.StartedWith, (run.FinishedAt ?? now) - run.StartedAt);
        var left = run.Total - run.Progress;
        return new JobRunDto(
            run.Id.ToString(), State(run, now), run.ScheduledFor, run.StartedAt, run.FinishedAt, by, run.Node, run.HeardAt, run.Attempts, run.RetryAt,
            run is { CancelAskedAt: not null, OpenKey: not null }, run.Cursor, run.Progress, run.Total, run.Unit is null ? null : texts.Format($"jobs.unit.{run.Unit}", new Dictionary<string, string>(), user.Language),
            speed, run.State == JobRunState.Running && left >= 0 && speed > 0 ? now.AddSeconds((double)(left.Value / speed)) : null, run.Faults, broke);
    }

    private static string State(JobRun run, DateTimeOffset now) => run.State switch
    {
        JobRunState.Queued => "queued",
        JobRunState.Running => run.IsFree(now) ? "silent" : "running",
        JobRunState.Succeeded => "succeeded",
        JobRunState.Failed => run.RetryAt is null ? "failed" : "retrying",
        _ => "cancelled",
    };
}
