namespace Approvals.Bench.Stores;

/// <summary>The databases of a run: SQLite, and PostgreSQL where a server is named.</summary>
internal sealed record Databases(string? Server)
{
    /// <summary>What the address of a database on the server begins with.</summary>
    public const string OnServer = "server:";

    /// <summary>Whether SQLite is left out.</summary>
    public bool ServerAlone { get; init; }

    /// <summary>The server of <c>APPROVALS_TEST_POSTGRES</c>, as for the tests; <c>eng/bench.sh</c> starts one.</summary>
    public static Databases Configured { get; } =
        new(Environment.GetEnvironmentVariable("APPROVALS_TEST_POSTGRES") is { Length: > 0 } server ? server : null);

    /// <summary>A database that another process made.</summary>
    public static IStore At(string address) => address.StartsWith(OnServer, StringComparison.Ordinal)
        ? PostgreSqlStore.Of(Configured.Server ?? throw new InvalidOperationException("No server is named."), address[OnServer.Length..])
        : new SqliteStore(address);

    /// <summary>Runs a measurement on each database, in a folder of its own.</summary>
    public async Task EachAsync(Func<IStore, string, Task> measure, TextWriter output)
    {
        if (!ServerAlone)
        {
            await WithFolderAsync(folder => Task.FromResult<IStore>(new SqliteStore(Path.Combine(folder, "approvals.db"))), measure);
        }

        if (Server is { } server)
        {
            await WithFolderAsync(async _ => await PostgreSqlStore.CreateAsync(server), measure);
        }
        else
        {
            await output.WriteLineAsync("PostgreSQL: no server; eng/bench.sh starts one");
        }
    }

    /// <summary>Runs a measurement on databases that stay in a folder and on the server, to be measured again.</summary>
    public async Task EachKeptAsync(string folder, string name, Func<IStore, string, Task> measure, TextWriter output)
    {
        if (!ServerAlone)
        {
            var place = Directory.CreateDirectory(Path.Combine(folder, $"sqlite-{name}")).FullName;
            await using var file = new SqliteStore(Path.Combine(place, "approvals.db"));
            await measure(file, place);
        }

        if (Server is not { } server)
        {
            await output.WriteLineAsync("PostgreSQL: no server; eng/bench.sh starts one");
            return;
        }

        await using var store = await PostgreSqlStore.OpenAsync(server, $"bench_kept_{name}");
        await measure(store, Directory.CreateDirectory(Path.Combine(folder, $"postgresql-{name}")).FullName);
    }

    private static async Task WithFolderAsync(Func<string, Task<IStore>> make, Func<IStore, string, Task> measure)
    {
        var folder = Directory.CreateTempSubdirectory("approvals-bench-");
        try
        {
            await using var store = await make(folder.FullName);
            await measure(store, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
