using System.Text.Json;
using Approvals.Workflows;

namespace Approvals.Application.Bookings;

/// <summary>A booking. What is personal is there for the applicant and the owner only.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CaseId">The case that asks.</param>
/// <param name="CaseNumber">Its number.</param>
/// <param name="ServiceName">The service.</param>
/// <param name="Applicant">Who asks, masked.</param>
/// <param name="State">Where it stands.</param>
/// <param name="RequestedAt">Since when.</param>
/// <param name="ChangedAt">When it last changed.</param>
/// <param name="Personal">What only the applicant and the owner read; null for others.</param>
/// <param name="Acts">What the reader may do with it now: confirm, propose, refuse, cancel, attended, noShow; accept, reschedule, withdraw.</param>
/// <param name="Etag">The version to send back with an act.</param>
public sealed record BookingDto(
    string Id, string CaseId, string CaseNumber, string ServiceName, string Applicant, BookingState State, DateTimeOffset RequestedAt, DateTimeOffset ChangedAt,
    BookingPersonalDto? Personal, IReadOnlyList<string> Acts, string Etag);

/// <summary>The personal part of a booking.</summary>
/// <param name="ResourceId">The resource.</param>
/// <param name="Resource">Its name, or what the flow asked for.</param>
/// <param name="StartsAt">The time confirmed or proposed.</param>
/// <param name="EndsAt">When it ends.</param>
/// <param name="Window">When it is wanted: JSON as the flow gives it, or from and to.</param>
/// <param name="Details">What the owner is told of the case, in the form's words.</param>
/// <param name="Place">Where to come.</param>
/// <param name="Contact">Whom to turn to there.</param>
/// <param name="Note">What was written last.</param>
public sealed record BookingPersonalDto(
    string? ResourceId, string? Resource, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, JsonElement? Window, IReadOnlyList<BookingLineDto> Details,
    string? Place, string? Contact, string? Note);

/// <summary>Something the owner is told.</summary>
/// <param name="Name">Under which name the flow gives it.</param>
/// <param name="Label">What the form calls it.</param>
/// <param name="Text">The answer in words.</param>
public sealed record BookingLineDto(string Name, string Label, string Text);
