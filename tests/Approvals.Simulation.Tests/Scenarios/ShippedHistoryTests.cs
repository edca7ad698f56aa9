using Approvals.Simulation.Scenarios;
using Approvals.Workflows;
using Approvals.Workflows.Tests;

namespace Approvals.Simulation.Tests.Scenarios;

/// <summary>
/// Scenarios of the shipped packages whose histories are recorded under <c>tests/golden</c>, with the definition they ran on: cases
/// that have begun must end as they would have, whatever becomes of the engine. A new one is recorded by adding it here and running
/// the tests with <c>APPROVALS_RECORD_HISTORIES=1</c>; a recorded one is never overwritten.
/// </summary>
public sealed class ShippedHistoryTests(ShippedPackages packages) : IClassFixture<ShippedPackages>
{
    [Theory]
    [InlineData("talent-classification", "granted-across-fork")]
    [InlineData("talent-classification", "returned-across-fork")]
    [InlineData("housing", "granted")]
    [InlineData("housing", "renewed")]
    [InlineData("housing", "offer-lapses")]
    [InlineData("housing", "two-refusals-go-to-the-end")]
    [InlineData("housing", "refused-owner")]
    [InlineData("medical", "child-with-guardian")]
    [InlineData("medical", "correction-made")]
    [InlineData("medical", "relation-not-proved")]
    [InlineData("medical-booking", "outpatient-kept")]
    [InlineData("medical-booking", "inpatient-kept")]
    [InlineData("medical-booking", "proposed-and-accepted")]
    [InlineData("medical-booking", "rescheduled")]
    [InlineData("medical-booking", "no-show")]
    [InlineData("medical-booking", "paused")]
    [InlineData("residency-check", "enough")]
    [InlineData("residency-check", "cured")]
    [InlineData("residency-check", "revoked")]
    [InlineData("residency-check", "fraud")]
    [InlineData("residency-check", "enclave-corrected")]
    [InlineData("vip-travel", "granted-travel")]
    [InlineData("vip-travel", "granted-by-decision")]
    [InlineData("provincial-title", "granted-by-average")]
    [InlineData("provincial-title", "refused-panel")]
    public async Task Scenario_OfAShippedPackage_IsRecordedAndGivesTheSameStates(string service, string name)
    {
        var folder = Path.Combine(ShippedPackages.Find("tests"), "golden", $"{service}-{name}");
        if (!Directory.Exists(folder) && Environment.GetEnvironmentVariable("APPROVALS_RECORD_HISTORIES") == "1")
        {
            var scenario = ShippedPackages.Scenarios().Single(s => s.Service == service && Path.GetFileNameWithoutExtension(s.Scenario.File) == name).Scenario;
            var outcome = await ScenarioRunner.RunAsync(packages.Template, service, scenario);
            Assert.Empty(outcome.Failures);
            History.Record(folder, [.. outcome.Steps.Select(s => (WorkflowEvent.FromJson(s.Event.Event), s.Context, s.Definition))]);
        }

        Assert.True(Directory.Exists(folder), $"{service}-{name} is not recorded: run the tests once with APPROVALS_RECORD_HISTORIES=1");
        History.Replay(folder);
    }
}
