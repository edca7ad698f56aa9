using Approvals.Application.Migration;
using Approvals.Web.Tests.Policies;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Web.Tests.BadInput;

/// <summary>Two clicks at once, and old versions, of those who change policy and move running cases.</summary>
[Collection(SharedCare.Name)]
public sealed class PolicyTwiceTests(CarefulProduct server)
{
    private readonly PolicyStory _story = new(server);

    [Fact]
    [Holds(Bad.Twice, "POST /api/policy/versions"), Holds(Bad.Twice, "POST /api/policy/versions/{id}/submit"), Holds(Bad.Twice, "POST /api/policy/versions/{id}/send-back")]
    [Holds(Bad.Twice, "DELETE /api/policy/versions/{id}")]
    public async Task Draft_BroughtInHandedOnAndThrownAwayTwice_IsOneDraft()
    {
        var (editor, publisher) = (await server.SignInAsync(PolicyStory.Editor), await server.SignInAsync(PolicyStory.Publisher));
        var archive = PolicyStory.Archive("twice");
        await editor.GetAsync("/api/antiforgery");
        var versions = await server.CountAsync(c => c.ServiceVersions.Where(v => v.ServiceCode == PolicyStory.Service));

        Twins.OneDone([.. (await Task.WhenAll(PolicyStory.UploadAsync(editor, archive), PolicyStory.UploadAsync(editor, archive))).OrderBy(a => a.Status)], 409);
        var again = await PolicyStory.UploadAsync(editor, archive);
        Assert.False(again["created"].GetBoolean());
        Assert.Equal(versions + 1, await server.CountAsync(c => c.ServiceVersions.Where(v => v.ServiceCode == PolicyStory.Service)));

        var address = $"/api/policy/versions/{again.Text("version")}";
        Twins.OneDone(await editor.TwiceAsync("POST", $"{address}/submit", PolicyStory.Proposal), 409);
        Twins.OneDone(await publisher.TwiceAsync("POST", $"{address}/send-back", new { reason = "请补充说明。" }), 409);
        Twins.OneDone(await editor.TwiceAsync("DELETE", address), 404, 409);
        Assert.Equal(
            ["policies.discarded", "policies.imported", "policies.sentBack", "policies.submitted"],
            await server.ReadAsync(c => c.AuditEntries.Where(e => e.SubjectId == again.Text("version")).Select(e => e.Action).OrderBy(a => a).ToListAsync()));
    }

    [Fact]
    [Holds(Bad.Twice, "POST /api/policy/versions/{id}/publish"), Holds(Bad.Stale, "POST /api/policy/versions/{id}/publish")]
    [Holds(Bad.Twice, "POST /api/policy/versions/{id}/recall"), Holds(Bad.Twice, "POST /api/policy/versions/{id}/retire")]
    public async Task Version_PublishedRecalledAndRetiredTwice_IsSoOnce()
    {
        var publisher = await server.SignInAsync(PolicyStory.Publisher);
        var first = await _story.InForceAsync("first");
        var second = await _story.SubmittedAsync("the second");
        var address = $"/api/policy/versions/{second}";
        var etag = await PolicyStory.HashAsync(publisher, second);

        var stale = await publisher.PostAsync($"{address}/publish", new { effectiveFrom = PolicyStory.Today, etag = "of other files" });
        Assert.Equal((409, "policies.versionChanged"), (stale.Status, stale.Code));
        Twins.OneDone(await publisher.TwiceAsync("POST", $"{address}/publish", new { effectiveFrom = PolicyStory.Today.AddDays(1), etag }), 409);
        Twins.OneDone(await publisher.TwiceAsync("POST", $"{address}/recall", new { reason = "再议。" }), 409);
        Assert.Equal(204, (await publisher.PostAsync($"{address}/publish", new { effectiveFrom = PolicyStory.Today, etag })).Status);
        Twins.OneDone(await publisher.TwiceAsync("POST", $"/api/policy/versions/{first}/retire", new { reason = "已有新版。" }), 409);
        Assert.Equal(
            (2, 1),
            (await server.CountAsync(c => c.AuditEntries.Where(e => e.SubjectId == second && e.Action == "policies.published")),
                await server.CountAsync(c => c.AuditEntries.Where(e => e.SubjectId == first && e.Action == "policies.retired"))));
    }

    [Fact]
    [Holds(Bad.Twice, "POST /api/policy/migrations/plan"), Holds(Bad.Twice, "POST /api/policy/migrations/trial"), Holds(Bad.Twice, "POST /api/policy/migrations")]
    [Holds(Bad.Twice, "POST /api/policy/migrations/{id}/stop"), Holds(Bad.Twice, "POST /api/policy/migrations/{id}/rollback")]
    public async Task Migration_PlannedBegunStoppedAndRolledBackTwice_IsOneBatch()
    {
        var filed = await new CaseStory(server).SubmitAsync("zhao.yongqiang");
        var from = await server.ReadAsync(c => c.Cases.Where(x => x.Number == filed.Number).Select(x => x.ServiceVersionId).SingleAsync());
        var to = await _story.InForceAsync("where cases go");
        var operators = await server.SignInAsync(PolicyStory.Operator);
        var way = new { from, to };

        var plans = await operators.TwiceAsync("POST", "/api/policy/migrations/plan", way);
        Twins.BothDone(plans);
        Assert.Equal(plans[0].Body.ToString(), plans[1].Body.ToString());
        var trials = await operators.TwiceAsync("POST", "/api/policy/migrations/trial", way);
        Twins.BothDone(trials);
        Assert.Contains(trials[0]["items"].EnumerateArray(), c => c.GetProperty("number").GetString() == filed.Number && c.GetProperty("possible").GetBoolean());

        var begun = await operators.TwiceAsync("POST", "/api/policy/migrations", new { from, to, reason = "政策调整。", idempotencyKey = CaseStory.Key() });
        Twins.BothDone(begun);
        Assert.Equal(begun[0].Text("id"), begun[1].Text("id"));
        var address = $"/api/policy/migrations/{begun[0].Text("id")}";
        Twins.OneDone(await operators.TwiceAsync("POST", $"{address}/stop"), 409);
        Twins.OneDone(await operators.TwiceAsync("POST", $"{address}/rollback", new { reason = "先行试点。" }), 409);
        Assert.Equal(
            (MigrationState.Pending, true),
            await server.ReadAsync(async c => await c.MigrationBatches.Where(b => b.Id == Guid.Parse(begun[0].Text("id"))).Select(b => new { b.State, b.IsRollback }).SingleAsync() is var b
                ? (b.State, b.IsRollback) : default));
        Assert.Equal(1, await server.CountAsync(c => c.AuditEntries.Where(e => e.SubjectId == begun[0].Text("id") && e.Action == "migration.started")));
    }
}
