using System.Diagnostics;
using System.Globalization;
using Approvals.Application.Children;
using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.Policies;
using Approvals.Bench.Hosts;
using Approvals.Bench.People;
using Approvals.Bench.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Bench.Residency;

/// <summary>
/// The cases of a yearly check, opened in chunks by a process of their own that is killed when half of the duties are asked for, and by
/// another that finds where it was: none lost, none twice, and at which rate.
/// </summary>
internal static class CheckBench
{
    public static Task RunAsync(Databases databases, int holders, TextWriter output) => databases.EachAsync(
        async (store, folder) =>
        {
            await using var host = await BenchHost.CreateAsync(store, folder);
            await host.InScopeAsync(ImportAsync);
            await new CheckLoad(host).AddAsync(holders);
            await RunAsync(host, folder, holders, output);
        },
        output);

    private static async Task RunAsync(BenchHost host, string folder, int holders, TextWriter output)
    {
        var start = Stopwatch.GetTimestamp();
        var killed = 0;
        using (var first = CheckWorker.Start(host.Store, folder))
        {
            while ((killed = await AskedAsync(host)) < holders / 2 && !first.HasExited)
            {
                await Task.Delay(20);
            }

            first.Kill();
            await first.WaitForExitAsync();
        }

        var again = Stopwatch.GetTimestamp();
        using var second = CheckWorker.Start(host.Store, folder);
        await second.WaitForExitAsync();
        var (rest, all) = (Stopwatch.GetElapsedTime(again), Stopwatch.GetElapsedTime(start));
        if (second.ExitCode != 0)
        {
            throw new InvalidOperationException($"The second process ended with {second.ExitCode}.");
        }

        await CheckAsync(host, holders);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{host.Store.Name}: {holders} cases of the yearly check, killed after {killed} were asked for: all opened once in {all.TotalSeconds:F1} s ({holders / all.TotalSeconds:F0} a second with both starts and the dead process's lease), the second process in {rest.TotalSeconds:F1} s"));
    }

    private static Task<int> AskedAsync(BenchHost host) =>
        host.InScopeAsync(s => s.GetRequiredService<ApprovalsDbContext>().Obligations.CountAsync(o => o.State == ObligationState.Opened));

    /// <summary>Each duty has one case that is there and open at its first step, and one duty of the year after.</summary>
    private static Task<bool> CheckAsync(BenchHost host, int holders) => host.InScopeAsync(async services =>
    {
        var context = services.GetRequiredService<ApprovalsDbContext>();
        var counts = (
            Cases: await context.Cases.CountAsync(c => c.ServiceCode == CheckLoad.Service), Children: await context.ChildCases.CountAsync(c => c.State == ChildCaseState.Opened),
            Tasks: await context.TaskItems.CountAsync(t => t.ServiceCode == CheckLoad.Service && t.ClosedAt == null), Next: await context.Obligations.CountAsync(o => o.State == ObligationState.Pending),
            Opened: await context.Obligations.Where(o => o.State == ObligationState.Opened).Select(o => o.OpenedCaseId).Distinct().CountAsync());
        return counts == (holders, holders, holders, holders, holders) ? true : throw new InvalidOperationException($"{holders} were due; {counts} are there.");
    });

    private static async Task<bool> ImportAsync(IServiceProvider services)
    {
        var import = await services.GetRequiredService<ImportPackages>().HandleAsync(PackageFolder.ReadTree(PeopleBench.Workflows), CancellationToken.None);
        return import.Broken.IsEmpty ? true : throw new InvalidOperationException(string.Join("; ", import.Broken[0].Problems));
    }
}
