using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;

namespace Approvals.Web.Tests.Rights;

/// <summary>A product whose database is put back after each request that changed it, so that every request finds the same things.</summary>
public sealed class MeasuredProduct : ProductServer
{
    private SqliteConnection? _kept;
    private SqliteConnection? _watch;
    private long _seen;

    /// <summary>Keeps the database as it is now.</summary>
    public void Keep()
    {
        _kept = new SqliteConnection("Data Source=:memory:");
        _kept.Open();
        using var live = Open();
        live.BackupDatabase(_kept);
        _watch = Open();
        _seen = Commits();
    }

    /// <summary>Puts the database back to what was kept, where anything was written since.</summary>
    public void PutBack()
    {
        if (Commits() == _seen)
        {
            return;
        }

        using var live = Open();
        _kept!.BackupDatabase(live);
        _seen = Commits();
    }

    public override async ValueTask DisposeAsync()
    {
        if (_kept is not null)
        {
            await _kept.DisposeAsync();
        }

        if (_watch is not null)
        {
            await _watch.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Work:Enabled", "false");
        builder.UseSetting("Printing:Chromium", "none"); // who may have a letter is known before a browser prints it
        builder.UseSetting("RateLimits:SearchesAMinute", "10000");
        builder.UseSetting("Outside:Hosts:0", BadInput.KeyTwiceTests.Host);
    }

    /// <summary>A number that changes with every commit of anybody.</summary>
    private long Commits()
    {
        using var command = _watch!.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)command.ExecuteScalar()!;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "approvals.db")};Pooling=False");
        connection.Open();
        return connection;
    }
}
