using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Approvals.Feel;

/// <summary>
/// A FEEL value. Numbers, dates, times and durations lie in the struct itself; only strings, lists,
/// contexts, ranges, functions and zones are references.
/// </summary>
public readonly struct FeelValue : IEquatable<FeelValue>
{
    private readonly object? _reference;
    private readonly Payload _payload;

    private FeelValue(FeelKind kind, object? reference, Payload payload = default) =>
        (Kind, _reference, _payload) = (kind, reference, payload);

    /// <summary>The null value; also the default of the struct.</summary>
    public static FeelValue Null => default;

    /// <summary>The boolean true.</summary>
    public static FeelValue True => new(FeelKind.Boolean, null, new Payload(1, 0));

    /// <summary>The boolean false.</summary>
    public static FeelValue False => new(FeelKind.Boolean, null);

    /// <summary>What kind of value this is.</summary>
    public FeelKind Kind { get; }

    /// <summary>Whether this is the null value.</summary>
    public bool IsNull => Kind == FeelKind.Null;

    internal bool IsTrue => Kind == FeelKind.Boolean && _payload.First != 0;

    internal bool IsFalse => Kind == FeelKind.Boolean && _payload.First == 0;

    internal bool Boolean => _payload.First != 0;

    internal decimal Number => Unsafe.BitCast<Payload, decimal>(_payload);

    internal string String => Unsafe.As<string>(_reference)!;

    internal FeelList List => Unsafe.As<FeelList>(_reference)!;

    internal FeelContext Context => Unsafe.As<FeelContext>(_reference)!;

    internal FeelRange Range => Unsafe.As<FeelRange>(_reference)!;

    internal FeelFunction Function => Unsafe.As<FeelFunction>(_reference)!;

    internal CivilDate Date => new(_payload.First);

    internal CivilTime Time => new(_payload.Second, (Zone?)_reference);

    internal CivilDateTime DateTime => new(new CivilDate(_payload.First), new CivilTime(_payload.Second, (Zone?)_reference));

    /// <summary>Total months of a years-months duration.</summary>
    internal long Months => _payload.First;

    /// <summary>Total seconds of a days-time duration.</summary>
    internal decimal Seconds => Number;

    /// <summary>A boolean.</summary>
    public static FeelValue Of(bool value) => value ? True : False;

    /// <summary>A number.</summary>
    public static FeelValue Of(decimal value) => new(FeelKind.Number, null, Unsafe.BitCast<decimal, Payload>(value));

    /// <summary>A number.</summary>
    public static FeelValue Of(int value) => Of((decimal)value);

    /// <summary>A number.</summary>
    public static FeelValue Of(long value) => Of((decimal)value);

    /// <summary>A string; null gives the null value.</summary>
    public static FeelValue Of(string? value) => value is null ? Null : new(FeelKind.String, value);

    /// <summary>A date.</summary>
    public static FeelValue Of(DateOnly value) => Of(CivilDate.From(value));

    /// <summary>A time of day without an offset.</summary>
    public static FeelValue Of(TimeOnly value) => Of(new CivilTime(value.Ticks * 100, null));

    /// <summary>A date and time with its offset.</summary>
    public static FeelValue Of(DateTimeOffset value) => Of(CivilDateTime.From(value));

    /// <summary>A days-time duration.</summary>
    public static FeelValue Of(TimeSpan value) => OfSeconds(value.Ticks / 10_000_000m);

    /// <summary>A list; null gives the null value.</summary>
    public static FeelValue Of(FeelList? value) => value is null ? Null : new(FeelKind.List, value);

    /// <summary>A list of the given values.</summary>
    public static FeelValue Of(IEnumerable<FeelValue> values) => Of(FeelList.From(values));

    /// <summary>A context; null gives the null value.</summary>
    public static FeelValue Of(FeelContext? value) => value is null ? Null : new(FeelKind.Context, value);

    /// <summary>A range; null gives the null value.</summary>
    public static FeelValue Of(FeelRange? value) => value is null ? Null : new(FeelKind.Range, value);

    /// <summary>A years-months duration of so many months.</summary>
    public static FeelValue OfMonths(long months) => new(FeelKind.YearsMonthsDuration, null, new Payload(months, 0));

    /// <summary>A function; null gives the null value.</summary>
    public static FeelValue Of(FeelFunction? value) => value is null ? Null : new(FeelKind.Function, value);

    internal static FeelValue Of(CivilDate value) => new(FeelKind.Date, null, new Payload(value.EpochDays, 0));

    internal static FeelValue Of(CivilTime value) => new(FeelKind.Time, value.Zone, new Payload(0, value.Nanoseconds));

    internal static FeelValue Of(CivilDateTime value) =>
        new(FeelKind.DateTime, value.Time.Zone, new Payload(value.Date.EpochDays, value.Time.Nanoseconds));

    internal static FeelValue OfSeconds(decimal seconds) =>
        new(FeelKind.DaysTimeDuration, null, Unsafe.BitCast<decimal, Payload>(seconds));

    /// <summary>The boolean, when this is one.</summary>
    public bool TryGetBoolean(out bool value)
    {
        value = Kind == FeelKind.Boolean && Boolean;
        return Kind == FeelKind.Boolean;
    }

    /// <summary>The number, when this is one.</summary>
    public bool TryGetNumber(out decimal value)
    {
        value = Kind == FeelKind.Number ? Number : 0;
        return Kind == FeelKind.Number;
    }

    /// <summary>The string, when this is one.</summary>
    public bool TryGetString([NotNullWhen(true)] out string? value)
    {
        value = Kind == FeelKind.String ? String : null;
        return value is not null;
    }

    /// <summary>The date, when this is one between the years 1 and 9999.</summary>
    public bool TryGetDate(out DateOnly value)
    {
        value = default;
        return Kind == FeelKind.Date && Date.TryToDateOnly(out value);
    }

    /// <summary>The instant, when this is a date and time with an offset or zone between the years 1 and 9999.</summary>
    public bool TryGetDateTime(out DateTimeOffset value)
    {
        value = default;
        return Kind == FeelKind.DateTime && DateTime.TryToDateTimeOffset(out value);
    }

    /// <summary>The duration, when this is a days-time duration that a <see cref="TimeSpan"/> can hold.</summary>
    public bool TryGetDuration(out TimeSpan value)
    {
        value = default;
        if (Kind != FeelKind.DaysTimeDuration || Math.Abs(Seconds) > TimeSpan.MaxValue.Ticks / 10_000_000L)
        {
            return false;
        }

        value = new TimeSpan((long)(Seconds * 10_000_000m));
        return true;
    }

    /// <summary>The total months, when this is a years-months duration.</summary>
    public bool TryGetMonths(out long value)
    {
        value = Kind == FeelKind.YearsMonthsDuration ? Months : 0;
        return Kind == FeelKind.YearsMonthsDuration;
    }

    /// <summary>The list, when this is one.</summary>
    public bool TryGetList([NotNullWhen(true)] out FeelList? value)
    {
        value = Kind == FeelKind.List ? List : null;
        return value is not null;
    }

    /// <summary>The context, when this is one.</summary>
    public bool TryGetContext([NotNullWhen(true)] out FeelContext? value)
    {
        value = Kind == FeelKind.Context ? Context : null;
        return value is not null;
    }

    /// <summary>The range, when this is one.</summary>
    public bool TryGetRange([NotNullWhen(true)] out FeelRange? value)
    {
        value = Kind == FeelKind.Range ? Range : null;
        return value is not null;
    }

    /// <summary>The function, when this is one.</summary>
    public bool TryGetFunction([NotNullWhen(true)] out FeelFunction? value)
    {
        value = Kind == FeelKind.Function ? Function : null;
        return value is not null;
    }

    /// <summary>The boolean.</summary>
    /// <exception cref="InvalidOperationException">This is another kind.</exception>
    public bool AsBoolean() => Kind == FeelKind.Boolean ? Boolean : throw Not("a boolean");

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">This is another kind.</exception>
    public decimal AsNumber() => Kind == FeelKind.Number ? Number : throw Not("a number");

    /// <summary>The string.</summary>
    /// <exception cref="InvalidOperationException">This is another kind.</exception>
    public string AsString() => Kind == FeelKind.String ? String : throw Not("a string");

    /// <summary>The date.</summary>
    /// <exception cref="InvalidOperationException">This is another kind, or beyond the years 1 to 9999.</exception>
    public DateOnly AsDate() => TryGetDate(out var date) ? date : throw Not("a date");

    /// <summary>The list.</summary>
    /// <exception cref="InvalidOperationException">This is another kind.</exception>
    public FeelList AsList() => Kind == FeelKind.List ? List : throw Not("a list");

    /// <summary>The context.</summary>
    /// <exception cref="InvalidOperationException">This is another kind.</exception>
    public FeelContext AsContext() => Kind == FeelKind.Context ? Context : throw Not("a context");

    /// <summary>Structural equality: the same kind and the same value; numbers regardless of trailing zeros, instants regardless of offset.</summary>
    public bool Equals(FeelValue other) => FeelEquality.Same(this, other);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is FeelValue other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => FeelEquality.Hash(this);

    /// <summary>The value as FEEL literal text.</summary>
    public override string ToString() => FeelText.Literal(this);

    /// <summary>Structural equality.</summary>
    public static bool operator ==(FeelValue left, FeelValue right) => left.Equals(right);

    /// <summary>Structural inequality.</summary>
    public static bool operator !=(FeelValue left, FeelValue right) => !left.Equals(right);

    private InvalidOperationException Not(string wanted) => new($"The value is {Kind}, not {wanted}.");

    private readonly record struct Payload(long First, long Second);
}
