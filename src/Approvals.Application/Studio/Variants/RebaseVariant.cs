using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Domain.Studio;
using Approvals.Domain.Studio.Variants;

namespace Approvals.Application.Studio.Variants;

/// <summary>What taking over a newer base came to.</summary>
/// <param name="Revision">The draft's revision now.</param>
/// <param name="Merged">False: nothing that others changed meanwhile is gone over.</param>
/// <param name="Files">The paths of files that it touched.</param>
/// <param name="CanUndo">Whether the user has a change to take back.</param>
/// <param name="CanRedo">Whether the user has a change to make again.</param>
/// <param name="Number">The number of the base that the variant inherits from now.</param>
/// <param name="SetAside">The variant's changes that did not fit, now or earlier, until they are dismissed.</param>
public sealed record RebasedDto(
    int Revision, bool Merged, IReadOnlyList<string> Files, bool CanUndo, bool CanRedo, int Number, IReadOnlyList<SetAsideDto> SetAside);

/// <summary>
/// Has a variant inherit from the version of its base that is in force, with its own changes on top; what does not fit is set aside and told. It
/// is a change like any other: it can be taken back.
/// </summary>
public sealed class RebaseVariant(DraftDesk desk, DraftOverlap overlap, VariantBases bases, VariantView view, ApprovalsDbContext context, MessageCatalog texts)
{
    private const string Kind = "variant.rebase";

    /// <param name="Draft">The draft.</param>
    /// <param name="Base">The revision that the page has.</param>
    public sealed record Request(Guid Draft, int Base);

    public async Task<Result<RebasedDto>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!PolicyRights.Edits(user))
        {
            return Refusals.Forbidden;
        }

        var edited = await desk.RunAsync(
            request.Draft, $"rebase:{request.Base}:{user.Id:N}", user, at => PlanAsync(at, request, user, cancellationToken), cancellationToken);
        if (!edited.IsSuccess)
        {
            return edited.Error;
        }

        var (done, variant) = (edited.Value, await view.OfAsync(request.Draft, user.Language, cancellationToken));
        return new RebasedDto(done.Revision, done.Merged, done.Files, done.CanUndo, done.CanRedo, variant?.Number ?? 0, variant?.SetAside ?? []);
    }

    private async Task<Result<DraftPlan>> PlanAsync(DraftAtHand at, Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (at.Row.Revision > request.Base && (await overlap.SinceAsync(at.Row.Id, request.Base, cancellationToken)).LastOrDefault() is { } later)
        {
            return await overlap.OvertakenAsync("studio.overtaken", later, user.Language, cancellationToken);
        }

        var variant = Variant.Read(at.Files);
        if (!variant.IsSuccess)
        {
            return new Error("studio.variant.none", ErrorKind.Conflict);
        }

        var known = await bases.FindAsync(variant.Value.Service, variant.Value.Number, cancellationToken);
        if (known is null)
        {
            return new Error("studio.variant.noBase", ErrorKind.Conflict).With("service", variant.Value.Service).With("number", $"{variant.Value.Number}");
        }

        var live = await bases.InForceAsync(known.ServiceCode, cancellationToken);
        return live is null || live.Number <= known.Number
            ? new Error("studio.variant.upToDate", ErrorKind.Conflict)
            : Plan(at, variant.Value, await FilesAsync(known, cancellationToken), live.Number, await FilesAsync(live, cancellationToken));
    }

    private Result<DraftPlan> Plan(DraftAtHand at, Variant variant, DraftFiles older, int number, DraftFiles newer)
    {
        var outcome = VariantReapply.Of(older, newer, variant.Changes, texts.Texts);
        var rebased = variant with { Number = number, Changes = outcome.Fitting, SetAside = [.. variant.SetAside.Concat(outcome.Unfit.Select(Told)).TakeLast(Variant.MostChanges)] };
        return rebased.Write(outcome.Files).Map(files => new DraftPlan(
            files, DraftEditKind.Edit, "[]", [.. DraftFileChange.Between(at.Files, files).Select(c => $"{c.Path}#")], false)
        { Said = [Kind] });
    }

    private SetAsideChange Told(UnfitChange unfit) => new(
        unfit.Change.Id, unfit.Change.Command, unfit.What, new LocalText(texts.Format(unfit.Why, "zh-CN"), texts.Format(unfit.Why, "en")));

    private async Task<DraftFiles> FilesAsync(ServiceVersion version, CancellationToken cancellationToken) =>
        DraftFiles.Of(await PackageRows.FilesAsync(context, version.Id, cancellationToken));
}
