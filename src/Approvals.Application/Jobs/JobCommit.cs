using Approvals.Application.Database;

namespace Approvals.Application.Jobs;

/// <summary>Commits a chunk of a job.</summary>
internal static class JobCommit
{
    /// <summary>Writes the chunk and forgets it. Where somebody changed a row of it meanwhile nothing was written, and the next look finds it again.</summary>
    /// <exception cref="InvalidOperationException">A unique key was taken by something that is no run of this job.</exception>
    public static async Task OrStopAsync(ApprovalsDbContext context, WriteTransaction transaction, string job, CancellationToken cancellationToken)
    {
        var outcome = await transaction.CommitAsync(cancellationToken);
        context.ChangeTracker.Clear();
        if (outcome == CommitOutcome.Duplicate)
        {
            throw new InvalidOperationException($"A chunk of {job} meets rows that are there already; the next run looks anew.");
        }
    }
}
