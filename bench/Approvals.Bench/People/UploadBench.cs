using System.Diagnostics;
using System.Globalization;
using Approvals.Bench.Hosts;
using Approvals.Bench.Load;
using Approvals.Bench.Stores;

namespace Approvals.Bench.People;

/// <summary>Large files sent all at once: they stream from the wire to the disk, so that the live heap hardly grows.</summary>
internal static class UploadBench
{
    private const long Largest = 20L * 1024 * 1024;
    private const int Rounds = 5;

    public static async Task RunAsync(string assembly, string server, int files, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("approvals-uploads-");
        try
        {
            await using var store = await PostgreSqlStore.CreateAsync(server);
            await using (var host = await BenchHost.CreateAsync(store, folder.FullName))
            {
                await PeopleSeed.MakeAsync(host, files, PeopleBench.Regions, withCases: false);
            }

            await using var loaded = await LoadedServer.StartAsync(assembly, store.Connection, folder.FullName, PeopleBench.Workflows, heapEvery: "0.2");
            await RunAsync(loaded, files, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(LoadedServer server, int files, TextWriter output)
    {
        var figures = new CallFigures();
        var senders = new List<(Browser Browser, string Draft)>();
        foreach (var number in Enumerable.Range(0, files))
        {
            var browser = new Browser(server.Address, new CallFigures());
            await browser.SignInAsync(PeopleSeed.ApplicantOf(number));
            var draft = await browser.SendAsync("open draft", HttpMethod.Post, $"api/services/{Visits.Service}/drafts", null)
                ?? throw new InvalidOperationException("No draft was opened.");
            senders.Add((browser, draft.GetProperty("id").GetString()!));
        }

        var began = TimeProvider.System.GetUtcNow();
        await Task.Delay(TimeSpan.FromSeconds(3));
        var (sent, clock) = (TimeProvider.System.GetUtcNow(), Stopwatch.StartNew());
        for (var round = 0; round < Rounds; round++)
        {
            await Task.WhenAll(senders.Select(s => SendAsync(server, s.Draft, senders.IndexOf(s), figures)));
        }

        await TellAsync(server, figures, new Spell(began, sent, clock.Elapsed, files), output);
        senders.ForEach(s => s.Browser.Dispose());
    }

    private static async Task SendAsync(LoadedServer server, string draft, int number, CallFigures figures)
    {
        using var browser = new Browser(server.Address, figures);
        await browser.SignInAsync(PeopleSeed.ApplicantOf(number));
        await browser.UploadAsync("upload of 20 MB", $"api/documents?draft={draft}&type=contract", "contract.pdf", Largest);
    }

    private static async Task TellAsync(LoadedServer server, CallFigures figures, Spell spell, TextWriter output)
    {
        foreach (var line in figures.Lines(spell.Length))
        {
            await output.WriteLineAsync(line);
        }

        var heap = await server.HeapAsync(spell.Began);
        var quiet = heap.Where(h => h.At > TimeSpan.Zero && h.At < spell.Sent - spell.Began).Select(h => h.Megabytes).ToList();
        var busy = heap.Where(h => h.At >= spell.Sent - spell.Began && h.At <= spell.Sent - spell.Began + spell.Length).Select(h => h.Megabytes).ToList();
        var (before, most) = (quiet.DefaultIfEmpty().Average(), busy.DefaultIfEmpty().Max());
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{spell.Files} files of 20 MB at once, {Rounds} times in {spell.Length.TotalSeconds:F1} s: live heap {before:F1} MB before, at most {most:F1} MB meanwhile in {busy.Count} readings, {most - before:+0.0;-0.0} MB (goal: no error, at most +200 MB)"));
    }

    private sealed record Spell(DateTimeOffset Began, DateTimeOffset Sent, TimeSpan Length, int Files);
}
