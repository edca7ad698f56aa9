namespace Approvals.Simulation.Ports;

/// <summary>A clock that stands still until it is moved.</summary>
public sealed class SimulatedClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => _now.ToUniversalTime();

    /// <summary>Moves the clock; it never goes back.</summary>
    internal void MoveTo(DateTimeOffset instant) => _now = instant > _now ? instant : _now;
}
