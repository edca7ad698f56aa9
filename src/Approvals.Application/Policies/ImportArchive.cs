using System.Collections.Immutable;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Policies;

/// <summary>What became of a package that was brought in.</summary>
/// <param name="Version">The draft; null when the package is broken.</param>
/// <param name="Number">Its number within the service; 0 when the package is broken.</param>
/// <param name="Created">Whether it is new; false when a draft of this very content was there already.</param>
/// <param name="Findings">What is wrong with the package, and warnings.</param>
public sealed record ImportedVersionDto(Guid? Version, int Number, bool Created, IReadOnlyList<VersionFinding> Findings);

/// <summary>
/// Brings a package in from an archive, as a draft checked with the shared files of the product: the law's guarantees come with the product
/// and never from whom they bind.
/// </summary>
public sealed class ImportArchive(ApprovalsDbContext context, ImportDraft import, MessageCatalog texts)
{
    public async Task<Result<ImportedVersionDto>> HandleAsync(Stream archive, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!PolicyRights.Edits(user))
        {
            return Refusals.Forbidden;
        }

        var folder = PackageArchive.Read(archive);
        if (!folder.IsSuccess)
        {
            return folder.Error;
        }

        var imported = await import.HandleAsync(new ImportDraft.Request(folder.Value, await SharedAsync(cancellationToken)), user, cancellationToken);
        return imported.Map(i => new ImportedVersionDto(i.Version, i.Number, i.Created, VersionReports.Broken(i.Problems, texts, user.Language).Findings));
    }

    private async Task<ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>> SharedAsync(CancellationToken cancellationToken)
    {
        var latest = await context.ServiceVersions.AsNoTracking().Where(v => v.ServiceCode == ServiceVersion.SharedCode)
            .OrderByDescending(v => v.Number).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(cancellationToken);
        return (await PackageRows.FilesAsync(context, latest, cancellationToken)).ToImmutableSortedDictionary(StringComparer.Ordinal);
    }
}
