using System.Collections.Immutable;
using System.Text;
using Approvals.Application.Policies;
using Approvals.Domain.Packages;
using Approvals.Simulation.Scenarios;
using Approvals.TestKit.Cases;

namespace Approvals.Simulation.Tests.Scenarios;

/// <summary>A package plays waiting and booking in its scenarios.</summary>
public sealed class AllotmentScenarioTests
{
    [Fact]
    public async Task Scenario_OfWaitingAndBooking_PlaysToItsEnd()
    {
        var outcome = await PlayAsync("");

        Assert.Empty(outcome.Failures);
    }

    [Fact]
    public async Task Scenario_ThatExpectsAnotherPlace_SaysWhichItIs()
    {
        var outcome = await PlayAsync(""", "waiting": [{ "list": "things", "state": "Waiting", "place": 4 }]""");

        var failure = Assert.Single(outcome.Failures);
        Assert.Equal(("scenarios.waiting", "things Taken"), (failure.Code, failure.Data["actual"]));
    }

    private static async Task<ScenarioOutcome> PlayAsync(string expectation)
    {
        var scenario = Text.Replace("\"EXPECTED\"", $"\"granted\"{expectation}", StringComparison.Ordinal);
        var package = AllotmentPackage.Tree().Packages.Single();
        var files = package.Files.SetItem("scenarios/wait.json", Encoding.UTF8.GetBytes(scenario));
        var tree = new PackageTree([new PackageFolder(package.Name, files)], ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Empty);
        await using var template = await SimulationTemplate.CreateAsync(tree, ReferenceData.Find());
        var loaded = ServicePackage.Load(files, tree.Shared);
        Assert.Empty(loaded.Problems.Where(p => p.Severity == ProblemSeverity.Error));
        return await ScenarioRunner.RunAsync(template, AllotmentPackage.Code, loaded.Package!.Scenarios.Single());
    }

    private const string Text = """
        { "name": "w", "start": "2026-03-02T10:00:00+08:00",
          "people": {
            "one": { "role": "Applicant", "region": "220104" },
            "desk": { "role": "Provider", "region": "220104", "organisation": "91220101MA0Y4K5Q2X", "organisationKind": "office" } },
          "facts": {
            "quotas": { "things": { "owner": "91220101MA0Y4K5Q2X", "total": 1 } },
            "resources": { "desk-1": { "owner": "91220101MA0Y4K5Q2X", "capacity": 1 } },
            "bookings": { "one": [{ "state": "NoShow", "on": "2026-01-12" }] } },
          "acts": [
            { "by": "one", "activity": "apply", "act": "submit", "form": { "rank": 2, "wanted": "2026-03-20", "trouble": "t" } },
            { "by": "desk", "act": "offer", "reason": "3" },
            { "by": "desk", "act": "offer", "refused": "waiting.offeredFirst" },
            { "by": "one", "act": "refuseOffer", "reason": "太远" },
            { "by": "desk", "act": "offer" },
            { "by": "desk", "act": "withdrawOffer", "reason": "错" },
            { "by": "desk", "act": "offer" },
            { "advance": { "days": 9 } },
            { "by": "one", "act": "acceptOffer", "refused": "tasks.timedOut" },
            { "by": "desk", "act": "offer" },
            { "by": "one", "act": "acceptOffer" },
            { "by": "desk", "activity": "book", "act": "answerBooking", "outcome": "propose", "form": { "startsAt": "2026-03-20T09:00:00+08:00" } },
            { "by": "one", "act": "replyBooking", "outcome": "accept" },
            { "by": "desk", "act": "attend", "refused": "bookings.notNow" },
            { "advance": { "to": "2026-03-20T09:05:00+08:00" } },
            { "by": "desk", "act": "attend" } ],
          "expect": { "result": "EXPECTED", "path": ["apply", "list", "book", "granted"], "bookings": [{ "activity": "book", "state": "Attended" }] } }
        """;
}
