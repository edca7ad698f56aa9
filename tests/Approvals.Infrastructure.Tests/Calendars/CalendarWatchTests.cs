using System.Text;
using Approvals.Application.Calendars;
using Approvals.Feel;
using Approvals.Infrastructure.Calendars;
using Approvals.Infrastructure.Jobs;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Approvals.Infrastructure.Tests.Calendars;

/// <summary>A notice that is loaded on one node, and the others.</summary>
public sealed class CalendarWatchTests
{
    private static readonly DateOnly Friday = new(2027, 1, 1);
    private static readonly DateOnly Monday = new(2027, 1, 4);

    [Theory, AllDatabases]
    public async Task Watch_NoticeLoadedOnAnotherNode_CountsHereByItWithinSeconds(DatabaseKind kind)
    {
        await using var first = await CaseHost.CreateAsync(kind);
        await using var second = await first.BesideAsync(Watching);
        await LoadAsync(first, "\"2027-01-01\", \"2027-01-02\", \"2027-01-03\"");
        Assert.Equal((false, true), (Calendar(first).Current.IsWorkday(Friday), Calendar(second).Current.IsWorkday(Friday)));
        using var watch = second.Host.Services.GetServices<IHostedService>().OfType<CalendarWatch>().Single();

        await watch.StartAsync(default);
        await KnowsAsync(first, second);
        Assert.False(Calendar(second).Current.IsWorkday(Friday));
        Assert.True(Calendar(second).Current.IsWorkday(Monday));

        await LoadAsync(first, "\"2027-01-01\", \"2027-01-02\", \"2027-01-03\", \"2027-01-04\"");
        await KnowsAsync(first, second);
        Assert.False(Calendar(second).Current.IsWorkday(Monday));
        Assert.False(Calendar(second).Current.IsProvisional(Monday));
        await watch.StopAsync(default);
    }

    private static void Watching(IServiceCollection services) => services
        .AddSingleton<IHostApplicationLifetime>(new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance))
        .AddApprovalsJobs(SchedulerStore.Memory)
        .AddApprovalsCalendarWatch();

    /// <summary>Moves the clock by the interval of the watch until the second node has what the first has; within a minute of that clock.</summary>
    private static async Task KnowsAsync(CaseHost first, CaseHost second)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (Calendar(second).Revision != Calendar(first).Revision)
        {
            patience.Token.ThrowIfCancellationRequested();
            first.Host.Time.Advance(TimeSpan.FromMilliseconds(5));
            await Task.Yield();
        }
    }

    private static async Task LoadAsync(CaseHost host, string off)
    {
        var notice = Encoding.UTF8.GetBytes($$"""{ "year": 2027, "source": "test", "notice": "No. 1", "off": [{{off}}], "work": ["2027-01-09"] }""");
        var loaded = await host.UseAsync<ImportCalendar, Result<CalendarImportDto>>(u => u.RunAsync(new ImportCalendar.Request("notice.json", notice, false), (null, null), "en", default));
        Assert.True(loaded.IsSuccess);
        Assert.Empty(loaded.Value.Problems);
    }

    private static CalendarInForce Calendar(CaseHost node) => node.Host.Services.GetRequiredService<CalendarInForce>();
}
