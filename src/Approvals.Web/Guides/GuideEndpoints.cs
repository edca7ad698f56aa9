using System.Text.Json;
using Approvals.Application.ApiKeys;
using Approvals.Application.Drafts;
using Approvals.Application.Guides;
using Approvals.Application.Rights;
using Approvals.Web.ApiKeys;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Guides;

/// <summary>Answers to the questions of "am I eligible?".</summary>
/// <param name="Answers">By key.</param>
internal sealed record EligibilityRequest(IReadOnlyDictionary<string, JsonElement> Answers) : IRequest;

/// <summary>A draft was opened.</summary>
/// <param name="Id">Its id.</param>
internal sealed record DraftOpenedDto(string Id);

/// <summary>What can be applied for, and how.</summary>
internal static class GuideEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var services = api.MapGroup("/services").WithTags("Services");
        services.MapGet("/", List).ForKeys(ApiScopes.ReadServices);
        services.MapGet("/{code}", Read).ForKeys(ApiScopes.ReadServices);
        services.MapPost("/{code}/eligibility", Check).ForKeys(ApiScopes.ReadServices);
        services.MapPost("/{code}/drafts", Open).ForKeys(ApiScopes.FileCases);
    }

    /// <summary>The services in force.</summary>
    private static async Task<Ok<IReadOnlyList<ServiceCardDto>>> List(ServiceCards cards, CurrentUser user, CancellationToken cancellationToken) =>
        TypedResults.Ok(await cards.ListAsync(user, cancellationToken));

    /// <summary>The guide of a service.</summary>
    private static Task<Results<Ok<ServiceGuideDto>, ErrorResult>> Read(
        string code, ServiceGuide guide, CurrentUser user, CancellationToken cancellationToken) =>
        guide.ReadAsync(code, user, cancellationToken).ToHttp();

    /// <summary>Whether one fits; nothing is saved.</summary>
    private static Task<Results<Ok<EligibilityDto>, ErrorResult>> Check(
        string code, EligibilityRequest request, CheckEligibility check, CurrentUser user, CancellationToken cancellationToken) =>
        check.HandleAsync(code, request.Answers, user.Language, cancellationToken).ToHttp();

    /// <summary>Opens a draft, or the one that is there already.</summary>
    private static async Task<Results<Ok<DraftOpenedDto>, ErrorResult>> Open(
        string code, OpenDraft open, CurrentUser user, CancellationToken cancellationToken) =>
        (await open.HandleAsync(new OpenDraft.Request(code), user, cancellationToken)).Map(o => new DraftOpenedDto(o.Id.ToString())).ToHttp();
}
