using Approvals.Application.Database;
using Approvals.Application.Jobs;
using Approvals.Application.Policies;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.People;

/// <summary>Deletes attempts to sign in after the days that the settings say, never before the six months for which the law wants logs kept.</summary>
internal sealed class ForgetSignInsJob(ApprovalsDbContext context, SettingsInForce settings, TimeProvider time) : IJob
{
    private const int Chunk = 500;
    private const int KeptDays = 366;
    private const int LawfulDays = 184;

    public string Name => "signIns.forget";

    public string DefaultCron => "0 45 2 ? * *";

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        var kept = Math.Max(LawfulDays, await settings.NumberAsync("retention.signIns.days", cancellationToken) ?? KeptDays);
        var before = time.GetUtcNow().AddDays(-kept);
        var old = context.SignInAttempts.Where(s => s.At < before);
        job.Plan(job.Progress + await old.LongCountAsync(cancellationToken), "entries");
        while (await old.OrderBy(s => s.At).Take(Chunk).ToListAsync(cancellationToken) is { Count: > 0 } attempts)
        {
            context.RemoveRange(attempts);
            await job.SaveAsync($"{attempts[^1].At:O}", job.Progress + attempts.Count, cancellationToken);
        }
    }
}
