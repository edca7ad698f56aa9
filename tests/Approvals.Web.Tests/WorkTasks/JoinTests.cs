using System.Text.Json;

namespace Approvals.Web.Tests.WorkTasks;

/// <summary>What a reviewer who brings in colleagues sends and is shown.</summary>
public sealed class JoinTests(WalkingProduct server) : IClassFixture<WalkingProduct>
{
    private const string City = "cityReview";

    [Fact]
    public async Task Colleagues_SearchedByName_AreThoseWithAccessToTheCase()
    {
        var (reviewer, task, _) = await AtCityAsync("zhang.mingyuan");
        var address = $"/api/tasks/{task.Text("id")}/colleagues";

        var all = Names(await reviewer.GetAsync(address));
        var found = Names(await reviewer.GetAsync($"{address}?q={Uri.EscapeDataString("于")}"));
        var other = await (await server.SignInAsync("li.hui")).GetAsync(address);

        Assert.Equal(["于航"], found);
        Assert.Contains("魏东", Names(await reviewer.GetAsync($"{address}?q={Uri.EscapeDataString("魏")}")));
        Assert.DoesNotContain("高翔", all);
        Assert.All(["沈青", "宋斌", "乔建国", "张明远", "王芳"], outsider => Assert.DoesNotContain(outsider, all));
        Assert.Equal(403, other.Status);
    }

    [Fact]
    public async Task Transfer_OffersThoseWhoseRoleItIs_AndTakesThemAlone()
    {
        var (reviewer, task, _) = await AtCityAsync("zhao.yongqiang");
        var address = $"/api/tasks/{task.Text("id")}/colleagues";
        var transfer = task["acts"].EnumerateArray().Single(a => a.GetProperty("act").GetString() == "transfer");

        var offered = await reviewer.GetAsync($"{address}?transfer=true");
        var shared = await reviewer.GetAsync(address);
        var others = shared["items"].EnumerateArray().Where(p => !Names(offered).Contains(p.GetProperty("name").GetString())).ToList();
        var refused = await ActAsync(reviewer, task, "transfer", new { to = others[0].GetProperty("id").GetString(), reason = "出差" });
        var done = await ActAsync(reviewer, task, "transfer", new { to = offered["items"][0].GetProperty("id").GetString(), reason = "出差" });

        Assert.Equal((true, "one"), (transfer.GetProperty("enabled").GetBoolean(), transfer.GetProperty("picks").GetString()));
        Assert.NotEmpty(Names(offered));
        Assert.NotEmpty(others);
        Assert.Equal((422, "to"), (refused.Status, Assert.Single(refused.Wrong)));
        Assert.Equal(200, done.Status);
    }

    [Fact]
    public async Task Delegate_AndBack_ShowsEachWhoHasItAndWhatWasProposed()
    {
        var (reviewer, task, walk) = await AtCityAsync("li.ruolan");
        var address = $"/api/tasks/{task.Text("id")}";
        var yu = await IdAsync(reviewer, task, "于航");

        Assert.Equal(200, (await ActAsync(reviewer, task, "delegate", new { to = yu, reason = "请核对合同。" })).Status);
        var waiting = await reviewer.GetAsync(address);
        var delegatee = await server.SignInAsync("yu.hang");
        var received = await delegatee.GetAsync(address);
        var proposal = walk.Body(received.Text("etag"), City);
        Assert.Equal(200, (await delegatee.PostAsync($"{address}/acts/approve", proposal)).Status);
        var back = await reviewer.GetAsync(address);

        Assert.Equal(["takeBack"], Acts(waiting));
        Assert.Equal("已委派给 于航，待其交回后由您决定。", waiting["sharing"].GetProperty("waits").GetString());
        Assert.Equal("建议同意", received["acts"][0].GetProperty("label").GetString());
        Assert.DoesNotContain("transfer", Acts(received));
        Assert.Equal("请核对合同。", received["sharing"].GetProperty("delegation").GetProperty("note").GetString());
        Assert.Equal(("于航", "同意"), Proposed(back));
        Assert.Contains("委派给 于航", Lines(back));
        Assert.Equal(200, (await reviewer.PostAsync($"{address}/acts/approve", walk.Body(back.Text("etag"), City))).Status);
    }

