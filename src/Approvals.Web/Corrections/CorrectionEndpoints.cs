using System.ComponentModel.DataAnnotations;
using Approvals.Application.ApiKeys;
using Approvals.Application.CaseViews;
using Approvals.Application.Corrections;
using Approvals.Application.Forms;
using Approvals.Application.Rights;
using Approvals.Application.Statements;
using Approvals.Web.ApiKeys;
using Approvals.Web.Drafts;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Corrections;

/// <summary>Makes a statement or defence.</summary>
/// <param name="IdempotencyKey">Made by the page for this one click; a second request with it does nothing twice.</param>
/// <param name="Text">In one's own words; may be empty when documents were uploaded for the task.</param>
internal sealed record StatementRequest(
    [property: StringLength(100, MinimumLength = 8)] string IdempotencyKey, [property: StringLength(5000)] string? Text = null) : IRequest;

/// <summary>Correcting what was returned, and filling in what a step of the applicant asks for.</summary>
internal static class CorrectionEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var correction = api.MapGroup("/tasks/{id:guid}/correction").WithTags("Corrections").ForKeys(ApiScopes.FileCases);
        correction.MapGet("/", Read);
        correction.MapPut("/", Save);
        correction.MapPost("/submit", Submit);
        api.MapPost("/tasks/{id:guid}/statement", State).WithTags("Corrections").ForKeys(ApiScopes.FileCases);
    }

    /// <summary>The returned fields with the reviewer's notes and the old values.</summary>
    private static Task<Results<Ok<CorrectionDto>, ErrorResult>> Read(Guid id, CorrectionView view, CurrentUser user, CancellationToken cancellationToken) =>
        view.ReadAsync(id, user, cancellationToken).ToHttp();

    /// <summary>Saves answers to the returned fields; others are refused.</summary>
    private static async Task<Results<Ok<SavedDto>, ErrorResult>> Save(
        Guid id, SaveValuesRequest request, SaveCorrection save, CorrectionView view, CurrentUser user, CancellationToken cancellationToken)
    {
        var saved = await save.HandleAsync(new SaveCorrection.Request(id, request.Values, request.Etag), user, cancellationToken);
        if (!saved.IsSuccess)
        {
            return new ErrorResult(saved.Error);
        }

        var shown = await view.ReadAsync(id, user, cancellationToken);
        return shown.Map(s => new SavedDto(s.State, saved.Value.Etag, saved.Value.SavedAt)).ToHttp();
    }

    /// <summary>Sends the correction.</summary>
    private static Task<Results<NoContent, ErrorResult>> Submit(
        Guid id, SubmitRequest request, SubmitCorrection submit, CurrentUser user, CancellationToken cancellationToken) =>
        submit.HandleAsync(new SubmitCorrection.Request(id, request.Etag, request.IdempotencyKey), user, cancellationToken).ToNoContent();

    /// <summary>Makes a statement or defence before a decision.</summary>
    private static Task<Results<NoContent, ErrorResult>> State(
        Guid id, StatementRequest request, FileStatement file, CurrentUser user, CancellationToken cancellationToken) =>
        file.HandleAsync(new FileStatement.Request(id, request.Text, request.IdempotencyKey), user, cancellationToken).ToNoContent();
}
