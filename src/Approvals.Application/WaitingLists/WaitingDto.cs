using Approvals.Application.Paging;

namespace Approvals.Application.WaitingLists;

/// <summary>A waiting list, for whoever gives out from it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">Its code, scoped by its service.</param>
/// <param name="Name">Its name in the language asked for.</param>
/// <param name="Names">Its name in both languages.</param>
/// <param name="OrganisationId">Whose providers make offers; null until somebody is named.</param>
/// <param name="OrganisationName">The name of that organisation.</param>
/// <param name="Region">The region's code.</param>
/// <param name="Waiting">How many are in it, stopping at a thousand.</param>
/// <param name="Left">What is left to offer over all its open quotas.</param>
/// <param name="Closed">Whether offers have ended.</param>
/// <param name="Etag">The version to send back with a change.</param>
public sealed record WaitingListDto(
    string Id, string Code, string Name, LocalText Names, string? OrganisationId, string? OrganisationName, string Region, CountDto Waiting, int Left, bool Closed, string Etag);

/// <summary>A case in a waiting list.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="ListName">The list.</param>
/// <param name="Place">The place from 1; null once it has left.</param>
/// <param name="CaseId">The case.</param>
/// <param name="CaseNumber">Its number.</param>
/// <param name="Applicant">Who waits, masked.</param>
/// <param name="State">Where it stands.</param>
/// <param name="JoinedAt">Since when.</param>
/// <param name="Offer">The last offer, if there was one.</param>
/// <param name="Etag">The version to send back with a correction.</param>
public sealed record WaitingEntryDto(
    string Id, string ListName, int? Place, string CaseId, string CaseNumber, string Applicant, WaitingState State, DateTimeOffset JoinedAt, WaitingOfferDto? Offer, string Etag);

/// <summary>An offer.</summary>
/// <param name="Id">Its id.</param>
/// <param name="What">What is offered.</param>
/// <param name="State">Whether it is open, and what became of it.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="DueAt">When it lapses; null where it does not.</param>
/// <param name="ClosedAt">When it was answered, lapsed or was taken back.</param>
/// <param name="Reason">Why it was refused or taken back.</param>
/// <param name="MayAnswer">Whether the reader may answer it now.</param>
/// <param name="IfRefused">What refusing it costs; null where the reader may not answer.</param>
/// <param name="IfLapsed">What not answering in time costs, alike.</param>
/// <param name="Etag">The version to send back with the answer.</param>
public sealed record WaitingOfferDto(
    string Id, string? What, OfferState State, DateTimeOffset MadeAt, DateTimeOffset? DueAt, DateTimeOffset? ClosedAt, string? Reason, bool MayAnswer,
    OfferCost? IfRefused, OfferCost? IfLapsed, string Etag);

/// <summary>What letting an offer go costs.</summary>
public enum OfferCost
{
    /// <summary>Nothing: the place is kept.</summary>
    Keep,

    /// <summary>The place: the end of the list is the new one.</summary>
    End,

    /// <summary>The list: the case leaves it.</summary>
    Remove,
}

/// <summary>A place with all that happened to it.</summary>
/// <param name="Entry">The place.</param>
/// <param name="History">What happened, oldest first.</param>
public sealed record WaitingPlaceDto(WaitingEntryDto Entry, IReadOnlyList<WaitingChangeDto> History);

/// <summary>One thing that happened to a place.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What, such as joined, offered, lapsed, corrected.</param>
/// <param name="Text">The same in words.</param>
/// <param name="From">The place before; null on joining.</param>
/// <param name="To">The place after; null once it left.</param>
/// <param name="Reason">Why, in the words of whoever did it.</param>
public sealed record WaitingChangeDto(DateTimeOffset At, string Kind, string Text, int? From, int? To, string? Reason);

/// <summary>An offer was made.</summary>
/// <param name="OfferId">The offer.</param>
/// <param name="EntryId">The entry it was made to.</param>
/// <param name="CaseId">The case.</param>
/// <param name="CaseNumber">Its number.</param>
public sealed record OfferedDto(string OfferId, string EntryId, string CaseId, string CaseNumber);
