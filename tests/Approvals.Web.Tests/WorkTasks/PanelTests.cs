using System.Text.Json;

namespace Approvals.Web.Tests.WorkTasks;

[Collection(SharedWalks.Name)]
public sealed class PanelTests(WalkingProduct server)
{
    [Fact]
    public async Task Vote_ForAnExpert_TellsNeitherWhoAppliesNorHowOthersVoted()
    {
        var walk = await server.ApplyAsync("zhao.yongqiang", "granted-whole-chain");
        await walk.ToAsync("check");
        var (reviewer, check) = await walk.OpenAsync("hr");
        await walk.ToAsync("panel", "check");
        await walk.ConveneAsync();
        var expert = await server.SignInAsync("expert.qiao");
        var address = $"/api/tasks/{await walk.TaskIdAsync(expert)}";
        var task = await expert.GetAsync(address);
        var text = task.Body.ToString();

        Assert.Equal("vote", task.Text("kind"));
        Assert.All(["赵永强", "370102197801251154", "19900075433", "zhao.yongqiang", "北湖光电"], told => Assert.DoesNotContain(told, text, StringComparison.Ordinal));
        Assert.NotEmpty(task["answers"].GetProperty("documents").EnumerateArray());
        Assert.Empty(task["timeline"].EnumerateArray());
        Assert.Equal((5, 0), (task["panel"].GetProperty("size").GetInt32(), task["panel"].GetProperty("voted").GetInt32()));
        Assert.Equal(["vote", "recuse"], task["acts"].EnumerateArray().Select(a => a.GetProperty("act").GetString()));
        Assert.Equal(404, (await expert.GetAsync($"/api/cases/{walk.CaseId}")).Status);
        await OnlyWorkIsReadAsync(expert, check);
        foreach (var known in new[] { "赵永强", "长春北湖光电科技有限公司" })
        {
            Assert.Empty((await expert.GetAsync($"/api/inbox?q={Uri.EscapeDataString(known)}"))["items"].EnumerateArray());
        }

        Assert.Equal(403, (await expert.PostAsync($"{address}/reveal", new { path = "idNumber", reason = "核对" })).Status);

        var without = await expert.PostAsync($"{address}/acts/vote", new { etag = task.Text("etag"), idempotencyKey = CaseWalk.Key() });
        var sheet = new { innovation = 26, achievement = 35, contribution = 25 };
        var voted = await expert.PostAsync($"{address}/acts/vote", new { etag = task.Text("etag"), idempotencyKey = CaseWalk.Key(), ballot = new { choice = "for", sheet } });

        Assert.Equal((422, "ballot"), (without.Status, Assert.Single(without.Wrong)));
        Assert.Equal(200, voted.Status);
        var next = await server.SignInAsync("expert.yan");
        Assert.Equal(1, (await next.GetAsync($"/api/tasks/{await walk.TaskIdAsync(next)}"))["panel"].GetProperty("voted").GetInt32());
        var after = await reviewer.GetAsync($"/api/tasks/{check.Text("id")}");
        Assert.DoesNotContain("\"for\"", after.Body.ToString(), StringComparison.Ordinal);
        EachPartTellsItsOwn(after);
    }

    /// <summary>The draw, the answers to it and the vote are parts of one step; who sits on the panel is told in none.</summary>
    private static void EachPartTellsItsOwn(Answer page)
    {
        var parts = page["timeline"].EnumerateArray().Where(s => s.GetProperty("activity").ValueEquals("panel"))
            .ToDictionary(s => s.GetProperty("name").GetString()!, s => s.GetProperty("lines").EnumerateArray().ToList());
        Assert.Equal(["专家评审：抽取专家", "专家评审：专家邀请", "专家评审"], parts.Keys);
        Assert.Equal(["Drawn"], parts["专家评审：抽取专家"].Select(l => l.GetProperty("act").GetString()));
        Assert.Equal(Enumerable.Repeat("TakesPart", 5), parts["专家评审：专家邀请"].Select(l => l.GetProperty("act").GetString()));
        Assert.Equal(["Voted"], parts["专家评审"].Select(l => l.GetProperty("act").GetString()));
        Assert.All([.. parts["专家评审：专家邀请"], .. parts["专家评审"]], l => Assert.Equal(JsonValueKind.Null, l.GetProperty("actor").ValueKind));
    }

    [Fact]
    public async Task Task_AfterTheTablesDecided_SaysWhichRuleAndWhyNotTheOthers()
    {
        var walk = await server.ApplyAsync("lam.kaho");
        await walk.ToAsync("check");

        var (_, task) = await walk.OpenAsync("hr");

        var decisions = task["decisions"].EnumerateArray().ToDictionary(d => d.GetProperty("decision").GetString()!);
        Assert.Equal(JsonValueKind.Array, decisions["admission"].GetProperty("matched").ValueKind);
        Assert.NotEmpty(decisions["admission"].GetProperty("others").EnumerateArray());
        Assert.Contains(decisions.Values.SelectMany(d => d.GetProperty("others").EnumerateArray()), o => o.GetProperty("failed").GetArrayLength() > 0);
        Assert.Contains("transfer", task["acts"].EnumerateArray().Where(a => a.GetProperty("picks").GetString() == "one").Select(a => a.GetProperty("act").GetString()));
    }

    private static readonly string[] TellsWho = ["identity", "contract", "business-licence", "former-employer-consent", "photo"];

    /// <summary>Of the documents an expert opens those that show the work, without the name; not those that tell who applies, or for whom.</summary>
    private static async Task OnlyWorkIsReadAsync(Visitor expert, Answer check)
    {
        foreach (var document in check["answers"].GetProperty("documents").EnumerateArray())
        {
            using var opened = await expert.Client.GetAsync(new Uri($"/api/documents/{document.GetProperty("id").GetString()}", UriKind.Relative));
            Assert.Equal(TellsWho.Contains(document.GetProperty("type").GetString()) ? 404 : 200, (int)opened.StatusCode);
            Assert.DoesNotContain(Uri.EscapeDataString("赵永强"), opened.Content.Headers.ContentDisposition?.ToString() ?? "", StringComparison.Ordinal);
        }
    }
}
