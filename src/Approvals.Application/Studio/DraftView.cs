using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Application.Studio.Variants;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio;

/// <summary>A file of a version.</summary>
/// <param name="Path">Its path inside the package.</param>
/// <param name="Hash">SHA-256 of its content in hexadecimal.</param>
/// <param name="Size">Its length in bytes.</param>
public sealed record DraftFileDto(string Path, string Hash, int Size);

/// <summary>The version of a service that binds submissions of today.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="EffectiveFrom">Since when.</param>
/// <param name="OpenCases">How many cases under way follow it.</param>
public sealed record LiveVersionDto(Guid Id, int Number, DateOnly EffectiveFrom, int OpenCases);

/// <summary>A version in the studio; a draft can be changed, any other only read.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Service">The service's code.</param>
/// <param name="Number">1, 2, 3, … within the service.</param>
/// <param name="Name">The service's name in the reader's language.</param>
/// <param name="State">Draft, submitted, published or retired.</param>
/// <param name="Revision">How many changes were made to it.</param>
/// <param name="ChangedAt">When the last of them was made.</param>
/// <param name="EffectiveFrom">The first day on which a submission is bound to it; null until published.</param>
/// <param name="Hash">Hash over its files.</param>
/// <param name="Files">Its files in the order of paths.</param>
/// <param name="Editors">Who has it open.</param>
/// <param name="CanEdit">Whether the reader may change it.</param>
/// <param name="CanUndo">Whether the reader has a change to take back.</param>
/// <param name="CanRedo">Whether the reader has a change to make again.</param>
/// <param name="Live">The version in force of the service; null when there is none.</param>
/// <param name="Variant">What it inherits from; null when it stands alone.</param>
public sealed record StudioDraftDto(
    Guid Id, string Service, int Number, string Name, ServiceVersionState State, int Revision, DateTimeOffset? ChangedAt, DateOnly? EffectiveFrom, string Hash,
    IReadOnlyList<DraftFileDto> Files, IReadOnlyList<DraftEditorDto> Editors, bool CanEdit, bool CanUndo, bool CanRedo, LiveVersionDto? Live,
    VariantDto? Variant);

/// <summary>Opens a version in the studio.</summary>
public sealed class DraftView(ApprovalsDbContext context, DraftPresence presence, DraftSteps steps, VariantBases bases, VariantView variants)
{
    public async Task<Result<StudioDraftDto>> FindAsync(Guid draft, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.SeesServices(user))
        {
            return Refusals.Forbidden;
        }

        var row = await context.ServiceVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == draft && v.ServiceCode != ServiceVersion.SharedCode, cancellationToken);
        if (row is null)
        {
            return new Error("policies.unknownVersion", ErrorKind.NotFound);
        }

        var files = await context.PackageFiles.AsNoTracking().Where(f => f.ServiceVersionId == draft).OrderBy(f => f.Path)
            .Select(f => new DraftFileDto(f.Path, f.Hash, f.Content.Length)).ToListAsync(cancellationToken);
        var changedAt = await context.DraftEdits.AsNoTracking().Where(e => e.ServiceVersionId == draft && e.Revision == row.Revision)
            .Select(e => (DateTimeOffset?)e.At).SingleOrDefaultAsync(cancellationToken);
        var canEdit = PolicyRights.Edits(user) && row.State == ServiceVersionState.Draft;
        var (undo, redo) = canEdit ? await steps.OfAsync(draft, user.Id, cancellationToken) : default;
        return new StudioDraftDto(
            row.Id, row.ServiceCode, row.Number, row.Name.In(user.Language), row.State, row.Revision, changedAt, row.EffectiveFrom, row.Hash, files,
            await presence.ReadAsync(draft, user, cancellationToken), canEdit, undo is not null, redo is not null, await LiveAsync(row.ServiceCode, cancellationToken),
            await variants.OfAsync(row.Id, user.Language, cancellationToken));
    }

    private async Task<LiveVersionDto?> LiveAsync(string service, CancellationToken cancellationToken)
    {
        var live = await bases.InForceAsync(service, cancellationToken);
        return live is null ? null : new LiveVersionDto(
            live.Id, live.Number, live.EffectiveFrom!.Value, await context.Cases.CountAsync(c => c.ServiceVersionId == live.Id && c.FinishedAt == null, cancellationToken));
    }
}
