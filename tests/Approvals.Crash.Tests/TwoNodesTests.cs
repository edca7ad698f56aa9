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
    private const int Seed = 20261121;
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
        await using var rows = new CrashRows(kind, connection, folder.Data);
        var first = await RunningServer.StartAsync(folder.Data, options);
        var name = await NameAsync(rows);
        var second = await RunningServer.StartAsync(folder.Data, options);
        var load = new CrashLoad(Seed, first.Address, second.Address);
        using var stop = new CancellationTokenSource();
        var people = People(load, stop.Token).ToList();
        await load.AcknowledgesAsync(Patience);
        await Task.Delay(Before);
        Assert.Equal(2, await rows.NodesAliveAsync());

        // No mail is taken in: the node that is killed has some in hand.
        mail.Hold();
        Assert.True(await rows.HoldsAsync(name, Patience));
        await KillAsync((first, name), second, load, rows, mail);
        var settled = await rows.SettleAsync(Patience);
        await stop.CancelAsync();
        await Task.WhenAll(people);
        output.WriteLine(await rows.SummaryAsync(load, mail, 1, Seed));
        Assert.True(settled, await rows.OpenAsync() + second.Output);
        await second.DisposeAsync();
        await rows.CheckAsync(load, mail, 1);
        await TestDatabase.DropAsync(kind, connection);
    }

    /// <summary>Kills the first node; its people go to the second, which has all it held within the promised time.</summary>
    private async Task KillAsync((RunningServer Server, string Name) first, RunningServer second, CrashLoad load, CrashRows rows, MailReceiver mail)
    {
        var (filed, decided) = (load.Submitted.Count, load.Decided.Count);
        await first.Server.DisposeAsync();
        var killed = TimeProvider.System.GetTimestamp();
        var held = await rows.HeldAsync(first.Name);
        mail.GoOn();
        Assert.NotEmpty(held);
        load.Nodes = [second.Address];
        await load.AcknowledgesAsync(Patience);
        var answered = TimeProvider.System.GetElapsedTime(killed);
        Assert.True(await rows.SettledAsync(held, Patience));
        var taken = TimeProvider.System.GetElapsedTime(killed);
        await Task.Delay(ServerNode.Silence + TimeSpan.FromSeconds(2));
        Assert.Equal(1, await rows.NodesAliveAsync());
        load.StopSubmitting();
        output.WriteLine($"Both nodes: {filed} cases filed, {decided} decided. One killed: people were answered again after {answered.TotalSeconds:0.0} s;");
        output.WriteLine($"the {held.Count} rows that it had claimed were done after {taken.TotalSeconds:0.0} s. On the other since: {load.Submitted.Count - filed} filed, {load.Decided.Count - decided} decided.");
        Assert.InRange(answered, TimeSpan.Zero, Promised);
        Assert.InRange(taken, TimeSpan.Zero, Promised);
    }

    private static async Task<string> NameAsync(CrashRows rows)
    {
        for (var until = DateTime.UtcNow + Patience; await rows.NodesAliveAsync() == 0 && DateTime.UtcNow < until;)
        {
            await Task.Delay(100);
        }

        return await rows.OnlyNodeAsync();
    }

    private static IEnumerable<Task> People(CrashLoad load, CancellationToken stop) =>
        Applicants.SelectMany(user => CrashPackages.Codes.Select(service => Task.Run(() => load.ApplyAsync(user, service, stop), CancellationToken.None)))
            .Concat(Reviewers.Select(user => Task.Run(() => load.ReviewAsync(user, stop), CancellationToken.None)));
}
