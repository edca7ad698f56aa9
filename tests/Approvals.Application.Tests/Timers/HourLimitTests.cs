using Approvals.Application.Calendars;
using Approvals.Application.Limits;
using Approvals.Application.Tests.Calendars;
using Approvals.Application.Tests.Tasks;
using Approvals.Application.Timers;
using Approvals.Infrastructure.Pumps;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Timers;

/// <summary>A review within 30 hours of a case filed on Friday 6 March 2026 at four in the afternoon: the clock runs through night and weekend.</summary>
public sealed class HourLimitTests
{
    private static readonly DateTimeOffset Friday = new(2026, 3, 6, 16, 0, 0, TimeSpan.FromHours(8));

    [Theory, AllDatabases]
    public async Task Review_WithinHours_TurnsYellowAndLapsesOnTheMinute(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var id = await host.CaseAsync();
        var task = Assert.Single(await host.TasksAsync(id));
        Assert.Equal((Friday.AddHours(30), Friday.AddHours(24), false), (task.DueAt, task.YellowAt, task.IsProvisional));

        host.Host.Time.SetUtcNow(Friday.AddHours(30).AddSeconds(-1));
        await FireAsync(host);
        Assert.Null((await host.RowAsync(id)).FinishedAt);
        host.Host.Time.SetUtcNow(Friday.AddHours(30));
        await FireAsync(host);

        var row = await host.RowAsync(id);
        Assert.Equal(("terminated", Friday.AddHours(30)), (row.Result, row.FinishedAt));
        Assert.Equal(1, await host.EventsAsync(id, "TimerElapsed"));
    }

    [Theory, AllDatabases]
    public async Task Review_WithinHours_StandsStillAndGoesOnByTheMinute(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var id = await host.CaseAsync();
        host.Host.Time.SetUtcNow(Friday.AddHours(2));
        Assert.True((await host.ClockAsync(Assert.Single(await host.TasksAsync(id)), host.First, stop: true)).IsSuccess);
        host.Host.Time.SetUtcNow(Friday.AddHours(2).AddDays(3).AddMinutes(25));
        Assert.True((await host.ClockAsync(Assert.Single(await host.TasksAsync(id)), host.First, stop: false)).IsSuccess);

        Assert.Equal(Friday.AddHours(30).AddDays(3).AddMinutes(25), Assert.Single(await host.TasksAsync(id)).DueAt);
        host.Host.Time.SetUtcNow(Friday.AddHours(40));
        await FireAsync(host);
        Assert.Null((await host.RowAsync(id)).FinishedAt);
    }

    [Theory, AllDatabases]
    public async Task Review_WithinHours_IsExtendedInHoursAndNoNoticeMovesIt(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var id = await host.CaseAsync();
        Assert.True((await host.ExtendAsync(Assert.Single(await host.TasksAsync(id)), host.First, 48)).IsSuccess);
        await host.ImportAsync(await Calendars.Notices.With2026Async(host, "2026-03-09", "2026-03-10"));
        await host.MoveAllAsync();

        var task = Assert.Single(await host.TasksAsync(id));
        Assert.Equal(Friday.AddHours(48), task.DueAt);
        var reason = await host.UseAsync<DueReasons, Result<DueReasonDto>>(u => u.ReadAsync(id, task.Id, host.First with { Language = "en" }, default));
        Assert.Equal("48 hours", reason.Value.Limits[0].Amount);
    }

    private static async Task<CaseHost> HostAsync(DatabaseKind kind)
    {
        var host = await CaseHost.CreateAsync(kind, change: flow => flow.Replace("\"length\": 3, \"unit\": \"workingDays\"", "\"length\": 30, \"unit\": \"hours\"", StringComparison.Ordinal));
        host.Host.Time.SetUtcNow(Friday);
        return host;
    }

    private static Task<int> FireAsync(CaseHost host) => host.Host.Services.GetRequiredService<Pump<CaseTimer>>().DrainAsync(default);
}
