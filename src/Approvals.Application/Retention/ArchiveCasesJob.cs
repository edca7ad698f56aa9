using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Retention;

/// <summary>Every night: archives the complete e-file of finished cases as one sealed bundle, once each, and anew where a case went on since.</summary>
internal sealed class ArchiveCasesJob(ApprovalsDbContext context, RetentionCases cases, CaseBundle bundle, AuditLog audit, WriteTransaction transaction, TimeProvider clock) : IJob
{
    public string Name => "retention.archive";

    public string DefaultCron => "0 30 3 ? * *";

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        var after = job.Cursor is { } cursor ? Guid.Parse(cursor) : Guid.Empty;
        job.Plan(job.Progress + await cases.Finished.Where(c => c.Id > after).LongCountAsync(cancellationToken), "cases");
        while (await cases.NextAsync(after, cancellationToken) is { Count: > 0 } stretch)
        {
            foreach (var due in stretch)
            {
                await ArchiveAsync(job, due, cancellationToken);
                after = due.Row.Id;
            }

            await job.SaveAsync($"{after}", job.Progress + stretch.Count, cancellationToken);
        }
    }

    /// <summary>One case; an open objection waits, as its end belongs into the file.</summary>
    private async Task ArchiveAsync(JobContext job, RetainedCase due, CancellationToken cancellationToken)
    {
        if (!due.IsToArchive || due.Barrier?.Code == "retention.objection")
        {
            return;
        }

        var kept = await bundle.KeepAsync(due.Row, due.Rule, cancellationToken);
        if (!kept.IsSuccess)
        {
            job.Report(kept.Error, due.Row.Number);
            return;
        }

        var data = new { number = due.Row.Number, files = kept.Value.Files, hash = Convert.ToHexStringLower(kept.Value.Hash) };
        audit.Add(null, "retention.archived", "case", due.Row.Id.ToString(), JsonSerializer.Serialize(data), due.Row.Id);
        context.CaseArchives.Add(new CaseArchive
        {
            CaseId = due.Row.Id, ArchivedAt = clock.Now(), RetentionClass = due.Rule.Class.Zh, Address = kept.Value.Address, Events = due.Events,
            Length = kept.Value.Length, Hash = kept.Value.Hash,
        });
        await transaction.RunAsync(stop => context.CaseArchives.Where(a => a.CaseId == due.Row.Id).ExecuteDeleteAsync(stop), cancellationToken);
        context.ChangeTracker.Clear();
    }
}
