namespace Approvals.Year.Tests;

/// <summary>How a holder's yearly check goes.</summary>
internal enum Check
{
    /// <summary>Enough days, confirmed by the holder.</summary>
    Confirmed,

    /// <summary>Enough days; nobody confirms.</summary>
    Silent,

    /// <summary>Enough days; the county is late, and its lead is told.</summary>
    SlowCounty,

    /// <summary>Works outside; what is checked are results applied.</summary>
    Enclave,

    /// <summary>Short; the missing days are shown in the correction.</summary>
    Corrected,

    /// <summary>Short; the missing days are shown after the suspension.</summary>
    Cured,

    /// <summary>Short; nothing is said at all.</summary>
    Revoked,

    /// <summary>Short; the defence is upheld.</summary>
    Upheld,

    /// <summary>The county finds false statements.</summary>
    Fraud,

    /// <summary>Granted so lately that no year is to be checked yet.</summary>
    None,
}

/// <summary>What becomes of what ends within the year.</summary>
internal enum Ending
{
    /// <summary>It does not end before long.</summary>
    Far,

    /// <summary>Nobody applies.</summary>
    Lapses,

    /// <summary>An application in time is granted before the end.</summary>
    Renewed,

    /// <summary>An application in time still waits at the end and is taken back after it.</summary>
    Pending,

    /// <summary>The application comes too late to hold anything open.</summary>
    Late,
}

/// <summary>A person with a certificate of level, the card granted with it, and a lease where there is one.</summary>
/// <param name="Number">The holder's number; everything else of a holder follows from it.</param>
internal sealed record Holder(int Number, Check Check, Ending Ending, DateOnly Last, DateOnly? LeaseLast)
{
    public string Key { get; } = $"h{Number:00000}";

    public DateOnly First => Last.AddYears(-5).AddDays(1);

    /// <summary>Working days between what comes and what is done about it, for this holder's people.</summary>
    public int Pace { get; } = 1 + (Number % 2);

    public Guid User { get; } = Ids.Of(1, Number);

    public Guid Grade { get; } = Ids.Of(2, Number);

    public Guid Card { get; } = Ids.Of(3, Number);

    public Guid Lease { get; } = Ids.Of(4, Number);

    public Guid Duty { get; } = Ids.Of(5, Number);

    public bool IsShort => Check is Check.Corrected or Check.Cured or Check.Revoked or Check.Upheld;

    /// <summary>A mix that follows from the numbers alone.</summary>
    public static IReadOnlyList<Holder> Mix(int count) => [.. Enumerable.Range(1, count).Select(Of)];

    private static Holder Of(int number)
    {
        var check = (number % 20) switch
        {
            0 => Check.SlowCounty,
            1 => Check.Enclave,
            2 => Check.Corrected,
            3 => Check.Cured,
            4 => Check.Revoked,
            5 => number % 40 < 20 ? Check.Upheld : Check.Fraud,
            6 or 7 or 8 => Check.Silent,
            9 or 10 => Check.None,
            _ => Check.Confirmed,
        };
        var ending = check is Check.Confirmed or Check.None
            ? (number / 20 % 5) switch { 0 => Ending.Lapses, 1 => Ending.Far, 2 => Ending.Renewed, 3 => Ending.Pending, _ => Ending.Late }
            : Ending.Far;
        // Spread over the year, and not within the days on which the check itself is under way.
        var last = ending == Ending.Far ? new DateOnly(2028, 1, 1).AddDays(number % 300) : new DateOnly(2026, 4, 1).AddDays(number * 7 % 330);
        return new Holder(number, check, ending, last, number % 3 == 0 ? new DateOnly(2026, 3, 1).AddDays(number * 11 % 700) : null);
    }
}

/// <summary>Ids that are the same in every run.</summary>
internal static class Ids
{
    public static Guid Of(short kind, int number) => new(number, kind, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 1]);

    /// <summary>The number of a holder's id; null where it is of another kind.</summary>
    public static int? NumberOf(short kind, Guid id)
    {
        var number = BitConverter.ToInt32(id.ToByteArray(), 0);
        return Of(kind, number) == id ? number : null;
    }
}
