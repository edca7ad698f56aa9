using Approvals.Application.Represented;
using Approvals.Application.Rights;
using Approvals.Web.Guides;
using Approvals.Web.Hosting;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Web.Employers;

/// <summary>The people an employer recommends and files for, and their say in it.</summary>
internal static class RepresentedEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/employers/{id:guid}/people", List).WithTags("Represented");
        api.MapPost("/employers/{id:guid}/people", Name).WithTags("Represented").RequireRateLimiting(RateLimits.SignIn);
        var represented = api.MapGroup("/represented/{id:guid}").WithTags("Represented");
        represented.MapPost("/consent", HandIn).TakesFile().RequireRateLimiting(RateLimits.Uploads)
            .WithMetadata(new RequestSizeLimitAttribute(EmployerEndpoints.ProofLimit)).DisableAntiforgery();
        represented.MapPost("/drafts", Open);
        var representations = api.MapGroup("/representations").WithTags("Represented");
        representations.MapGet("/", ListOwn);
        representations.MapPost("/{id:guid}/answer", Answer);
    }

    /// <summary>A page of those whom an employer recommends, with their drafts and cases.</summary>
    private static Task<Results<Ok<EmployerPeopleDto>, ErrorResult>> List(
        Guid id, string? cursor, RepresentedList list, CurrentUser user, CancellationToken cancellationToken) => list.OfEmployerAsync(id, cursor, user, cancellationToken).ToHttp();

    /// <summary>Names somebody; the same person again is the same row.</summary>
    private static async Task<Results<Ok<PersonNamedDto>, ErrorResult>> Name(
        Guid id, NamedPersonRequest request, NamePerson name, CurrentUser user, CancellationToken cancellationToken) =>
        (await name.HandleAsync(new NamePerson.Request(id, request.Find()), user, cancellationToken)).Map(row => new PersonNamedDto(row.ToString())).ToHttp();

    /// <summary>Takes the signed consent of somebody who has no account.</summary>
    private static async Task<Results<NoContent, ErrorResult>> HandIn(
        Guid id, HttpRequest request, HandInConsent consents, CurrentUser user, CancellationToken cancellationToken)
    {
        var file = await FilePart.FindAsync(request, cancellationToken);
        return await consents.HandleAsync(new HandInConsent.Request(id, file?.Name ?? "", file?.Content), user, cancellationToken).ToNoContent();
    }

    /// <summary>Opens a draft for somebody who has agreed, or the one that is there already.</summary>
    private static async Task<Results<Ok<DraftOpenedDto>, ErrorResult>> Open(
        Guid id, OpenForRequest request, OpenRepresented open, CurrentUser user, CancellationToken cancellationToken) =>
        (await open.HandleAsync(id, request.Service, user, cancellationToken)).Map(o => new DraftOpenedDto(o.Id.ToString())).ToHttp();

    /// <summary>The employers that want to file for the reader, or may.</summary>
    private static async Task<Ok<IReadOnlyList<RepresentationDto>>> ListOwn(RepresentedList list, CurrentUser user, CancellationToken cancellationToken) =>
        TypedResults.Ok(await list.OfPersonAsync(user, cancellationToken));

    /// <summary>Agrees, refuses, or takes a consent back.</summary>
    private static Task<Results<NoContent, ErrorResult>> Answer(
        Guid id, AnswerEmployerRequest request, AnswerRepresentation answer, CurrentUser user, CancellationToken cancellationToken) =>
        answer.HandleAsync(new AnswerRepresentation.Request(id, request.Agreed, request.Etag), user, cancellationToken).ToNoContent();
}
