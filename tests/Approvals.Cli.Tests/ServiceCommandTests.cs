using System.Text.Json.Nodes;
using Approvals.TestKit.Cases;

namespace Approvals.Cli.Tests;

/// <summary>Packages copied elsewhere are tested as they are, with the shared files and calendars of the product.</summary>
public sealed class ServiceCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("approvals-packages-");

    private static string Shipped { get; } = Directory.GetDirectories(Path.Combine(CaseHost.Root(), "workflows"))
        .First(folder => File.Exists(Path.Combine(folder, "service.json")));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Test_CopiedPackage_PrintsEachScenarioAndTheSum()
    {
        var package = Copy(scenarios: 2);

        var (code, output) = await CommandLine.RunAsync(["service", "test", package]);

        Assert.Contains("2 scenarios: 2 passed, 0 failed", output, StringComparison.Ordinal);
        Assert.Equal(2, output.Split("ok    ").Length - 1);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task Test_ExpectationThatIsNotMet_FailsWithTheDifference()
    {
        var package = Copy(scenarios: 1);
        var scenario = Directory.GetFiles(Path.Combine(package, "scenarios")).Single();
        await File.WriteAllTextAsync(scenario, (await File.ReadAllTextAsync(scenario)).Replace("\"incidents\": 0", "\"incidents\": 7", StringComparison.Ordinal));

        var (code, output) = await CommandLine.RunAsync(["service", "test", package]);

        Assert.Contains("FAILED", output, StringComparison.Ordinal);
        Assert.Contains("1 scenarios: 0 passed, 1 failed", output, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task Lint_BrokenPackage_NamesFileAndActivity()
    {
        var package = Copy(scenarios: 0);
        var form = Directory.GetFiles(Path.Combine(package, "forms")).First(f => Path.GetFileName(f).StartsWith("application", StringComparison.Ordinal));
        File.Delete(form);

        var (code, output) = await CommandLine.RunAsync(["service", "lint", package]);

        Assert.Contains("workflow.json · apply", output, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task Lint_GuaranteeThatIsNotKept_IsAnErrorWithItsPath()
    {
        var file = Path.Combine(Copy(scenarios: 0), "service.json");
        var service = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        service["guarantees"] = new JsonArray(new JsonObject
        {
            ["id"] = "nobody-applies", ["text"] = new JsonObject { ["zh-CN"] = "无人申请", ["en"] = "Nobody applies" }, ["kind"] = "never", ["target"] = "apply",
        });
        await File.WriteAllTextAsync(file, service.ToJsonString());

        var (code, output) = await CommandLine.RunAsync(["service", "lint", Path.GetDirectoryName(file)!]);

        Assert.Contains("guarantees · nobody-applies", output, StringComparison.Ordinal);
        Assert.Contains("    1. ", output, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Theory]
    [InlineData("lint")]
    [InlineData("test")]
    public async Task LintAndTest_TableWithAGap_NamesItWithAnExample(string command)
    {
        var package = Copy(scenarios: 1);
        await File.WriteAllTextAsync(Path.Combine(package, "decisions", "gap.dmn"), """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="gap" namespace="urn:gap">
              <inputData id="i" name="years"><variable name="years" typeRef="number"/></inputData>
              <decision id="g" name="span"><informationRequirement><requiredInput href="#i"/></informationRequirement>
                <decisionTable><input><inputExpression typeRef="number"><text>years</text></inputExpression></input><output/>
                  <rule><inputEntry><text>&lt; 5</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
                  <rule><inputEntry><text>&gt; 5</text></inputEntry><outputEntry><text>2</text></outputEntry></rule></decisionTable></decision>
            </definitions>
            """);

        var (code, output) = await CommandLine.RunAsync(["service", command, package]);

        Assert.Contains("decisions/gap.dmn · span", output, StringComparison.Ordinal);
        Assert.Contains("years = 5", output, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task Test_FolderWithoutPackages_Fails()
    {
        var (code, output) = await CommandLine.RunAsync(["service", "test", _folder.FullName]);

        Assert.Contains("0 scenarios", output, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    private string Copy(int scenarios)
    {
        var target = Path.Combine(_folder.FullName, Path.GetFileName(Shipped));
        foreach (var file in Directory.EnumerateFiles(Shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(Shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        foreach (var surplus in Directory.GetFiles(Path.Combine(target, "scenarios")).Order(StringComparer.Ordinal).Skip(scenarios))
        {
            File.Delete(surplus);
        }

        return target;
    }
}
