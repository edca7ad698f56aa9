using Approvals.Application.Cases;
using Approvals.Application.Tasks;
using Approvals.Application.WorkTasks;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Presence;

/// <summary>Who checks a year asks the employer's agents to confirm what they have not confirmed.</summary>
public sealed class AgentUrgeTests
{
    [Theory, AllDatabases]
    public async Task Urge_ByWhoChecksTheYear_TellsTheAgentsOnceADayUntilAllIsConfirmed(DatabaseKind kind)
    {
        await using var ledgers = await Ledgers.OpenAsync(kind);
        var entry = (await ledgers.EnterAsync(ledgers.Talent, "2026-01-05", "2026-01-23")).Value;
        var task = await CheckAsync(ledgers);
        Assert.Equal((2026, 1, false), await ToConfirmAsync(ledgers, task));

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => UrgeAsync(ledgers, task))));

        Assert.Equal(1, Assert.Single(both, b => b.IsSuccess).Value.Told);
        Assert.Equal("cases.alreadyUrged", Assert.Single(both, b => !b.IsSuccess).Error!.Code);
        Assert.Equal((2026, 1, true), await ToConfirmAsync(ledgers, task));
        var told = Assert.Single(await ledgers.Host.ReadAsync(c => c.Notifications.AsNoTracking().Where(n => n.Template == "tasks.confirmPresence").ToListAsync()));
        Assert.Equal((ledgers.Agent.Id, (Guid?)task.CaseId), (told.UserId, told.CaseId));
        Assert.Contains("\"year\":\"2026\",\"count\":\"1\"", told.Data, StringComparison.Ordinal);
        Assert.Equal(1, await ledgers.Host.ReadAsync(c => c.AuditEntries.CountAsync(e => e.Action == "case.agentsUrged")));
        ledgers.Host.Host.Time.Advance(TimeSpan.FromDays(1));
        Assert.True((await UrgeAsync(ledgers, task)).IsSuccess);

        await ledgers.Host.ReadAsync(c => c.PresenceIntervals.Where(p => p.Id == entry).ExecuteUpdateAsync(p => p.SetProperty(x => x.ConfirmedAt, ledgers.Host.Host.Time.GetUtcNow())));
        Assert.Null(await ToConfirmAsync(ledgers, task));
        Assert.Equal(ErrorKind.Forbidden, (await UrgeAsync(ledgers, task)).Error?.Kind);
    }

    /// <summary>A case under review that checks the year 2026 of the talent.</summary>
    private static async Task<TaskItem> CheckAsync(Ledgers ledgers)
    {
        var filed = await ledgers.Office.FiledAsync(ledgers.Agent, ledgers.Employer);
        await ledgers.Host.ReadAsync(c => c.Obligations.Where(o => o.EntitlementId == ledgers.Held.Id).ExecuteUpdateAsync(o => o.SetProperty(x => x.OpenedCaseId, filed.Id)));
        return Assert.Single(await ledgers.Host.TasksAsync(filed.Id));
    }

    private static Task<Result<UrgeCase.Urged>> UrgeAsync(Ledgers ledgers, TaskItem task) =>
        ledgers.Host.UseAsync<UrgeCase, Result<UrgeCase.Urged>>(u => u.HandleAsync(new UrgeCase.Request(task.CaseId), ledgers.Host.First, default));

    private static async Task<(int Year, int Entries, bool ToldToday)?> ToConfirmAsync(Ledgers ledgers, TaskItem task) =>
        (await ledgers.Host.UseAsync<WorkTaskPage, Result<WorkTaskDto>>(p => p.ReadAsync(task.Id, ledgers.Host.First, default))).Value.ToConfirm is { } open
            ? (open.Year, open.Entries, open.ToldToday)
            : null;
}
