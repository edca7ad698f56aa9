using Approvals.Application.Database;

namespace Approvals.Application.Resources;

/// <summary>Anything that can be booked: a room, a desk, a person's hours.</summary>
public sealed class Resource : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>What packages name it by; unique.</summary>
    public required string Code { get; init; }

    public required LocalText Name { get; set; }

    /// <summary>The organisation whose providers answer bookings.</summary>
    public required Guid OrganisationId { get; init; }

    public required string RegionCode { get; init; }

    public required string RegionPath { get; set; }

    /// <summary>How many bookings it takes at the same time; null for any number.</summary>
    public int? Capacity { get; set; }

    /// <summary>How long an appointment is when no end is given.</summary>
    public required int SlotMinutes { get; set; }

    /// <summary>The waiting list that gives it out; null for what is booked only.</summary>
    public Guid? ListId { get; init; }

    /// <summary>What whoever is offered it should know, such as where it lies and how large it is.</summary>
    public string? About { get; set; }

    /// <summary>The offer it was given out by; null while it is free.</summary>
    public Guid? HeldByOfferId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>How often a time was given out; whoever gives one writes the row, so that two cannot take the last place at once.</summary>
    public long Turns { get; set; }

    public int Version { get; set; }
}
