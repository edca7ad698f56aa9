using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Decisions;
using Approvals.Domain.Studio;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio.Tables;

/// <summary>A version's files as the studio reads them; they need not make a package that loads.</summary>
/// <param name="Row">The version.</param>
/// <param name="Files">Its files.</param>
/// <param name="Shared">The shared files that it is checked with.</param>
internal sealed record OpenedDraft(ServiceVersion Row, DraftFiles Files, DraftFiles Shared);

/// <summary>Opens versions for those who see the services.</summary>
public sealed class DraftTables(ApprovalsDbContext context)
{
    /// <summary>The version, or why not.</summary>
    internal async Task<Result<OpenedDraft>> OpenAsync(Guid version, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.SeesServices(user))
        {
            return Refusals.Forbidden;
        }

        var row = await context.ServiceVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == version && v.ServiceCode != ServiceVersion.SharedCode, cancellationToken);
        return row is null
            ? new Error("policies.unknownVersion", ErrorKind.NotFound)
            : new OpenedDraft(
                row,
                DraftFiles.Of(await PackageRows.FilesAsync(context, row.Id, cancellationToken)),
                DraftFiles.Of(await PackageRows.FilesAsync(context, row.SharedVersionId, cancellationToken)));
    }

    /// <summary>The version with the document of a decision file.</summary>
    internal async Task<Result<(OpenedDraft Draft, DecisionDocument Document)>> OpenAsync(Guid version, string file, CurrentUser user, CancellationToken cancellationToken)
    {
        var draft = await OpenAsync(version, user, cancellationToken);
        return draft.Bind(opened => opened.Files.Read(PathOf(file)).Bind(DecisionDocument.Read).Map(document => (opened, document)));
    }

    /// <summary>The path of a decision file in its package.</summary>
    internal static string PathOf(string file) => $"decisions/{file}";
}
