using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Retention;

/// <summary>Every week: makes finished cases nobody's whose retention is over; those with something against it are told and left alone.</summary>
internal sealed class EraseCasesJob(ApprovalsDbContext context, RetentionCases cases, EraseCases erase, AuditLog audit, WriteTransaction transaction) : IJob
{
    public string Name => "retention.erase";

    public string DefaultCron => "0 0 4 ? * SUN";

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        var after = job.Cursor is { } cursor ? Guid.Parse(cursor) : Guid.Empty;
        job.Plan(job.Progress + await cases.Finished.Where(c => c.Id > after).LongCountAsync(cancellationToken), "cases");
        while (await cases.NextAsync(after, cancellationToken) is { Count: > 0 } stretch)
        {
            after = stretch[^1].Row.Id;
            await EraseAsync([.. stretch.Where(c => c.IsToErase && c.Barrier is null)], cancellationToken);
            foreach (var kept in stretch.Where(c => c is { IsToErase: true, Barrier: not null }))
            {
                job.Report(kept.Barrier!, kept.Row.Number);
            }

            await job.SaveAsync($"{after}", job.Progress + stretch.Count, cancellationToken);
        }
    }

    private async Task EraseAsync(IReadOnlyList<RetainedCase> due, CancellationToken cancellationToken)
    {
        if (due.Count == 0)
        {
            return;
        }

        var ids = due.Select(c => c.Row.Id).ToList();
        foreach (var row in due)
        {
            var data = new { number = row.Row.Number, finished = row.Finished, lastDay = row.LastDay, retention = row.Rule.Class.En };
            audit.Add(null, "retention.erased", "case", row.Row.Id.ToString(), JsonSerializer.Serialize(data, JsonSerializerOptions.Web), row.Row.Id);
        }

        var outcome = await transaction.RunAsync(
            async stop =>
            {
                var erased = context.Cases.Where(c => ids.Contains(c.Id) && c.ErasedAt == null);
                await erase.DestroyKeysAsync(erased, stop);
                await erase.ClearAsync(erased, stop);
            },
            cancellationToken);
        context.ChangeTracker.Clear();
        if (outcome != CommitOutcome.Committed)
        {
            throw new InvalidOperationException($"A stretch of cases was not erased: {outcome}. The next attempt goes on from there.");
        }
    }
}
