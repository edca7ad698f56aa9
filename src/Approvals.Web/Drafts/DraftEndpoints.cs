using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Approvals.Application.ApiKeys;
using Approvals.Application.CaseViews;
using Approvals.Application.Drafts;
using Approvals.Application.Forms;
using Approvals.Application.Rights;
using Approvals.Web.ApiKeys;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Drafts;

/// <summary>Saves answers; what is not named stays as it is.</summary>
/// <param name="Values">By key; null clears an answer.</param>
/// <param name="Etag">From the last answer.</param>
internal sealed record SaveValuesRequest(
    IReadOnlyDictionary<string, JsonElement> Values, [property: StringLength(100, MinimumLength = 1)] string Etag) : IRequest;

/// <summary>Submits.</summary>
/// <param name="Etag">From the last answer.</param>
/// <param name="IdempotencyKey">Made by the page for this one click; a second request with it does nothing twice.</param>
internal sealed record SubmitRequest(
    [property: StringLength(100, MinimumLength = 1)] string Etag,
    [property: StringLength(100, MinimumLength = 8)] string IdempotencyKey) : IRequest;

/// <summary>Applications in preparation.</summary>
internal static class DraftEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var drafts = api.MapGroup("/drafts").WithTags("Drafts").ForKeys(ApiScopes.FileCases);
        drafts.MapGet("/{id:guid}", Read);
        drafts.MapPut("/{id:guid}", Save);
        drafts.MapDelete("/{id:guid}", Delete);
        drafts.MapPost("/{id:guid}/check", Check);
        drafts.MapPost("/{id:guid}/submit", Submit);
    }

    /// <summary>The draft with its form and answers.</summary>
    private static Task<Results<Ok<DraftDto>, ErrorResult>> Read(Guid id, DraftView view, CurrentUser user, CancellationToken cancellationToken) =>
        view.ReadAsync(id, user, cancellationToken).ToHttp();

    /// <summary>Saves; errors in the answers never stop it.</summary>
    private static async Task<Results<Ok<SavedDto>, ErrorResult>> Save(
        Guid id, SaveValuesRequest request, SaveDraft save, DraftView view, CurrentUser user, CancellationToken cancellationToken)
    {
        var saved = await save.HandleAsync(new SaveDraft.Request(id, request.Values, request.Etag), user, cancellationToken);
        return saved.IsSuccess
            ? (await view.StateAsync(id, user, cancellationToken)).Map(state => new SavedDto(state, saved.Value.Etag, saved.Value.SavedAt)).ToHttp()
            : new ErrorResult(saved.Error);
    }

    /// <summary>Throws the draft away with its documents.</summary>
    private static Task<Results<NoContent, ErrorResult>> Delete(Guid id, DeleteDraft delete, CurrentUser user, CancellationToken cancellationToken) =>
        delete.HandleAsync(new DeleteDraft.Request(id), user, cancellationToken).ToNoContent();

    /// <summary>Every error of the answers.</summary>
    private static Task<Results<Ok<FormStateDto>, ErrorResult>> Check(Guid id, DraftView view, CurrentUser user, CancellationToken cancellationToken) =>
        view.StateAsync(id, user, cancellationToken).ToHttp();

    /// <summary>Submits the application: a case begins.</summary>
    private static async Task<Results<Ok<SubmittedDto>, ErrorResult>> Submit(
        Guid id, SubmitRequest request, SubmitDraft submit, CaseTimeline timeline, CurrentUser user, CancellationToken cancellationToken)
    {
        var done = await submit.HandleAsync(new SubmitDraft.Request(id, request.Etag, request.IdempotencyKey), user, cancellationToken);
        if (!done.IsSuccess)
        {
            return new ErrorResult(done.Error);
        }

        var submitted = done.Value;
        var route = await timeline.OfAsync(submitted.CaseId, user, cancellationToken);
        return route.Map(steps => new SubmittedDto(
            submitted.CaseId.ToString(), submitted.Number, submitted.ExpectedOn, submitted.Receipt?.ToString(), steps)).ToHttp();
    }
}
