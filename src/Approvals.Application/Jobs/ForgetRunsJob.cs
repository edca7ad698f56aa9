using Approvals.Application.Database;
using Approvals.Application.Policies;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Jobs;

/// <summary>Every night: forgets runs that ended longer ago than the setting says, with what went wrong in them; the last runs of each job stay.</summary>
internal sealed class ForgetRunsJob(ApprovalsDbContext context, SettingsInForce settings, TimeProvider time) : IJob
{
    private const int Chunk = 200;
    private const int Kept = 20;
    private const int KeptDays = 190;

    public string Name => "jobs.forgetRuns";

    public string DefaultCron => "0 50 2 ? * *";

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow().AddDays(-(await settings.NumberAsync("jobs.runs.days", cancellationToken) ?? KeptDays));
        var old = context.JobRuns.Where(r => r.FinishedAt < before && r.OpenKey == null && r.Id != job.RunId
            && context.JobRuns.Count(later => later.Job == r.Job && later.ScheduledFor > r.ScheduledFor) >= Kept);
        job.Plan(job.Progress + await old.LongCountAsync(cancellationToken), "runs");
        while (await old.OrderBy(r => r.FinishedAt).Take(Chunk).ToListAsync(cancellationToken) is { Count: > 0 } runs)
        {
            var ids = runs.Select(r => r.Id).ToList();
            context.RemoveRange(await context.JobFaults.Where(f => ids.Contains(f.RunId)).ToListAsync(cancellationToken));
            context.RemoveRange(runs);
            await job.SaveAsync(null, job.Progress + runs.Count, cancellationToken);
        }
    }
}
