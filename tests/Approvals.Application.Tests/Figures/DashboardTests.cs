using Approvals.Application.CaseViews;
using Approvals.Application.Figures;
using Approvals.Application.Jobs;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Figures;

/// <summary>A lead's figures, from what is kept of each day and from the last days themselves, and the cases behind them.</summary>
public sealed class DashboardTests
{
    private const string County = "220104";

    [Theory, AllDatabases]
    public async Task Figures_BeforeAndAfterTheNight_AreTheSame(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var lead = await host.PersonAsync("lead", Roles.Lead, "220100");
        await WorkAsync(host);

        var before = await ReadAsync(host, lead);
        await KeepAsync(host);
        var after = await ReadAsync(host, lead);

        Assert.Equal(new FigureDto(3, 2, 1, 1, 0, 1, 0) { Limited = 2, UsedDays = 2 }, before.Total);
        Assert.Equal(before.Total, after.Total);
        Assert.Equal(before.Days, after.Days);
        Assert.Equal(before.Steps, after.Steps);
        var step = Assert.Single(after.Steps);
        Assert.Equal(("review", 2, 1m, 0, 1, 0), (step.Activity, step.Done, step.AverageDays, step.Late, step.Open, step.Overdue));
        Assert.Equal((2, 0), (step.Limited, step.LateDays));
        Assert.Equal((County, 3), (Assert.Single(after.Regions).Code, after.Regions[0].Figure.Submitted));
        Assert.Equal((SmallPackage.Code, 2), (Assert.Single(after.Services).Code, after.Services[0].Figure.Finished));
        Assert.True(await host.ReadAsync(c => c.FiguredDays.CountAsync()) > 1);
    }

    [Theory, AllDatabases]
    public async Task Night_AfterADayThatWasNotKept_KeepsIt(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        await WorkAsync(host);
        await KeepAsync(host);
        var days = await host.ReadAsync(c => c.FiguredDays.Select(d => d.Day).OrderBy(d => d).ToListAsync());
        await host.ReadAsync(c => c.DayFigures.Where(d => d.Day == days[0]).ExecuteDeleteAsync());
        await host.ReadAsync(c => c.StepFigures.Where(d => d.Day == days[0]).ExecuteDeleteAsync());
        await host.ReadAsync(c => c.FiguredDays.Where(d => d.Day == days[0]).ExecuteDeleteAsync());

        host.Host.Time.Advance(TimeSpan.FromDays(1));
        await KeepAsync(host);

        var after = await host.ReadAsync(c => c.FiguredDays.Select(d => d.Day).OrderBy(d => d).ToListAsync());
        Assert.Equal([.. days, days[^1].AddDays(1)], after);
    }

    [Theory, AllDatabases]
    public async Task Figures_OfWhatIsLate_LeadToItsCases(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind, change: flow => flow.Replace("\"act\": \"outcome\", \"outcome\": \"TimedOut\"", "\"act\": \"remind\"", StringComparison.Ordinal));
        var lead = await host.PersonAsync("lead", Roles.Lead, County);
        var open = await WorkAsync(host);
        host.Host.Time.Advance(TimeSpan.FromDays(40));
        var row = await host.RowAsync(open);
        var asked = new FigureRequest(null, null, null, null);

        var found = await ReadAsync(host, lead);

