using System.Diagnostics;
using System.Reflection;
using Approvals.Application.Children;
using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.Jobs;
using Approvals.Application.Outbox;
using Approvals.Bench.Hosts;
using Approvals.Bench.Stores;
using Approvals.Infrastructure;
using Approvals.Infrastructure.Pumps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Approvals.Bench.Residency;

/// <summary>The process that opens the cases: the job of the product by its cursor, then what it asked for.</summary>
internal static class CheckWorker
{
    /// <summary>The bench's name for it.</summary>
    public const string Name = "check-worker";

    private static readonly DateTimeOffset Due = new(2026, 1, 5, 1, 30, 0, TimeSpan.FromHours(8));

    /// <summary>Starts it on a database.</summary>
    public static Process Start(IStore store, string folder) =>
        Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Assembly.GetExecutingAssembly().Location, Name, "--store", store.Address, "--folder", folder },
        })!;

    /// <summary>Works until every duty has its case. No mail is written: what writes some is registered by the web server.</summary>
    public static async Task RunAsync(string address, string folder)
    {
        await using var host = await BenchHost.OpenAsync(Databases.At(address), folder, services => services.RemoveAll<IMailComposer>().AddApprovalsPumps());
        while (await host.InScopeAsync(s => s.GetRequiredService<ApprovalsDbContext>().Obligations.AnyAsync(o => o.State == ObligationState.Pending && o.OpensOn.Year == Due.Year)))
        {
            // False while the run is still held for the process that died.
            if (!await host.InScopeAsync(s => s.GetRequiredService<JobRunner>().RunAsync("obligations.open", Due, CancellationToken.None)))
            {
                await Task.Delay(200);
            }
        }

        while (await host.InScopeAsync(s => s.GetRequiredService<ApprovalsDbContext>().ChildCases.AnyAsync(c => c.State == ChildCaseState.Asked)))
        {
            if (await host.Services.GetRequiredService<Pump<OutboxMessage>>().DrainAsync(CancellationToken.None)
                + await host.Services.GetRequiredService<Pump<InboundEvent>>().DrainAsync(CancellationToken.None) == 0)
            {
                await Task.Delay(200);
            }
        }
    }
}
