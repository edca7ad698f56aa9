using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Cli.Tests;

public sealed class DatabaseCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("approvals-cli-");

    private string[] Data => ["--Data:Directory", _folder.FullName];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Migrate_NewInstallation_CanBeVerifiedAtOnce()
    {
        var migrated = await CommandLine.RunAsync(["database", "migrate", .. Data]);
        var verified = await CommandLine.RunAsync(["audit", "verify", .. Data]);

        Assert.Equal((0, 0), (migrated.Code, verified.Code));
        Assert.Contains("0 findings", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_WithoutKeys_SaysWhatIsMissingInOneSentence()
    {
        await CommandLine.RunAsync(["database", "migrate", .. Data]);
        Directory.Delete(Path.Combine(_folder.FullName, "keys"), recursive: true);

        var (code, output) = await CommandLine.RunAsync(["audit", "verify", .. Data]);

        Assert.Equal(2, code);
        Assert.Contains("master key", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAdmin_WithGoodAndBadPasswords_TakesOnlyTheGood()
    {
        await CommandLine.RunAsync(["database", "migrate", .. Data]);
        string[] create = ["user", "create-admin", "--user", "admin", "--name", "管理员", "--email", "admin@example.org", .. Data];

        var weak = await CommandLine.RunAsync(create, ("APPROVALS_PASSWORD", "short1"));
        var good = await CommandLine.RunAsync(create, ("APPROVALS_PASSWORD", "a-long-password-2026"));
        var again = await CommandLine.RunAsync(create, ("APPROVALS_PASSWORD", "a-long-password-2026"));

        Assert.Equal((1, 0, 1), (weak.Code, good.Code, again.Code));
        Assert.Contains("SystemAdmin", good.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_FinishedCase_GivesTheStoredState()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var id = await host.CaseAsync();
        await host.DecideAsync((await host.TasksAsync(id))[0], host.First, "approve", "click-0002");
        var number = (await host.RowAsync(id)).Number;
        var place = ("Data__Directory", host.Host.DataDirectory);
        var key = ("Secrets__MasterKeyFile", Path.Combine(host.Host.DataDirectory, "master.keys"));

        var replayed = await CommandLine.RunAsync(["case", "replay", number], place, key);
        await host.ReadAsync(c => c.CaseStates.Where(s => s.CaseId == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.State, "{\"schema\":1}")));
        var edited = await CommandLine.RunAsync(["case", "replay", number], place, key);

        Assert.Contains("2 events give the stored state", replayed.Output, StringComparison.Ordinal);
        Assert.Equal((0, 1), (replayed.Code, edited.Code));
    }
}
