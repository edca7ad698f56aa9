using System.Text.Json;

namespace Approvals.Web.Tests.WorkTasks;

/// <summary>What a step's page says of what comes, and what it does while a form is filled in.</summary>
public sealed class StepPageTests(WalkingProduct server) : IClassFixture<WalkingProduct>
{
    [Fact]
    public async Task Task_AtAReview_SaysOfEachActWhatComesNext()
    {
        var walk = await server.ApplyAsync("zhang.mingyuan");
        await walk.ToAsync("check");
        var (_, task) = await walk.OpenAsync("hr");

        var said = task["acts"].EnumerateArray().ToDictionary(a => a.GetProperty("act").GetString()!, a => a.GetProperty("consequence").GetString());
        Assert.Contains("“不予认定”", said["reject"], StringComparison.Ordinal);
        Assert.Contains("进入", said["approve"], StringComparison.Ordinal);
        Assert.All(said.Values, text => Assert.False(string.IsNullOrEmpty(text)));
    }

    [Fact]
    public async Task Task_ClaimedBySomebodyElse_NamesThem()
    {
        var walk = await server.ApplyAsync("lam.kaho");
        await walk.ToAsync("check");
        var (holder, task) = await walk.OpenAsync("hr");
        Assert.Equal(204, (await holder.PostAsync($"/api/tasks/{task.Text("id")}/claim")).Status);

        var other = await (await server.SignInAsync("bai.lin")).GetAsync($"/api/tasks/{task.Text("id")}");

        Assert.False(other["canAct"].GetBoolean());
        Assert.Equal("李慧 已签收这项待办。", other.Text("why"));
    }

    [Fact]
    public async Task Panel_OfAVote_IsToldTheEvaluatedQuorumAndShare_AndItsSheetIsComputedWhileTyping()
    {
        var walk = await server.ApplyAsync("zhao.yongqiang", "granted-whole-chain");
        await walk.ToAsync("panel");
        await walk.ConveneAsync();
        var expert = await server.SignInAsync("expert.qiao");
        var address = $"/api/tasks/{await walk.TaskIdAsync(expert)}";

        var panel = (await expert.GetAsync(address))["panel"];
        var whole = await expert.PostAsync($"{address}/form", new { values = new { innovation = 26, achievement = 35, contribution = 25 } });
        var over = await expert.PostAsync($"{address}/form", new { values = new { innovation = 99 } });
        var stranger = await (await server.SignInAsync("gao.xiang")).PostAsync($"{address}/form", new { values = new { } });

        Assert.Equal((5, 3, "2/3"), (panel.GetProperty("size").GetInt32(), panel.GetProperty("quorum").GetInt32(), panel.GetProperty("pass").GetString()));
        Assert.Equal(86, whole["computed"].GetProperty("total").GetInt32());
        Assert.Empty(whole["errors"].EnumerateArray());
        Assert.Contains("innovation", over.Wrong);
        Assert.InRange(stranger.Status, 403, 404);
        var rows = (await expert.GetAsync($"/api/inbox?q={walk.Number}"))["items"];
        Assert.Equal("0/5", rows[0].GetProperty("progress").GetString());
    }

    [Fact]
    public async Task Name_OfTheApplicant_IsMaskedUntilItIsAskedFor()
    {
        var walk = await server.ApplyAsync("wang.guodong");
        await walk.ToAsync("cityReview");
        var (reviewer, task) = await walk.OpenAsync("city");
        var head = task["case"];

        var shown = await reviewer.PostAsync($"/api/tasks/{task.Text("id")}/reveal", new { path = head.GetProperty("revealPath").GetString(), reason = "电话核实" });

        Assert.All([head, task["answers"].GetProperty("values")], part => Assert.DoesNotContain("王国栋", part.ToString(), StringComparison.Ordinal));
        Assert.StartsWith("王*", head.GetProperty("applicant").GetString(), StringComparison.Ordinal);
        Assert.Equal("王国栋", shown.Text("value"));
        Assert.Equal("王国栋", (await (await server.SignInAsync("wang.guodong")).GetAsync($"/api/cases/{walk.CaseId}"))["answers"].GetProperty("values").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Route_ThroughAFork_IsPredictedSideBySide_AndSaysWhyItEndsAfterThePromise()
    {
        var walk = await server.ApplyAsync("chen.siyu", "granted-across-fork");
        await walk.ToAsync("cityReview");

        var seen = await (await server.SignInAsync("chen.siyu")).GetAsync($"/api/cases/{walk.CaseId}");

        var steps = seen["timeline"].EnumerateArray().ToDictionary(s => s.GetProperty("activity").GetString()!);
        var (hr, science, panel) = (steps["hrCheck"], steps["scienceCheck"], steps["panel"]);
        Assert.Equal(Day(hr, "expectedFrom"), Day(science, "expectedFrom"));
        Assert.Equal(["scienceCheck"], hr.GetProperty("beside").EnumerateArray().Select(b => b.GetString()));
        Assert.Equal(Day(hr, "expectedTo"), Day(panel, "expectedFrom"));
        Assert.Contains("承诺时限不含专家评审", seen["dueExplanation"].GetProperty("note").GetString(), StringComparison.Ordinal);
    }

    private static string? Day(JsonElement step, string name) => step.GetProperty(name).GetString();
}
