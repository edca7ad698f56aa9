using Approvals.Application.Forms;
using Approvals.Application.Home;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Home;

/// <summary>The applicant's first page, own values, and lists to choose from.</summary>
internal static class HomeEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/home", Read).WithTags("Home");
        api.MapGet("/me", Me).WithTags("Home");
        api.MapPost("/me/reveal", Reveal).WithTags("Home");
        api.MapGet("/lists/{name}", Search).WithTags("Home");
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

    /// <summary>Choices of a named list, such as regions or organisations.</summary>
    private static Task<Results<Ok<IReadOnlyList<OptionDto>>, ErrorResult>> Search(
        string name, string? q, string? service, ListSearch search, CurrentUser user, CancellationToken cancellationToken) =>
        search.HandleAsync(name, q, service, user, cancellationToken).ToHttp();
}
