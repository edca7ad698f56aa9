using System.Text.Json;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Web.Tests.BadInput;

/// <summary>Two clicks at once, and old versions, of leads and operators, and of those who are away.</summary>
[Collection(SharedCare.Name)]
public sealed class LeadTwiceTests(CarefulProduct server)
{
    private readonly CaseStory _story = new(server);

    [Fact, Holds(Bad.Twice, "POST /api/substitutions"), Holds(Bad.Twice, "DELETE /api/substitutions/{id}")]
    public async Task Substitute_SetAndEndedTwice_IsOneRowThatIsOver()
    {
        var reviewer = await server.SignInAsync("xu.lei");
        var day = (await reviewer.GetAsync("/api/session")).Text("today");
        var people = await reviewer.GetAsync("/api/substitutions");
        var me = people["people"][0].GetProperty("id").GetString();
        var colleague = (await reviewer.GetAsync("/api/substitutions/colleagues")).Body[0].GetProperty("id").GetString();

        var set = await reviewer.TwiceAsync("POST", "/api/substitutions", new { person = me, substitute = colleague, from = day, to = day, reason = "休假" });
        Twins.BothDone(set);
        Assert.Equal(set[0].Text("id"), set[1].Text("id"));
        Assert.Equal("inForce", (await reviewer.GetAsync("/api/substitutions"))["own"][0].GetProperty("state").GetString());

        Twins.BothDone(await reviewer.TwiceAsync("DELETE", $"/api/substitutions/{set[0].Text("id")}"));
        Assert.Equal("over", (await reviewer.GetAsync("/api/substitutions"))["own"][0].GetProperty("state").GetString());
    }

    /// <summary>One case for all of it: there are few people who may have only one case each.</summary>
    [Fact]
    [Holds(Bad.Twice, "POST /api/team/tasks/{id}/reassign"), Holds(Bad.Stale, "POST /api/team/tasks/{id}/reassign"), Holds(Bad.Twice, "POST /api/team/people/{id}/handover")]
    [Holds(Bad.Twice, "POST /api/admin/cases/{id}/move"), Holds(Bad.Stale, "POST /api/admin/cases/{id}/move")]
    [Holds(Bad.Twice, "POST /api/admin/cases/{id}/move/preview"), Holds(Bad.Stale, "POST /api/admin/cases/{id}/move/preview")]
    [Holds(Bad.Twice, "POST /api/admin/incidents/retry"), Holds(Bad.Twice, "POST /api/admin/incidents/{id}/skip")]
    public async Task Case_HandedOnMovedRetriedAndLeftTwice_GoesOnOnceEachTime()
    {
        var filed = await _story.SubmitAsync("emily.carter");
        Assert.Equal(200, (await _story.ActAsync("wang.fang", filed.Number, "recommend", "approve")).Status);

        await HandOnAsync(filed);
        await MoveAsync(filed);
        Assert.Equal(200, (await _story.ActAsync("wang.fang", filed.Number, "recommend", "approve")).Status);
        await EndCityReviewersAsync(DateTimeOffset.UnixEpoch);
        Assert.Equal(200, (await _story.ActAsync("liu.ying", filed.Number, "accept", "accept")).Status);
        await EndCityReviewersAsync(null);
        await LeaveAsync(filed);
    }

