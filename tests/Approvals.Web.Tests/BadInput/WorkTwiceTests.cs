using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Web.Tests.BadInput;

/// <summary>Two clicks at once, and old versions, of those who work on cases.</summary>
[Collection(SharedCare.Name)]
public sealed class WorkTwiceTests(CarefulProduct server)
{
    private readonly CaseStory _story = new(server);

    [Fact]
    [Holds(Bad.Twice, "POST /api/tasks/{id}/claim"), Holds(Bad.Twice, "DELETE /api/tasks/{id}/claim"), Holds(Bad.Twice, "POST /api/inbox/claim-next")]
    [Holds(Bad.Twice, "POST /api/inbox/batch"), Holds(Bad.Twice, "POST /api/tasks/{id}/form"), Holds(Bad.Twice, "POST /api/tasks/{id}/reveal"), Holds(Bad.Twice, "POST /api/tasks/{id}/acts/{act}"), Holds(Bad.Stale, "POST /api/tasks/{id}/acts/{act}")]
    public async Task Task_TakenAndDoneTwice_IsTakenAndDoneOnce()
    {
        var filed = await _story.SubmitAsync("zhang.mingyuan");
        var id = Guid.Parse(filed.Id);
        var agent = await server.SignInAsync("wang.fang");
        var address = $"/api/tasks/{await CaseStory.TaskAsync(agent, filed.Number)}";
        Task<int> EventsAsync(string type) => server.CountAsync(c => c.CaseEvents.Where(e => e.CaseId == id && e.Type == type));

        Twins.BothDone(await agent.TwiceAsync("POST", $"{address}/claim"));
        Assert.Equal(1, await EventsAsync("TaskClaimed"));
        Twins.OneDone(await agent.TwiceAsync("DELETE", $"{address}/claim"), 409);
        var taken = await agent.TwiceAsync("POST", "/api/inbox/claim-next", new { activity = "recommend" });
        Twins.BothDone(taken);
        Assert.Equal(taken[0].Text("taskId"), taken[1].Text("taskId"));

        Twins.BothDone(await agent.TwiceAsync("POST", $"{address}/reveal", new { path = "idNumber", reason = "核对证件" }));
        Assert.Equal(2, await server.CountAsync(c => c.AuditEntries.Where(e => e.CaseId == id && e.Action == "case.revealed")));
        var form = CaseStory.AnswersOf("recommend");
        Twins.BothDone(await agent.TwiceAsync("POST", $"{address}/form", new { values = form }));
        var stale = await agent.PostAsync($"{address}/acts/approve", new { etag = "999", idempotencyKey = CaseStory.Key(), form });
        Assert.Equal((409, "tasks.changed"), (stale.Status, stale.Code));
        var etag = (await agent.GetAsync(address)).Text("etag");
        var before = await server.CountAsync(c => c.CaseEvents.Where(e => e.CaseId == id));
        Twins.BothDone(await agent.TwiceAsync("POST", $"{address}/acts/approve", new { etag, idempotencyKey = CaseStory.Key(), form }));
        Assert.Equal(before + 1, await server.CountAsync(c => c.CaseEvents.Where(e => e.CaseId == id)));
        await RejectedInABatchAsync(filed);
    }

    private async Task RejectedInABatchAsync(SubmittedCase filed)
    {
        Assert.Equal(200, (await _story.ActAsync("liu.ying", filed.Number, "accept", "accept")).Status);
        var reviewer = await server.SignInAsync("gao.xiang");
        var row = Assert.Single((await reviewer.GetAsync($"/api/inbox?q={filed.Number}"))["items"].EnumerateArray());
        Task<int> EventsAsync() => server.CountAsync(c => c.CaseEvents.Where(e => e.CaseId == Guid.Parse(filed.Id)));
        var before = await EventsAsync();

        var answers = await reviewer.TwiceAsync("POST", "/api/inbox/batch", new
        {
            tasks = new[] { new { id = row.GetProperty("taskId").GetString(), etag = row.GetProperty("etag").GetString() } },
            act = "reject",
            opinion = "不符合条件。",
            idempotencyKey = CaseStory.Key(),
        });

        Assert.All(answers, a => Assert.Equal(1, a["done"].GetInt32()));
        Assert.Equal(before + 1, await EventsAsync());
    }

    [Fact, Holds(Bad.Twice, "POST /api/phrases"), Holds(Bad.Twice, "DELETE /api/phrases/{id}")]
    public async Task Phrase_SavedAndDeletedTwice_IsOnePhrase()
    {
        var reviewer = await server.SignInAsync("cui.yan");

        var saved = await reviewer.TwiceAsync("POST", "/api/phrases", new { text = "材料齐全，同意。" });
        Twins.BothDone(saved);
        Assert.Single((await reviewer.GetAsync("/api/phrases")).Body.EnumerateArray());
        await reviewer.PostAsync("/api/phrases", new { text = "请补充合同。" });
        Assert.Equal(
            ["材料齐全，同意。", "请补充合同。"], (await reviewer.GetAsync("/api/phrases")).Body.EnumerateArray().Select(p => p.GetProperty("text").GetString()));

        Twins.OneDone(await reviewer.TwiceAsync("DELETE", $"/api/phrases/{saved[0].Text("id")}"), 404, 409);
        Assert.Single((await reviewer.GetAsync("/api/phrases")).Body.EnumerateArray());
    }

    [Fact, Holds(Bad.Twice, "POST /api/admin/incidents/{id}/retry")]
    public async Task Incident_RetriedTwiceAfterItWasMended_GoesOnOnce()
    {
        var filed = await _story.SubmitAsync("lam.kaho");
        var id = Guid.Parse(filed.Id);
        Assert.Equal(200, (await _story.ActAsync("wang.fang", filed.Number, "recommend", "approve")).Status);
        await EndCityReviewersAsync(DateTimeOffset.UnixEpoch);
        Assert.Equal(200, (await _story.ActAsync("liu.ying", filed.Number, "accept", "accept")).Status);
        await EndCityReviewersAsync(null);
        var operators = await server.SignInAsync("ops.cai");
        var incident = (await operators.GetAsync("/api/admin/incidents")).Body.EnumerateArray().Select(g => g.GetProperty("first")).Single(i => i.GetProperty("caseId").GetString() == filed.Id);
        var number = await server.CountAsync(c => c.CaseEvents.Where(e => e.CaseId == id));

        Twins.OneDone(await operators.TwiceAsync("POST", $"/api/admin/incidents/{incident.GetProperty("id").GetString()}/retry"), 409);

        Assert.Equal(number + 1, await server.CountAsync(c => c.CaseEvents.Where(e => e.CaseId == id)));
        Assert.DoesNotContain((await operators.GetAsync("/api/admin/incidents")).Body.EnumerateArray(), g => g.GetProperty("first").GetProperty("caseId").GetString() == filed.Id);
        Assert.Equal(200, (await _story.ActAsync("gao.xiang", filed.Number, "cityReview", "approve")).Status);
    }

    /// <summary>The city's reviewers leave, or are there again.</summary>
    private Task<int> EndCityReviewersAsync(DateTimeOffset? at) => server.ReadAsync(c => c.RoleAssignments
        .Where(a => a.Role == Roles.Reviewer && a.RegionCode == "220100").ExecuteUpdateAsync(a => a.SetProperty(x => x.ValidTo, at)));
}