        Assert.Equal((1, 1), (found.Total.Running, found.Total.Overdue));
        Assert.Equal(1, Assert.Single(found.Steps).Overdue);
        Assert.Equal([row.Number], await CasesAsync(host, lead, new FigureCases.Request(asked, FigureMeasure.Overdue, null, null)));
        Assert.Equal([row.Number], await CasesAsync(host, lead, new FigureCases.Request(asked with { Service = SmallPackage.Code }, FigureMeasure.Overdue, "review", null)));
        Assert.Equal([row.Number], await CasesAsync(host, lead, new FigureCases.Request(asked, FigureMeasure.Running, null, null)));
        Assert.Empty(await CasesAsync(host, lead, new FigureCases.Request(asked, FigureMeasure.Submitted, null, null)));
    }

    /// <summary>Received on 2 March with 10 working days, the review with 3; done on Saturday 11 April after 28, for 4 to 6 April are off.</summary>
    [Theory, AllDatabases]
    public async Task Figures_OfALateCase_CountTheWorkingDaysUsedAndBeyond(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind, change: flow => flow.Replace("\"act\": \"outcome\", \"outcome\": \"TimedOut\"", "\"act\": \"remind\"", StringComparison.Ordinal));
        var lead = await host.PersonAsync("lead", Roles.Lead, County);
        var id = await host.CaseAsync();
        host.Host.Time.Advance(TimeSpan.FromDays(40));
        await host.DecideAsync(Assert.Single(await host.TasksAsync(id)), host.First, "approve", "late-0001");

        var found = await ReadAsync(host, lead);

        Assert.Equal((1, 1, 28, 18, 28m), (found.Total.Late, found.Total.Limited, found.Total.UsedDays, found.Total.LateDays, found.Total.AverageDays));
        var step = Assert.Single(found.Steps);
        Assert.Equal((1, 1, 25), (step.Late, step.Limited, step.LateDays));
    }

    [Theory, AllDatabases]
    public async Task Cases_OfEachFigure_AreAsManyAsItCounts(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var lead = await host.PersonAsync("lead", Roles.Lead, "220000");
        await WorkAsync(host);
        var asked = new FigureRequest(null, null, "220100", null);

        foreach (var (measure, count) in new[] { (FigureMeasure.Submitted, 3), (FigureMeasure.Finished, 2), (FigureMeasure.Granted, 1), (FigureMeasure.Refused, 1), (FigureMeasure.Late, 0), (FigureMeasure.Running, 1) })
        {
            Assert.Equal(count, (await CasesAsync(host, lead, new FigureCases.Request(asked, measure, null, null))).Count);
        }

        Assert.Equal(2, (await CasesAsync(host, lead, new FigureCases.Request(asked with { Service = SmallPackage.Code }, FigureMeasure.Finished, "review", null))).Count);
    }

    [Theory, AllDatabases]
    public async Task Figures_OutsideTheOwnRegion_AreNotSeen(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var elsewhere = await host.PersonAsync("elsewhere", Roles.Lead, "220200");
        var own = await host.PersonAsync("own", Roles.Lead, County);
        await WorkAsync(host);
        await KeepAsync(host);

        Assert.Equal(new FigureDto(0, 0, 0, 0, 0, 0, 0), (await ReadAsync(host, elsewhere)).Total);
        Assert.Equal(0, (await ReadAsync(host, elsewhere, County)).Total.Submitted);
        Assert.Equal(3, (await ReadAsync(host, own, "220000")).Total.Submitted);
        Assert.Empty(await CasesAsync(host, elsewhere, new FigureCases.Request(new FigureRequest(null, null, County, null), FigureMeasure.Submitted, null, null)));
        Assert.Equal(ErrorKind.Forbidden, (await host.UseAsync<Dashboard, Result<DashboardDto>>(u => u.ReadAsync(new FigureRequest(null, null, null, null), host.First, default))).Error?.Kind);
    }

    /// <summary>Rows about people that leave as a file leave a trace; an activity is a step of one service alone.</summary>
    [Theory, AllDatabases]
    public async Task Cases_TakenOutAsASheet_AreAudited(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var lead = await host.PersonAsync("lead", Roles.Lead, "220100");
        await WorkAsync(host);
        var request = new FigureCases.Request(new FigureRequest(null, null, null, null), FigureMeasure.Submitted, null, null);

        var taken = await host.UseAsync<FigureCases, Result<SheetTable>>(u => u.TableAsync(request, lead, default));
        var unclear = await host.UseAsync<FigureCases, Result<SheetTable>>(u => u.TableAsync(request with { Activity = "review" }, lead, default));

        Assert.Equal((4, "figures.stepOfWhich"), (taken.Value.Rows.Length, unclear.Error?.Code));
        var entry = Assert.Single(await host.ReadAsync(c => c.AuditEntries.Where(e => e.Action == "lists.exported").ToListAsync()));
        Assert.Equal((lead.Id, "figures"), (entry.ActorUserId, entry.SubjectId));
        Assert.Contains("\"rows\":3", entry.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_OfTheFigures_HasARowForEachPart()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var lead = await host.PersonAsync("lead", Roles.Lead, County);
        await WorkAsync(host);

        var sheet = await host.UseAsync<FigureSheet, Result<SheetTable>>(u => u.ReadAsync(new FigureRequest(null, null, null, null), lead, default));

        Assert.Equal(["合计", "地区", "事项", "环节"], sheet.Value.Rows.Skip(1).Take(4).Select(r => r[0]));
        Assert.Equal(["3", "2", "1", "1", "0", "1", "0"], sheet.Value.Rows[1].Skip(2).Take(7));
        Assert.All(sheet.Value.Rows, r => Assert.Equal(sheet.Value.Rows[0].Length, r.Length));
    }

    [Fact]
    public async Task Period_LongerThanIsAddedUp_IsRefused()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var lead = await host.PersonAsync("lead", Roles.Lead, County);
        var day = new DateOnly(2026, 3, 2);

        foreach (var (from, to) in new[] { (day, day.AddDays(FigureScope.MostDays)), (day, day.AddDays(-1)) })
        {
            Assert.Equal("figures.period", (await host.UseAsync<Dashboard, Result<DashboardDto>>(u => u.ReadAsync(new FigureRequest(from, to, null, null), lead, default))).Error?.Code);
        }
    }

    /// <summary>One case is granted and one refused a working day later; one is left open.</summary>
    private static async Task<Guid> WorkAsync(CaseHost host)
    {
        var granted = await host.CaseAsync();
        var refused = await host.FileAsync(SmallPackage.Code, await host.PersonAsync("second applicant", Roles.Applicant, County), Answers);
        var open = await host.FileAsync(SmallPackage.Code, await host.PersonAsync("third applicant", Roles.Applicant, County), Answers);
        host.Host.Time.Advance(TimeSpan.FromDays(1));
        Assert.Null((await host.DecideAsync((await host.TasksAsync(granted))[0], host.First, "approve", "click-0001")).Error);
        Assert.Null((await host.DecideAsync((await host.TasksAsync(refused))[0], host.First, "reject", "click-0002")).Error);
        host.Host.Time.Advance(TimeSpan.FromDays(1));
        return open;
    }

    private static object Answers => new { name = "李试", amount = 5, account = "6222000011113333" };

    private static Task<bool> KeepAsync(CaseHost host) =>
        host.UseAsync<JobRunner, bool>(u => u.RunAsync("figures.keep", host.Host.Time.GetUtcNow(), default));

    private static async Task<DashboardDto> ReadAsync(CaseHost host, CurrentUser lead, string? region = null) =>
        (await host.UseAsync<Dashboard, Result<DashboardDto>>(u => u.ReadAsync(new FigureRequest(null, null, region, null), lead, default))).Value;

    private static async Task<IReadOnlyList<string>> CasesAsync(CaseHost host, CurrentUser lead, FigureCases.Request request) =>
        [.. (await host.UseAsync<FigureCases, Result<Page<CaseSummaryDto>>>(u => u.ListAsync(request, lead, default))).Value.Items.Select(c => c.Number)];
}
