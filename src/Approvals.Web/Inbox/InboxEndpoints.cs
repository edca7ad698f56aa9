using System.ComponentModel.DataAnnotations;
using Approvals.Application.ApiKeys;
using Approvals.Application.CaseViews;
using Approvals.Application.Inbox;
using Approvals.Application.Limits;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Application.WorkTasks;
using Approvals.Web.ApiKeys;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Approvals.Web.Sheets;
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
/// <param name="Sort">The order of tasks to do.</param>
/// <param name="Where">Conditions on answers of the service: a field's name, <c>is</c>, <c>starts</c>, <c>from</c> or <c>to</c>, and a value, parted by colons.</param>
internal sealed record InboxFilter(
    InboxTab Tab = InboxTab.Todo,
    string? Service = null,
    string? Activity = null,
    string? Region = null,
    DueState? Due = null,
    InboxClaim Claimed = InboxClaim.Any,
    string? Q = null,
    string? Cursor = null,
    InboxSort Sort = InboxSort.Due,
    string[]? Where = null)
{
    public InboxRequest ToRequest() => new(Tab, Service, Activity, Region, Due, Claimed, Q, Cursor) { Sort = Sort, Where = Where ?? [] };
}

/// <summary>Claims the next free task.</summary>
/// <param name="Service">A service's code, or null.</param>
/// <param name="Activity">An activity's id, or null.</param>
/// <param name="Region">A region's code, or null.</param>
/// <param name="Due">A light, or null.</param>
/// <param name="Q">A number, a name or an employer, or null.</param>
/// <param name="Where">Conditions on answers of the service, or null.</param>
internal sealed record ClaimNextRequest(
    [property: StringLength(100)] string? Service = null,
    [property: StringLength(100)] string? Activity = null,
    [property: StringLength(20)] string? Region = null,
    DueState? Due = null,
    [property: StringLength(200)] string? Q = null,
    [property: MaxLength(5), ItemLength(400)] IReadOnlyList<string>? Where = null) : IRequest;

/// <summary>What waits for those who work on cases.</summary>
internal static class InboxEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var inbox = api.MapGroup("/inbox").WithTags("Inbox").ForKeys(ApiScopes.WorkOnTasks);
        inbox.MapGet("/", Read);
        inbox.MapPost("/claim-next", ClaimNext);
        api.MapGet("/inbox/sheet", Download).WithTags("Inbox");
        api.MapGet("/search-fields", ListFields).WithTags("Inbox");
        var phrases = api.MapGroup("/phrases").WithTags("Inbox");
        phrases.MapGet("/", ListPhrases);
        phrases.MapPost("/", SavePhrase);
        phrases.MapDelete("/{id:guid}", DeletePhrase);
    }

    /// <summary>A page of a tab with counts, lights and filters.</summary>
    private static Task<Results<Ok<InboxDto>, ErrorResult>> Read(
        [AsParameters] InboxFilter filter, InboxPage page, CurrentUser user, CancellationToken cancellationToken) =>
        page.ReadAsync(filter.ToRequest(), user, cancellationToken).ToHttp();

    /// <summary>The rows of a tab as a spreadsheet.</summary>
    private static Task<Results<FileContentHttpResult, ErrorResult>> Download(
        [AsParameters] InboxFilter filter, InboxSheet sheet, CurrentUser user, CancellationToken cancellationToken) =>
        sheet.ReadAsync(filter.ToRequest(), user, cancellationToken).ToWorkbook("inbox");

    /// <summary>The answers by which cases of a service can be found, and how they may be compared.</summary>
    private static Task<Results<Ok<IReadOnlyList<SearchFieldDto>>, ErrorResult>> ListFields(
        string? service, SearchFieldList fields, CurrentUser user, CancellationToken cancellationToken) =>
        fields.ListAsync(service, user, cancellationToken).ToHttp();

    /// <summary>Claims the free task that is due first; when somebody is faster, the one after it.</summary>
    private static async Task<Results<Ok<ClaimedDto>, ErrorResult>> ClaimNext(
        ClaimNextRequest request, InboxPage page, ClaimTask claim, CurrentUser user, CancellationToken cancellationToken)
    {
        var wanted = new InboxRequest(InboxTab.Todo, request.Service, request.Activity, request.Region, request.Due, InboxClaim.None, request.Q, null) { Where = request.Where ?? [] };
        while (true)
        {
            var next = await page.NextFreeAsync(wanted, user, cancellationToken);
            if (!next.IsSuccess || next.Value is not { } task)
            {
                return next.IsSuccess ? TypedResults.Ok(new ClaimedDto(null)) : new ErrorResult(next.Error);
            }

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
