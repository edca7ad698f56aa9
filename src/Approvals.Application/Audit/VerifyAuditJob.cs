using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Jobs;

namespace Approvals.Application.Audit;

/// <summary>Verifies the audit every night and writes what it found into the audit itself, where it is sealed.</summary>
internal sealed class VerifyAuditJob(AuditVerifier verifier, AuditLog log, WriteTransaction transaction) : IJob
{
    private const int MostNamed = 100;

    public string Name => "audit.verify";

    public string DefaultCron => "0 0 3 ? * *";

    public async Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var report = await verifier.VerifyAsync(cancellationToken);
        var data = JsonSerializer.Serialize(new
        {
            entries = report.Entries,
            events = report.Events,
            unsealed = report.Unsealed,
            findings = report.Findings.Take(MostNamed).Select(f => new { code = f.Code, subject = f.Subject }),
        });
        log.Add(null, report.IsIntact ? "audit.verified" : "audit.tamperingFound", "audit", "all", data);
        await transaction.CommitAsync(cancellationToken);
        await context.SaveAsync(null, report.Entries + report.Events, cancellationToken);
    }
}
