using System.Collections.Immutable;
using System.Text;
using Approvals.Application.Policies;
using Approvals.Domain.Packages;
using Approvals.Simulation.Scenarios;

namespace Approvals.Simulation.Tests.Scenarios;

/// <summary>Names of levels are data; a changed figure of a table shows in the scenarios that rest on it and in no other.</summary>
public sealed class ChangedPackageTests
{
    [Fact]
    public async Task Scenarios_WithEveryLevelRenamed_PassAsBefore()
    {
        var tree = Changed((package, text) => package.Service.Levels.Select((l, i) => (l.Code, Name: $"level {i + 1}"))
            .Aggregate(text, (t, l) => t.Replace($"\"{l.Code}\"", $"\"{l.Name}\"", StringComparison.Ordinal)
                .Replace($"\\\"{l.Code}\\\"", $"\\\"{l.Name}\\\"", StringComparison.Ordinal)
                .Replace($"\"{l.Code}-", $"\"{l.Name}-", StringComparison.Ordinal).Replace($"-{l.Code}\"", $"-{l.Name}\"", StringComparison.Ordinal)));

        Assert.All(Packages(tree).SelectMany(p => p.Service.Levels), l => Assert.StartsWith("level ", l.Code, StringComparison.Ordinal));
        Assert.Empty(await FailedAsync(tree));
    }

    [Theory]
    [InlineData("&lt; 36", "&lt; 24", "again-by-exception, again-too-soon")]
    [InlineData("&lt;= 60", "&lt;= 40", "enclave, granted-across-fork, returned-across-fork")]
    public async Task Scenarios_WithOneThresholdChanged_FailExactlyWhereItCounts(string figure, string other, string expected)
    {
        var tree = Changed((_, text) => text.Replace($"<text>{figure}</text>", $"<text>{other}</text>", StringComparison.Ordinal));

        Assert.Equal(expected, string.Join(", ", await FailedAsync(tree)));
    }

    /// <summary>The shipped tree with every text of its packages changed.</summary>
    private static PackageTree Changed(Func<ServicePackage, string, string> change)
    {
        var tree = PackageFolder.ReadTree(ShippedPackages.Root);
        return tree with { Packages = [.. tree.Packages.Zip(Packages(tree), (folder, package) => folder with { Files = Changed(folder, package, change) })] };
    }

    private static ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Changed(
        PackageFolder folder, ServicePackage package, Func<ServicePackage, string, string> change) => folder.Files.ToImmutableSortedDictionary(
            f => f.Key, f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(change(package, Encoding.UTF8.GetString(f.Value.Span))), StringComparer.Ordinal);

    private static IEnumerable<ServicePackage> Packages(PackageTree tree) => tree.Packages.Select(f => ServicePackage.Load(f.Files, tree.Shared).Package!);

    /// <summary>Names of the scenarios that fail, in order.</summary>
    private static async Task<IReadOnlyList<string>> FailedAsync(PackageTree tree)
    {
        await using var template = await SimulationTemplate.CreateAsync(tree, ReferenceData.Find(ShippedPackages.Root));
        Assert.Empty(template.Import.Broken);
        var failed = new List<string>();
        foreach (var (service, scenario) in Packages(tree).SelectMany(p => p.Scenarios.Select(s => (p.Service.Code, s))))
        {
            var outcome = await ScenarioRunner.RunAsync(template, service, scenario);
            if (!outcome.Passed)
            {
                failed.Add(Path.GetFileNameWithoutExtension(scenario.File));
            }
        }

        return [.. failed.Order(StringComparer.Ordinal)];
    }
}
