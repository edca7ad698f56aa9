using System.Collections.Immutable;
using System.Text;
using Approvals.Application.Policies;
using Approvals.Application.Replay;
using Approvals.Domain.Scenarios;
using Approvals.Simulation.Replay;
using Approvals.Simulation.Scenarios;
using Approvals.Simulation.Tests.Scenarios;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Simulation.Tests.Replay;

/// <summary>Cases made by the shipped scenarios, read as past cases and played again.</summary>
public sealed class ShippedReplayTests(ShippedPackages packages) : IClassFixture<ShippedPackages>
{
    private const string Graded = "talent-classification";

    /// <summary>Signers, offers, bookings, registered relatives, statements: whatever had a part in it is played again.</summary>
    [Theory]
    [InlineData(Graded, 25)]
    [InlineData("housing", 15)]
    [InlineData("medical", 10)]
    [InlineData("medical-booking", 12)]
    [InlineData("residency-check", 11)]
    [InlineData("vip-travel", 7)]
    [InlineData("provincial-title", 6)]
    public async Task Replay_OfEveryScenarioOnItsOwnVersion_BringsAboutTheSame(string service, int least)
    {
        var reports = await ReplayAsync(PackageFolder.ReadTree(ShippedPackages.Root), service);

        var otherwise = reports.Where(r => r.Report.Verdict != ReplayVerdict.Same)
            .Select(r => $"{r.Scenario}: {r.Report.Why} {string.Join(' ', r.Report.Data)} {string.Join(' ', r.Report.Changes)}".Trim()).ToList();
        Assert.True(otherwise.Count == 0, string.Join('\n', otherwise));
        Assert.True(reports.Count >= least, $"{reports.Count} cases were played.");
    }

    [Theory]
    [InlineData("&lt; 36", "&lt; 24")]
    public async Task Replay_WithOneThresholdChanged_ChangesExactlyTheCasesItDecides(string figure, string other)
    {
        var reports = await ReplayAsync(Changed(figure, other), Graded);

        var changed = reports.Where(r => r.Report.Changes.Any(c => c.Kind == ReplayDifference.Decision && c.RulesBefore.Concat(c.RulesAfter).Any())).ToList();
        Assert.Equal("again-by-exception, again-too-soon", string.Join(", ", changed.Select(r => r.Scenario)));
    }

    private async Task<List<(string Scenario, ReplayReport Report)>> ReplayAsync(PackageTree against, string of)
    {
        var stage = new PastCaseStage(ReferenceData.Find(ShippedPackages.Root));
        var opened = await stage.OpenAsync(against, default);
        await using var plays = opened.Value;
        List<(string, ReplayReport)> reports = [];
        foreach (var (service, scenario) in ShippedPackages.Scenarios().Where(s => s.Service == of).OrderBy(s => s.Scenario.File, StringComparer.Ordinal))
        {
            if (await ReplayAsync(plays, service, scenario) is { } report)
            {
                reports.Add((Path.GetFileNameWithoutExtension(scenario.File), report));
            }
        }

        return reports;
    }

    /// <summary>Null where the scenario never comes to a case.</summary>
    private async Task<ReplayReport?> ReplayAsync(IPastCasePlays plays, string service, Scenario scenario)
    {
        await using var simulator = await packages.Template.StartAsync(scenario.Start);
        var stage = new Stage(simulator, await Cast.MakeAsync(simulator, scenario, service), service);
        await ScenarioRunner.PlayAsync(stage, scenario, default);
        if (stage.CaseId is not { } id)
        {
            return null;
        }

        var past = await simulator.InScopeAsync(s => s.GetRequiredService<PastCases>().ReadAsync(id, default));
        return past.IsSuccess
            ? ReplayComparison.Of(past.Value.Seen, await plays.PlayAsync(past.Value, simulator.Now, default))
            : ReplayReport.Untold(past.Error);
    }

    private static PackageTree Changed(string figure, string other)
    {
        var tree = PackageFolder.ReadTree(ShippedPackages.Root);
        return tree with
        {
            Packages = [.. tree.Packages.Select(folder => folder with
            {
                Files = folder.Files.ToImmutableSortedDictionary(
                    f => f.Key,
                    f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(f.Value.Span).Replace($"<text>{figure}</text>", $"<text>{other}</text>", StringComparison.Ordinal)),
                    StringComparer.Ordinal),
            })],
        };
    }
}
