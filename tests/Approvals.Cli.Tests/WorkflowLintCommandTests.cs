using Approvals.TestKit.Cases;

namespace Approvals.Cli.Tests;

/// <summary>Lint of shipped packages, of packages with a mistake, and of single definitions.</summary>
public sealed class WorkflowLintCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("approvals-lint-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Lint_ShippedPackages_AreCleanAndKeepWhatTheyPromise()
    {
        var (code, output) = await CommandLine.RunAsync(["workflow", "lint", Path.Combine(CaseHost.Root(), "workflows")]);

        Assert.Contains("0 errors, 0 warnings", output, StringComparison.Ordinal);
        Assert.Contains("law-correction-once", output, StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task Lint_BrokenGuarantee_PrintsTheShortestPathAndFails()
    {
        var package = Copy();
        var service = Path.Combine(package, "service.json");
        await File.WriteAllTextAsync(service, (await File.ReadAllTextAsync(service)).Replace("\"minWorkingDays\": 5", "\"minWorkingDays\": 50", StringComparison.Ordinal));

        var (code, output) = await CommandLine.RunAsync(["workflow", "lint", package]);

        Assert.Contains("is broken. The shortest path that breaks it:", output, StringComparison.Ordinal);
        Assert.Contains("    1. ", output, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task Lint_NobodyHoldsARole_IsTold()
    {
        var staffing = Path.Combine(_folder.FullName, "staffing.json");
        await File.WriteAllTextAsync(staffing, """[{ "role": "Reviewer", "people": 5 }, { "role": "IntakeOfficer", "people": 5 }]""");

        var (code, output) = await CommandLine.RunAsync(["workflow", "lint", Copy(), "--staffing", staffing]);

        Assert.Contains("Nobody can act here: no one holds Approver", output, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task Lint_SingleDefinition_NamesActivityPlaceAndCode()
    {
        var file = Path.Combine(_folder.FullName, "flow.json");
        await File.WriteAllTextAsync(file, """
            { "definitionId": "d", "root": { "id": "f", "type": "Elsa.Flowchart", "activities": [
              { "id": "a", "type": "Elsa.FlowNode" }, { "id": "b", "type": "Elsa.FlowNode" } ],
              "connections": [ { "source": "a", "target": "b" }, { "source": "b", "target": "a" } ] } }
            """);

        var (code, output) = await CommandLine.RunAsync(["workflow", "lint", file]);

        Assert.Contains("error   a · root.activities[0]", output, StringComparison.Ordinal);
        Assert.Contains("[workflow.lint.endlessRound]", output, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    private string Copy()
    {
        var shipped = Directory.GetDirectories(Path.Combine(CaseHost.Root(), "workflows")).First(folder => File.Exists(Path.Combine(folder, "service.json")));
        var target = Path.Combine(_folder.FullName, "package");
        foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return target;
    }
}
