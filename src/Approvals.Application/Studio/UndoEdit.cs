using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Domain.Studio;
using Approvals.Domain.Studio.Merge;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio;

/// <summary>
/// Takes back the user's latest change that stands, or makes the one again that they took back last, in whatever session that was. What others
/// did since to other things stays; where they changed the same, it is refused.
/// </summary>
public sealed class UndoEdit(DraftDesk desk, DraftSteps steps, DraftOverlap overlap, DraftContents contents, ApprovalsDbContext context)
{
    /// <param name="Draft">The draft.</param>
    /// <param name="Base">The revision that the page has: the same click twice takes back one change.</param>
    /// <param name="Again">Whether to make a change again instead.</param>
    public sealed record Request(Guid Draft, int Base, bool Again);

    public async Task<Result<DraftEditedDto>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) => !PolicyRights.Edits(user)
        ? Refusals.Forbidden
        : await desk.RunAsync(
            request.Draft, $"{(request.Again ? "redo" : "undo")}:{request.Base}:{user.Id:N}", user, at => PlanAsync(at, request, user, cancellationToken), cancellationToken);

    private async Task<Result<DraftPlan>> PlanAsync(DraftAtHand at, Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var (undo, redo) = await steps.OfAsync(at.Row.Id, user.Id, cancellationToken);
        if ((request.Again ? redo : undo) is not { } revision)
        {
            return new Error(request.Again ? "studio.nothingToRedo" : "studio.nothingToUndo", ErrorKind.Conflict);
        }

        var edit = await context.DraftEdits.AsNoTracking().SingleAsync(e => e.ServiceVersionId == at.Row.Id && e.Revision == revision, cancellationToken);
        var targets = DraftOverlap.TargetsOf(edit);
        var later = (await overlap.SinceAsync(at.Row.Id, revision, cancellationToken)).Where(e => e.Stands && e.UserId != user.Id).ToList();
        if (DraftOverlap.Meeting(later, targets) is { } met)
        {
            return await overlap.OvertakenAsync(request.Again ? "studio.redoOvertaken" : "studio.undoOvertaken", met, user.Language, cancellationToken);
        }

        var files = Merge(at.Files, await contents.ChangesAsync(at.Row.Id, revision, cancellationToken), request.Again);
        return files.Map(merged => new DraftPlan(
            merged, request.Again ? DraftEditKind.Redo : DraftEditKind.Undo, "[]", targets, at.Row.Revision > request.Base)
        { Of = edit });
    }

    private static Result<DraftFiles> Merge(DraftFiles now, IReadOnlyList<DraftFileChange> changes, bool again)
    {
        var files = now.Files;
        foreach (var change in changes)
        {
            var (from, to) = again ? (change.Before, change.After) : (change.After, change.Before);
            var current = files.TryGetValue(change.Path, out var known) ? known : default(ReadOnlyMemory<byte>?);
            var merged = ThreeWay.Of(change.Path, from, to, current);
            if (!merged.IsSuccess)
            {
                return merged.Error;
            }

            files = merged.Value is { } content ? files.SetItem(change.Path, content) : files.Remove(change.Path);
        }

        return DraftFiles.Of(files);
    }
}
