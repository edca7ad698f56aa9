using System.CommandLine;
using Approvals.Application.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Cli;

/// <summary>Works on the audit: verifies it.</summary>
internal static class AuditCommand
{
    internal static Command Create(Settings settings)
    {
        var verify = new Command("verify", "Names any edited, removed, inserted or reordered audit entry or case event.");
        verify.SetAction((parsed, stop) => Platform.RunAsync(settings.Read(parsed), services => VerifyAsync(services, settings.Language(parsed), stop)));
        return new Command("audit", "The audit.") { verify };
    }

    private static async Task<int> VerifyAsync(IServiceProvider services, string language, CancellationToken cancellationToken)
    {
        var report = await services.GetRequiredService<AuditVerifier>().VerifyAsync(cancellationToken);
        foreach (var finding in report.Findings)
        {
            Console.WriteLine(Settings.Texts.Format(finding.Code, finding.Data, language));
        }

        Console.WriteLine($"{report.Entries} entries and {report.Events} case events checked, {report.Findings.Count} findings, {report.Unsealed} entries not sealed yet");
        return report.IsIntact ? 0 : 1;
    }
}
