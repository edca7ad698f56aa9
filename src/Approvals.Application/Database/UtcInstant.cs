using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Approvals.Application.Database;

/// <summary>UTC at rest, to the microsecond, the coarsest that all databases keep.</summary>
internal sealed class UtcInstant() : ValueConverter<DateTimeOffset, DateTime>(
    instant => new DateTime(instant.UtcTicks - instant.UtcTicks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc),
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
