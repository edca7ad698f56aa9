using System.Collections.Immutable;

namespace Approvals.Application.Policies;

/// <summary>Plays the scenarios of packages on an application of its own: the simulator, which lies above this project.</summary>
public interface IScenarioStage
{
    /// <summary>Plays every scenario of every package of a tree.</summary>
    public Task<ImmutableArray<PlayedScenario>> PlayAsync(PackageTree packages, CancellationToken cancellationToken);
}

/// <summary>A scenario that was played.</summary>
/// <param name="File">Its file inside the package.</param>
/// <param name="Name">Its name.</param>
/// <param name="Failures">Everything that came out otherwise; none when it passed.</param>
public sealed record PlayedScenario(string File, LocalText Name, ImmutableArray<Error> Failures);
