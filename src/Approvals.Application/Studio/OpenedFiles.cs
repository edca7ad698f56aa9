using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Domain.Studio;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio;

/// <summary>The files of a version as the studio's designers look at them; they need not make a package that loads.</summary>
/// <param name="Version">The version.</param>
/// <param name="Files">Its files.</param>
/// <param name="Shared">The shared files that it goes with.</param>
internal sealed record OpenedFiles(ServiceVersion Version, DraftFiles Files, DraftFiles Shared)
{
    /// <summary>Opens a version for those who see the services.</summary>
    internal static async Task<Result<OpenedFiles>> OfAsync(ApprovalsDbContext context, Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.SeesServices(user))
        {
            return Refusals.Forbidden;
        }

        var row = await context.ServiceVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id && v.ServiceCode != ServiceVersion.SharedCode, cancellationToken);
        return row is null
            ? new Error("policies.unknownVersion", ErrorKind.NotFound)
            : new OpenedFiles(
                row, DraftFiles.Of(await PackageRows.FilesAsync(context, row.Id, cancellationToken)),
                DraftFiles.Of(await PackageRows.FilesAsync(context, row.SharedVersionId, cancellationToken)));
    }

    /// <summary>A form by the id in its file's name; an error names it, or says what is wrong with its file.</summary>
    internal Result<Domain.Forms.Form> Form(string id, MessageCatalog texts, string language)
    {
        var path = $"forms/{id}.json";
        if (!Files.Files.TryGetValue(path, out var json))
        {
            return new Error("studio.file.missing", ErrorKind.NotFound).With("file", path);
        }

        var load = Domain.Forms.Form.Read(path, json);
        return load.Form is { } form
            ? form
            : new Error("studio.formBroken").With("reason", string.Join(' ', load.Problems.Take(3).Select(p => p.Describe(texts, language))));
    }
}
