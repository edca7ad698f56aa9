using Approvals.Application.Policies;

namespace Approvals.Application.Replay;

/// <summary>Plays past cases on an application of their own: the simulator, which lies above this project.</summary>
public interface IPastCaseStage
{
    /// <summary>Prepares one version, in force at all times; fails when this platform cannot run it.</summary>
    public Task<Result<IPastCasePlays>> OpenAsync(PackageTree version, CancellationToken cancellationToken);
}

/// <summary>A version on which cases are played, each on a database of its own.</summary>
public interface IPastCasePlays : IAsyncDisposable
{
    /// <summary>Plays what people did, each act at the step of the same id, until its end or as far as it goes.</summary>
    /// <param name="past">The case; one that had ended must come to an end here.</param>
    /// <param name="now">Until when one is played that has not.</param>
    /// <param name="cancellationToken">Stops playing.</param>
    public Task<PlayedCase> PlayAsync(PastCase past, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>What came of playing.</summary>
/// <param name="Seen">What was seen.</param>
/// <param name="Open">Why it cannot be told how the case goes on; null when it came as far as the past one.</param>
public sealed record PlayedCase(SeenCase Seen, Error? Open);
