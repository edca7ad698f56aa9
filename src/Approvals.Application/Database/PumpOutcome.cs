namespace Approvals.Application.Database;

/// <summary>What became of a row that a pump handed over.</summary>
public abstract record PumpOutcome
{
    private PumpOutcome()
    {
    }

    /// <summary>It is done.</summary>
    public static PumpOutcome Done { get; } = new Finished();

    /// <summary>It failed and is tried again later.</summary>
    /// <param name="reason">Why, for operators; never personal data.</param>
    public static PumpOutcome Retry(string reason) => new Again(reason);

    /// <summary>It can never succeed.</summary>
    /// <param name="reason">Why, for operators; never personal data.</param>
    public static PumpOutcome GiveUp(string reason) => new Hopeless(reason);

    internal sealed record Finished : PumpOutcome;

    internal sealed record Again(string Reason) : PumpOutcome;

    internal sealed record Hopeless(string Reason) : PumpOutcome;
}
