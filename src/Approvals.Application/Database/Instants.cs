namespace Approvals.Application.Database;

/// <summary>Instants as every database keeps them.</summary>
internal static class Instants
{
    /// <summary>Now in UTC, to the microsecond: what is computed with is what is stored.</summary>
    internal static DateTimeOffset Now(this TimeProvider time) => time.GetUtcNow().Stored();

    /// <summary>An instant as it will be read back.</summary>
    internal static DateTimeOffset Stored(this DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
