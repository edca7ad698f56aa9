using Approvals.Application.Incidents;
using Approvals.Application.Rights;
using Approvals.Application.Timers;
using Approvals.Infrastructure.Pumps;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Timers;

/// <summary>A timer whose step stands still by a fault is neither lost nor fired twice, however long mending takes.</summary>
public sealed class StoppedStepTests
{
    [Theory, AllDatabases]
    public async Task Elapse_StepThatCannotEscalate_StandsAsideUntilTheStepIsMended(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind, change: EscalatesToNowhere);
        var mender = await host.PersonAsync("operator", Roles.Operator, "220000");
        var id = await host.CaseAsync();
        await LaterAsync(host, TimeSpan.FromDays(10));

        Assert.Equal((1, TimerState.Fired), (await OpenAsync(host, id), await StateAsync(host)));
        await ResolveAsync(host, mender, outcome: null);
        Assert.Equal((1, TimerState.Pending), (await OpenAsync(host, id), await StateAsync(host)));
        for (var day = 0; day < 30; day++)
        {
            await LaterAsync(host, TimeSpan.FromDays(1));
        }

        Assert.Equal((1, TimerState.Pending), (await OpenAsync(host, id), await StateAsync(host)));
        await ResolveAsync(host, mender, outcome: "TimedOut");
        await LaterAsync(host, TimeSpan.FromDays(1));

        Assert.Equal((0, TimerState.Cancelled), (await OpenAsync(host, id), await StateAsync(host)));
        Assert.Equal("terminated", (await host.RowAsync(id)).Result);
        Assert.Equal(1, await host.ReadAsync(c => c.CaseEvents.CountAsync(e => e.Type == "TimerElapsed")));
    }

    private static string EscalatesToNowhere(string flow) => flow.Replace(
        """{ "act": "outcome", "outcome": "TimedOut" }""",
        """{ "act": "escalate", "to": [{ "kind": "nobody-knows" }] }""",
        StringComparison.Ordinal).Replace("\"state\": \"UnderReview\"", "\"state\": \"UnderReview\", \"onSkip\": \"TimedOut\"", StringComparison.Ordinal);

    private static async Task LaterAsync(CaseHost host, TimeSpan by)
    {
        host.Host.Time.Advance(by);
        await host.Host.Services.GetRequiredService<Pump<CaseTimer>>().DrainAsync(default);
    }

    private static async Task ResolveAsync(CaseHost host, CurrentUser mender, string? outcome)
    {
        var incident = await host.ReadAsync(c => c.Incidents.AsNoTracking().SingleAsync(i => i.ResolvedAt == null));
        var done = await host.UseAsync<ResolveIncident, Result<Unit>>(u => u.HandleAsync(new ResolveIncident.Request(incident.Id, outcome, "本环节无人可办。"), mender, default));
        Assert.Null(done.Error?.Code);
    }

    private static Task<int> OpenAsync(CaseHost host, Guid id) => host.ReadAsync(c => c.Incidents.CountAsync(i => i.CaseId == id && i.ResolvedAt == null));

    private static Task<TimerState> StateAsync(CaseHost host) => host.ReadAsync(c => c.Timers.Select(t => t.State).SingleAsync());
}
