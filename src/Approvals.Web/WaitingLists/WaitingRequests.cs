using System.ComponentModel.DataAnnotations;
using Approvals.Web.Requests;

namespace Approvals.Web.WaitingLists;

/// <summary>Sets up a waiting list.</summary>
/// <param name="Service">The service whose packages name it.</param>
/// <param name="Code">The name they use.</param>
/// <param name="NameZh">What people call it, in Chinese.</param>
/// <param name="NameEn">The same in English.</param>
/// <param name="Region">Its region's code.</param>
/// <param name="Organisation">Whose providers make offers; absent: leads only.</param>
internal sealed record NewWaitingListRequest(
    [property: StringLength(64, MinimumLength = 1)] string Service,
    [property: StringLength(64, MinimumLength = 1), RegularExpression("[A-Za-z0-9._-]+")] string Code,
    [property: StringLength(100, MinimumLength = 1)] string NameZh,
    [property: StringLength(100, MinimumLength = 1)] string NameEn,
    [property: StringLength(20, MinimumLength = 1)] string Region,
    Guid? Organisation = null) : IRequest;

/// <summary>Changes a waiting list.</summary>
/// <param name="Etag">From the list.</param>
/// <param name="NameZh">What people call it, in Chinese.</param>
/// <param name="NameEn">The same in English.</param>
/// <param name="Closed">Whether offers end.</param>
/// <param name="Organisation">Whose providers make offers.</param>
internal sealed record ChangeWaitingListRequest(
    [property: StringLength(100, MinimumLength = 1)] string Etag,
    [property: StringLength(100, MinimumLength = 1)] string NameZh,
    [property: StringLength(100, MinimumLength = 1)] string NameEn,
    bool Closed,
    Guid? Organisation = null) : IRequest;

/// <summary>Offers to whoever is next.</summary>
/// <param name="IdempotencyKey">Made by the page for this one click; a second request with it does nothing twice.</param>
/// <param name="What">What is offered, for the applicant to read.</param>
/// <param name="Quota">The quota to take from; absent: the oldest with a share left.</param>
/// <param name="Entry">Whom the page shows as next; when somebody else is by now, nothing is offered.</param>
/// <param name="Resource">The very thing that is offered, of those the list gives out.</param>
internal sealed record OfferRequest(
    [property: StringLength(100, MinimumLength = 8)] string IdempotencyKey,
    [property: StringLength(1000)] string? What = null,
    Guid? Quota = null,
    Guid? Entry = null,
    Guid? Resource = null) : IRequest;

/// <summary>Answers an offer.</summary>
/// <param name="Etag">From the offer.</param>
/// <param name="IdempotencyKey">Made by the page for this one click.</param>
/// <param name="Accepted">Whether it is taken.</param>
/// <param name="Reason">Why not; needed to refuse.</param>
internal sealed record AnswerOfferRequest(
    [property: StringLength(100, MinimumLength = 1)] string Etag,
    [property: StringLength(100, MinimumLength = 8)] string IdempotencyKey,
    bool Accepted,
    [property: StringLength(1000)] string? Reason = null) : IRequest;

/// <summary>Takes an offer back.</summary>
/// <param name="Reason">Why, for the applicant to read.</param>
internal sealed record WithdrawOfferRequest([property: StringLength(1000, MinimumLength = 1)] string Reason) : IRequest;

/// <summary>Puts a case at another place.</summary>
/// <param name="Etag">From the entry.</param>
/// <param name="IdempotencyKey">Made by the page for this one click.</param>
/// <param name="Place">The new place, from 1.</param>
/// <param name="Reason">Why, for the applicant to read.</param>
internal sealed record CorrectPlaceRequest(
    [property: StringLength(100, MinimumLength = 1)] string Etag,
    [property: StringLength(100, MinimumLength = 8)] string IdempotencyKey,
    int Place,
    [property: StringLength(1000, MinimumLength = 1)] string Reason) : IRequest;
