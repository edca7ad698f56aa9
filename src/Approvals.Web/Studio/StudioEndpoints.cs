using Approvals.Application.Rights;
using Approvals.Application.Studio;
using Approvals.Application.Studio.Variants;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Approvals.Web.Studio;

/// <summary>The studio: drafts of services, changed by commands.</summary>
internal static class StudioEndpoints
{
    /// <summary>The most bytes of a change.</summary>
    private const long EditLimit = 4L * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        var studio = api.MapGroup("/studio").WithTags("Studio");
        studio.MapPost("/services", Create);
        studio.MapGet("/compare", Compare);
        studio.MapGet("/settings", Settings);
        var drafts = studio.MapGroup("/drafts/{id:guid}");
        drafts.MapGet("/", Read);
        drafts.MapGet("/files/{**path}", File).Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
        drafts.MapGet("/problems", Problems);
        drafts.MapGet("/history", History);
        drafts.MapPost("/edits", Edit).WithMetadata(new RequestSizeLimitAttribute(EditLimit));
        drafts.MapPost("/undo", Undo);
        drafts.MapPost("/redo", Redo);
        drafts.MapPost("/restore", Restore);
        drafts.MapPost("/rebase", Rebase);
        drafts.MapPost("/fork", Fork).WithMetadata(new RequestSizeLimitAttribute(EditLimit));
        drafts.MapPost("/presence", BePresent);
    }

    /// <summary>Begins a service that was not there: the smallest that runs, a copy of a version of another, or a variant of one for a region.</summary>
    private static Task<Results<Ok<NewDraftDto>, ErrorResult>> Create(NewServiceRequest request, NewService create, CurrentUser user, CancellationToken cancellationToken) =>
        create.HandleAsync(
            new NewService.Request(request.Code, new LocalText(request.NameZh.Trim(), request.NameEn.Trim()), request.CopyOf, request.VariantOf, request.Region), user, cancellationToken).ToHttp();

    /// <summary>What differs between two versions of a service, or between a variant and its base, in words.</summary>
    private static Task<Results<Ok<ComparisonDto>, ErrorResult>> Compare(Guid? from, Guid? to, CompareVersions compare, CurrentUser user, CancellationToken cancellationToken) =>
        compare.HandleAsync(from ?? Guid.Empty, to ?? Guid.Empty, user, cancellationToken).ToHttp();

    /// <summary>What is in force of the settings that all services share: figures only.</summary>
    private static Task<Results<Ok<SharedSettingsDto>, ErrorResult>> Settings(SharedSettings settings, CurrentUser user, CancellationToken cancellationToken) =>
        settings.ReadAsync(user, cancellationToken).ToHttp();

    /// <summary>A version with its files and who has it open.</summary>
    private static Task<Results<Ok<StudioDraftDto>, ErrorResult>> Read(Guid id, DraftView view, CurrentUser user, CancellationToken cancellationToken) =>
        view.FindAsync(id, user, cancellationToken).ToHttp();

    /// <summary>A file of a version, as it is or as it was at a revision.</summary>
    private static async Task<IResult> File(Guid id, string path, int? revision, DraftFile file, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await file.HandleAsync(new DraftFile.Request(id, path, revision), user, cancellationToken);
        return found.IsSuccess
            ? TypedResults.Bytes(found.Value.Content, TypeOf(path), entityTag: new EntityTagHeaderValue($"\"{found.Value.Hash}\""))
            : new ErrorResult(found.Error);
    }

    /// <summary>What is wrong with a version as it is now; the scenarios are not played.</summary>
    private static Task<Results<Ok<IReadOnlyList<DraftProblemDto>>, ErrorResult>> Problems(Guid id, DraftProblems problems, CurrentUser user, CancellationToken cancellationToken) =>
        problems.ListAsync(id, user, cancellationToken).ToHttp();

    /// <summary>The changes of a draft, latest first; <c>before</c> a revision for the next page.</summary>
    private static Task<Results<Ok<IReadOnlyList<DraftEditDto>>, ErrorResult>> History(
        Guid id, int? before, DraftHistory history, CurrentUser user, CancellationToken cancellationToken) => history.ListAsync(id, before, user, cancellationToken).ToHttp();

    /// <summary>Changes a draft. What others changed meanwhile stays; where it is the same thing, this is refused with who and what.</summary>
    private static Task<Results<Ok<DraftEditedDto>, ErrorResult>> Edit(
        Guid id, EditDraftRequest request, EditDraft edit, CurrentUser user, CancellationToken cancellationToken) =>
        edit.HandleAsync(new EditDraft.Request(id, request.Base, request.Key, [.. request.Commands.Select(c => c.ToCommand())]), user, cancellationToken).ToHttp();

    /// <summary>Takes the user's latest change back.</summary>
    private static Task<Results<Ok<DraftEditedDto>, ErrorResult>> Undo(Guid id, StepDraftRequest request, UndoEdit undo, CurrentUser user, CancellationToken cancellationToken) =>
        undo.HandleAsync(new UndoEdit.Request(id, request.Base, Again: false), user, cancellationToken).ToHttp();

    /// <summary>Makes the change again that the user took back last.</summary>
    private static Task<Results<Ok<DraftEditedDto>, ErrorResult>> Redo(Guid id, StepDraftRequest request, UndoEdit redo, CurrentUser user, CancellationToken cancellationToken) =>
        redo.HandleAsync(new UndoEdit.Request(id, request.Base, Again: true), user, cancellationToken).ToHttp();

    /// <summary>Brings an earlier state of the draft back, or the files of another version.</summary>
    private static Task<Results<Ok<DraftEditedDto>, ErrorResult>> Restore(
        Guid id, RestoreDraftRequest request, RestoreDraft restore, CurrentUser user, CancellationToken cancellationToken) =>
        restore.HandleAsync(new RestoreDraft.Request(id, request.Base, request.Revision, request.Version), user, cancellationToken).ToHttp();

    /// <summary>Has a variant inherit from the version of its base that is in force; what does not fit is set aside and told.</summary>
    private static Task<Results<Ok<RebasedDto>, ErrorResult>> Rebase(Guid id, StepDraftRequest request, RebaseVariant rebase, CurrentUser user, CancellationToken cancellationToken) =>
        rebase.HandleAsync(new RebaseVariant.Request(id, request.Base), user, cancellationToken).ToHttp();

    /// <summary>Begins the next draft of the service from this version, with changes that could not be merged where there are any.</summary>
    private static Task<Results<Ok<NewDraftDto>, ErrorResult>> Fork(Guid id, ForkDraftRequest request, NewDraft fork, CurrentUser user, CancellationToken cancellationToken) =>
        fork.HandleAsync(new NewDraft.Request(id, request.Revision, [.. (request.Commands ?? []).Select(c => c.ToCommand())]), user, cancellationToken).ToHttp();

    /// <summary>Says that the user has the draft open, and hears who else has and how far it is.</summary>
    private static Task<Results<Ok<DraftPresenceDto>, ErrorResult>> BePresent(
        Guid id, PresenceInDraftRequest request, DraftPresence presence, CurrentUser user, CancellationToken cancellationToken) =>
        presence.HandleAsync(id, request.Place, user, cancellationToken).ToHttp();

    private static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".json" => "application/json",
        ".dmn" => "application/xml",
        ".md" => "text/markdown; charset=utf-8",
        _ => "application/octet-stream",
    };
}
