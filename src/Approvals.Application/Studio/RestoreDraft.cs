using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Domain.Studio;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio;

/// <summary>Brings a draft's files back to what they were after an earlier change, or to those of another version of the service. It is a change like any other: it can be taken back.</summary>
public sealed class RestoreDraft(DraftDesk desk, DraftOverlap overlap, DraftContents contents, ApprovalsDbContext context)
{
    /// <param name="Draft">The draft.</param>
    /// <param name="Base">The revision that the page has.</param>
    /// <param name="Revision">The revision to go back to; null when a version is named.</param>
    /// <param name="Version">The version whose files to take; null when a revision is named.</param>
    public sealed record Request(Guid Draft, int Base, int? Revision, Guid? Version);

    public async Task<Result<DraftEditedDto>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) => !PolicyRights.Edits(user)
        ? Refusals.Forbidden
        : (request.Revision is null) == (request.Version is null) ? new Error("studio.restoreWhat")
        : await desk.RunAsync(
            request.Draft, $"restore:{request.Base}:{user.Id:N}:{request.Revision?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? request.Version.ToString()}", user,
            at => PlanAsync(at, request, user, cancellationToken), cancellationToken);

    private async Task<Result<DraftPlan>> PlanAsync(DraftAtHand at, Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (at.Row.Revision > request.Base && (await overlap.SinceAsync(at.Row.Id, request.Base, cancellationToken)).LastOrDefault() is { } later)
        {
            return await overlap.OvertakenAsync("studio.overtaken", later, user.Language, cancellationToken);
        }

        var files = await FilesAsync(at, request, cancellationToken);
        return files.Map(restored => new DraftPlan(
            restored, DraftEditKind.Restore, "[]", [.. DraftFileChange.Between(at.Files, restored).Select(c => $"{c.Path}#")], false));
    }

    private async Task<Result<DraftFiles>> FilesAsync(DraftAtHand at, Request request, CancellationToken cancellationToken)
    {
        if (request.Revision is { } revision)
        {
            return revision < 0 || revision > at.Row.Revision
                ? new Error("studio.noRevision", ErrorKind.NotFound)
                : await contents.AtAsync(at.Row.Id, at.Files, revision, cancellationToken);
        }

        var isOwn = await context.ServiceVersions.AnyAsync(v => v.Id == request.Version && v.ServiceCode == at.Row.ServiceCode, cancellationToken);
        return isOwn
            ? DraftFiles.Of(await PackageRows.FilesAsync(context, request.Version, cancellationToken))
            : new Error("policies.unknownVersion", ErrorKind.NotFound);
    }
}
