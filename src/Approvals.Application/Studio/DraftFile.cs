using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Domain.Studio;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio;

/// <summary>Gives a file of a version away, as it is or as it was after an earlier change.</summary>
public sealed class DraftFile(ApprovalsDbContext context, DraftContents contents)
{
    /// <param name="Version">The version.</param>
    /// <param name="Path">The file's path inside the package.</param>
    /// <param name="Revision">The revision; null for the file as it is.</param>
    public sealed record Request(Guid Version, string Path, int? Revision);

    /// <param name="Content">The file's bytes.</param>
    /// <param name="Hash">Their SHA-256 in hexadecimal.</param>
    public sealed record Found(ReadOnlyMemory<byte> Content, string Hash);

    public async Task<Result<Found>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.SeesServices(user))
        {
            return Refusals.Forbidden;
        }

        var row = await context.ServiceVersions.AsNoTracking()
            .SingleOrDefaultAsync(v => v.Id == request.Version && v.ServiceCode != ServiceVersion.SharedCode, cancellationToken);
        if (row is null)
        {
            return new Error("policies.unknownVersion", ErrorKind.NotFound);
        }

        var content = request.Revision is { } revision && revision != row.Revision
            ? await EarlierAsync(row, request.Path, revision, cancellationToken)
            : await context.PackageFiles.AsNoTracking().Where(f => f.ServiceVersionId == row.Id && f.Path == request.Path).Select(f => f.Content).SingleOrDefaultAsync(cancellationToken);
        return content is null
            ? new Error("studio.file.missing", ErrorKind.NotFound).With("file", request.Path)
            : new Found(content, DraftContents.HashOf(content));
    }

    private async Task<byte[]?> EarlierAsync(ServiceVersion row, string path, int revision, CancellationToken cancellationToken)
    {
        if (revision < 0 || revision > row.Revision)
        {
            return null;
        }

        var now = DraftFiles.Of(await PackageRows.FilesAsync(context, row.Id, cancellationToken));
        var then = await contents.AtAsync(row.Id, now, revision, cancellationToken);
        return then.Files.TryGetValue(path, out var content) ? content.ToArray() : null;
    }
}
