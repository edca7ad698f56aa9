namespace Approvals.Application.Resources;

/// <summary>Something that can be booked.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">What packages name it by.</param>
/// <param name="Name">Its name in the language asked for.</param>
/// <param name="Names">Its name in both languages.</param>
/// <param name="OrganisationId">Whose providers answer its bookings.</param>
/// <param name="OrganisationName">The name of that organisation.</param>
/// <param name="Capacity">How many bookings it takes at the same time; null for any number.</param>
/// <param name="SlotMinutes">How long an appointment is when no end is given.</param>
/// <param name="Closed">Whether it takes no more bookings.</param>
/// <param name="ListId">The waiting list that gives it out; null for what is booked only.</param>
/// <param name="ListName">The name of that list.</param>
/// <param name="About">What whoever is offered it should know.</param>
/// <param name="HeldBy">The number of the case it was given to or is offered to; null while it is free.</param>
/// <param name="Etag">The version to send back with a change.</param>
public sealed record ResourceDto(
    string Id, string Code, string Name, LocalText Names, string OrganisationId, string OrganisationName, int? Capacity, int SlotMinutes, bool Closed,
    string? ListId, string? ListName, string? About, string? HeldBy, string Etag);

/// <summary>What somebody keeps.</summary>
/// <param name="Items">By code.</param>
/// <param name="More">Whether there are more than are told, so that the search wants narrowing.</param>
public sealed record ResourcesDto(IReadOnlyList<ResourceDto> Items, bool More);

/// <summary>Which of them.</summary>
/// <param name="List">Of one waiting list; null for all.</param>
/// <param name="Text">With this in code, name or description; null for all.</param>
/// <param name="Free">Only what can be given out now: open, and in nobody's hands.</param>
public sealed record ResourceSearch(Guid? List, string? Text, bool Free);
