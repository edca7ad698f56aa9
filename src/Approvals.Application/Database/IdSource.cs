namespace Approvals.Application.Database;

/// <summary>
/// Ids from the clock and the operating system's randomness. Those of one millisecond count up (RFC 9562, 6.2, method 1), so
/// that rows of one event are always read in the order in which they were made.
/// </summary>
public sealed class IdSource(TimeProvider time) : IIdSource
{
    private const int MostInAMillisecond = 0x1000;

    private readonly Lock _gate = new();
    private long _millisecond;
    private int _count;

    /// <inheritdoc />
    public Guid Next()
    {
        var now = time.GetUtcNow();
        var (millisecond, count) = Count(now.ToUnixTimeMilliseconds());
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(millisecond)).TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[6] = (byte)(0x70 | (count >> 8));
        bytes[7] = (byte)count;
        return new Guid(bytes, bigEndian: true);
    }

    /// <inheritdoc />
    public Guid Unordered() => Guid.NewGuid();

    /// <summary>A clock that stands, or is set back, must not bring ids before earlier ones; a full millisecond borrows from the next.</summary>
    private (long Millisecond, int Count) Count(long now)
    {
        lock (_gate)
        {
            (_millisecond, _count) = now > _millisecond ? (now, 0)
                : _count + 1 < MostInAMillisecond ? (_millisecond, _count + 1)
                : (_millisecond + 1, 0);
            return (_millisecond, _count);
        }
    }
}
