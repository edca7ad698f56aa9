using System.Diagnostics;
using Approvals.EndToEnd.Tests;
using Approvals.TestKit.Database;
using Npgsql;

namespace Approvals.Crash.Tests;

/// <summary>Fills an installation, copies it while it works, destroys it, restores it: the audit proves itself and a file opens.</summary>
public sealed class BackupTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory, AllDatabases]
    public async Task Restore_OfACopyTakenWhileItWorks_ProvesItselfAndHasItsFiles(DatabaseKind kind)
    {
        using var folder = new CrashFolder();
        using var vault = new CrashFolder();
        CrashPackages.Write(folder.Packages);
        var connection = await TestDatabase.CreateAsync(kind, folder.Data);
        await using var mail = new MailReceiver();
        string[] options = ["--Database:Provider", kind.ToString(), "--ConnectionStrings:Approvals", connection, "--Packages:Directory", folder.Packages, "--Mail:Host", "127.0.0.1", "--Mail:Port", $"{mail.Port}", "--RateLimits:SignInAMinute", "100000"];
        var server = await RunningServer.StartAsync(folder.Data, options);
        var load = new CrashLoad(7, server.Address);
        using var stop = new CancellationTokenSource();
        var people = new[] { "zhang.mingyuan", "li.ruolan" }.Select(user => Task.Run(() => load.ApplyAsync(user, CrashPackages.Codes[0], stop.Token), CancellationToken.None)).ToList();
        await load.AcknowledgesAsync(Patience);
        Guid file;
        await using (var rows = new CrashRows(kind, connection, folder.Data))
        {
            file = await rows.KeepFileAsync("%PDF-1.4 一份证明"u8.ToArray());
        }

        var acknowledged = load.Submitted.ToList();
        var (copy, keys) = (Path.Combine(vault.Data, "copy"), Path.Combine(vault.Data, "keys"));
        await RunAsync("backup.sh", [copy, "--keys-to", keys], kind, connection, folder.Data);
        await stop.CancelAsync();
        await Task.WhenAll(people);
        await server.DisposeAsync();
        await DestroyAsync(kind, connection, folder.Data);

        await RunAsync("restore.sh", [copy, "--keys-from", keys], kind, connection, folder.Data);

        await using var restored = new CrashRows(kind, connection, folder.Data);
        await restored.ProveAsync(acknowledged);
        Assert.Equal("%PDF-1.4 一份证明"u8.ToArray(), await restored.ReadFileAsync(file));
        await TestDatabase.DropAsync(kind, connection);
    }

    /// <summary>An empty database and an empty data directory, as after a fire.</summary>
    private static async Task DestroyAsync(DatabaseKind kind, string connection, string data)
    {
        foreach (var each in Directory.EnumerateDirectories(data))
        {
            Directory.Delete(each, recursive: true);
        }

        foreach (var each in Directory.EnumerateFiles(data))
        {
            File.Delete(each);
        }

        if (kind == DatabaseKind.PostgreSql)
        {
            NpgsqlConnection.ClearAllPools();
            await using var database = new NpgsqlConnection(connection);
            await database.OpenAsync();
            await using var command = new NpgsqlCommand("DROP SCHEMA public CASCADE; CREATE SCHEMA public", database);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task RunAsync(string script, string[] arguments, DatabaseKind kind, string connection, string data)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(RepositoryFolder.Root, "eng", script), .. arguments])
        {
            RedirectStandardError = true, RedirectStandardOutput = true,
            Environment = { ["Database__Provider"] = kind.ToString(), ["ConnectionStrings__Approvals"] = connection, ["Data__Directory"] = data },
        };
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{script}: {string.Concat(said)}");
    }
}
