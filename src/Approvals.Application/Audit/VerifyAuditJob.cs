using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Audit;

/// <summary>Verifies the audit every night and writes what it found into the audit itself, where it is sealed.</summary>
internal sealed class VerifyAuditJob(ApprovalsDbContext context, AuditVerifier verifier, AuditLog log, WriteTransaction transaction) : IJob
{
    private const int MostNamed = 100;

    public string Name => "audit.verify";

    public string DefaultCron => "0 0 3 ? * *";

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        var told = 0;
        job.Plan(await verifier.CountAsync(cancellationToken), "entries");
        var report = await verifier.VerifyAsync(
            job.Cursor,
            async (cursor, rows, findings) =>
            {
                told = Tell(job, findings, told);
                await job.SaveAsync(cursor, job.Progress + rows, cancellationToken);
            },
            cancellationToken);
        Tell(job, report.Findings, told);
        await job.SaveAsync(job.Cursor, job.Progress, cancellationToken);
        await ConcludeAsync(job, report, cancellationToken);
    }

    /// <summary>What was found before a node died was told then, and is part of the conclusion.</summary>
    private async Task ConcludeAsync(JobContext job, AuditReport report, CancellationToken cancellationToken)
    {
        var found = await context.JobFaults.AsNoTracking().Where(f => f.RunId == job.RunId && !f.BrokeRun).OrderBy(f => f.At).ThenBy(f => f.Id)
            .Take(MostNamed).Select(f => new { code = f.Code, subject = f.Chunk }).ToListAsync(cancellationToken);
        var data = JsonSerializer.Serialize(new { rows = job.Progress, unsealed = report.Unsealed, findings = found });
        log.Add(null, found.Count == 0 ? "audit.verified" : "audit.tamperingFound", "audit", "all", data);
        await transaction.CommitAsync(cancellationToken);
    }

    private static int Tell(JobContext job, IReadOnlyList<AuditFinding> findings, int told)
    {
        foreach (var finding in findings.Skip(told).Take(MostNamed))
        {
            job.Report(new Error(finding.Code) { Data = finding.Data }, finding.Subject);
        }

        return findings.Count;
    }
}
