namespace Approvals.Bench.Scale;

/// <summary>What of the lists is measured.</summary>
/// <param name="Few">The cases beside which the many are held.</param>
/// <param name="Many">The cases.</param>
/// <param name="Samples">How often each reading is timed.</param>
/// <param name="Plans">Whether the plans of every statement are printed.</param>
/// <param name="Keep">The folder in which the databases stay for another run; null makes them anew and leaves none.</param>
internal sealed record ScaleOptions(int Few, int Many, int Samples, bool Plans, string? Keep);
