using System.Globalization;
using System.Security.Cryptography;
using Approvals.Application.Database;
using Approvals.Domain.Packages;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Policies;

/// <summary>Makes the rows of a version and of its files, and reads files back.</summary>
public sealed class PackageRows(ApprovalsDbContext context, IIdSource ids, TimeProvider time)
{
    /// <summary>The version of the shared files that equals these, made when there is none; null without any.</summary>
    internal async Task<Guid?> ShareAsync(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> shared, CancellationToken cancellationToken)
    {
        if (shared.Count == 0)
        {
            return null;
        }

        var hash = Convert.ToHexStringLower(PackageFolder.HashOf(shared));
        var versions = await context.ServiceVersions.AsNoTracking().Where(v => v.ServiceCode == ServiceVersion.SharedCode)
            .Select(v => new { v.Id, v.Number, v.Hash }).ToListAsync(cancellationToken);
        if (versions.Find(v => v.Hash == hash) is { } same)
        {
            return same.Id;
        }

        var now = time.Now();
        var row = new ServiceVersion
        {
            Id = ids.Next(), ServiceCode = ServiceVersion.SharedCode, Number = versions.Select(v => v.Number).DefaultIfEmpty().Max() + 1,
            Name = new LocalText("公用文件", "Shared files"), State = ServiceVersionState.Published, Hash = hash, CreatedAt = now, PublishedAt = now,
        };
        Add(row, shared);
        return row.Id;
    }

    /// <summary>A version that is not published yet.</summary>
    internal ServiceVersion Draft(ServicePackage package, PackageFolder folder, int number, string numberCode, Guid? shared, Guid? author) => new()
    {
        Id = ids.Next(), ServiceCode = package.Service.Code, Number = number, NumberCode = numberCode, Name = package.Service.Name,
        State = ServiceVersionState.Draft, SharedVersionId = shared, Hash = Convert.ToHexStringLower(folder.Hash()), CreatedByUserId = author, CreatedAt = time.Now(),
    };

    /// <summary>Puts a version with its files on the context.</summary>
    internal void Add(ServiceVersion version, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
    {
        context.Add(version);
        context.AddRange(files.Select(f => new PackageFile
        {
            ServiceVersionId = version.Id, Path = f.Key, Content = f.Value.ToArray(), Hash = Convert.ToHexStringLower(SHA256.HashData(f.Value.Span)),
        }));
    }

    /// <summary>The package's own number where nobody has it; else the first free one.</summary>
    internal static string NumberFor(ServiceInfo service, HashSet<string> taken) => taken.Add(service.Number)
        ? service.Number
        : Enumerable.Range(1, 99).Select(n => n.ToString("00", CultureInfo.InvariantCulture)).First(taken.Add);

    /// <summary>The files of a version by path.</summary>
    internal static async Task<Dictionary<string, ReadOnlyMemory<byte>>> FilesAsync(ApprovalsDbContext context, Guid? version, CancellationToken cancellationToken) =>
        version is null ? [] : await context.PackageFiles.AsNoTracking().Where(f => f.ServiceVersionId == version)
            .ToDictionaryAsync(f => f.Path, f => new ReadOnlyMemory<byte>(f.Content), StringComparer.Ordinal, cancellationToken);
}
