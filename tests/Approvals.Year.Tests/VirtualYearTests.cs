using System.Globalization;
using Xunit.Abstractions;

namespace Approvals.Year.Tests;

/// <summary>A year goes by in one test. <c>APPROVALS_YEAR_HOLDERS</c> sets how many people it has.</summary>
public sealed class VirtualYearTests(ITestOutputHelper output)
{
    private static readonly int Holders = int.TryParse(Environment.GetEnvironmentVariable("APPROVALS_YEAR_HOLDERS"), CultureInfo.InvariantCulture, out var count) ? count : 2_000;

    /// <summary>Everything on its day, and nothing twice: both are lists, and equal.</summary>
    [Fact]
    public async Task Year_OfManyHolders_BringsEachThingOnItsDayAndOnce()
    {
        using var folder = new YearFolder();
        var holders = Holder.Mix(Holders);
        await Town.FoundAsync(folder.Path, holders);
        await using var platform = await YearPlatform.OpenAsync(folder.Path, YearLoop.Begin);
        var loop = new YearLoop(platform, new People(platform, holders, isDrawn: true), _ => { });
        await loop.RunAsync(YearLoop.End);
        loop.Costs.OrderByDescending(c => c.Value.Took).ToList().ForEach(c => output.WriteLine($"{c.Key}: {c.Value.Times} times, {c.Value.Took.TotalSeconds:0.0} s"));

        var (expected, happened) = (YearTable.Of(holders), await new Happened(platform).ReadAsync());
        output.WriteLine($"{holders.Count} holders, {happened.Count} lines");
        Differences.None(expected, happened);
        Assert.Empty(platform.Complaints.Lines);
        Assert.Empty(await new Happened(platform).FaultsAsync());
    }
}
