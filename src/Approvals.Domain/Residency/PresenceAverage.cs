namespace Approvals.Domain.Residency;

/// <summary>The average over full years, which reads the ledger whatever the yearly checks said.</summary>
/// <param name="Days">The days of each year, oldest first.</param>
public sealed record PresenceAverage(ImmutableArray<int> Days)
{
    /// <summary>The average, to two places.</summary>
    public decimal Value => Days.IsEmpty ? 0 : Math.Round(Sum / (decimal)Days.Length, 2, MidpointRounding.AwayFromZero);

    private int Sum => Days.Sum();

    /// <summary>Whether the average reaches a threshold; what reaches it exactly does. Compared before rounding.</summary>
    public bool Reaches(int threshold) => !Days.IsEmpty && Sum >= (long)threshold * Days.Length;
}