    [Fact]
    public async Task AddSigner_Before_SetsTheTaskAside_AndIsTakenBack()
    {
        var (reviewer, task, _) = await AtCityAsync("wang.guodong");
        var yu = await IdAsync(reviewer, task, "于航");

        Assert.Equal(200, (await ActAsync(reviewer, task, "addSigner", new { to = yu, place = "before" })).Status);
        var aside = await reviewer.GetAsync($"/api/tasks/{task.Text("id")}");
        var done = await reviewer.GetAsync("/api/inbox?tab=done");
        Assert.Equal(["removeSigner"], Acts(aside));
        Assert.True(aside["canAct"].GetBoolean());
        Assert.Contains(done["items"].EnumerateArray(), i => i.GetProperty("taskId").GetString() == task.Text("id"));

        Assert.Equal(200, (await ActAsync(reviewer, aside, "removeSigner", new { to = yu })).Status);
        Assert.Equal(404, (await (await server.SignInAsync("zhou.jianhua")).GetAsync($"/api/tasks/{task.Text("id")}")).Status);
        var again = await reviewer.GetAsync($"/api/tasks/{task.Text("id")}");
        Assert.Empty(Acts(again));
    }

    [Fact]
    public async Task AskOpinion_AndGive_ShowsTheQuestionToOneAndTheAnswerToTheOther()
    {
        var (reviewer, task, walk) = await AtCityAsync("zhou.jianhua");
        Assert.Equal(200, (await ActAsync(reviewer, task, "askOpinion", new { to = await IdAsync(reviewer, task, "于航"), reason = "合同是否有效？" })).Status);
        var asked = await server.SignInAsync("yu.hang");
        var inbox = (await asked.GetAsync($"/api/inbox?q={walk.Number}"))["items"].EnumerateArray().ToList();
        var question = await asked.GetAsync($"/api/tasks/{inbox.Single(i => i.GetProperty("activityName").GetString()!.Contains("征求意见", StringComparison.Ordinal)).GetProperty("taskId").GetString()}");

        var given = await ActAsync(asked, question, "give", new { opinion = "有效。" });
        var answered = await reviewer.GetAsync($"/api/tasks/{task.Text("id")}");

        Assert.Equal(("opinion", "合同是否有效？"), (question.Text("kind"), question["sharing"].GetProperty("question").GetProperty("text").GetString()));
        Assert.Equal(200, given.Status);
        Assert.Equal("有效。", Assert.Single(answered["sharing"].GetProperty("asked").EnumerateArray()).GetProperty("text").GetString());
        Assert.True(answered["canAct"].GetBoolean());
    }

    [Fact]
    public async Task Extend_StopAndCopy_AreOfferedWithTheirBounds_AndToldInTheTimeline()
    {
        var (reviewer, task, walk) = await AtCityAsync("chen.siyu");
        var extension = task["acts"].EnumerateArray().Single(a => a.GetProperty("act").GetString() == "extend").GetProperty("extension");
        Assert.Equal(5, extension.GetProperty("length").GetInt32());
        Assert.Equal("个工作日", extension.GetProperty("unit").GetString());

        var beyond = await ActAsync(reviewer, task, "extend", new { length = extension.GetProperty("most").GetInt32() + 1, reason = "外地核查" });
        Assert.Equal((422, "length"), (beyond.Status, Assert.Single(beyond.Wrong)));
        Assert.Equal(200, (await ActAsync(reviewer, task, "extend", new { length = 7, reason = "外地核查" })).Status);
        Assert.Equal(200, (await ActAsync(reviewer, await ReadAsync(reviewer, task), "stopClock", new { reason = "等待鉴定" })).Status);
        var stopped = await ReadAsync(reviewer, task);
        Assert.Equal("等待鉴定", stopped["sharing"].GetProperty("clock").GetProperty("reason").GetString());
        Assert.Equal(200, (await ActAsync(reviewer, stopped, "resumeClock", new { })).Status);
        Assert.Equal(200, (await ActAsync(reviewer, await ReadAsync(reviewer, task), "copy", new { people = new[] { await IdAsync(reviewer, task, "魏东") } })).Status);

        Assert.Equal(["时限延长至 7 个工作日", "暂停计时", "恢复计时", "抄送 魏东"], Lines(await ReadAsync(reviewer, task)));
        var copied = await (await server.SignInAsync("wei.dong")).GetAsync("/api/inbox?tab=copied");
        Assert.Equal(walk.CaseId, Assert.Single(copied["items"].EnumerateArray()).GetProperty("caseId").GetString());
        var told = (await (await server.SignInAsync("chen.siyu")).GetAsync($"/api/cases/{walk.CaseId}"))["timeline"].EnumerateArray()
            .SelectMany(s => s.GetProperty("lines").EnumerateArray()).ToList();
        Assert.Equal(["外地核查", "等待鉴定", null], told.Select(l => l.GetProperty("opinion").GetString()));
        Assert.All(told, l => Assert.Equal(JsonValueKind.Null, l.GetProperty("actor").ValueKind));
    }

