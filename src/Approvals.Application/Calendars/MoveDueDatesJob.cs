using Approvals.Application.Database;
using Approvals.Application.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Calendars;

/// <summary>
/// Moves open due dates after a notice was loaded: started when one is, and once a night for what was left. Where it is stands with the
/// revision, in the transaction of each chunk: killed anywhere it goes on there, and of two that run at once one moves a chunk.
/// </summary>
internal sealed class MoveDueDatesJob(ApprovalsDbContext context, MoveChunk chunk, CalendarInForce calendar, TimeProvider clock) : IJob
{
    public string Name => PendingRevisions.Job;

    public string DefaultCron => "0 10 1 ? * *";

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        await calendar.ReadAsync(context, cancellationToken);
        var progress = job.Progress;
        while (await PendingRevisions.NextAsync(context, clock.GetUtcNow(), cancellationToken) is { } revision)
        {
            // Somebody may have loaded another notice meanwhile.
            await calendar.RefreshAsync(context, cancellationToken);
            var looked = revision.Looked;
            await chunk.MoveAsync(revision, cancellationToken);
            context.ChangeTracker.Clear();
            progress += Math.Max(0, revision.Looked - looked);
            await job.SaveAsync($"{revision.Number}:{revision.Cursor}", progress, cancellationToken);
        }
    }
}

/// <summary>Which revision has due dates to move.</summary>
public static class PendingRevisions
{
    /// <summary>The job that moves due dates.</summary>
    public const string Job = "calendars.moveDueDates";

    /// <summary>After how long every node has heard of a revision and every step that began before it is over.</summary>
    internal static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    /// <summary>When the newest revision that is not through is to be gone on with, at the earliest; null where none is.</summary>
    public static async Task<DateTimeOffset?> DueAsync(ApprovalsDbContext context, CancellationToken cancellationToken) =>
        await Open(context).AsNoTracking().Select(r => new { r.State, r.LoadedAt }).FirstOrDefaultAsync(cancellationToken) is { } found
            ? found.State == RevisionState.Settling ? found.LoadedAt + Settled : found.LoadedAt
            : null;

    internal static async Task<CalendarRevision?> NextAsync(ApprovalsDbContext context, DateTimeOffset now, CancellationToken cancellationToken) =>
        await Open(context).FirstOrDefaultAsync(cancellationToken) is { } found
            && (found.State != RevisionState.Settling || found.Cursor is not null || found.LoadedAt + Settled <= now)
                ? found
                : null;

    private static IQueryable<CalendarRevision> Open(ApprovalsDbContext context) => context.CalendarRevisions
        .Where(r => r.State == RevisionState.Waiting || r.State == RevisionState.Moving || r.State == RevisionState.Settling).OrderByDescending(r => r.Number);
}
