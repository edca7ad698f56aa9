using Approvals.Application.Database;
using Approvals.Workflows;

namespace Approvals.Application.Bookings;

/// <summary>A case asks the owner of a resource for a time. That it exists and where it stands is no secret; what for is.</summary>
public sealed class Booking : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required string CaseNumber { get; init; }

    /// <summary>The engine's id of the booking within the case.</summary>
    public required string BookmarkId { get; init; }

    /// <summary>The activity that asks.</summary>
    public required string ActivityId { get; init; }

    public required string ServiceCode { get; init; }

    public required LocalText ServiceName { get; init; }

    public required Guid PersonId { get; init; }

    public required string ApplicantMaskedName { get; set; }

    public Guid? ResourceId { get; set; }

    /// <summary>The organisation that answers; null where the flow asks people by name.</summary>
    public Guid? OrganisationId { get; init; }

    public required BookingState State { get; set; }

    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>The time confirmed or proposed.</summary>
    public DateTimeOffset? StartsAt { get; set; }

    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>How many working days ahead another time must be asked for.</summary>
    public int AheadDays { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }

    public Guid? ChangedByUserId { get; set; }

    /// <summary>The key of its case.</summary>
    public required Guid KeyId { get; init; }

    /// <summary>A <see cref="BookingContent"/>, encrypted.</summary>
    public required byte[] Payload { get; set; }

    public int Version { get; set; }
}
