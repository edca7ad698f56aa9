namespace Approvals.Feel;

/// <summary>A fixed offset, or a named zone of the time zone database.</summary>
internal sealed class Zone : IEquatable<Zone>
{
    private const int LastOffset = 18 * 3600;

    private readonly int _offset;
    private readonly TimeZoneInfo? _named;

    private Zone(string? id, int offset, TimeZoneInfo? named) => (Id, _offset, _named) = (id, offset, named);

    public static Zone Utc { get; } = new(null, 0, null);

    /// <summary>The name in the time zone database; null for a fixed offset.</summary>
    public string? Id { get; }

    public static Zone? OfOffset(long seconds) =>
        seconds == 0 ? Utc : Math.Abs(seconds) <= LastOffset ? new Zone(null, (int)seconds, null) : null;

    public static Zone? OfId(string id)
    {
        if (id is "Z" or "UTC" or "Etc/UTC")
        {
            return id == "Z" ? Utc : new Zone(id, 0, TimeZoneInfo.Utc);
        }

        return id.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var named) ? new Zone(id, 0, named) : null;
    }

    /// <summary>Seconds east of Greenwich at a local date and time.</summary>
    public int OffsetAt(CivilDate date, long nanoseconds)
    {
        if (_named is null)
        {
            return _offset;
        }

        if (!date.TryToDateOnly(out var day))
        {
            return (int)_named.BaseUtcOffset.TotalSeconds;
        }

        var local = day.ToDateTime(new TimeOnly(Math.Min(nanoseconds / 100, TimeOnly.MaxValue.Ticks)), DateTimeKind.Unspecified);
        return (int)_named.GetUtcOffset(local).TotalSeconds;
    }

    /// <summary>Seconds east of Greenwich of a time without a date; a named zone counts with its standard offset.</summary>
    public int OffsetOfTime => _named is null ? _offset : (int)_named.BaseUtcOffset.TotalSeconds;

    public bool Equals(Zone? other) => other is not null && other.Id == Id && other._offset == _offset;

    public override bool Equals(object? obj) => Equals(obj as Zone);

    public override int GetHashCode() => HashCode.Combine(Id, _offset);
}
