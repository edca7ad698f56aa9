namespace Approvals.Infrastructure.Pumps;

/// <summary>How many rows a pump works on at the same time; they are always of different cases where order matters.</summary>
/// <param name="Parallel">One keeps everything in one order, as simulations need it.</param>
public sealed record PumpPace(int Parallel)
{
    /// <summary>A row after the other.</summary>
    public static PumpPace OneByOne { get; } = new(1);

    /// <summary>While one row waits for the database, others go on; more than these gain nothing on a few cores.</summary>
    public static PumpPace Several { get; } = new(4);
}
