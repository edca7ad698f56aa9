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
        PumpOutcome.Hopeless hopeless => new Failure(Short(hopeless.Reason), null),
        _ => null,
    };

    /// <summary>2, 4, 8, … seconds, at most an hour.</summary>
    public static TimeSpan Wait(int attempts) =>
        TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Clamp(attempts - 1, 0, 20)));

    private static string Short(string reason) => reason.Length <= LongestReason ? reason : reason[..LongestReason];
}

/// <summary>A failed attempt.</summary>
public sealed record Failure(string Reason, TimeSpan? Wait)
{
    /// <summary>Whether later rows of the same case need not wait for it.</summary>
    public bool LetsPass { get; init; }
}
