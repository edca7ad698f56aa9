using Approvals.Application.Calendars;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Calendars;

public sealed class ImportCalendarTests
{
    [Theory, AllDatabases]
    public async Task Import_DryRun_TellsDaysAndDueDates_AndWritesNothing(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        await host.CaseAsync();
        var before = (await host.NewestAsync()).Number;

        var told = (await host.ImportAsync(await Notices.With2026Async(host, "2026-03-05"), dryRun: true)).Value;

        Assert.Equal((false, 4L, 4), (told.Applied, told.OpenDates, told.Moves));
        var day = Assert.Single(Assert.Single(told.Years).Days);
        Assert.Equal((new DateOnly(2026, 3, 5), false), (day.Day, day.Works));
        Assert.Equal(before, (await host.NewestAsync()).Number);
    }

    [Theory, AllDatabases]
    public async Task Import_WhatIsInForce_BecomesNoRevision(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var file = await Notices.With2026Async(host, "2026-03-05");
        var first = (await host.ImportAsync(file)).Value;
        var again = (await host.ImportAsync(file)).Value;

        Assert.Equal((false, true), (Assert.Single(first.Years).IsKnown, Assert.Single(again.Years).IsKnown));
        Assert.Equal((await host.NewestAsync()).Number, Assert.Single(first.Years).Revision);
        Assert.Null(Assert.Single(again.Years).Revision);
    }

    [Theory, AllDatabases]
    public async Task Import_WithAMistake_LoadsNothingAndNamesTheLine(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var before = (await host.NewestAsync()).Number;

        var refused = (await host.ImportAsync(Notices.File(2027, ["2027-01-01"], ["2027-01-05"]))).Value;

        Assert.Equal((1, "2027-01-05 is a working day anyway and cannot be a make-up day"), (Assert.Single(refused.Problems).Line, refused.Problems[0].Text));
        Assert.Equal((false, before), (refused.Applied, (await host.NewestAsync()).Number));
    }

    [Theory, AllDatabases]
    public async Task Import_AnotherNode_TakesItUpAtItsNextLook(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        await using var other = await host.BesideAsync(_ => { });
        var day = new DateOnly(2026, 3, 5);
        await other.ImportAsync(await Notices.With2026Async(host, "2026-03-05"));
        var here = host.Host.Services.GetRequiredService<CalendarInForce>();
        Assert.True(here.Current.IsWorkday(day));

        Assert.True(await host.ReadAsync(c => here.RefreshAsync(c, default)));

        Assert.False(here.Current.IsWorkday(day));
        Assert.False(await host.ReadAsync(c => here.RefreshAsync(c, default)));
    }

    [Theory, AllDatabases]
    public async Task Start_AfterACorrection_DoesNotGoBackToTheProductsFile(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        await host.ImportAsync(await Notices.With2026Async(host, "2026-03-05"));
        var newest = (await host.NewestAsync()).Number;

        await using var restarted = await host.BesideAsync(_ => { });

        Assert.False(restarted.Host.Services.GetRequiredService<CalendarInForce>().Current.IsWorkday(new DateOnly(2026, 3, 5)));
        Assert.Equal(newest, (await host.NewestAsync()).Number);
    }

    [Theory, AllDatabases]
    public async Task Import_BeforeTheOneBeforeIsThrough_MovesWhatItLeft(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        await host.ImportAsync(await Notices.With2026Async(host, "2026-03-05"));
        await host.ImportAsync(await Notices.With2026Async(host, "2026-03-12"));

        await host.MoveAllAsync();

        var states = await host.ReadAsync(c => c.CalendarRevisions.OrderByDescending(r => r.Number).Select(r => r.State).Take(2).ToListAsync());
        Assert.Equal([RevisionState.Moved, RevisionState.Superseded], states);
        Assert.Equal((Notices.EndOf("2026-03-06"), Notices.EndOf("2026-03-18")), (Assert.Single(await host.TasksAsync(id)).DueAt, (await host.RowAsync(id)).DueAt));
    }
}
