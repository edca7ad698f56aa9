using Approvals.Simulation.Scenarios;

namespace Approvals.Simulation.Tests.Scenarios;

/// <summary>Every scenario of every shipped package, on the real application.</summary>
public sealed class ShippedScenarioTests(ShippedPackages packages) : IClassFixture<ShippedPackages>
{
    public static IEnumerable<object[]> Files() => ShippedPackages.Scenarios().Select(s => new object[] { s.Service, s.Scenario.File });

    [Fact]
    public void Packages_AsShipped_AllLoad() => Assert.Empty(packages.Template.Import.Broken);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Scenario_AsShipped_ComesToWhatItExpects(string service, string file)
    {
        var scenario = ShippedPackages.Scenarios().Single(s => s.Service == service && s.Scenario.File == file).Scenario;

        var outcome = await ScenarioRunner.RunAsync(packages.Template, service, scenario);

        Assert.Empty(outcome.Failures.Select(f => SimulatedPlatform.Texts.Format(f, "en")));
    }
}
