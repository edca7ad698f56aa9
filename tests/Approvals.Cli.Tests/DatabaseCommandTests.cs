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
    public async Task Import_RegionsThenOrganisations_FillsANewInstallation_AndSaysMistakesByRowAndColumn()
    {
        await CommandLine.RunAsync(["database", "migrate", .. Data]);
        var (regions, organisations) = (Path.Combine(_folder.FullName, "regions.csv"), Path.Combine(_folder.FullName, "organisations.csv"));
        await File.WriteAllTextAsync(regions, "code,nameZh,nameEn,level,parent\n910000,甲省,Province A,province,\n910100,甲市,City A,city,910000\n");
        await File.WriteAllTextAsync(organisations, "uscc,name,kind,region,verified\n91220100MA99B0001Q,示例一公司,enterprise,910100,yes\n");

        var dry = await CommandLine.RunAsync(["regions", "import", regions, "--dry-run", .. Data]);
        var early = await CommandLine.RunAsync(["organisations", "import", organisations, .. Data]);
        var first = await CommandLine.RunAsync(["regions", "import", regions, .. Data]);
        var again = await CommandLine.RunAsync(["regions", "import", regions, .. Data]);
        var late = await CommandLine.RunAsync(["organisations", "import", organisations, .. Data]);

        Assert.Equal((0, 1, 0, 0, 0), (dry.Code, early.Code, first.Code, again.Code, late.Code));
        Assert.Contains("2 would be added", dry.Output, StringComparison.Ordinal);
        Assert.Contains("Row 2, column region:", early.Output, StringComparison.Ordinal);
        Assert.Contains("2 added", first.Output, StringComparison.Ordinal);
        Assert.Contains("0 added, 0 changed, 2 unchanged", again.Output, StringComparison.Ordinal);
        Assert.Contains("1 added", late.Output, StringComparison.Ordinal);
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
