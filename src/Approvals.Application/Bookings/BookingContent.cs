using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Secrets;

namespace Approvals.Application.Bookings;

/// <summary>The personal part of a booking: read by the applicant and the owner, by nobody else.</summary>
public sealed record BookingContent
{
    /// <summary>When it is wanted, as the flow or the applicant says: JSON as FEEL writes it.</summary>
    public JsonElement? Window { get; init; }

    /// <summary>What the owner is told of the case: JSON as FEEL writes it.</summary>
    public JsonElement? Details { get; init; }

    /// <summary>The resource the flow named, where no row has this code.</summary>
    public string? Asked { get; init; }

    /// <summary>Where to come.</summary>
    public string? Place { get; init; }

    /// <summary>Whom to turn to there.</summary>
    public string? Contact { get; init; }

    /// <summary>What the owner or the applicant wrote last.</summary>
    public string? Note { get; init; }

    /// <summary>Where a booking's payload belongs; it opens nowhere else.</summary>
    internal static string PlaceOf(Guid booking) => $"booking:{booking:N}";

    internal static ValueTask<Result<BookingContent>> OpenAsync(Vault vault, Booking row, CancellationToken cancellationToken) =>
        vault.OpenJsonAsync<BookingContent>(row.KeyId, row.Payload, PlaceOf(row.Id), cancellationToken);

    internal ValueTask<byte[]> SealAsync(CaseWork work, Guid booking, CancellationToken cancellationToken) =>
        work.Vault.SealJsonAsync(work.KeyId, this, PlaceOf(booking), cancellationToken);
}
