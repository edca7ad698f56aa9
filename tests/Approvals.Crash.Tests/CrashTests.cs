using System.Globalization;
using Approvals.EndToEnd.Tests;
using Approvals.TestKit.Database;
using Xunit.Abstractions;

namespace Approvals.Crash.Tests;

/// <summary>
/// The real server under load, killed (SIGKILL) at moments drawn from a seed and started again on the same data. In the end
/// every row that was acknowledged is there once, nothing is there twice, and no mail is lost. <c>eng/crash.sh</c> runs it longer.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private static readonly string[] Applicants = ["zhang.mingyuan", "li.ruolan", "wang.guodong", "chen.siyu", "emily.carter", "lam.kaho"];
    private static readonly string[] Reviewers = ["li.hui", "bai.lin", "ren.kai", "hou.min"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly int Kills = Number("APPROVALS_CRASH_KILLS", 3);
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(Number("APPROVALS_CRASH_MINUTES", 0));
    private static readonly int Seed = Number("APPROVALS_CRASH_SEED", 20261121);

    /// <summary>Each configured database has a server of its own, all at the same time: most of it is waiting.</summary>
    [Fact]
    public Task Kill_AtAnyMomentUnderLoad_LosesNothingAndDoublesNothing() => Task.WhenAll(AllDatabasesAttribute.Configured.Select(KillAsync));

    private async Task KillAsync(DatabaseKind kind)
    {
        using var folder = new CrashFolder();
        CrashPackages.Write(folder.Packages);
        var connection = await TestDatabase.CreateAsync(kind, folder.Data);
        await using var mail = new MailReceiver();
        var random = new Random(Seed);
        string[] options =
        [
            "--Database:Provider", kind.ToString(), "--ConnectionStrings:Approvals", connection, "--Packages:Directory", folder.Packages,
            "--Mail:Host", "127.0.0.1", "--Mail:Port", $"{mail.Port}", "--RateLimits:SignInAMinute", "100000", "--Logging:LogLevel:Default", "Error",
        ];
        var server = await RunningServer.StartAsync(folder.Data, options);
        var load = new CrashLoad(Seed, server.Address);
        using var stop = new CancellationTokenSource();
        var people = People(load, stop.Token).ToList();
        var (kills, begun) = (0, TimeProvider.System.GetTimestamp());
        for (; kills < Kills || TimeProvider.System.GetElapsedTime(begun) < Length; kills++)
        {
            await load.AcknowledgesAsync(Patience);
            await Task.Delay(random.Next(2_000));
            await server.DisposeAsync();
            server = await RunningServer.StartAsync(folder.Data, options);
            load.Nodes = [server.Address];
        }

        load.StopSubmitting();
        await using var rows = new CrashRows(kind, connection, folder.Data);
        var settled = await rows.SettleAsync(Patience);
        await stop.CancelAsync();
        await Task.WhenAll(people);
        await server.DisposeAsync();
        output.WriteLine(await rows.SummaryAsync(load, mail, kills, Seed));
        Assert.True(settled, await rows.OpenAsync() + server.Output);
        await rows.CheckAsync(load, mail, kills);
        await TestDatabase.DropAsync(kind, connection);
    }

    private static IEnumerable<Task> People(CrashLoad load, CancellationToken stop) =>
        Applicants.SelectMany(user => CrashPackages.Codes.Select(service => Task.Run(() => load.ApplyAsync(user, service, stop), CancellationToken.None)))
            .Concat(Reviewers.Select(user => Task.Run(() => load.ReviewAsync(user, stop), CancellationToken.None)));

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
