using System.Globalization;
using Approvals.Application.Nodes;
using Approvals.EndToEnd.Tests;
using Approvals.TestKit.Database;
using Xunit.Abstractions;

namespace Approvals.Crash.Tests;

/// <summary>
/// Two nodes of the real server on one PostgreSQL, people at work on both. One is killed (SIGKILL): its people go to the other, as
/// a proxy sends them, and the other takes up what the dead one held. <c>eng/two-nodes.sh</c> runs it longer.
/// </summary>
public sealed class TwoNodesTests(ITestOutputHelper output)
{
    private static readonly string[] Applicants = ["zhang.mingyuan", "li.ruolan", "wang.guodong", "chen.siyu", "emily.carter", "lam.kaho"];
    private static readonly string[] Reviewers = ["li.hui", "bai.lin", "ren.kai", "hou.min"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(15);

    /// <summary>How long both nodes work before one is killed.</summary>
    private static readonly TimeSpan Before =
        TimeSpan.FromSeconds(int.TryParse(Environment.GetEnvironmentVariable("APPROVALS_TWO_NODES_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 8);

    [Theory, AllDatabases]
    public async Task Kill_OneOfTwoNodes_TheOtherGoesOnAndNothingIsLostOrDoubled(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            return; // one process alone uses a SQLite file
        }

        using var folder = new CrashFolder();
        CrashPackages.Write(folder.Packages);
        var connection = await TestDatabase.CreateAsync(kind, folder.Data);
        await using var mail = new MailReceiver();
        string[] options =
        [
            "--Database:Provider", kind.ToString(), "--ConnectionStrings:Approvals", connection, "--Packages:Directory", folder.Packages, "--Mail:Host", "127.0.0.1",
            "--Mail:Port", $"{mail.Port}", "--RateLimits:SignInAMinute", "100000", "--Logging:LogLevel:Default", "Error",
        ];
        var (first, second) = (await RunningServer.StartAsync(folder.Data, options), await RunningServer.StartAsync(folder.Data, options));
        var load = new CrashLoad(20261121, first.Address, second.Address);
        using var stop = new CancellationTokenSource();
        var people = People(load, stop.Token).ToList();
        await load.AcknowledgesAsync(Patience);
        await Task.Delay(Before);
        await using var rows = new CrashRows(kind, connection, folder.Data);
        Assert.Equal(2, await rows.NodesAliveAsync());

        var before = (Cases: load.Submitted.Count, Decisions: load.Decided.Count);
        await first.DisposeAsync();
        var killed = TimeProvider.System.GetTimestamp();
        var held = await rows.HeldAsync();
        load.Nodes = [second.Address];
        await load.AcknowledgesAsync(Patience);
        var (answered, after) = (TimeProvider.System.GetElapsedTime(killed), before.Cases);
        var settledHeld = await rows.SettledAsync(held, Patience) ? TimeProvider.System.GetElapsedTime(killed) : Patience;
        await Task.Delay(TimeSpan.FromSeconds(5));
        load.StopSubmitting();
        var settled = await rows.SettleAsync(Patience);
        await stop.CancelAsync();
        await Task.WhenAll(people);
        output.WriteLine($"Both nodes: {before.Cases} cases filed, {before.Decisions} decided in {Before.TotalSeconds:0} s and the time to the first.");
        output.WriteLine($"One killed: people were answered again after {answered.TotalSeconds:0.0} s; of {held.Count} rows that were claimed then, all were settled after {settledHeld.TotalSeconds:0.0} s.");
        output.WriteLine($"Afterwards: {load.Submitted.Count - after} cases filed, {load.Decided.Count - before.Decisions} decided on the other.");
        output.WriteLine(await rows.SummaryAsync(load, mail, 1, 20261121));
        Assert.True(settled, await rows.OpenAsync() + second.Output);
        await Task.Delay(Remaining(ServerNode.Silence, killed));
        Assert.Equal(1, await rows.NodesAliveAsync());
        await second.DisposeAsync();
        Assert.InRange(answered, TimeSpan.Zero, Promised);
        Assert.InRange(settledHeld, TimeSpan.Zero, Promised + TimeSpan.FromSeconds(15));
        await rows.CheckAsync(load, mail, 1);
        await TestDatabase.DropAsync(kind, connection);
    }

    private static TimeSpan Remaining(TimeSpan silence, long since) =>
        silence + TimeSpan.FromSeconds(1) - TimeProvider.System.GetElapsedTime(since) is { Ticks: > 0 } rest ? rest : TimeSpan.Zero;

    private static IEnumerable<Task> People(CrashLoad load, CancellationToken stop) =>
        Applicants.SelectMany(user => CrashPackages.Codes.Select(service => Task.Run(() => load.ApplyAsync(user, service, stop), CancellationToken.None)))
            .Concat(Reviewers.Select(user => Task.Run(() => load.ReviewAsync(user, stop), CancellationToken.None)));
}
