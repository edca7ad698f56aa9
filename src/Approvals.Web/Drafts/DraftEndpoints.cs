using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Approvals.Application.CaseViews;
using Approvals.Application.Forms;
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
        var drafts = api.MapGroup("/drafts").WithTags("Drafts");
        drafts.MapGet("/{id:guid}", Read);
        drafts.MapPut("/{id:guid}", Save);
        drafts.MapDelete("/{id:guid}", Delete);
        drafts.MapPost("/{id:guid}/check", Check);
        drafts.MapPost("/{id:guid}/submit", Submit);
    }

    /// <summary>The draft with its form and answers.</summary>
    private static Task<Results<Ok<DraftDto>, ErrorResult>> Read(Guid id) => throw Later.It;

    /// <summary>Saves; errors in the answers never stop it.</summary>
    private static Task<Results<Ok<SavedDto>, ErrorResult>> Save(Guid id, SaveValuesRequest request) => throw Later.It;

    /// <summary>Throws the draft away with its documents.</summary>
    private static Task<Results<NoContent, ErrorResult>> Delete(Guid id) => throw Later.It;

    /// <summary>Every error of the answers.</summary>
    private static Task<Results<Ok<FormStateDto>, ErrorResult>> Check(Guid id) => throw Later.It;

    /// <summary>Submits the application: a case begins.</summary>
    private static Task<Results<Ok<SubmittedDto>, ErrorResult>> Submit(Guid id, SubmitRequest request) => throw Later.It;
}
