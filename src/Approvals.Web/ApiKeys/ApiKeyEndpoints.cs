using System.ComponentModel.DataAnnotations;
using Approvals.Application.ApiKeys;
using Approvals.Application.Rights;
using Approvals.Web.Hosting;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.ApiKeys;

/// <summary>Makes a key with which a program acts as its owner.</summary>
/// <param name="Name">What its owner calls it, such as the program that holds it.</param>
/// <param name="Scopes">What it may be used for: codes such as <c>cases.read</c>.</param>
/// <param name="LastDay">The last day it works, at most 366 days from today.</param>
/// <param name="IdempotencyKey">Made for this one click; a second request with it is refused, as the secret is shown once.</param>
internal sealed record IssueKeyRequest(
    [property: StringLength(100, MinimumLength = 1)] string Name,
    [property: MaxLength(20), ItemLength(64)] IReadOnlyList<string> Scopes,
    DateOnly LastDay,
    [property: StringLength(100, MinimumLength = 8)] string IdempotencyKey) : IRequest;

/// <summary>The reader's keys.</summary>
/// <param name="Keys">Newest first.</param>
/// <param name="Scopes">Every scope there is, in the order to show.</param>
internal sealed record ApiKeysDto(IReadOnlyList<ApiKeyDto> Keys, IReadOnlyList<string> Scopes);

/// <summary>Keys for programs: one's own, and all of them for administrators of accounts.</summary>
internal static class ApiKeyEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var keys = api.MapGroup("/keys").WithTags("Keys");
        keys.MapGet("/", List);
        keys.MapPost("/", Issue).RequireRateLimiting(RateLimits.SignIn);
        keys.MapDelete("/{id:guid}", Revoke);
        api.MapGet("/admin/keys", ListAll).WithTags("Keys");
    }

    /// <summary>The reader's own keys, without their secrets.</summary>
    private static async Task<Ok<ApiKeysDto>> List(ApiKeyList list, CurrentUser user, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ApiKeysDto(await list.OwnAsync(user, cancellationToken), ApiScopes.All));

    /// <summary>Makes a key; the password must have been confirmed within the last minutes. The answer holds the secret, this once.</summary>
    private static Task<Results<Ok<IssuedApiKeyDto>, ErrorResult>> Issue(
        IssueKeyRequest request, IssueApiKey issue, CurrentUser user, CancellationToken cancellationToken) =>
        issue.HandleAsync(new IssueApiKey.Request(request.Name, request.Scopes, request.LastDay, request.IdempotencyKey), user, cancellationToken).ToHttp();

    /// <summary>Takes a key out of force at once; one that is out stays so.</summary>
    private static Task<Results<NoContent, ErrorResult>> Revoke(Guid id, RevokeApiKey revoke, CurrentUser user, CancellationToken cancellationToken) =>
        revoke.HandleAsync(id, user, cancellationToken).ToNoContent();

    /// <summary>The keys in force of everybody, for administrators of accounts.</summary>
    private static Task<Results<Ok<IReadOnlyList<ApiKeyDto>>, ErrorResult>> ListAll(ApiKeyList list, CurrentUser user, CancellationToken cancellationToken) =>
        list.AllAsync(user, cancellationToken).ToHttp();
}
