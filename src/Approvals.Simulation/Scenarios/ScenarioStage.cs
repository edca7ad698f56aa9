using System.Collections.Immutable;
using Approvals.Application.Policies;
using Approvals.Domain.Packages;

namespace Approvals.Simulation.Scenarios;

/// <summary>Plays the scenarios of packages, each on a database of its own.</summary>
internal sealed class ScenarioStage(ReferenceData reference) : IScenarioStage
{
    /// <inheritdoc />
    public async Task<ImmutableArray<PlayedScenario>> PlayAsync(PackageTree packages, CancellationToken cancellationToken)
    {
        await using var template = await SimulationTemplate.CreateAsync(packages, reference, cancellationToken);
        var played = ImmutableArray.CreateBuilder<PlayedScenario>();
        foreach (var package in packages.Packages.Select(f => ServicePackage.Load(f.Files, packages.Shared).Package).OfType<ServicePackage>())
        {
            foreach (var scenario in package.Scenarios)
            {
                var outcome = await ScenarioRunner.RunAsync(template, package.Service.Code, scenario, cancellationToken);
                played.Add(new PlayedScenario(scenario.File, scenario.Name, outcome.Failures));
            }
        }

        return played.ToImmutable();
    }
}
