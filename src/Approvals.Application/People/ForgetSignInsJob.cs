using Approvals.Application.Database;
using Approvals.Application.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.People;

/// <summary>Deletes attempts to sign in after a year; the law wants logs kept for six months at least.</summary>
internal sealed class ForgetSignInsJob(ApprovalsDbContext context, WriteTransaction transaction, TimeProvider time) : IJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(366);

    public string Name => "signIns.forget";

    public string DefaultCron => "0 45 2 ? * *";

    public async Task RunAsync(JobContext jobContext, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Kept;
        var forgotten = 0;
        await transaction.RunAsync(
            async stop => forgotten = await context.SignInAttempts.Where(s => s.At < before).ExecuteDeleteAsync(stop), cancellationToken);
        await jobContext.SaveAsync(null, forgotten, cancellationToken);
    }
}
