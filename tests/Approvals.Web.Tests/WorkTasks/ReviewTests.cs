using System.Text.Json;
using Approvals.Web.Tests.BadInput;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Web.Tests.WorkTasks;

[Collection(SharedWalks.Name)]
public sealed class ReviewTests(WalkingProduct server)
{
    private const string City = "cityReview";

    [Fact]
    public async Task Task_AtAReview_ShowsWhatIsNeededToDecide()
    {
        var walk = await server.ApplyAsync("zhang.mingyuan");
        await walk.ToAsync(City);

        var (_, task) = await walk.OpenAsync("city");

        Assert.Equal("review", task.Text("kind"));
        Assert.True(task["canAct"].GetBoolean());
        Assert.Equal(walk.Number, task["case"].GetProperty("number").GetString());
        var acts = task["acts"].EnumerateArray().ToDictionary(a => a.GetProperty("act").GetString()!);
        Assert.True(acts["approve"].GetProperty("primary").GetBoolean());
        Assert.Equal("同意", acts["approve"].GetProperty("label").GetString());
        Assert.True(acts["reject"].GetProperty("needsOpinion").GetBoolean());
        Assert.Contains("*", Shown(task, "idNumber"), StringComparison.Ordinal);
        Assert.Contains("idNumber", task["answers"].GetProperty("revealable").EnumerateArray().Select(p => p.GetString()));
        Assert.Equal(5, task["answers"].GetProperty("documents").GetArrayLength());
        Assert.Contains(task["timeline"].EnumerateArray(), s => s.GetProperty("status").GetString() == "current" && s.GetProperty("activity").GetString() == City);
        Assert.Contains(task["timeline"].EnumerateArray(), s => s.GetProperty("opinion").GetString() == "材料齐全，予以受理。");
        Assert.Equal(JsonValueKind.Object, task["formState"].ValueKind);
        Assert.Equal("Approve", (await (await server.SignInAsync("gao.xiang", "en")).GetAsync($"/api/tasks/{task.Text("id")}"))["acts"][0].GetProperty("label").GetString());
    }

