using System.ComponentModel.DataAnnotations;
using Approvals.Application.ApiKeys;
using Approvals.Application.Forms;
using Approvals.Application.Home;
using Approvals.Application.Organisations;
using Approvals.Application.Paging;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Approvals.Web.ApiKeys;
using Approvals.Web.Hosting;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Home;

/// <summary>An identity document.</summary>
/// <param name="Kind">Its kind, such as <c>resident-id</c>.</param>
/// <param name="Number">Its number.</param>
/// <param name="BirthDate">The date of birth, where the number does not hold it.</param>
internal sealed record IdentifyRequest(
    [property: StringLength(40, MinimumLength = 1)] string Kind,
    [property: StringLength(40, MinimumLength = 1)] string Number,
    DateOnly? BirthDate = null) : IRequest;

/// <summary>The applicant's first page, own values, and lists to choose from.</summary>
internal static class HomeEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/home", Read).WithTags("Home");
        api.MapGet("/me", Me).WithTags("Home");
        api.MapPost("/me/reveal", Reveal).WithTags("Home");
        api.MapPost("/me/identity", Identify).WithTags("Home").RequireRateLimiting(RateLimits.SignIn);
        api.MapGet("/lists/{name}", Search).WithTags("Home").ForKeys(ApiScopes.ReadServices);
        api.MapGet("/employers", Employers).WithTags("Home").ForKeys(ApiScopes.ReadServices).RequireRateLimiting(RateLimits.Search);
    }

    /// <summary>What waits, what runs, what can be applied for.</summary>
    private static async Task<Ok<HomeDto>> Read(HomePage page, CurrentUser user, CancellationToken cancellationToken) =>
        TypedResults.Ok(await page.ReadAsync(user, cancellationToken));

    /// <summary>Own values, identifiers masked.</summary>
    private static async Task<Ok<MeDto>> Me(HomePage page, CurrentUser user, CancellationToken cancellationToken) =>
        TypedResults.Ok(await page.MeAsync(user, full: false, cancellationToken));

    /// <summary>Own values in full, within five minutes after the password was confirmed.</summary>
    private static async Task<Results<Ok<MeDto>, ErrorResult>> Reveal(HomePage page, CurrentUser user, CancellationToken cancellationToken) =>
        user.PasswordConfirmed
            ? TypedResults.Ok(await page.MeAsync(user, full: true, cancellationToken))
            : new ErrorResult(new Error("rights.confirmFirst", ErrorKind.Forbidden));

    /// <summary>Enters one's identity document, once; the date of birth follows from it where its number holds it.</summary>
    private static async Task<Results<Ok<MeDto>, ErrorResult>> Identify(
        IdentifyRequest request, IdentifyOneself identify, HomePage page, CurrentUser user, CancellationToken cancellationToken)
    {
        var done = await identify.HandleAsync(new IdentifyOneself.Request(request.Kind, request.Number, request.BirthDate), user, cancellationToken);
        return done.IsSuccess ? TypedResults.Ok(await page.MeAsync(user, full: false, cancellationToken)) : new ErrorResult(done.Error);
    }

    /// <summary>Verified employers by a part of the name or the beginning of the code: two letters or more, at most twenty.</summary>
    private static Task<Results<Ok<IReadOnlyList<EmployerDto>>, ErrorResult>> Employers(
        string? q, SearchEmployers search, CancellationToken cancellationToken) => search.HandleAsync(q, cancellationToken).ToHttp();

    /// <summary>Choices of a named list, such as regions or organisations.</summary>
    private static Task<Results<Ok<IReadOnlyList<OptionDto>>, ErrorResult>> Search(
        string name, string? q, string? service, ListSearch search, CurrentUser user, CancellationToken cancellationToken) =>
        search.HandleAsync(name, q, service, user, cancellationToken).ToHttp();
}
