namespace Approvals.Application.Database;

/// <summary>What became of a row that a pump handed over.</summary>
public abstract record PumpOutcome
{
    private PumpOutcome()
    {
    }

    /// <summary>The outcome's name for metrics: done, settled, retried, parked or givenUp.</summary>
    public string Name => this switch
    {
        Finished => "done",
        Again => "retried",
        Aside => "parked",
        Hopeless => "givenUp",
        _ => "settled",
    };

    /// <summary>It is done, and the pump writes so.</summary>
    public static PumpOutcome Done { get; } = new Finished();

    /// <summary>The row says already what became of it, written in the transaction of the work itself.</summary>
    public static PumpOutcome Settled { get; } = new Written();

    /// <summary>It failed and is tried again later; what comes after it in its case waits.</summary>
    /// <param name="reason">Why, for operators; never personal data.</param>
    public static PumpOutcome Retry(string reason) => new Again(reason);

    /// <summary>It cannot be done yet, however often it is tried: it stands aside, is never given up, and lets others pass.</summary>
    /// <param name="reason">What it waits for, for operators; never personal data.</param>
    public static PumpOutcome Park(string reason) => new Aside(reason);

    /// <summary>
    /// What it goes through is down or busy: it is tried again however often, at times that are spread so that not everything comes at
    /// once, and what comes after it waits. Who hands it over gives it up when it has become too old.
    /// </summary>
    /// <param name="reason">Why, for operators; never personal data.</param>
    public static PumpOutcome Persist(string reason) => new Endless(reason);

    /// <summary>Nothing was tried yet: it comes again after a while, which counts as no attempt; what comes after it waits.</summary>
    /// <param name="wait">How long.</param>
    /// <param name="reason">What it waits for, for operators; never personal data.</param>
    public static PumpOutcome Later(TimeSpan wait, string reason) => new Deferred(wait, reason);

    /// <summary>It can never succeed.</summary>
    /// <param name="reason">Why, for operators; never personal data.</param>
    public static PumpOutcome GiveUp(string reason) => new Hopeless(reason);

    internal sealed record Finished : PumpOutcome;

    internal sealed record Written : PumpOutcome;

    internal sealed record Again(string Reason) : PumpOutcome;

    internal sealed record Aside(string Reason) : PumpOutcome;

    internal sealed record Endless(string Reason) : PumpOutcome;

    internal sealed record Deferred(TimeSpan Wait, string Reason) : PumpOutcome;

    internal sealed record Hopeless(string Reason) : PumpOutcome;
}