    [Fact]
    public async Task Approve_SentTwiceByOneClick_IsDoneOnce_AndAnotherClickHearsWhoWasFirst()
    {
        var walk = await server.ApplyAsync("li.ruolan");
        await walk.ToAsync(City);
        var (visitor, task) = await walk.OpenAsync("city");
        var (address, body) = ($"/api/tasks/{task.Text("id")}/acts/approve", walk.Body(task.Text("etag"), City));

        var (first, second) = (await visitor.PostAsync(address, body), await visitor.PostAsync(address, body));
        body["idempotencyKey"] = CaseWalk.Key();
        var later = await visitor.PostAsync(address, body);

        Assert.Equal(200, first.Status);
        Assert.Equal(walk.CaseId, first.Text("caseId"));
        Assert.Equal((200, walk.CaseId), (second.Status, second.Text("caseId")));
        Assert.Equal((409, "tasks.actedFirst"), (later.Status, later.Code));
        Assert.Equal("高翔", later["data"].GetProperty("actor").GetString());
        var steps = (await visitor.GetAsync($"/api/tasks/{task.Text("id")}"))["timeline"].EnumerateArray().ToList();
        Assert.Equal("Approved", Assert.Single(steps, s => s.GetProperty("activity").GetString() == City).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Decide_AfterTheTaskChanged_IsRefusedUntilItIsReadAgain()
    {
        var walk = await server.ApplyAsync("wang.guodong");
        await walk.ToAsync(City);
        var (visitor, task) = await walk.OpenAsync("city");
        var address = $"/api/tasks/{task.Text("id")}";
        Assert.Equal(204, (await visitor.PostAsync($"{address}/claim")).Status);

        var stale = await visitor.PostAsync($"{address}/acts/approve", walk.Body(task.Text("etag"), City));
        var again = await visitor.GetAsync(address);

        Assert.Equal((409, "tasks.changed"), (stale.Status, stale.Code));
        Assert.True(again["claimedBy"].GetProperty("me").GetBoolean());
        Assert.Equal(204, (await visitor.DeleteAsync($"{address}/claim")).Status);
        Assert.Equal(JsonValueKind.Null, (await visitor.GetAsync(address))["claimedBy"].ValueKind);
    }

    [Fact]
    public async Task Decide_WithoutWhatTheActNeeds_NamesTheFields()
    {
        var walk = await server.ApplyAsync("zhou.jianhua");
        await walk.ToAsync(City);
        var (visitor, task) = await walk.OpenAsync("city");
        var (address, etag) = ($"/api/tasks/{task.Text("id")}/acts", task.Text("etag"));

        var silent = await visitor.PostAsync($"{address}/reject", new { etag, idempotencyKey = CaseWalk.Key() });
        var nobody = await visitor.PostAsync($"{address}/transfer", new { etag, idempotencyKey = CaseWalk.Key(), reason = "出差" });
        var unknown = await visitor.PostAsync($"{address}/stamp", new { etag, idempotencyKey = CaseWalk.Key() });

        Assert.Equal((422, "opinion"), (silent.Status, Assert.Single(silent.Wrong)));
        Assert.Equal((422, "to"), (nobody.Status, Assert.Single(nobody.Wrong)));
        Assert.Equal("tasks.unknownAct", unknown.Code);
    }

    [Fact]
    public async Task Decide_OnTheOwnCase_IsForbidden()
    {
        var walk = await server.ApplyAsync("chen.siyu");
        await walk.ToAsync(City);
        await MakeCityReviewerAsync("chen.siyu");
        var own = await server.SignInAsync("chen.siyu");
        var (_, seen) = await walk.OpenAsync("city");

        var task = await own.GetAsync($"/api/tasks/{seen.Text("id")}");
        var decided = await own.PostAsync($"/api/tasks/{seen.Text("id")}/acts/approve", walk.Body(seen.Text("etag"), City));

        Assert.False(task["canAct"].GetBoolean());
        Assert.NotEqual("", task.Text("why"));
        Assert.All(task["acts"].EnumerateArray(), a => Assert.False(a.GetProperty("enabled").GetBoolean()));
        Assert.Equal((403, "rights.ownCase"), (decided.Status, decided.Code));
    }

    [Fact]
    public async Task Reveal_ByWhoHasTheTask_ShowsTheAnswer_AndByNobodyElse()
    {
        var walk = await server.ApplyAsync("sun.deming");
        await walk.ToAsync(City);
        var (visitor, task) = await walk.OpenAsync("city");
        var address = $"/api/tasks/{task.Text("id")}/reveal";
        var request = new { path = "idNumber", reason = "与证件原件核对" };

        Assert.DoesNotContain("13010219700214119X", task.Body.ToString(), StringComparison.Ordinal);
        Assert.Equal("13010219700214119X", (await visitor.PostAsync(address, request)).Text("value"));
        var shown = await server.ReadAsync(c => c.AuditEntries.AsNoTracking().SingleAsync(e => e.Action == "case.revealed" && e.SubjectId == walk.CaseId));
        Assert.Equal(await server.ReadAsync(c => c.Users.Where(u => u.UserName == "gao.xiang").Select(u => (Guid?)u.Id).SingleAsync()), shown.ActorUserId);
        Assert.Contains("\"idNumber\"", shown.Data, StringComparison.Ordinal);
        Assert.Equal(404, (await visitor.PostAsync(address, request with { path = "school" })).Status);
        Assert.Equal(404, (await (await server.SignInAsync("shen.qing")).PostAsync(address, request)).Status);
        Assert.Equal(1, await server.CountAsync(c => c.AuditEntries.Where(e => e.Action == "case.revealed" && e.SubjectId == walk.CaseId)));
        Assert.Equal(404, (await (await server.SignInAsync("sun.deming")).GetAsync($"/api/tasks/{Guid.NewGuid()}")).Status);
    }

    private async Task MakeCityReviewerAsync(string user)
    {
        var security = await server.SignInAsync("admin.security");
        var id = (await security.GetAsync($"/api/admin/people?q={user}"))["items"][0].GetProperty("id").GetString();
        var office = (await security.GetAsync($"/api/organisations?q={Uri.EscapeDataString("长春市人力资源")}&kind=hr")).Body[0].GetProperty("id").GetString();
        var given = await security.PostAsync($"/api/admin/people/{id}/roles", new { role = "Reviewer", region = "220100", organisation = office, reason = "补充人手" });
        Assert.Equal(200, given.Status);
    }

    private static string Shown(Answer task, string key) => task["answers"].GetProperty("values").GetProperty(key).GetString()!;
}
