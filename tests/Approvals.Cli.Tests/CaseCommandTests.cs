using System.Text.Json.Nodes;
using Approvals.Application.Rights;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;

namespace Approvals.Cli.Tests;

/// <summary>Past cases are played against a version from the command line, on the database file of an installation.</summary>
public sealed class CaseCommandTests
{
    [Fact]
    public async Task Replay_PastCasesAgainstADraft_PrintsEachWithItsVerdict_AndTheSum_AndWritesNothing()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite, GradedPackage.Tree());
        var (small, between) = (await GradedAsync(host, "one", 50), await GradedAsync(host, "two", 300));
        var open = await GradedAsync(host, "three", 20, decided: false);
        var drafted = await (await PackageVersions.OfAsync(host)).ImportAsync(GradedPackage.Files(("&lt;= 500", "&lt;= 100"), ("&gt; 500", "&gt; 100")));
        Assert.NotNull(drafted.Value.Version);

        var finished = await ReplayAsync(host, "--number", "2");
        var all = await ReplayAsync(host, "--number", "1", "--open");

        Assert.Equal([(between, "changed"), (small, "same")], finished.Cases);
        Assert.Equal("""{"cases":2,"same":1,"changed":1,"undetermined":0}""", finished.Sum);
        Assert.Contains("定级条件", finished.Output, StringComparison.Ordinal);
        Assert.Equal([open, between, small], all.Cases.Select(c => c.Number));
        Assert.Equal([(between, "same"), (small, "same")], all.Cases[1..]);
        Assert.Equal((0, 0), (finished.Code, all.Code));
    }

    [Fact]
    public async Task Replay_OfNothingThatIsThere_SaysSo()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);

        var (version, neither, number) = (await ReplayAsync(host, "--number", "9"), await RunAsync(host), await RunAsync(host, "XX-0000"));

        Assert.Equal((1, 1, 1), (version.Code, neither.Code, number.Code));
        Assert.All([version.Output, neither.Output, number.Output], said =>
        {
            Assert.NotEqual("", said.Trim());
            Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        });
    }

    private static async Task<string> GradedAsync(CaseHost host, string person, int amount, bool decided = true)
    {
        var applicant = await host.PersonAsync(person, Roles.Applicant, "220104");
        var id = await host.FileAsync(SmallPackage.Code, applicant, new { name = "张试", amount, account = "6222000011112222" });
        if (decided)
        {
            Assert.Null((await host.DecideAsync(Assert.Single(await host.TasksAsync(id)), host.First, "approve", $"click-{person}")).Error?.Code);
        }

        return (await host.RowAsync(id)).Number;
    }

    private static async Task<(int Code, string Output, List<(string Number, string Verdict)> Cases, string Sum)> ReplayAsync(CaseHost host, params string[] options)
    {
        var (code, output) = await RunAsync(host, ["--service", SmallPackage.Code, .. options]);
        var events = output.Split('\n').Where(l => l.StartsWith('{')).Select(l => JsonNode.Parse(l)!).ToList();
        var cases = events.Where(e => (string?)e["event"] == "case").Select(e => (Number: (string)e["number"]!, Verdict: (string)e["verdict"]!)).ToList();
        var end = events.LastOrDefault(e => (string?)e["event"] == "end");
        return (code, output, cases, end is null ? "" : new JsonObject
        {
            ["cases"] = end["cases"]!.DeepClone(), ["same"] = end["same"]!.DeepClone(), ["changed"] = end["changed"]!.DeepClone(), ["undetermined"] = end["undetermined"]!.DeepClone(),
        }.ToJsonString());
    }

    private static Task<(int Code, string Output)> RunAsync(CaseHost host, params string[] options) => CommandLine.RunAsync(
        ["case", "replay", .. options], ("Data__Directory", host.Host.DataDirectory), ("Secrets__MasterKeyFile", Path.Combine(host.Host.DataDirectory, "master.keys")));
}
