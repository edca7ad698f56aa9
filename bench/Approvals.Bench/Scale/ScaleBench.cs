using System.Diagnostics;
using System.Globalization;
using Approvals.Application.CaseViews;
using Approvals.Application.Home;
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
    public static async Task RunAsync(ScaleOptions options, Databases databases, TextWriter output)
    {
        Dictionary<(string Store, string Reading), double> floor = [];
        foreach (var cases in new[] { options.Few, options.Many }.Distinct())
        {
            Task MeasuredAsync(IStore store, string folder) =>
                MeasureAsync(store, folder, cases, options with { Plans = options.Plans && cases == options.Many }, floor, output);
            await (options.Keep is { } keep
                ? databases.EachKeptAsync(keep, cases.ToString(CultureInfo.InvariantCulture), MeasuredAsync, output)
                : databases.EachAsync(MeasuredAsync, output));
        }
    }

    private static async Task MeasureAsync(
        IStore store, string folder, int cases, ScaleOptions options, Dictionary<(string Store, string Reading), double> floor, TextWriter output)
    {
        var made = Path.Combine(folder, "made");
        await using var host = File.Exists(made) ? await BenchHost.OpenAsync(store, folder) : await BenchHost.CreateAsync(store, folder);
        var load = new Caseload(host, cases);
        if (!File.Exists(made))
        {
            var start = Stopwatch.GetTimestamp();
            await load.MakeAsync();
            await File.WriteAllTextAsync(made, "");
            await output.WriteLineAsync(Line($"{store.Name}, {cases} cases made in {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s"));
        }

        foreach (var (name, read) in Readings(load))
        {
            var times = await TimesAsync(host, read, options.Samples);
            var (half, most) = (times[times.Length / 2], times[times.Length * 95 / 100]);
            var beside = floor.TryGetValue((store.Name, name), out var least)
                ? Line($"; {most / least:F2} × and {most - least:+0.0;-0.0} ms beside the fewer cases")
                : "";
            floor.TryAdd((store.Name, name), most);
            await output.WriteLineAsync(Line($"{store.Name}, {cases} cases, {name}: p50 {half:F1} ms, p95 {most:F1} ms{beside}"));
            if (options.Plans)
            {
                foreach (var line in await Plans.OfAsync(host, services => read(services, options.Samples / 2)))
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

        yield return ("cases of one office, newest first", (services, _) => SearchAsync(services, load.One, null));
        yield return ("cases of the whole region, newest first", (services, _) => SearchAsync(services, load.Whole, null));
        foreach (var order in new[] { new CaseOrder(CaseSort.Number, true), new(CaseSort.Number, false), new(CaseSort.Due, true), new(CaseSort.Service, true), new(CaseSort.State, true), new(CaseSort.State, false) })
        {
            yield return (Line($"cases of one office by {order.By}, {(order.Up ? "up" : "down")}"), (services, _) => SearchAsync(services, load.One, null, order));
            yield return (Line($"cases of the whole region by {order.By}, {(order.Up ? "up" : "down")}"), (services, _) => SearchAsync(services, load.Whole, null, order));
        }

        yield return ("an applicant's own cases", (services, i) => OwnAsync(services, Caseload.ApplicantOf(load.KnownCase(i % Caseload.Known)), null));
        yield return ("an applicant's own cases by number", (services, i) => OwnAsync(
            services, Caseload.ApplicantOf(load.KnownCase(i % Caseload.Known)), Caseload.NumberOf(load.KnownCase(i % Caseload.Known))[..8]));
        yield return ("an applicant's first page", (services, i) => HomeAsync(services, Caseload.ApplicantOf(load.KnownCase(i % Caseload.Known))));
    }

    private static async Task<int> InboxAsync(IServiceProvider services, CurrentUser user, InboxTab tab, string? search)
    {
        var request = new InboxRequest(tab, null, null, null, null, InboxClaim.Any, search, null);
        return BenchHost.Require(await services.GetRequiredService<InboxPage>().ReadAsync(request, user, CancellationToken.None)).Items.Count;
    }

    private static async Task<int> OwnAsync(IServiceProvider services, CurrentUser user, string? search)
    {
        var found = BenchHost.Require(await services.GetRequiredService<CaseList>().ListAsync(new CaseList.Request(false, null, search, null), user, CancellationToken.None)).Items.Count;
        return found > 0 ? found : throw new InvalidOperationException("An applicant has no cases.");
    }

    private static async Task<int> HomeAsync(IServiceProvider services, CurrentUser user) =>
        (await services.GetRequiredService<HomePage>().ReadAsync(user, CancellationToken.None)).Cases.Count;

    private static async Task<int> SearchAsync(IServiceProvider services, CurrentUser user, string? search, CaseOrder? order = null)
    {
        var found = BenchHost.Require(await services.GetRequiredService<CaseList>().ListAsync(
            new CaseList.Request(true, null, search, null) { Order = order ?? new CaseOrder(CaseSort.Filed, Up: false) }, user, CancellationToken.None)).Items.Count;
        return found > 0 || user.Roles[0].Region != BenchHost.Region ? found : throw new InvalidOperationException($"Nothing was found for {search}.");
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
