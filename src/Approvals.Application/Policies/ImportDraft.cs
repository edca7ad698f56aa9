using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Domain.Packages;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Policies;

/// <summary>Brings a package in as the next draft of its service; a new service code makes a new service. The same content twice makes one draft.</summary>
public sealed class ImportDraft(ApprovalsDbContext context, WriteTransaction transaction, PackageRows rows, AuditLog audit)
{
    /// <param name="Folder">The package's files.</param>
    /// <param name="Shared">The shared files it was written with.</param>
    public sealed record Request(PackageFolder Folder, ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Shared);

    /// <param name="Version">The draft; null when the package is broken.</param>
    /// <param name="Number">Its number within the service.</param>
    /// <param name="Created">Whether it is new; false when this content is there already.</param>
    /// <param name="Problems">What is wrong with the package, and warnings.</param>
    public sealed record Imported(Guid? Version, int Number, bool Created, ImmutableArray<PackageProblem> Problems);

    public async Task<Result<Imported>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!PolicyRights.Edits(user))
        {
            return Refusals.Forbidden;
        }

        var load = ServicePackage.Load(request.Folder.Files, request.Shared);
        if (load.Package is not { } package)
        {
            return new Imported(null, 0, false, load.Problems);
        }

        var known = await context.ServiceVersions.AsNoTracking().Where(v => v.ServiceCode != ServiceVersion.SharedCode).ToListAsync(cancellationToken);
        var own = known.Where(v => v.ServiceCode == package.Service.Code).ToList();
        var hash = Convert.ToHexStringLower(request.Folder.Hash());
        if (await SameAsync(own, request.Folder, hash, cancellationToken) is { } same)
        {
            return new Imported(same.Id, same.Number, false, load.Problems);
        }

        var row = rows.Draft(package, request.Folder, own.Select(v => v.Number).DefaultIfEmpty().Max() + 1, NumberCode(package, known, own), await rows.ShareAsync(request.Shared, cancellationToken), user.Id);
        rows.Add(row, request.Folder.Files);
        audit.Add(user.Id, "policies.imported", "serviceVersion", row.Id.ToString(), JsonSerializer.Serialize(new { service = row.ServiceCode, number = row.Number, hash }));
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed
            ? new Imported(row.Id, row.Number, true, load.Problems)
            : new Error("policies.versionChanged", ErrorKind.Conflict);
    }

    /// <summary>A draft of this very content, whatever version its definition says it is: what was taken out comes in again as the same.</summary>
    private async Task<ServiceVersion?> SameAsync(List<ServiceVersion> own, PackageFolder folder, string hash, CancellationToken cancellationToken)
    {
        var open = own.Where(v => v.State is ServiceVersionState.Draft or ServiceVersionState.Submitted).ToList();
        if (open.Find(v => v.Hash == hash) is { } equal)
        {
            return equal;
        }

        var content = VersionFields.Hash(folder.Files);
        foreach (var version in open)
        {
            if (VersionFields.Hash(await PackageRows.FilesAsync(context, version.Id, cancellationToken)).AsSpan().SequenceEqual(content))
            {
                return version;
            }
        }

        return null;
    }

    /// <summary>Cases of one service bear one number code, whichever version they follow.</summary>
    private static string NumberCode(ServicePackage package, List<ServiceVersion> known, List<ServiceVersion> own) =>
        own.Find(v => v.NumberCode is not null)?.NumberCode
        ?? PackageRows.NumberFor(package.Service, known.Where(v => v.NumberCode is not null).Select(v => v.NumberCode!).ToHashSet(StringComparer.Ordinal));
}