    [Fact]
    public async Task Batch_OfTasksWithAndWithoutLeave_DoesSomeAndSaysWhyNotTheOthers()
    {
        var (reviewer, task, _) = await AtCityAsync("sun.deming");
        var walk = await server.ApplyAsync("lam.kaho");
        var agent = await server.SignInAsync("wang.fang");
        var single = await agent.GetAsync($"/api/tasks/{await walk.TaskIdAsync(agent)}");
        object Body(params Answer[] tasks) => new
        {
            tasks = tasks.Select(t => new { id = t.Text("id"), etag = t.Text("etag") }),
            act = "reject",
            opinion = "不符合条件。",
            idempotencyKey = CaseWalk.Key(),
        };

        var alone = await agent.PostAsync("/api/inbox/batch", Body(single));
        var both = await reviewer.PostAsync("/api/inbox/batch", Body(task, single));

        Assert.Equal("workflow.actNotAllowed", Assert.Single(alone["refused"].EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal(1, both["done"].GetInt32());
        Assert.Equal("tasks.notYours", Assert.Single(both["refused"].EnumerateArray()).GetProperty("code").GetString());
    }

    private async Task<(Visitor Reviewer, Answer Task, CaseWalk Walk)> AtCityAsync(string applicant)
    {
        var walk = await server.ApplyAsync(applicant);
        await walk.ToAsync(City);
        var (reviewer, task) = await walk.OpenAsync("city");
        return (reviewer, task, walk);
    }

    private static Task<Answer> ReadAsync(Visitor visitor, Answer task) => visitor.GetAsync($"/api/tasks/{task.Text("id")}");

    private static Task<Answer> ActAsync(Visitor visitor, Answer task, string act, object more)
    {
        var body = JsonSerializer.SerializeToNode(more)!.AsObject();
        body["etag"] = task.Text("etag");
        body["idempotencyKey"] = CaseWalk.Key();
        return visitor.PostAsync($"/api/tasks/{task.Text("id")}/acts/{act}", body);
    }

    private static async Task<string> IdAsync(Visitor visitor, Answer task, string name) =>
        (await visitor.GetAsync($"/api/tasks/{task.Text("id")}/colleagues?q={Uri.EscapeDataString(name)}"))["items"][0].GetProperty("id").GetString()!;

    private static List<string?> Names(Answer found) => [.. found["items"].EnumerateArray().Select(i => i.GetProperty("name").GetString())];

    private static IEnumerable<string?> Acts(Answer task) => task["acts"].EnumerateArray().Select(a => a.GetProperty("act").GetString());

    private static (string?, string?) Proposed(Answer task) =>
        (task["sharing"].GetProperty("delegation").GetProperty("to").GetString(), task["sharing"].GetProperty("delegation").GetProperty("proposed").GetString());

    private static List<string?> Lines(Answer task) => [.. task["timeline"].EnumerateArray().Where(s => s.GetProperty("activity").GetString() == City)
        .SelectMany(s => s.GetProperty("lines").EnumerateArray()).Select(l => l.GetProperty("text").GetString())];
}
