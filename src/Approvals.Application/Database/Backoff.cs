using System.Buffers.Binary;

namespace Approvals.Application.Database;

/// <summary>When a failed row comes again.</summary>
public static class Backoff
{
    /// <summary>After this many attempts a row is given up: some nine hours after the first.</summary>
    public const int MaxAttempts = 18;

    private const int LongestReason = 1000;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Null when nothing failed; else why, and how long to wait, or no wait when it is given up.</summary>
    /// <param name="outcome">What became of the attempt.</param>
    /// <param name="attempts">How many there were, this one included.</param>
    public static Failure? Judge(PumpOutcome outcome, int attempts) => outcome switch
    {
        PumpOutcome.Again again when attempts < MaxAttempts => new Failure(Short(again.Reason), Wait(attempts)),
        PumpOutcome.Again again => new Failure(Short(again.Reason), null),
        PumpOutcome.Aside aside => new Failure(Short(aside.Reason), Wait(attempts)) { LetsPass = true },
        PumpOutcome.Endless endless => new Failure(Short(endless.Reason), Wait(attempts)) { IsSpread = true },
        PumpOutcome.Deferred later => new Failure(Short(later.Reason), later.Wait) { IsAttempt = false },
        PumpOutcome.Hopeless hopeless => new Failure(Short(hopeless.Reason), null),
        _ => null,
    };

    /// <summary>2, 4, 8, … seconds, at most an hour.</summary>
    public static TimeSpan Wait(int attempts) =>
        TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Clamp(attempts - 1, 0, 20)));

    /// <summary>
    /// A wait made up to a quarter longer, so that what failed together does not come back together. It follows from the row and the
    /// attempt: the same on every node and in every simulation.
    /// </summary>
    public static TimeSpan Spread(TimeSpan wait, Guid row, int attempts) =>
        wait + TimeSpan.FromTicks((long)(wait.Ticks / 4 * (BinaryPrimitives.ReadUInt32BigEndian(StableId.Of(row, "spread", $"{attempts}").ToByteArray()) / (double)uint.MaxValue)));

    private static string Short(string reason) => reason.Length <= LongestReason ? reason : reason[..LongestReason];
}

/// <summary>A failed attempt.</summary>
public sealed record Failure(string Reason, TimeSpan? Wait)
{
    /// <summary>Whether later rows of the same case need not wait for it.</summary>
    public bool LetsPass { get; init; }

    /// <summary>Whether the wait is spread, see <see cref="Backoff.Spread"/>.</summary>
    public bool IsSpread { get; init; }

    /// <summary>Whether something was tried; if not, it does not count.</summary>
    public bool IsAttempt { get; init; } = true;
}
