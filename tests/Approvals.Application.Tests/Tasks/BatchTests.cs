using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Tasks;

/// <summary>One act on several tasks: each as it is done alone, with an answer of its own, and none lost.</summary>
public sealed class BatchTests
{
    private const string County = "220104";

    [Theory, AllDatabases]
    public async Task Claim_OfSeveral_TakesTheFreeOnes_AndSaysWhoHasTheOther(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var tasks = await TasksAsync(host, 3);
        await host.UseAsync<ClaimTask, Result<ActDone>>(u => u.HandleAsync(new(tasks[1].Id), host.Second, default));

        var done = await BatchAsync(host, host.First, tasks, "claim");
        var again = await BatchAsync(host, host.First, tasks, "claim");

        Assert.Equal([null, "tasks.claimedByOther", null], Codes(done));
        Assert.Equal(Codes(done), Codes(again));
        Assert.Equal([host.First.Id, host.Second.Id, host.First.Id], (await NowAsync(host, tasks)).Select(t => t.OwnerUserId!.Value));
        Assert.Equal("second", done[1].Refused!.Data["actor"]);
    }

    [Theory, AllDatabases]
    public async Task Transfer_OfSeveral_HandsEachOn_ButOneThatChangedAndOneThatIsNotOnes(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var (tasks, far) = (await TasksAsync(host, 3), await host.PersonAsync("far", Roles.Reviewer, "220204"));
        await host.UseAsync<ClaimTask, Result<ActDone>>(u => u.HandleAsync(new(tasks[1].Id), host.Second, default));
        BatchAct.Request request = new([.. tasks.Select((t, i) => new BatchAct.Item(t.Id, i == 2 ? "\"older\"" : Etag.Of(t)))], "transfer", "出差", "click-0001") { To = host.Second.Id };

        var done = await RunAsync(host, host.First, request);
        var again = await RunAsync(host, host.First, request);
        var unknown = await RunAsync(host, host.First, request with { Tasks = [request.Tasks[2] with { Etag = Etag.Of(tasks[2]) }], To = far.Id, IdempotencyKey = "click-0002" });

        Assert.Equal([null, "tasks.claimedByOther", "tasks.changed"], Codes(done));
        Assert.Null(again[0].Refused?.Code);
        Assert.Equal(["tasks.unknownPerson"], Codes(unknown));
        Assert.Equal([host.Second.Id, host.Second.Id, (Guid?)null], (await NowAsync(host, tasks)).Select(t => t.OwnerUserId));
        Assert.Equal("出差", Assert.Single(await host.ReadAsync(c => c.Opinions.Where(o => o.Outcome == "Transferred").ToListAsync())).Text);
    }

    [Theory, AllDatabases]
    public async Task Transfer_WhereTheStepDoesNotAllowSeveral_IsRefused_WhileOneAloneIsNot(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind, change: flow => flow.Replace(", \"batch\"", "", StringComparison.Ordinal));
        var tasks = await TasksAsync(host, 1);
        BatchAct.Request request = new([new(tasks[0].Id, Etag.Of(tasks[0]))], "transfer", "出差", "click-0001") { To = host.Second.Id };

        var several = await RunAsync(host, host.First, request);
        var alone = await host.UseAsync<TransferTask, Result<ActDone>>(u => u.HandleAsync(new(tasks[0].Id, Etag.Of(tasks[0]), host.Second.Id, "出差", "click-0002"), host.First, default));

        Assert.Equal(["workflow.actNotAllowed"], Codes(several));
        Assert.Null(alone.Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Copy_OfSeveral_LetsTheColleagueReadEach_AndOnceOnly(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var (tasks, lead) = (await TasksAsync(host, 2), await host.PersonAsync("lead", Roles.Lead, County));
        BatchAct.Request request = new([.. tasks.Select(t => new BatchAct.Item(t.Id, Etag.Of(t)))], "copy", "请知悉", "click-0001") { People = [lead.Id] };

        var done = await RunAsync(host, host.First, request);
        var again = await RunAsync(host, host.First, request with { IdempotencyKey = "click-0002" });
        var nobody = await RunAsync(host, host.First, request with { People = [], IdempotencyKey = "click-0003" });

        Assert.Equal([null, null], Codes(done));
        Assert.Equal(["tasks.copiedAlready", "tasks.copiedAlready"], Codes(again));
        Assert.Equal(["tasks.needsPeople", "tasks.needsPeople"], Codes(nobody));
        Assert.Equal(2, await host.ReadAsync(c => c.CaseCopies.CountAsync(x => x.UserId == lead.Id)));
    }

    [Theory, AllDatabases]
    public async Task Urge_OfSeveral_IsTheLeads_OnceADayEach(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var (tasks, lead) = (await TasksAsync(host, 2), await host.PersonAsync("lead", Roles.Lead, County));

        var done = await BatchAsync(host, lead, tasks, "urge");
        var again = await BatchAsync(host, lead, tasks, "urge");
        var reviewer = await BatchAsync(host, host.First, tasks, "urge");

        Assert.Equal([null, null], Codes(done));
        Assert.Equal(["cases.alreadyUrged", "cases.alreadyUrged"], Codes(again));
        Assert.All(reviewer, o => Assert.Equal(ErrorKind.Forbidden, o.Refused?.Kind));
        Assert.Equal(2, await host.ReadAsync(c => c.Opinions.CountAsync(o => o.Outcome == "Urged")));
    }

    private static async Task<List<TaskItem>> TasksAsync(CaseHost host, int count)
    {
        List<TaskItem> tasks = [];
        for (var i = 0; i < count; i++)
        {
            var applicant = await host.PersonAsync($"applicant-{i}", Roles.Applicant, County);
            var id = await host.FileAsync(SmallPackage.Code, applicant, new { name = "张试", amount = 12.5m, account = "6222000011112222" });
            tasks.Add(Assert.Single(await host.TasksAsync(id)));
        }

        return tasks;
    }

    private static async Task<List<TaskItem>> NowAsync(CaseHost host, List<TaskItem> tasks)
    {
        var rows = await host.ReadAsync(c => c.TaskItems.AsNoTracking().ToListAsync());
        return [.. tasks.Select(t => rows.Single(r => r.Id == t.Id))];
    }

    private static Task<IReadOnlyList<BatchAct.Outcome>> BatchAsync(CaseHost host, CurrentUser by, List<TaskItem> tasks, string act) =>
        RunAsync(host, by, new([.. tasks.Select(t => new BatchAct.Item(t.Id, Etag.Of(t)))], act, null, $"click-{act}"));

    private static async Task<IReadOnlyList<BatchAct.Outcome>> RunAsync(CaseHost host, CurrentUser by, BatchAct.Request request) =>
        (await host.UseAsync<BatchAct, Result<IReadOnlyList<BatchAct.Outcome>>>(u => u.HandleAsync(request, by, default))).Value;

    private static List<string?> Codes(IReadOnlyList<BatchAct.Outcome> outcomes) => [.. outcomes.Select(o => o.Refused?.Code)];
}
