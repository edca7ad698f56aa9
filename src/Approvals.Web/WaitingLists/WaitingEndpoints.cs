using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Application.WaitingLists;
using Approvals.Web.Problems;
using Approvals.Web.Sheets;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.WaitingLists;

/// <summary>Waiting lists for whoever gives out from them, and places in them for those who wait.</summary>
internal static class WaitingEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var lists = api.MapGroup("/waiting-lists").WithTags("WaitingLists");
        lists.MapGet("/", List);
        lists.MapPost("/", Create);
        lists.MapPut("/{id:guid}", Change);
        lists.MapGet("/{id:guid}/entries", Entries);
        lists.MapGet("/{id:guid}/entries/sheet", Download);
        lists.MapPost("/{id:guid}/offers", Offer);
        var entries = api.MapGroup("/waiting-entries/{id:guid}").WithTags("WaitingLists");
        entries.MapGet("/", Read);
        entries.MapPost("/place", Correct);
        var offers = api.MapGroup("/offers/{id:guid}").WithTags("WaitingLists");
        offers.MapPost("/answer", Answer);
        offers.MapPost("/withdraw", Withdraw);
        api.MapGet("/cases/{id:guid}/waiting", OfCase).WithTags("WaitingLists");
    }

    /// <summary>The lists the user gives out from.</summary>
    private static Task<Results<Ok<IReadOnlyList<WaitingListDto>>, ErrorResult>> List(WaitingListView view, CurrentUser user, CancellationToken cancellationToken) =>
        view.ListAsync(user, cancellationToken).ToHttp();

    /// <summary>Sets up a list before the first case joins it.</summary>
    private static Task<Results<Ok<WaitingListDto>, ErrorResult>> Create(
        NewWaitingListRequest request, KeepList keep, CurrentUser user, CancellationToken cancellationToken) =>
        keep.CreateAsync(
            new KeepList.NewList(request.Service, request.Code, new LocalText(request.NameZh, request.NameEn), request.Organisation, request.Region), user, cancellationToken).ToHttp();

    /// <summary>Changes a list's name or owner, or ends its offers.</summary>
    private static Task<Results<Ok<WaitingListDto>, ErrorResult>> Change(
        Guid id, ChangeWaitingListRequest request, KeepList keep, CurrentUser user, CancellationToken cancellationToken) =>
        keep.ChangeAsync(
            new KeepList.Change(id, request.Etag, new LocalText(request.NameZh, request.NameEn), request.Organisation, request.Closed), user, cancellationToken).ToHttp();

    /// <summary>Who waits, first to last.</summary>
    private static Task<Results<Ok<Page<WaitingEntryDto>>, ErrorResult>> Entries(
        Guid id, string? cursor, WaitingPlaces places, CurrentUser user, CancellationToken cancellationToken) =>
        places.ListAsync(id, cursor, user, cancellationToken).ToHttp();

    /// <summary>The same as a spreadsheet.</summary>
    private static Task<Results<FileContentHttpResult, ErrorResult>> Download(
        Guid id, ExportEntries export, CurrentUser user, CancellationToken cancellationToken) => export.ReadAsync(id, user, cancellationToken).ToWorkbook("list");

    /// <summary>Offers to whoever is next; when nothing is left, the problem's data says who gave out the last and when.</summary>
    private static Task<Results<Ok<OfferedDto>, ErrorResult>> Offer(Guid id, OfferRequest request, OfferNext offer, CurrentUser user, CancellationToken cancellationToken) =>
        offer.HandleAsync(new OfferNext.Request(id, request.Quota, request.Entry, request.What, request.IdempotencyKey, request.Resource), user, cancellationToken).ToHttp();

    /// <summary>A place with all that happened to it.</summary>
    private static Task<Results<Ok<WaitingPlaceDto>, ErrorResult>> Read(Guid id, WaitingPlaces places, CurrentUser user, CancellationToken cancellationToken) =>
        places.ReadAsync(id, user, cancellationToken).ToHttp();

    /// <summary>Corrects a place, with a reason.</summary>
    private static Task<Results<NoContent, ErrorResult>> Correct(
        Guid id, CorrectPlaceRequest request, CorrectPlace correct, CurrentUser user, CancellationToken cancellationToken) =>
        correct.HandleAsync(new CorrectPlace.Request(id, request.Etag, request.Place, request.Reason, request.IdempotencyKey), user, cancellationToken).ToNoContent();

    /// <summary>Takes or refuses an offer.</summary>
    private static Task<Results<NoContent, ErrorResult>> Answer(
        Guid id, AnswerOfferRequest request, AnswerOffer answer, CurrentUser user, CancellationToken cancellationToken) =>
        answer.HandleAsync(new AnswerOffer.Request(id, request.Etag, request.Accepted, request.Reason, request.IdempotencyKey), user, cancellationToken).ToNoContent();

    /// <summary>Takes an offer back; the case keeps its place.</summary>
    private static Task<Results<NoContent, ErrorResult>> Withdraw(
        Guid id, WithdrawOfferRequest request, WithdrawOffer withdraw, CurrentUser user, CancellationToken cancellationToken) =>
        withdraw.HandleAsync(new WithdrawOffer.Request(id, request.Reason), user, cancellationToken).ToNoContent();

    /// <summary>The places of a case, with their history.</summary>
    private static Task<Results<Ok<IReadOnlyList<WaitingPlaceDto>>, ErrorResult>> OfCase(Guid id, WaitingPlaces places, CurrentUser user, CancellationToken cancellationToken) =>
        places.OfCaseAsync(id, user, cancellationToken).ToHttp();
}
