namespace Approvals.Web.Tests;

[Collection(SharedProduct.Name)]
public sealed class TaskTests(ProductServer server)
{
    private readonly CaseStory _story = new(server);

    [Fact]
    public async Task Acts_ThatCannotBe_AreRefusedAndChangeNothing()
    {
        var filed = await _story.SubmitAsync("emily.carter");
        var agent = await server.SignInAsync("wang.fang");
        var task = await CaseStory.TaskAsync(agent, filed.Number);
        var etag = (await agent.GetAsync($"/api/tasks/{task}")).Text("etag");

        Assert.Equal(400, (await agent.PostRawAsync($"/api/tasks/{task}/acts/approve", "{}")).Status);
        Assert.Equal(400, (await agent.PostRawAsync($"/api/tasks/{task}/acts/approve", $$"""{"etag":"{{etag}}","idempotencyKey":"12345678","fields":"school"}""")).Status);
        Assert.Equal(["idempotencyKey"], (await agent.PostAsync($"/api/tasks/{task}/acts/approve", new { etag, idempotencyKey = "x" })).Wrong);
        Assert.Equal(["opinion"], (await ActAsync(agent, task, "approve", etag, opinion: new string('长', 4001))).Wrong);
        Assert.Equal("tasks.needsOpinion", (await ActAsync(agent, task, "reject", etag, opinion: null)).Code);
        Assert.Equal("tasks.unknownAct", (await ActAsync(agent, task, "explode", etag)).Code);
        Assert.Equal((409, "tasks.changed"), Of(await ActAsync(agent, task, "approve", "999")));
        Assert.Equal(422, (await ActAsync(agent, task, "approve", etag)).Status);
        Assert.Equal(404, (await agent.GetAsync($"/api/tasks/{Guid.NewGuid()}")).Status);
        Assert.Equal(404, (await agent.GetAsync("/api/tasks/not-an-id")).Status);

        var page = await filed.Applicant.GetAsync($"/api/cases/{filed.Id}");
        Assert.Equal("recommend", page["timeline"].EnumerateArray().First(s => s.GetProperty("status").ValueEquals("current")).GetProperty("activity").GetString());
    }

    [Fact]
    public async Task Task_OfAnotherOffice_CanNeitherBeSeenNorDone()
    {
        var filed = await _story.SubmitAsync("wang.guodong");
        var task = await CaseStory.TaskAsync(await server.SignInAsync("wang.fang"), filed.Number);
        var other = await server.SignInAsync("he.jing");

        Assert.Equal(404, (await other.GetAsync($"/api/tasks/{task}")).Status);
        Assert.Equal(403, (await other.PostAsync($"/api/tasks/{task}/claim")).Status);
        Assert.Equal(403, (await ActAsync(other, task, "approve", "1")).Status);
    }

    [Fact]
    public async Task Act_ClickedTwice_IsDoneOnce_AndTheNextOneLearnsWhoWasFirst()
    {
        var filed = await _story.SubmitAsync("sun.deming");
        var agent = await server.SignInAsync("wang.fang");
        var task = await CaseStory.TaskAsync(agent, filed.Number);
        var click = new
        {
            etag = (await agent.GetAsync($"/api/tasks/{task}")).Text("etag"),
            idempotencyKey = CaseStory.Key(),
            form = CaseStory.AnswersOf("recommend"),
        };

        Assert.Equal(200, (await agent.PostAsync($"/api/tasks/{task}/acts/approve", click)).Status);
        Assert.Equal(200, (await agent.PostAsync($"/api/tasks/{task}/acts/approve", click)).Status);
        var late = await agent.PostAsync($"/api/tasks/{task}/acts/approve", new { click.etag, idempotencyKey = CaseStory.Key(), click.form });

        Assert.Equal((409, "tasks.actedFirst"), Of(late));
        Assert.Equal("王芳", late["data"].GetProperty("actor").GetString());
    }

