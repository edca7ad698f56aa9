using System.Diagnostics;
using System.Globalization;
using Approvals.Bench.Hosts;
using Approvals.Bench.Stores;

namespace Approvals.Bench.Load;

/// <summary>
/// Clerks over HTTP on the real server with PostgreSQL, client and database on the same machine: a task is one reading of the
/// inbox and one completing act. Ends by itself.
/// </summary>
internal static class LoadBench
{
    private const int Offices = 20;
    private const int Clerks = 2;
    private const int Cases = 800;

    public static async Task RunAsync(string assembly, string server, TimeSpan length, int users, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("approvals-load-");
        try
        {
            await using var store = await PostgreSqlStore.CreateAsync(server);
            await using (var host = await BenchHost.CreateAsync(store, folder.FullName))
            {
                await LoadSeed.MakeAsync(host, Offices, Clerks, Cases);
            }

            await store.AnalyseAsync();
            await using var loaded = await LoadedServer.StartAsync(assembly, store.Connection, folder.FullName);
            await RunAsync(loaded, length, users, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(LoadedServer server, TimeSpan length, int users, TextWriter output)
    {
        var clerks = Enumerable.Range(0, users)
            .Select(i => new LoadUser(server.Address, LoadSeed.ClerkOf(i % Offices, i / Offices % Clerks), i)).ToList();
        foreach (var clerk in clerks)
        {
            await clerk.SignInAsync();
        }

        // What is compiled and cached once is not what is measured.
        await WorkAsync(clerks, new LoadFigures(), TimeSpan.FromSeconds(Math.Min(15, length.TotalSeconds)));
        var (figures, started, spent) = (new LoadFigures(), TimeProvider.System.GetUtcNow(), server.Spent);
        await WorkAsync(clerks, figures, length);
        foreach (var line in figures.Lines(length))
        {
            await output.WriteLineAsync(line);
        }

        var used = Process.GetCurrentProcess().TotalProcessorTime;
        await output.WriteLineAsync(Line($"{users} clerks; the server used {(server.Spent - spent).TotalSeconds / length.TotalSeconds:F2} cores, the client {used.TotalSeconds / length.TotalSeconds:F2} in all"));
        await PrintHeapAsync(server, started, length, output);
        clerks.ForEach(c => c.Dispose());
    }

    private static async Task WorkAsync(IEnumerable<LoadUser> clerks, LoadFigures figures, TimeSpan length)
    {
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(clerks.Select(c => c.WorkAsync(figures, clock, length)));
    }

    private static async Task PrintHeapAsync(LoadedServer server, DateTimeOffset started, TimeSpan length, TextWriter output)
    {
        var heap = (await server.HeapAsync(started)).Where(h => h.At > TimeSpan.Zero && h.At <= length).ToList();
        var minute = TimeSpan.FromMinutes(Math.Min(1, length.TotalMinutes / 2));
        var (first, last) = (heap.Where(h => h.At <= minute).ToList(), heap.Where(h => h.At > length - minute).ToList());
        if (first.Count > 0 && last.Count > 0)
        {
            var (before, after) = (first.Average(h => h.Megabytes), last.Average(h => h.Megabytes));
            await output.WriteLineAsync(Line($"live heap: {before:F1} MB in the first minute, {after:F1} MB in the last, {after / before - 1:+0.0%;-0.0%} (goal: at most +10 %)"));
        }
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
