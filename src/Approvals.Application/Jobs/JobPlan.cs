using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Jobs;

/// <summary>When jobs run, as staff set it, and when each last did.</summary>
public sealed class JobPlan(ApprovalsDbContext context, WriteTransaction transaction, IEnumerable<IJob> jobs, ICronTimes times, CalendarInForce calendar)
{
    private const int MostLooks = 60;

    /// <summary>All schedules; those of jobs new to this database are added with their defaults.</summary>
    public async Task<IReadOnlyList<JobSchedule>> LoadAsync(CancellationToken cancellationToken)
    {
        var known = await context.JobSchedules.ToListAsync(cancellationToken);
        var fresh = jobs
            .Where(job => known.All(k => k.Job != job.Name))
            .Select(Default)
            .ToList();
        if (fresh.Count > 0)
        {
            context.JobSchedules.AddRange(fresh);
            // Taken by another node that starts in the same moment: its rows say the same.
            await transaction.CommitAsync(cancellationToken);
        }

        return [.. known.Concat(fresh).Where(s => jobs.Any(job => job.Name == s.Job))];
    }

    /// <summary>All schedules as they count, whether or not they were written yet; by name.</summary>
    public async Task<IReadOnlyList<JobSchedule>> ReadAsync(CancellationToken cancellationToken)
    {
        var known = await context.JobSchedules.AsNoTracking().ToDictionaryAsync(s => s.Job, cancellationToken);
        return [.. jobs.Select(job => known.GetValueOrDefault(job.Name) ?? Default(job)).OrderBy(s => s.Job, StringComparer.Ordinal)];
    }

    /// <summary>The schedule of a job, to be changed; null when there is no such job.</summary>
    public async Task<JobSchedule?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (jobs.FirstOrDefault(j => j.Name == name) is not { } job)
        {
            return null;
        }

        return await context.JobSchedules.SingleOrDefaultAsync(s => s.Job == name, cancellationToken) ?? context.JobSchedules.Add(Default(job)).Entity;
    }

    /// <summary>Notes that a job has run for an instant; what lies between this and the next is a misfire.</summary>
    public async Task RememberAsync(string job, DateTimeOffset scheduledFor, CancellationToken cancellationToken)
    {
        var schedule = await context.JobSchedules.SingleAsync(s => s.Job == job, cancellationToken);
        if (schedule.LastScheduledFor is null || schedule.LastScheduledFor < scheduledFor)
        {
            schedule.LastScheduledFor = scheduledFor;
            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <summary>Whether a job's plan lets it run on the day of an instant.</summary>
    public async Task<bool> IsDueAsync(string job, DateTimeOffset instant, CancellationToken cancellationToken) =>
        calendar.Current.IsWorkday(calendar.Current.DayOf(instant))
        || !await context.JobSchedules.AsNoTracking().AnyAsync(s => s.Job == job && s.OnWorkingDays, cancellationToken);

    /// <summary>When a plan is due next; null when it never is.</summary>
    public DateTimeOffset? NextAfter(JobTime time, DateTimeOffset after)
    {
        DateTimeOffset? next = after;
        for (var look = 0; look < MostLooks && next is not null; look++)
        {
            next = times.NextAfter(time.Cron, next.Value);
            if (next is null || !time.OnWorkingDays || calendar.Current.IsWorkday(calendar.Current.DayOf(next.Value)))
            {
                return next;
            }
        }

        return null;
    }

    private static JobSchedule Default(IJob job) => new() { Job = job.Name, Cron = job.DefaultCron, OnWorkingDays = job.OnWorkingDays };
}