    [Fact]
    public async Task Decision_OnAnOwnCase_IsRefused()
    {
        var security = await server.SignInAsync("admin.security");
        await GiveAsync(security, "li.ruolan", "IntakeOfficer", "220104", "朝阳区人力资源");
        var filed = await _story.SubmitAsync("li.ruolan");
        Assert.Equal(200, (await _story.ActAsync("wang.fang", filed.Number, "recommend", "approve")).Status);
        var task = await CaseStory.TaskAsync(await server.SignInAsync("liu.ying"), filed.Number);

        var answer = await ActAsync(filed.Applicant, task, "accept", "1");

        Assert.Equal((403, "rights.ownCase"), Of(answer));
    }

    [Fact]
    public async Task SuccessiveSteps_ByOnePerson_AreRefused()
    {
        var security = await server.SignInAsync("admin.security");
        await GiveAsync(security, "song.bin", "IntakeOfficer", "220104", "朝阳区人力资源");
        await GiveAsync(security, "song.bin", "Reviewer", "220100", "长春市人力资源");
        var filed = await _story.SubmitAsync("lam.kaho");
        Assert.Equal(200, (await _story.ActAsync("wang.fang", filed.Number, "recommend", "approve")).Status);
        Assert.Equal(200, (await _story.ActAsync("song.bin", filed.Number, "accept", "accept")).Status);

        var same = await _story.ActAsync("song.bin", filed.Number, "cityReview", "approve");

        Assert.Equal((403, "workflow.successiveSteps"), Of(same));
        Assert.Equal(200, (await _story.ActAsync("gao.xiang", filed.Number, "cityReview", "approve")).Status);
    }

    [Theory]
    [InlineData("tab=nothing")]
    [InlineData("due=purple")]
    public async Task Inbox_WithAFilterThatDoesNotExist_IsRefused(string query) =>
        Assert.Equal(400, (await (await server.SignInAsync("xu.lei")).GetAsync($"/api/inbox?{query}")).Status);

    [Theory]
    [InlineData("tab=todo&due=green&claimed=none")]
    [InlineData("tab=done")]
    [InlineData("tab=started")]
    [InlineData("tab=started&q=22")]
    public async Task Inbox_WithItsFilters_IsShown(string query)
    {
        var inbox = await (await server.SignInAsync("xu.lei")).GetAsync($"/api/inbox?{query}");

        Assert.Equal(200, inbox.Status);
        Assert.False(inbox["counts"].GetProperty("todo").GetProperty("more").GetBoolean());
    }

    [Fact]
    public async Task Phrases_SavedAndDeleted_AreTheReadersOwn()
    {
        var reviewer = await server.SignInAsync("xu.lei");
        var phrase = await reviewer.PostAsync("/api/phrases", new { text = "材料齐全，同意。" });

        Assert.Single((await reviewer.GetAsync("/api/phrases")).Body.EnumerateArray(), p => p.GetProperty("id").GetString() == phrase.Text("id"));
        Assert.Equal(404, (await (await server.SignInAsync("gao.xiang")).DeleteAsync($"/api/phrases/{phrase.Text("id")}")).Status);
        Assert.Equal(204, (await reviewer.DeleteAsync($"/api/phrases/{phrase.Text("id")}")).Status);
    }

    private static (int Status, string Code) Of(Answer answer) => (answer.Status, answer.Code);

    private static Task<Answer> ActAsync(Visitor worker, string task, string act, string etag, string? opinion = "经核。") =>
        worker.PostAsync($"/api/tasks/{task}/acts/{act}", new { etag, idempotencyKey = CaseStory.Key(), opinion });

    private static async Task GiveAsync(Visitor security, string user, string role, string region, string office)
    {
        var id = (await security.GetAsync($"/api/admin/people?q={user}"))["items"][0].GetProperty("id").GetString();
        var organisation = (await security.GetAsync($"/api/organisations?q={office}")).Body[0].GetProperty("id").GetString();
        var given = await security.PostAsync($"/api/admin/people/{id}/roles", new { role, region, organisation, reason = "补充人手" });
        Assert.True(given.Status is 200 or 409, given.Body.ToString());
    }
}
