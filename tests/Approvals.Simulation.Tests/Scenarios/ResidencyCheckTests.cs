using System.Collections.Immutable;
using System.Text;
using Approvals.Application.Cases;
using Approvals.Application.Policies;
using Approvals.Domain.Packages;
using Approvals.Domain.Scenarios;
using Approvals.Feel;
using Approvals.Simulation.Scenarios;
using Approvals.Workflows;

namespace Approvals.Simulation.Tests.Scenarios;

/// <summary>The yearly check as it is shipped: which days are enough in either unit, and whom the city checks.</summary>
public sealed class ResidencyCheckTests
{
    private const string Service = "residency-check";
    private const string Enough = "scenarios/enough.json";

    /// <summary>From New Year 2025 the 83rd day of work is 7 May, after the holidays and with their make-up days; the 120th day is 30 April.</summary>
    [Theory]
    [InlineData("days", "2025-04-29", "short", 119, 120)]
    [InlineData("days", "2025-04-30", "met", 120, 120)]
    [InlineData("workdays", "2025-04-30", "short", 81, 83)]
    [InlineData("workdays", "2025-05-06", "short", 82, 83)]
    [InlineData("workdays", "2025-05-07", "met", 83, 83)]
    public async Task Verdict_OfAYear_CountsTheUnitThatTheVersionSets(string unit, string lastDay, string outcome, int counted, int required)
    {
        var tree = Changed((path, text) => path switch
        {
            Enough => Replaced(text, "\"to\": \"2025-04-30\"", $"\"to\": \"{lastDay}\""),
            "service.json" => SetTo(text, "countIn", unit),
            _ => text,
        });

        var seen = await PlayAsync(tree, acts => acts);

        var verdict = Assert.Single(seen.Run.Decisions, d => d.Decision == "verdict");
        Assert.Equal(outcome, verdict.Outcome);
        var recorded = seen.Steps.SelectMany(s => s.Outcome.Effects).OfType<RecordDecision>().Single(d => d.Decision == "verdict");
        Assert.True(recorded.Value.TryGetContext(out var told));
        Assert.Equal((FeelValue.Of(counted), FeelValue.Of(required)), (told["counted"], told["required"]));
        Assert.Equal(outcome == "met" ? "granted" : null, seen.Run.Result);
    }

    /// <summary>Each is drawn anew; the number drawn is told with the event, decides who is checked, and stepping the event again comes to the same.</summary>
    [Fact]
    public async Task Sample_OfWhatNobodyDoubts_FollowsTheNumberRecorded()
    {
        var tree = Changed((path, text) => path == "service.json" ? SetTo(text, "sampleShare", "1/2") : text);
        HashSet<bool> sides = [];
        for (var draw = 0; sides.Count < 2 && draw < 60; draw++)
        {
            var (drawn, isChecked) = await DrawAsync(tree);
            Assert.Equal(drawn < 0.5m, isChecked);
            sides.Add(isChecked);
        }

        Assert.Equal(2, sides.Count);
    }

    [Fact]
    public async Task Sample_AsShipped_IsOneInTen()
    {
        var tree = Changed((_, text) => text);

        for (var draw = 0; draw < 5; draw++)
        {
            var (drawn, isChecked) = await DrawAsync(tree);
            Assert.Equal(drawn < 0.1m, isChecked);
        }
    }

    [Fact]
    public async Task Sample_WhatTheCountyDoubts_IsCheckedWhateverIsDrawn()
    {
        var seen = await PlayAsync(Changed((_, text) => text), acts => [.. acts.Take(3)]);

        Assert.Contains(seen.Run.Tasks, t => t.Activity == "city");
    }

    /// <summary>Up to the county, which doubts nothing; the number drawn, and whether the city has something to check.</summary>
    private static async Task<(decimal Drawn, bool IsChecked)> DrawAsync(PackageTree tree)
    {
        var seen = await PlayAsync(tree, acts => [.. acts.Take(2), (PersonAct)acts[2] with { Act = "approve", Form = null }]);
        var told = seen.Steps.SelectMany(s => FactSet.FromJson(s.Event.Facts).Facts).Single(f => f.Query is SamplingSeed { Activity: "city" });
        Assert.True(((ValueAnswer)told.Answer).Value.TryGetNumber(out var drawn));
        Assert.Equal(seen.Run.Result is null, seen.Run.Tasks.Any(t => t.Activity == "city"));
        return (drawn, seen.Run.Tasks.Any(t => t.Activity == "city"));
    }

    private static async Task<ScenarioOutcome> PlayAsync(PackageTree tree, Func<ImmutableArray<ScenarioAct>, ImmutableArray<ScenarioAct>> change)
    {
        await using var template = await SimulationTemplate.CreateAsync(tree, ReferenceData.Find(ShippedPackages.Root));
        Assert.Empty(template.Import.Broken);
        var package = tree.Packages.Select(f => ServicePackage.Load(f.Files, tree.Shared).Package!).Single(p => p.Service.Code == Service);
        var scenario = package.Scenarios.Single(s => Path.GetFileName(s.File) == Path.GetFileName(Enough));
        var outcome = await ScenarioRunner.RunAsync(template, Service, scenario with { Acts = change(scenario.Acts), Expect = new ScenarioExpectation() });
        Assert.Empty(outcome.Failures);
        return outcome;
    }

    /// <summary>The shipped tree with files of the service changed.</summary>
    private static PackageTree Changed(Func<string, string, string> change)
    {
        var tree = PackageFolder.ReadTree(ShippedPackages.Root);
        return tree with { Packages = [.. tree.Packages.Select(folder => IsOurs(folder, tree) ? folder with { Files = Changed(folder, change) } : folder)] };
    }

    private static bool IsOurs(PackageFolder folder, PackageTree tree) => ServicePackage.Load(folder.Files, tree.Shared).Package?.Service.Code == Service;

    private static ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Changed(PackageFolder folder, Func<string, string, string> change) => folder.Files.ToImmutableSortedDictionary(
        f => f.Key, f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(change(f.Key, Encoding.UTF8.GetString(f.Value.Span))), StringComparer.Ordinal);

    private static string SetTo(string text, string setting, string value)
    {
        var at = text.IndexOf("\"value\": \"", text.IndexOf($"\"{setting}\": {{", StringComparison.Ordinal), StringComparison.Ordinal) + "\"value\": \"".Length;
        return text[..at] + value + text[text.IndexOf('"', at)..];
    }

    private static string Replaced(string text, string old, string by)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        return text.Replace(old, by, StringComparison.Ordinal);
    }
}
