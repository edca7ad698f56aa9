namespace Approvals.Application.Database;

/// <summary>Instants as every database keeps them.</summary>
internal static class Instants
{
    /// <summary>Now in UTC, to the microsecond: what is computed with is what is stored.</summary>
    internal static DateTimeOffset Now(this TimeProvider time)
    {
        var now = time.GetUtcNow().ToUniversalTime();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
