using System.Collections.Immutable;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Domain.Packages;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Policies;

/// <summary>
/// The gate before publishing: lint, analysis of the tables, the guarantees of the package and of the law, and every scenario on the real
/// application.
/// </summary>
public sealed class CheckVersion(ApprovalsDbContext context, IScenarioStage stage, ScenarioResults results, MessageCatalog texts)
{
    /// <summary>The check of a version, for whoever sees the services.</summary>
    public async Task<Result<VersionReport>> HandleAsync(Guid version, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.SeesServices(user))
        {
            return Refusals.Forbidden;
        }

        var row = await context.ServiceVersions.AsNoTracking()
            .SingleOrDefaultAsync(v => v.Id == version && v.ServiceCode != ServiceVersion.SharedCode, cancellationToken);
        return row is null ? new Error("policies.unknownVersion", ErrorKind.NotFound) : await RunAsync(row, user.Language, cancellationToken);
    }

    internal async Task<VersionReport> RunAsync(ServiceVersion row, string language, CancellationToken cancellationToken)
    {
        var files = (await PackageRows.FilesAsync(context, row.Id, cancellationToken)).ToImmutableSortedDictionary(StringComparer.Ordinal);
        var shared = (await PackageRows.FilesAsync(context, row.SharedVersionId, cancellationToken)).ToImmutableSortedDictionary(StringComparer.Ordinal);
        var load = ServicePackage.Load(files, shared);
        if (load.Package is not { } package)
        {
            return VersionReports.Broken(load.Problems, texts, language);
        }

        ImmutableArray<PlayedScenario> scenarios = package.Scenarios.IsEmpty
            ? []
            : await results.OfAsync(row, () => stage.PlayAsync(new PackageTree([new PackageFolder(row.ServiceCode, files)], shared), cancellationToken));
        var messages = await context.MessageTemplates.AsNoTracking().Select(t => t.Name).Distinct().ToListAsync(cancellationToken);
        return Named(row, package, VersionReports.Of(package, load.Problems, scenarios, messages, texts, language), language);
    }

    /// <summary>Cases, numbers and entitlements hang on the code: a version under another code would be another service's.</summary>
    private VersionReport Named(ServiceVersion row, ServicePackage package, VersionReport report, string language)
    {
        if (package.Service.Code == row.ServiceCode)
        {
            return report;
        }

        var other = new VersionFinding(FindingArea.Package, true, "service.json", null, texts.Format(new Error("policies.otherCode").With("code", row.ServiceCode), language));
        return report with { Findings = report.Findings.Insert(0, other) };
    }
}
