using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Jobs;

/// <summary>When jobs run, as staff set it, and when each last did.</summary>
public sealed class JobPlan(ApprovalsDbContext context, WriteTransaction transaction, IEnumerable<IJob> jobs)
{
    /// <summary>All schedules; those of jobs new to this database are added with their defaults.</summary>
    public async Task<IReadOnlyList<JobSchedule>> LoadAsync(CancellationToken cancellationToken)
    {
        var known = await context.JobSchedules.ToListAsync(cancellationToken);
        var fresh = jobs
            .Where(job => known.All(k => k.Job != job.Name))
            .Select(job => new JobSchedule { Job = job.Name, Cron = job.DefaultCron })
            .ToList();
        if (fresh.Count > 0)
        {
            context.JobSchedules.AddRange(fresh);
            // Taken by another node that starts in the same moment: its rows say the same.
            await transaction.CommitAsync(cancellationToken);
        }

        return [.. known.Concat(fresh).Where(s => jobs.Any(job => job.Name == s.Job))];
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
}
