using Approvals.Application.Policies;
using Approvals.Application.Rehearsals;
using Approvals.Application.Replay;
using Approvals.Simulation.Replay;
using Approvals.Simulation.Scenarios;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Simulation;

public static class SimulationRegistration
{
    /// <summary>Registers what the application plays packages and past cases on.</summary>
    public static IServiceCollection AddSimulation(this IServiceCollection services, ReferenceData reference) =>
        services.AddSingleton(reference).AddSingleton<IScenarioStage, ScenarioStage>().AddSingleton<IRehearsalStage, RehearsalStage>().AddSingleton<IPastCaseStage, PastCaseStage>();
}
