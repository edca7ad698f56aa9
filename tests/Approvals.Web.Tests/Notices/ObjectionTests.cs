using Approvals.Web.Tests.WorkTasks;

namespace Approvals.Web.Tests.Notices;

[Collection(SharedWalks.Name)]
public sealed class ObjectionTests(WalkingProduct server)
{
    [Fact]
    public async Task Notice_WhileItRuns_IsPublicMaskedAndTakesObjectionsOnce()
    {
        var walk = await server.ApplyAsync("liu.bowen");
        await walk.ToAsync("decide");
        var anybody = server.Visit();
        var notice = (await anybody.GetAsync("/api/notices"))["items"].EnumerateArray()
            .Single(n => n.GetProperty("fields").EnumerateArray().Any(f => f.GetProperty("value").GetString() == "刘博文"));
        var address = $"/api/notices/{notice.GetProperty("id").GetString()}";

        var read = await anybody.GetAsync(address);
        var missing = await anybody.PostAsync($"{address}/objections", new { name = "", contact = "", reason = "" });
        var objection = new { name = "周到", contact = "13900000000", reason = "公示的业绩与事实不符。" };
        var (filed, again) = (await anybody.PostAsync($"{address}/objections", objection), await anybody.PostAsync($"{address}/objections", objection));

        Assert.Equal("open", read.Text("state"));
        Assert.DoesNotContain("420106199307301178", read.Body.ToString(), StringComparison.Ordinal);
        Assert.Equal(422, missing.Status);
        Assert.Equal(["contact", "name", "reason"], missing.Wrong.Order());
        Assert.Equal(200, filed.Status);
        Assert.Equal(filed.Text("number"), again.Text("number"));
        await IsAStepOfItsOwnAsync(walk);
    }

    [Fact]
    public async Task Notice_ThatIsNotThere_IsNotFound()
    {
        var address = $"/api/notices/{Guid.NewGuid()}";

        Assert.Equal(404, (await server.Visit().GetAsync(address)).Status);
        Assert.Equal(404, (await server.Visit().PostAsync($"{address}/objections", new { name = "周到", contact = "13900000000", reason = "不符合条件" })).Status);
    }

    [Fact]
    public async Task Notices_WithACursorOfNobody_AreRefused() =>
        Assert.Equal("paging.cursor", (await server.Visit().GetAsync("/api/notices?cursor=zzz!")).Code);

    /// <summary>The ruling stands beside the notice under its own name and with its own limit.</summary>
    private async Task IsAStepOfItsOwnAsync(CaseWalk walk)
    {
        var applicant = await server.SignInAsync("liu.bowen");
        var steps = (await applicant.GetAsync($"/api/cases/{walk.CaseId}"))["timeline"].EnumerateArray()
            .Where(s => s.GetProperty("status").GetString() == "current").ToDictionary(s => s.GetProperty("name").GetString()!);
        var (_, task) = await walk.OpenAsync("hr");

        Assert.Equal(["公示", "异议处理"], steps.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("5 个工作日", steps["异议处理"].GetProperty("limit").GetString());
        Assert.Equal("green", steps["异议处理"].GetProperty("due").GetProperty("state").GetString());
        Assert.Equal("异议处理", task.Text("activityName"));
    }
}