    private async Task HandOnAsync(SubmittedCase filed)
    {
        var lead = await server.SignInAsync("jia.ning");
        var task = (await lead.GetAsync("/api/team/tasks"))["items"].EnumerateArray().Single(t => t.GetProperty("caseId").GetString() == filed.Id);
        var address = $"/api/team/tasks/{task.GetProperty("taskId").GetString()}";
        var to = (await lead.GetAsync($"{address}/receivers")).Body[0].GetProperty("id").GetString();
        var (id, etag) = (Guid.Parse(filed.Id), task.GetProperty("etag").GetString());
        Task<int> EventsAsync() => server.CountAsync(c => c.CaseEvents.Where(e => e.CaseId == id && e.Type == "Reassigned"));

        var stale = await lead.PostAsync($"{address}/reassign", new { etag = "999", idempotencyKey = CaseStory.Key(), reason = "调岗", to });
        Assert.Equal((409, "tasks.changed"), (stale.Status, stale.Code));
        Twins.BothDone(await lead.TwiceAsync("POST", $"{address}/reassign", new { etag, idempotencyKey = CaseStory.Key(), reason = "调岗", to }));
        Assert.Equal(1, await EventsAsync());

        var preview = await lead.GetAsync($"/api/team/people/{to}/handover");
        Assert.Contains(preview["tasks"].EnumerateArray(), t => t.GetProperty("caseId").GetString() == filed.Id && t.GetProperty("movable").GetBoolean());
        var ordered = await lead.TwiceAsync("POST", $"/api/team/people/{to}/handover", new { idempotencyKey = CaseStory.Key(), reason = "离岗" });
        Twins.BothDone(ordered);
        Assert.Equal(ordered[0].Text("batch"), ordered[1].Text("batch"));
        Assert.Equal(preview["movable"].GetInt32(), (await lead.GetAsync($"/api/batches/{ordered[0].Text("batch")}"))["left"].GetInt32());
        Assert.Equal(1, await server.CountAsync(c => c.CaseBatches.Where(b => b.Kind == "handover")));
    }

    private async Task MoveAsync(SubmittedCase filed)
    {
        var operators = await server.SignInAsync("ops.cai");
        var address = $"/api/admin/cases/{filed.Id}/move";
        var places = await operators.GetAsync(address);
        var (etag, execution) = (places.Text("etag"), places["places"][0].GetProperty("execution").GetString());
        var id = Guid.Parse(filed.Id);

        var stale = await operators.PostAsync($"{address}/preview", new { etag = "999", execution, to = "recommend" });
        Assert.Equal((409, "rights.stale"), (stale.Status, stale.Code));
        Assert.Equal(409, (await operators.PostAsync(address, new { etag = "999", execution, to = "recommend", reason = "退回重报", idempotencyKey = CaseStory.Key() })).Status);
        var shown = await operators.TwiceAsync("POST", $"{address}/preview", new { etag, execution, to = "recommend" });
        Twins.BothDone(shown);
        Assert.Equal(JsonValueKind.True, shown[0]["canEnd"].ValueKind);
        Twins.BothDone(await operators.TwiceAsync("POST", address, new { etag, execution, to = "recommend", reason = "退回重报", idempotencyKey = CaseStory.Key() }));
        Assert.Equal(1, await server.CountAsync(c => c.CaseEvents.Where(e => e.CaseId == id && e.Type == "MovedByAdministrator")));
    }

    private async Task LeaveAsync(SubmittedCase filed)
    {
        var operators = await server.SignInAsync("ops.cai");
        var group = (await operators.GetAsync("/api/admin/incidents")).Body.EnumerateArray().Single(g => g.GetProperty("first").GetProperty("caseId").GetString() == filed.Id);
        string Text(string name) => group.GetProperty(name).GetString()!;

        var ordered = await operators.TwiceAsync(
            "POST", "/api/admin/incidents/retry", new { version = Text("version"), activity = Text("activity"), code = Text("code"), idempotencyKey = CaseStory.Key() });
        Twins.BothDone(ordered);
        Assert.Equal(ordered[0].Text("batch"), ordered[1].Text("batch"));

        var incident = group.GetProperty("first").GetProperty("id").GetString();
        var detail = await operators.GetAsync($"/api/admin/incidents/{incident}");
        Assert.Empty(detail["outcomes"].EnumerateArray());
        var left = await operators.TwiceAsync("POST", $"/api/admin/incidents/{incident}/skip", new { outcome = "Approved", reason = "由上级直接办理" });
        Assert.All(left, answer => Assert.Equal((422, "outcome"), (answer.Status, Assert.Single(answer.Wrong))));
    }

    /// <summary>The city's reviewers leave, or are there again.</summary>
    private Task<int> EndCityReviewersAsync(DateTimeOffset? at) => server.ReadAsync(c => c.RoleAssignments
        .Where(a => a.Role == Roles.Reviewer && a.RegionCode == "220100").ExecuteUpdateAsync(a => a.SetProperty(x => x.ValidTo, at)));
}
