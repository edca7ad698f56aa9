using System.Collections.Immutable;
using Approvals.Application.Database;
using Approvals.Domain.Packages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Approvals.Application.Policies;

/// <summary>
/// At each start: a folder whose service code is unknown becomes published version 1; a known one that differs is logged and
/// not loaded; a broken one is named with file, activity and reason while the others run.
/// </summary>
public sealed partial class ImportPackages(
    ApprovalsDbContext context, WriteTransaction transaction, ServiceCatalog catalog, PackageRows rows, MessageCatalog texts,
    ILogger<ImportPackages> logger)
{
    /// <summary>Imports every package of a tree.</summary>
    public async Task<PackageImport> HandleAsync(PackageTree tree, CancellationToken cancellationToken)
    {
        var known = await context.ServiceVersions.AsNoTracking().Where(v => v.ServiceCode != ServiceVersion.SharedCode).ToListAsync(cancellationToken);
        var shared = await rows.ShareAsync(tree.Shared, cancellationToken);
        var taken = known.Where(v => v.NumberCode is not null).Select(v => v.NumberCode!).ToHashSet(StringComparer.Ordinal);
        List<string> imported = [], differing = [];
        List<BrokenPackage> broken = [];
        foreach (var folder in tree.Packages)
        {
            var load = ServicePackage.Load(folder.Files, tree.Shared);
            if (load.Package is not { } package)
            {
                broken.Add(new BrokenPackage(folder.Name, load.Problems));
                Report(folder.Name, load.Problems);
            }
            else if (known.Where(v => v.ServiceCode == package.Service.Code).MaxBy(v => v.Number) is { } version)
            {
                differing.AddRange(Differs(folder, version) ? [package.Service.Code] : []);
            }
            else
            {
                Add(folder, package, shared, taken);
                imported.Add(package.Service.Code);
            }
        }

        await transaction.CommitAsync(cancellationToken);
        catalog.Forget();
        catalog.Report([.. broken]);
        return new PackageImport([.. imported], [.. differing], [.. broken]);
    }

    private void Add(PackageFolder folder, ServicePackage package, Guid? shared, HashSet<string> taken)
    {
        var number = PackageRows.NumberFor(package.Service, taken);
        if (number != package.Service.Number)
        {
            NumberTaken(package.Service.Code, package.Service.Number, number);
        }

        var row = rows.Draft(package, folder, 1, number, shared, author: null);
        (row.State, row.EffectiveFrom, row.PublishedAt) = (ServiceVersionState.Published, package.Service.EffectiveFrom, row.CreatedAt);
        rows.Add(row, folder.Files);
        Imported(row.ServiceCode, folder.Files.Count);
    }

    private bool Differs(PackageFolder folder, ServiceVersion version)
    {
        var same = string.Equals(Convert.ToHexStringLower(folder.Hash()), version.Hash, StringComparison.Ordinal);
        if (!same)
        {
            NotLoaded(folder.Name, version.Number);
        }

        return !same;
    }

    private void Report(string folder, ImmutableArray<PackageProblem> problems)
    {
        foreach (var problem in problems.Where(p => p.Severity == ProblemSeverity.Error))
        {
            BrokenFile(folder, problem.File, problem.Activity ?? "-", problem.Describe(texts, "en"));
        }
    }

    [LoggerMessage(LogLevel.Information, "Imported service {Service} as published version 1 ({Files} files).")]
    private partial void Imported(string service, int files);

    [LoggerMessage(LogLevel.Warning, "The folder {Folder} differs from version {Number} in the database and was not loaded; import it as a draft.")]
    private partial void NotLoaded(string folder, int number);

    [LoggerMessage(LogLevel.Warning, "Service {Service} asks for number {Number}, which another service has; it was given {Free}.")]
    private partial void NumberTaken(string service, string number, string free);

    [LoggerMessage(LogLevel.Error, "Package {Folder} is broken: {File}, activity {Activity}: {Reason}")]
    private partial void BrokenFile(string folder, string file, string activity, string reason);
}

/// <summary>What an import did.</summary>
/// <param name="Imported">Codes that became version 1.</param>
/// <param name="Differing">Codes whose folder differs from the database.</param>
/// <param name="Broken">Folders that could not be loaded.</param>
public sealed record PackageImport(ImmutableArray<string> Imported, ImmutableArray<string> Differing, ImmutableArray<BrokenPackage> Broken);
