using System.IO.Compression;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Policies;

/// <summary>Gives a version's files away as they came in, but for what Elsa keeps about versions: that is this version's.</summary>
public sealed class ExportVersion(ApprovalsDbContext context)
{
    /// <param name="Service">The service's code.</param>
    /// <param name="Number">The version's number.</param>
    /// <param name="Files">The files by path.</param>
    public sealed record Exported(string Service, int Number, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files)
    {
        /// <summary>The files as a zip archive below a folder of the service's name, for equal files always the same bytes.</summary>
        public byte[] Archive()
        {
            using var stream = new MemoryStream();
            using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var (path, content) in Files.OrderBy(f => f.Key, StringComparer.Ordinal))
                {
                    var entry = zip.CreateEntry($"{Service}/{path}");
                    entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                    using var open = entry.Open();
                    open.Write(content.Span);
                }
            }

            return stream.ToArray();
        }
    }

    public async Task<Result<Exported>> HandleAsync(Guid version, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.SeesServices(user))
        {
            return Refusals.Forbidden;
        }

        var row = await context.ServiceVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == version, cancellationToken);
        return row is null || row.ServiceCode == ServiceVersion.SharedCode
            ? new Error("policies.unknownVersion", ErrorKind.NotFound)
            : await ReadAsync(context, row, cancellationToken);
    }

    /// <summary>The files of a version.</summary>
    public static async Task<Exported> ReadAsync(ApprovalsDbContext context, ServiceVersion version, CancellationToken cancellationToken)
    {
        var files = await PackageRows.FilesAsync(context, version.Id, cancellationToken);
        var isLatest = !await context.ServiceVersions.AnyAsync(v => v.ServiceCode == version.ServiceCode && v.Number > version.Number, cancellationToken);
        return new Exported(
            version.ServiceCode, version.Number, VersionFields.Derive(files, version.Number, isLatest, version.State == ServiceVersionState.Published));
    }
}
