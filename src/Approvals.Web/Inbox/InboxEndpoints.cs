using System.ComponentModel.DataAnnotations;
using Approvals.Application.ApiKeys;
using Approvals.Application.Inbox;
using Approvals.Application.Limits;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Application.WorkTasks;
using Approvals.Web.ApiKeys;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Inbox;

/// <summary>Saves a phrase for opinions.</summary>
/// <param name="Text">The phrase.</param>
internal sealed record PhraseRequest([property: StringLength(500, MinimumLength = 1)] string Text) : IRequest;

/// <summary>The inbox's filters, in the address.</summary>
/// <param name="Tab">The tab.</param>
/// <param name="Service">A service's code.</param>
/// <param name="Activity">An activity's id.</param>
/// <param name="Region">A region's code.</param>
/// <param name="Due">A light.</param>
/// <param name="Claimed">Whose claims.</param>
/// <param name="Q">A number, a name or an employer.</param>
/// <param name="Cursor">From the page before.</param>
internal sealed record InboxFilter(
    InboxTab Tab = InboxTab.Todo,
    string? Service = null,
    string? Activity = null,
    string? Region = null,
    DueState? Due = null,
    InboxClaim Claimed = InboxClaim.Any,
    string? Q = null,
    string? Cursor = null)
{
    public InboxRequest ToRequest() => new(Tab, Service, Activity, Region, Due, Claimed, Q, Cursor);
}

/// <summary>Claims the next free task.</summary>
/// <param name="Service">A service's code, or null.</param>
/// <param name="Activity">An activity's id, or null.</param>
/// <param name="Region">A region's code, or null.</param>
internal sealed record ClaimNextRequest(
    [property: StringLength(100)] string? Service = null,
    [property: StringLength(100)] string? Activity = null,
    [property: StringLength(20)] string? Region = null) : IRequest;

/// <summary>What waits for those who work on cases.</summary>
internal static class InboxEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var inbox = api.MapGroup("/inbox").WithTags("Inbox").ForKeys(ApiScopes.WorkOnTasks);
        inbox.MapGet("/", Read);
        inbox.MapPost("/claim-next", ClaimNext);
        var phrases = api.MapGroup("/phrases").WithTags("Inbox");
        phrases.MapGet("/", ListPhrases);
        phrases.MapPost("/", SavePhrase);
        phrases.MapDelete("/{id:guid}", DeletePhrase);
    }

    /// <summary>A page of a tab with counts, lights and filters.</summary>
    private static Task<Results<Ok<InboxDto>, ErrorResult>> Read(
        [AsParameters] InboxFilter filter, InboxPage page, CurrentUser user, CancellationToken cancellationToken) =>
        page.ReadAsync(filter.ToRequest(), user, cancellationToken).ToHttp();

    /// <summary>Claims the free task that is due first; when somebody is faster, the one after it.</summary>
    private static async Task<Results<Ok<ClaimedDto>, ErrorResult>> ClaimNext(
        ClaimNextRequest request, InboxPage page, ClaimTask claim, CurrentUser user, CancellationToken cancellationToken)
    {
        var wanted = new InboxRequest(InboxTab.Todo, request.Service, request.Activity, request.Region, null, InboxClaim.None, null, null);
        while (await page.NextFreeAsync(wanted, user, cancellationToken) is { } task)
        {
            var claimed = await claim.HandleAsync(new ClaimTask.Request(task), user, cancellationToken);
            if (claimed.IsSuccess)
            {
                return TypedResults.Ok(new ClaimedDto(task.ToString()));
            }

            if (claimed.Error.Kind != ErrorKind.Conflict)
            {
                return new ErrorResult(claimed.Error);
            }
        }

        return TypedResults.Ok(new ClaimedDto(null));
    }

    /// <summary>The reader's saved phrases.</summary>
    private static async Task<Ok<IReadOnlyList<PhraseDto>>> ListPhrases(Phrases phrases, CurrentUser user, CancellationToken cancellationToken) =>
        TypedResults.Ok(await phrases.ListAsync(user, cancellationToken));

    /// <summary>Saves a phrase.</summary>
    private static Task<Results<Ok<PhraseDto>, ErrorResult>> SavePhrase(
        PhraseRequest request, Phrases phrases, CurrentUser user, CancellationToken cancellationToken) =>
        phrases.SaveAsync(request.Text, user, cancellationToken).ToHttp();

    /// <summary>Deletes a phrase.</summary>
    private static Task<Results<NoContent, ErrorResult>> DeletePhrase(Guid id, Phrases phrases, CurrentUser user, CancellationToken cancellationToken) =>
        phrases.DeleteAsync(id, user, cancellationToken).ToNoContent();
}
