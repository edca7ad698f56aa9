using System.Diagnostics;
using System.Globalization;
using Approvals.Application.CaseViews;
using Approvals.Application.Inbox;
using Approvals.Application.Rights;
using Approvals.Bench.Hosts;
using Approvals.Bench.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Bench.Scale;

/// <summary>
/// What a page of the inbox with its counts and a search cost among few and among many cases, through the classes the product
/// reads with: 95th percentile of warm samples.
/// </summary>
internal static class ScaleBench
{
    public static async Task RunAsync(Databases databases, int few, int many, int samples, bool plans, TextWriter output)
    {
        Dictionary<(string Store, string Reading), double> floor = [];
        foreach (var cases in new[] { few, many }.Distinct())
        {
            await databases.EachAsync((store, folder) => MeasureAsync(store, folder, cases, samples, plans && cases == many, floor, output), output);
        }
    }

    private static async Task MeasureAsync(
        IStore store, string folder, int cases, int samples, bool plans, Dictionary<(string Store, string Reading), double> floor, TextWriter output)
    {
        await using var host = await BenchHost.CreateAsync(store, folder);
        var load = new Caseload(host, cases);
        var start = Stopwatch.GetTimestamp();
        await load.MakeAsync();
        await output.WriteLineAsync(Line($"{store.Name}, {cases} cases made in {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s"));
        foreach (var (name, read) in Readings(load))
        {
            var times = await TimesAsync(host, read, samples);
            var (half, most) = (times[times.Length / 2], times[times.Length * 95 / 100]);
            var beside = floor.TryGetValue((store.Name, name), out var least)
                ? Line($"; {most / least:F2} × and {most - least:+0.0;-0.0} ms beside the fewer cases")
                : "";
            floor.TryAdd((store.Name, name), most);
            await output.WriteLineAsync(Line($"{store.Name}, {cases} cases, {name}: p50 {half:F1} ms, p95 {most:F1} ms{beside}"));
            if (plans)
            {
                foreach (var line in await Plans.OfAsync(host, services => read(services, samples / 2)))
                {
                    await output.WriteLineAsync(line);
                }
            }
        }
    }

    private static async Task<double[]> TimesAsync(BenchHost host, Func<IServiceProvider, int, Task<int>> read, int samples)
    {
        for (var i = 0; i < Math.Min(50, samples); i++)
        {
            await host.InScopeAsync(services => read(services, i * 7));
        }

        var times = new double[samples];
        for (var i = 0; i < samples; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await host.InScopeAsync(services => read(services, i));
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return times;
    }

    private static IEnumerable<(string Name, Func<IServiceProvider, int, Task<int>> Read)> Readings(Caseload load)
    {
        yield return ("inbox of one office with its counts", (services, _) => InboxAsync(services, load.One, InboxTab.Todo, null));
        yield return ("inbox of the whole region with its counts", (services, _) => InboxAsync(services, load.Whole, InboxTab.Todo, null));
        yield return ("tab of what was done, with its counts", (services, _) => InboxAsync(services, load.Whole, InboxTab.Done, null));
        yield return ("inbox searched by number", (services, i) => InboxAsync(services, load.Whole, InboxTab.Todo, Caseload.NumberOf(load.KnownCase(i % Caseload.Known))));
        yield return ("search by number", (services, i) => SearchAsync(services, load.Whole, Caseload.NumberOf(load.KnownCase(i % Caseload.Known))));
        yield return ("search by name", (services, i) => SearchAsync(services, load.Whole, Caseload.NameOf(load.KnownCase(i % Caseload.Known))));
        yield return ("search by identifier", (services, i) => SearchAsync(services, load.Whole, Caseload.IdentifierOf(load.KnownCase(i % Caseload.Known))));
        yield return ("search by a searchable field", (services, i) => SearchAsync(services, load.One, Caseload.TopicOf(load.KnownCase(i % Caseload.Known))));
    }

    private static async Task<int> InboxAsync(IServiceProvider services, CurrentUser user, InboxTab tab, string? search)
    {
        var request = new InboxRequest(tab, null, null, null, null, InboxClaim.Any, search, null);
        return BenchHost.Require(await services.GetRequiredService<InboxPage>().ReadAsync(request, user, CancellationToken.None)).Items.Count;
    }

    private static async Task<int> SearchAsync(IServiceProvider services, CurrentUser user, string search)
    {
        var found = BenchHost.Require(await services.GetRequiredService<CaseList>().ListAsync(
            new CaseList.Request(true, null, search, null), user, CancellationToken.None)).Items.Count;
        return found > 0 || user.Roles[0].Region != BenchHost.Region ? found : throw new InvalidOperationException($"Nothing was found for {search}.");
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
