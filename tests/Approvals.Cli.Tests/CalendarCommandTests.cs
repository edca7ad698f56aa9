using System.Text.Json;

namespace Approvals.Cli.Tests;

public sealed class CalendarCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("approvals-cli-");

    private string[] Data => ["--Data:Directory", _folder.FullName];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Import_Notice_DryRunThenLoadedThenKnown()
    {
        await CommandLine.RunAsync(["database", "migrate", .. Data]);
        var file = await WriteAsync(new { year = 2027, notice = "No. 1", off = new[] { "2027-01-01", "2027-01-02" }, work = new[] { "2027-01-09" } });

        var dry = await CommandLine.RunAsync(["calendar", "import", file, "--dry-run", .. Data]);
        var loaded = await CommandLine.RunAsync(["calendar", "import", file, .. Data]);
        var again = await CommandLine.RunAsync(["calendar", "import", file, .. Data]);

        Assert.Equal((0, 0, 0), (dry.Code, loaded.Code, again.Code));
        Assert.Contains("2027: 2 days would change; nothing was written.", dry.Output, StringComparison.Ordinal);
        Assert.Contains("loaded as revision 3", loaded.Output, StringComparison.Ordinal);
        Assert.Contains("2027-01-09 is worked now", loaded.Output, StringComparison.Ordinal);
        Assert.Contains("in force already", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_WithMistakes_NamesFileLineAndDay_AndFails()
    {
        await CommandLine.RunAsync(["database", "migrate", .. Data]);
        var file = Path.Combine(_folder.FullName, "wrong.json");
        await File.WriteAllTextAsync(file, "{\n \"year\": 2027,\n \"off\": [\"2027-01-01\"],\n \"work\": [\"2027-01-04\"]\n}");

        var wrong = await CommandLine.RunAsync(["calendar", "import", file, .. Data]);
        var missing = await CommandLine.RunAsync(["calendar", "import", file + "x", .. Data]);

        Assert.Equal((1, 1), (wrong.Code, missing.Code));
        Assert.Contains("wrong.json:4: 2027-01-04 is a working day anyway", wrong.Output, StringComparison.Ordinal);
    }

    private async Task<string> WriteAsync(object notice)
    {
        var file = Path.Combine(_folder.FullName, "2027.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(notice));
        return file;
    }
}
