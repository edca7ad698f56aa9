using System.Diagnostics;
using System.Globalization;
using Approvals.Bench.Hosts;
using Approvals.Bench.Load;
using Approvals.Bench.Stores;

namespace Approvals.Bench.People;

/// <summary>How the people of a run are.</summary>
/// <param name="Count">How many are signed in: of ten, six apply, three decide and one keeps the system.</param>
/// <param name="Length">For how long.</param>
/// <param name="Pause">How long one reads before the next page, on average.</param>
internal sealed record Crowd(int Count, TimeSpan Length, TimeSpan Pause);

/// <summary>Signed-in people of the three kinds on the real server with PostgreSQL, each with a browser, looking at page after page.</summary>
internal static class PeopleBench
{
    private const int Offices = 20;
    private const int Cases = 400;
    private static readonly string[] Keepers = ["admin.system", "zhou.min", "ops.cai", "audit.he", "tao.ran"];

    public static async Task RunAsync(string assembly, string server, Crowd crowd, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("approvals-people-");
        try
        {
            await using var store = await PostgreSqlStore.CreateAsync(server);
            await using (var host = await BenchHost.CreateAsync(store, folder.FullName))
            {
                await LoadSeed.MakeAsync(host, Offices, (int)Math.Ceiling(crowd.Count * 0.3 / Offices), Cases);
                await PeopleSeed.MakeAsync(host, crowd.Count, Regions, withCases: true);
            }

            await store.AnalyseAsync();
            await using var loaded = await LoadedServer.StartAsync(assembly, store.Connection, folder.FullName, Workflows);
            await RunAsync(loaded, crowd, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The product's own packages: the bench is started from the root of the tree.</summary>
    internal static string Workflows => Path.GetFullPath("workflows");

    internal static string Regions => Path.GetFullPath(Path.Combine("data", "regions.json"));

    private static async Task RunAsync(LoadedServer server, Crowd crowd, TextWriter output)
    {
        // What is compiled and cached once is not what is measured.
        await VisitAsync(server, crowd with { Length = TimeSpan.FromSeconds(Math.Min(20, crowd.Length.TotalSeconds)) }, new CallFigures());
        var (figures, spent) = (new CallFigures(), server.Spent);
        await VisitAsync(server, crowd, figures);
        foreach (var line in figures.Lines(crowd.Length))
        {
            await output.WriteLineAsync(line);
        }

        var used = (server.Spent - spent).TotalSeconds / crowd.Length.TotalSeconds;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{crowd.Count} people for {crowd.Length.TotalSeconds:F0} s, {crowd.Pause.TotalSeconds:F1} s between two pages; the server used {used:F2} cores (goal: no error, p95 under 200 ms)"));
    }

    private static Task VisitAsync(LoadedServer server, Crowd crowd, CallFigures figures)
    {
        var clock = Stopwatch.StartNew();
        return Task.WhenAll(Enumerable.Range(0, crowd.Count).Select(async number =>
        {
            using var browser = new Browser(server.Address, figures);
            var pace = new Random(number);
            async Task PauseAsync() => await Task.Delay(crowd.Pause * (0.5 + pace.NextDouble()));
            var (user, visit) = Of(number, new Visits(browser, PauseAsync, number));
            await browser.SignInAsync(user);
            await PauseAsync();
            while (clock.Elapsed < crowd.Length)
            {
                await visit();
                await PauseAsync();
            }
        }));
    }

    private static (string User, Func<Task> Visit) Of(int number, Visits visits)
    {
        var keeper = Keepers[number / 10 % Keepers.Length];
        return (number % 10) switch
        {
            < 6 => (PeopleSeed.ApplicantOf(number), visits.ApplyAsync),
            < 9 => (LoadSeed.ClerkOf(number % Offices, number / Offices % ClerksOf(number)), visits.ReviewAsync),
            _ => (keeper, () => visits.KeepAsync(keeper)),
        };
    }

    /// <summary>At least two clerks are in every office.</summary>
    private static int ClerksOf(int _) => 2;
}
