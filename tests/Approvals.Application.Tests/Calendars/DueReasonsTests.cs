using Approvals.Application.Limits;
using Approvals.Application.Tests.Tasks;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;

namespace Approvals.Application.Tests.Calendars;

/// <summary>Why a case filed on Friday 18 September 2026 is due when it is: 25 to 27 September and 1 to 7 October are off, Sunday the 20th is worked.</summary>
public sealed class DueReasonsTests
{
    private static readonly DateTimeOffset Friday = new(2026, 9, 18, 2, 0, 0, TimeSpan.Zero);

    [Theory, AllDatabases]
    public async Task Read_OverTwoHolidaysAndAMakeUpDay_NumbersEveryDayThatCounts(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        host.Host.Time.Advance(Friday - host.Host.Time.GetUtcNow());
        var id = await host.CaseAsync();

        var reason = await ReadAsync(host, id, null);

        var promised = reason.Limits.Single(l => l.Kind == DueLimitKind.Promised);
        Assert.Equal((new DateOnly(2026, 10, 9), false), (promised.Due.DueOn, promised.Due.Provisional));
        Assert.Equal("received 2026-09-18, 10 working days, holidays 9/25–27 and 10/1–7, make-up day 9/20 → 2026-10-09", promised.Text);
        Assert.Equal(Enumerable.Range(1, 10), promised.Days.Where(d => d.Number is not null).Select(d => d.Number!.Value));
        var days = promised.Days.ToDictionary(d => d.Day);
        Assert.Equal((DueDayKind.Received, DueDayKind.Weekend), (days[new(2026, 9, 18)].Kind, days[new(2026, 9, 19)].Kind));
        Assert.Equal((DueDayKind.Counted, 1, true), (days[new(2026, 9, 20)].Kind, days[new(2026, 9, 20)].Number, days[new(2026, 9, 20)].MakeUp));
        Assert.Equal((DueDayKind.Off, "National Day"), (days[new(2026, 10, 1)].Kind, days[new(2026, 10, 1)].Name));
        Assert.Contains(promised.Calendars, c => c.Contains("国办发明电〔2025〕7号", StringComparison.Ordinal));
        Assert.Equal(new DateOnly(2026, 10, 12), reason.Limits.Single(l => l.Kind == DueLimitKind.Statutory).Due.DueOn);
    }

    [Theory, AllDatabases]
    public async Task Read_TaskExtendedWithAReason_TellsIt(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var task = Assert.Single(await host.TasksAsync(id));
        await host.ExtendAsync(task, host.First, 5, "needs a visit");

        var step = (await ReadAsync(host, id, task.Id)).Limits[0];

        Assert.Equal((DueLimitKind.Step, "5 working days"), (step.Kind, step.Amount));
        var extension = Assert.Single(step.Extensions);
        Assert.Equal(("5 working days", "needs a visit"), (extension.Amount, extension.Reason));
    }

    [Theory, AllDatabases]
    public async Task Read_DayMovedByANotice_TellsFromWhenToWhenAndWhy(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        await host.ImportAsync(await Notices.With2026Async(host, "2026-03-05"));
        await host.MoveAllAsync();

        var move = Assert.Single((await ReadAsync(host, id, null)).Limits[0].Moves);

        Assert.Equal((new DateOnly(2026, 3, 16), new DateOnly(2026, 3, 17), "corrected · No. 9"), (move.From, move.To, move.Because));
    }

    [Theory, AllDatabases]
    public async Task Read_YearNotLoaded_IsProvisional(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        host.Host.Time.Advance(new DateTimeOffset(2026, 12, 28, 2, 0, 0, TimeSpan.Zero) - host.Host.Time.GetUtcNow());
        var id = await host.CaseAsync();

        var promised = (await ReadAsync(host, id, null)).Limits[0];

        Assert.True(promised.Due.Provisional);
        Assert.Equal([2027], promised.Days.Where(d => d.Provisional).Select(d => d.Day.Year).Distinct());
    }

    [Theory, AllDatabases]
    public async Task Read_SomebodyElses_IsNotFound(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var stranger = await host.PersonAsync("stranger", "Applicant", "220104");

        Assert.Equal("rights.notFound", (await host.UseAsync<DueReasons, Result<DueReasonDto>>(u => u.ReadAsync(id, null, stranger, default))).Error?.Code);
    }

    private static async Task<DueReasonDto> ReadAsync(CaseHost host, Guid id, Guid? task) =>
        (await host.UseAsync<DueReasons, Result<DueReasonDto>>(u => u.ReadAsync(id, task, host.First with { Language = "en" }, default))).Value;
}
