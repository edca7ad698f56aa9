using System.Globalization;

namespace Approvals.Infrastructure.Clock;

/// <summary>
/// The clock of a demonstration: real time plus a shift that one can enlarge, never shrink, so that waiting for working days
/// to pass takes a click. The shift is kept in a file: a second start goes on where the first one was. Never used in Production.
/// </summary>
public sealed class DevelopmentClock : TimeProvider
{
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(366 * 3);

    private readonly string _file;
    private readonly TimeProvider _real;
    private readonly Lock _gate = new();
    private TimeSpan _shift;

    /// <summary>Opens the clock.</summary>
    /// <param name="file">The file that keeps the shift; made with the first move.</param>
    /// <param name="real">The clock that is shifted.</param>
    public DevelopmentClock(string file, TimeProvider real)
    {
        (_file, _real) = (file, real);
        _shift = File.Exists(file) && TimeSpan.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var kept) ? kept : TimeSpan.Zero;
    }

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => _real.LocalTimeZone;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _real.GetUtcNow() + _shift;
        }
    }

    /// <summary>Moves the clock forward.</summary>
    /// <param name="instant">Where to; at most three years ahead of real time.</param>
    /// <returns>The new time, or why it cannot be moved there.</returns>
    public Result<DateTimeOffset> MoveTo(DateTimeOffset instant)
    {
        lock (_gate)
        {
            var shift = instant - _real.GetUtcNow();
            if (shift < _shift || shift > Furthest)
            {
                return new Error("clock.range");
            }

            File.WriteAllText(_file, shift.ToString("c", CultureInfo.InvariantCulture));
            _shift = shift;
            return instant;
        }
    }
}
