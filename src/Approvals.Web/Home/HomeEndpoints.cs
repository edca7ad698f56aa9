using Approvals.Application.Home;
using Approvals.Application.Paging;
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
    private static Task<Ok<HomeDto>> Read() => throw Later.It;

    /// <summary>Own values, identifiers masked.</summary>
    private static Task<Ok<MeDto>> Me() => throw Later.It;

    /// <summary>Own values in full, within five minutes after the password was confirmed.</summary>
    private static Task<Results<Ok<MeDto>, ErrorResult>> Reveal() => throw Later.It;

    /// <summary>Choices of a named list, such as regions or organisations.</summary>
    private static Task<Results<Ok<IReadOnlyList<OptionDto>>, ErrorResult>> Search(string name, string? q, string? service) => throw Later.It;
}
