using System.Text.Json.Nodes;
using Approvals.Application.Database;
using Approvals.Application.Jobs;
using Approvals.Application.Outbox;
using Approvals.Application.Reminders;
using Approvals.Application.Sms;
using Approvals.Application.Tasks;
using Approvals.Application.Tests.Organisations;
using Approvals.Domain.Reminders;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Reminders;

/// <summary>What waits for an applicant or for who acts for one: it is their own, whoever may do it.</summary>
public sealed class OwnTaskReminderTests
{
    [Theory, AllDatabases]
    public async Task Correction_OfWhatAnAgentFiled_RemindsWhoActsForTheApplicant(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        await LoadAsync(office.Host);
        var (agent, employer, _) = await office.AgentAsync("agent");
        var task = await office.ReturnAsync((await office.FiledAsync(agent, employer)).Id, "请核对账号");

        await DueSoonAsync(office.Host, task.Id);

        var told = await office.Host.ReadAsync(c => c.Reminders.AsNoTracking().Where(r => r.SubjectId == task.Id).ToListAsync());
        Assert.Equal([("own-task-due", agent.Id)], told.Select(r => (r.Rule, r.UserId)));
    }

    [Theory, AllDatabases]
    public async Task Form_ThatAgentsMayFillInToo_RemindsTheApplicantOfTheirOwnAndNoOffice(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        await LoadAsync(office.Host);
        await office.Host.LoadAsync(FlowPackage.Begin("asked").Step(
            "say", "Approvals.Fill", ("form", "application"), ("who", JsonNode.Parse("""[{ "kind": "applicant" }, { "kind": "employerAgent" }]""")),
            ("limit", JsonNode.Parse("""{ "length": 10, "unit": "workingDays" }"""))).End("end", "granted").Ways("apply>say", "say>end", "say:TimedOut>end"));
        var (agent, _, _) = await office.AgentAsync("agent");
        var task = Assert.Single(await office.Host.TasksAsync(await office.Host.FileAsync("asked", agent, new { name = "张试", amount = 12.5m, account = "6222000011112222" })));

        await FindAsync(office.Host, task.YellowAt!.Value.AddDays(1));
        await FindAsync(office.Host, task.DueAt!.Value.AddHours(-2));

        Assert.Contains(CandidateKey.Party, task.Candidates.Select(c => c.Key));
        var told = await office.Host.ReadAsync(c => c.Reminders.AsNoTracking().Where(r => r.SubjectId == task.Id).ToListAsync());
        Assert.All(told, r => Assert.Equal((ReminderSubject.OwnTask, agent.Id), (r.About, r.UserId)));
        Assert.NotEmpty(told);
    }

    [Theory]
    [InlineData(false, "mail.reminder")]
    [InlineData(true, "mail.reminder sms.reminder")]
    public async Task Reminder_ByTextMessage_LeavesWhereThereIsAGatewayAlone(bool open, string kinds)
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite, configure: services => services.AddSingleton(new SmsChannel(open)));
        await LoadAsync(host);
        var id = await host.CaseAsync();
        var review = Assert.Single(await host.TasksAsync(id));
        Assert.True((await host.UseAsync<ReturnTask, Result<ActDone>>(u => u.HandleAsync(
            new ReturnTask.Request(review.Id, Etag.Of(review), ReturnTask.ToApplicant, "请核对账号", "return-0001") { Fields = ["account"] }, host.First, default))).IsSuccess);
        var task = (await host.TasksAsync(id)).Single(t => t.Kind == "Correction");

        await DueSoonAsync(host, task.Id);

        Assert.Equal(kinds, string.Join(' ', await host.ReadAsync(c => c.OutboxMessages.Where(m => m.IdempotencyKey.StartsWith("reminder")).Select(m => m.Kind).OrderBy(k => k).ToListAsync())));
    }

    private static Task<bool> LoadAsync(CaseHost host) => host.InAsync(async services =>
    {
        await services.GetRequiredService<LoadReminders>().HandleAsync(Path.Combine(CaseHost.Root(), "data", "reminders.json"), default);
        return true;
    });

    /// <summary>The last day is tomorrow.</summary>
    private static async Task DueSoonAsync(CaseHost host, Guid task)
    {
        var due = new DateTimeOffset(2026, 3, 6, 0, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime();
        await host.ReadAsync(c => c.TaskItems.Where(t => t.Id == task).ExecuteUpdateAsync(s => s.SetProperty(t => t.DueAt, due)));
        await FindAsync(host, due.AddHours(-38));
    }

    private static Task<bool> FindAsync(CaseHost host, DateTimeOffset at)
    {
        host.Host.Time.SetUtcNow(at);
        return host.UseAsync<JobRunner, bool>(u => u.RunAsync("reminders.find", at, default));
    }
}
