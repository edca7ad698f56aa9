using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Domain.Studio;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio;

/// <summary>What a change of a draft came to.</summary>
/// <param name="Revision">The draft's revision now.</param>
/// <param name="Merged">Whether others changed other things since the revision that the change was made on; the page reads them anew.</param>
/// <param name="Files">The paths of files that the change touched.</param>
/// <param name="CanUndo">Whether the user has a change to take back.</param>
/// <param name="CanRedo">Whether the user has a change to make again.</param>
public sealed record DraftEditedDto(int Revision, bool Merged, IReadOnlyList<string> Files, bool CanUndo, bool CanRedo);

/// <summary>A draft as a change finds it.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Files">Its files; they need not make a package that loads.</param>
internal sealed record DraftAtHand(ServiceVersion Row, DraftFiles Files);

/// <summary>A change that was decided on.</summary>
/// <param name="Files">The files after it.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Commands">Its commands, JSON.</param>
/// <param name="Targets">What it touches.</param>
/// <param name="Merged">Whether others changed other things meanwhile.</param>
internal sealed record DraftPlan(DraftFiles Files, DraftEditKind Kind, string Commands, IReadOnlyList<string> Targets, bool Merged)
{
    /// <summary>The change that it takes back or makes again.</summary>
    public DraftEdit? Of { get; init; }

    /// <summary>The kinds of its commands, for the audit.</summary>
    public IReadOnlyList<string> Said { get; init; } = [];
}

/// <summary>
/// The frame of every change of a draft: find it, decide, write the files with the history and an audit entry in one transaction, and decide
/// again when somebody was faster. The package is not loaded: a draft may be broken.
/// </summary>
public sealed class DraftDesk(ApprovalsDbContext context, WriteTransaction transaction, DraftContents contents, DraftSteps steps, AuditLog audit, TimeProvider time)
{
    private const int Attempts = 8;

    /// <summary>Runs a change.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="key">Made for this one change.</param>
    /// <param name="user">Who makes it.</param>
    /// <param name="plan">Decides what it does, or refuses.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    internal async Task<Result<DraftEditedDto>> RunAsync(
        Guid draft, string key, CurrentUser user, Func<DraftAtHand, Task<Result<DraftPlan>>> plan, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            context.ChangeTracker.Clear();
            if (await KnownAsync(draft, key, user, cancellationToken) is { } known)
            {
                return known;
            }

            var found = await FindAsync(context, draft, cancellationToken);
            if (!found.IsSuccess)
            {
                return found.Error;
            }

            var decided = await plan(found.Value);
            if (!decided.IsSuccess)
            {
                return decided.Error;
            }

            var changes = DraftFileChange.Between(found.Value.Files, decided.Value.Files);
            if (changes.IsEmpty && decided.Value.Of is null)
            {
                return await AnswerAsync(found.Value.Row, user, decided.Value.Merged, [], cancellationToken);
            }

            await WriteAsync(found.Value.Row, key, user, decided.Value, changes, cancellationToken);
            if (await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed)
            {
                return await AnswerAsync(found.Value.Row, user, decided.Value.Merged, [.. changes.Select(c => c.Path)], cancellationToken);
            }
        }

        return new Error("studio.busy", ErrorKind.Conflict);
    }

    /// <summary>A draft with its files; an error when it is none, or none any more.</summary>
    internal static async Task<Result<DraftAtHand>> FindAsync(ApprovalsDbContext context, Guid draft, CancellationToken cancellationToken)
    {
        var row = await context.ServiceVersions.SingleOrDefaultAsync(v => v.Id == draft && v.ServiceCode != ServiceVersion.SharedCode, cancellationToken);
        if (row is null)
        {
            return new Error("policies.unknownVersion", ErrorKind.NotFound);
        }

        return VersionDesk.Unless(row, ServiceVersionState.Draft) is { } wrong
            ? wrong
            : new DraftAtHand(row, DraftFiles.Of(await PackageRows.FilesAsync(context, row.Id, cancellationToken)));
    }

    private async Task<DraftEditedDto?> KnownAsync(Guid draft, string key, CurrentUser user, CancellationToken cancellationToken)
    {
        var edit = await context.DraftEdits.AsNoTracking().SingleOrDefaultAsync(e => e.ServiceVersionId == draft && e.IdempotencyKey == key, cancellationToken);
        if (edit is null || edit.UserId != user.Id)
        {
            return null;
        }

        var row = await context.ServiceVersions.AsNoTracking().SingleAsync(v => v.Id == draft, cancellationToken);
        var paths = await context.DraftEditFiles.AsNoTracking().Where(f => f.ServiceVersionId == draft && f.Revision >= edit.Revision)
            .Select(f => f.Path).Distinct().ToListAsync(cancellationToken);
        return await AnswerAsync(row, user, row.Revision > edit.Revision, paths, cancellationToken);
    }

    private async Task<DraftEditedDto> AnswerAsync(ServiceVersion row, CurrentUser user, bool merged, IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var (undo, redo) = await steps.OfAsync(row.Id, user.Id, cancellationToken);
        return new DraftEditedDto(row.Revision, merged, files, undo is not null, redo is not null);
    }

    private async Task WriteAsync(ServiceVersion row, string key, CurrentUser user, DraftPlan plan, IReadOnlyList<DraftFileChange> changes, CancellationToken cancellationToken)
    {
        await contents.KeepAsync(row.Id, changes.SelectMany(c => new[] { c.Before, c.After }).OfType<ReadOnlyMemory<byte>>(), cancellationToken);
        row.Revision++;
        row.Hash = Convert.ToHexStringLower(PackageFolder.HashOf(plan.Files.Files));
        row.Name = DraftNames.Of(plan.Files) ?? row.Name;
        context.DraftEdits.Add(new DraftEdit
        {
            ServiceVersionId = row.Id, Revision = row.Revision, UserId = user.Id, At = time.Now(), Kind = plan.Kind, Commands = plan.Commands,
            Targets = JsonSerializer.Serialize(plan.Targets), IdempotencyKey = key, Of = plan.Of?.Revision,
        });
        foreach (var change in changes)
        {
            Write(row, change);
        }

        if (plan.Of is { } of)
        {
            context.Attach(of).Entity.TakenBackBy = plan.Kind == DraftEditKind.Undo ? row.Revision : null;
        }

        var said = new { service = row.ServiceCode, number = row.Number, revision = row.Revision, of = plan.Of?.Revision, kinds = plan.Said };
        audit.Add(user.Id, Action(plan.Kind), "serviceVersion", row.Id.ToString(), JsonSerializer.Serialize(said, JsonSerializerOptions.Web));
    }

    private void Write(ServiceVersion row, DraftFileChange change)
    {
        var (before, after) = (HashOf(change.Before), HashOf(change.After));
        context.DraftEditFiles.Add(new DraftEditFile { ServiceVersionId = row.Id, Revision = row.Revision, Path = change.Path, Before = before, After = after });
        var file = new PackageFile { ServiceVersionId = row.Id, Path = change.Path, Content = change.After?.ToArray() ?? [], Hash = after ?? "" };
        context.Entry(file).State = before is null ? EntityState.Added : after is null ? EntityState.Deleted : EntityState.Modified;
    }

    private static string? HashOf(ReadOnlyMemory<byte>? content) => content is { } known ? DraftContents.HashOf(known.Span) : null;

    private static string Action(DraftEditKind kind) => kind switch
    {
        DraftEditKind.Undo => "studio.undone",
        DraftEditKind.Redo => "studio.redone",
        DraftEditKind.Restore => "studio.restored",
        _ => "studio.edited",
    };
}
