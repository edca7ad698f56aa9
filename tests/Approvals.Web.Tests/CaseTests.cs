using System.Text.Json;
using System.Text.RegularExpressions;

namespace Approvals.Web.Tests;

[Collection(SharedProduct.Name)]
public sealed class CaseTests(ProductServer server)
{
    private readonly CaseStory _story = new(server);

    [Fact]
    public async Task Case_ReturnedAndCorrected_ShowsTheReviewerWhatChanged()
    {
        var filed = await _story.SubmitAsync("zhang.mingyuan");
        var agent = await server.SignInAsync("wang.fang");
        var task = await CaseStory.TaskAsync(agent, filed.Number);
        var page = await agent.GetAsync($"/api/tasks/{task}");
        Assert.True(page["canAct"].GetBoolean());
        var returned = await agent.PostAsync($"/api/tasks/{task}/acts/return", new
        {
            etag = page.Text("etag"),
            idempotencyKey = CaseStory.Key(),
            target = "applicant",
            reason = "学校名称请写全称",
            fields = new[] { "school" },
            fieldNotes = new { school = "请写全称" },
        });
        Assert.True(returned.Status == 200, returned.Body.ToString());

        var waiting = (await filed.Applicant.GetAsync("/api/home"))["waiting"].EnumerateArray().Single(w => w.GetProperty("caseId").GetString() == filed.Id);
        var own = waiting.GetProperty("taskId").GetString();
        var correction = await filed.Applicant.GetAsync($"/api/tasks/{own}/correction");
        Assert.Equal(["school"], correction["open"].EnumerateArray().Select(o => o.GetString()));
        Assert.Equal("学校名称请写全称", correction.Text("reason"));

        var closed = await filed.Applicant.PutAsync($"/api/tasks/{own}/correction", new { values = new { major = "别的" }, etag = correction.Text("etag") });
        Assert.InRange(closed.Status, 400, 422);
        var saved = await filed.Applicant.PutAsync($"/api/tasks/{own}/correction", new { values = new { school = "试例大学光电学院" }, etag = correction.Text("etag") });
        Assert.Equal(200, saved.Status);
        var sent = await filed.Applicant.PostAsync($"/api/tasks/{own}/correction/submit", new { etag = saved.Text("etag"), idempotencyKey = CaseStory.Key() });
        Assert.True(sent.Status == 204, sent.Body.ToString());

        var again = await agent.GetAsync($"/api/tasks/{await CaseStory.TaskAsync(agent, filed.Number)}");
        var change = Assert.Single(again["answers"].GetProperty("changes").EnumerateArray());
        Assert.Equal(("school", "试例大学", "试例大学光电学院"),
            (change.GetProperty("path").GetString(), change.GetProperty("old").GetString(), change.GetProperty("new").GetString()));
    }

    [Fact]
    public async Task Case_WorkedByEachOffice_ComesToThePublicNotice()
    {
        var filed = await _story.SubmitAsync("liu.bowen");
        Assert.Equal(200, (await _story.ActAsync("wang.fang", filed.Number, "recommend", "approve")).Status);
        Assert.Equal(200, (await _story.ActAsync("liu.ying", filed.Number, "accept", "accept")).Status);
        Assert.Equal(200, (await _story.ActAsync("gao.xiang", filed.Number, "cityReview", "approve")).Status);
        Assert.Equal(200, (await _story.ActAsync("li.hui", filed.Number, "check", "approve")).Status);

        var page = await filed.Applicant.GetAsync($"/api/cases/{filed.Id}");

        Assert.Equal("OnNotice", page["summary"].GetProperty("state").GetString());
        Assert.Contains(page["timeline"].EnumerateArray(), s => s.GetProperty("activity").GetString() == "notice" && s.GetProperty("status").GetString() == "current");
        Assert.Contains("*", page["answers"].GetProperty("values").GetProperty("idNumber").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(page["letters"].EnumerateArray());
        var notices = await server.Visit().GetAsync("/api/notices");
        Assert.Contains(notices["items"].EnumerateArray(), n => n.GetProperty("fields").EnumerateArray().Any(f => f.GetProperty("value").GetString() == "刘博文"));
    }

    [Theory]
    [InlineData("zhou.jianhua")]
    [InlineData("he.jing")]
    [InlineData("cui.yan")]
    [InlineData("admin.system")]
    [InlineData("admin.security")]
    [InlineData("expert.qiao")]
    public async Task Case_ForThoseItDoesNotConcern_IsNotFound(string user)
    {
        var filed = await FiledAsync();
        var other = await server.SignInAsync(user);

        Assert.Equal(404, (await other.GetAsync($"/api/cases/{filed.Id}")).Status);
        Assert.Equal(404, (await other.GetAsync($"/api/cases/{filed.Id}/work")).Status);
    }

    [Theory]
    [InlineData("xu.lei", 200)]
    [InlineData("li.hui", 200)]
    [InlineData("audit.he", 200)]
    [InlineData("wang.fang", 200)]
    public async Task Case_ForReadersOfItsRegionAndItsAgent_IsShown(string user, int status) =>
        Assert.Equal(status, (await (await server.SignInAsync(user)).GetAsync($"/api/cases/{(await FiledAsync()).Id}/work")).Status);

    [Fact]
    public async Task Case_SearchedByNumber_IsFoundByThoseWhoMayReadIt()
    {
        var filed = await FiledAsync();

        var found = await (await server.SignInAsync("xu.lei")).GetAsync($"/api/cases?scope=work&q={filed.Number}");
        var elsewhere = await (await server.SignInAsync("cui.yan")).GetAsync($"/api/cases?scope=work&q={filed.Number}");
        var applicant = await filed.Applicant.GetAsync("/api/cases?scope=work");

        Assert.Single(found["items"].EnumerateArray());
        Assert.Empty(elsewhere["items"].EnumerateArray());
        Assert.Equal(403, applicant.Status);
    }

    [Fact]
    public async Task Urge_TwiceADay_IsRefused()
    {
        var filed = await FiledAsync();
        await filed.Applicant.PostAsync($"/api/cases/{filed.Id}/urge");

        var again = await filed.Applicant.PostAsync($"/api/cases/{filed.Id}/urge");

        Assert.Equal((429, "cases.alreadyUrged"), (again.Status, again.Code));
    }

    [Fact]
    public async Task Message_TooLongOrEmpty_NamesTheField()
    {
        var filed = await FiledAsync();

        Assert.Equal(["text"], (await filed.Applicant.PostAsync($"/api/cases/{filed.Id}/messages", new { text = new string('长', 2001) })).Wrong);
        Assert.Equal(["text"], (await filed.Applicant.PostAsync($"/api/cases/{filed.Id}/messages", new { text = " " })).Wrong);
        Assert.Equal(200, (await filed.Applicant.PostAsync($"/api/cases/{filed.Id}/messages", new { text = "请问何时办结？" })).Status);
        Assert.Equal(403, (await (await server.SignInAsync("cui.yan")).PostAsync($"/api/cases/{filed.Id}/messages", new { text = "路过" })).Status);
    }

    [Fact]
    public async Task Withdraw_BySomebodyElse_IsForbidden()
    {
        var filed = await FiledAsync();

        var answer = await (await server.SignInAsync("li.ruolan")).PostAsync($"/api/cases/{filed.Id}/withdraw", new { reason = "不是我的" });

        Assert.Equal(403, answer.Status);
    }

    [Theory]
    [InlineData("", "1234567", "理由充分")]
    [InlineData("举报人", "", "理由充分")]
    public async Task Objection_WithSomethingMissing_NamesTheField(string name, string contact, string reason)
    {
        var answer = await server.Visit().PostAsync($"/api/notices/{Guid.NewGuid()}/objections", new { name, contact, reason });

        Assert.Equal(422, answer.Status);
    }

    [Fact]
    public async Task Objection_ToAnUnknownNotice_IsNotFound() =>
        Assert.Equal(404, (await server.Visit().PostAsync(
            $"/api/notices/{Guid.NewGuid()}/objections", new { name = "举报人", contact = "13900000000", reason = "业绩存疑，请核实" })).Status);

    [Fact]
    public async Task Verify_OfAnUnknownToken_IsNotFound() => Assert.Equal(404, (await server.Visit().GetAsync("/api/verify/nothing")).Status);

    [Fact]
    public async Task OwnValues_AreMaskedUntilThePasswordIsConfirmed()
    {
        var applicant = await server.SignInAsync("li.ruolan");
        Assert.Equal("rights.confirmFirst", (await applicant.PostAsync("/api/me/reveal")).Code);
        Assert.Contains("*", Identifier(await applicant.GetAsync("/api/me")), StringComparison.Ordinal);

        await applicant.PostAsync("/api/session/confirm-password", new { password = "demo-pass-2026" });

        Assert.DoesNotContain("*", Identifier(await applicant.PostAsync("/api/me/reveal")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnValues_WithOneAddress_SayItOnce()
    {
        var me = await (await server.SignInAsync("li.ruolan")).GetAsync("/api/me");

        Assert.Single(Regex.Matches(me.Body.ToString(), "@example.com"));
        Assert.Matches("^[0-9]{4}-[0-9]{2}$", me["fields"].EnumerateArray().Single(f => f.GetProperty("key").ValueEquals("birthDate")).GetProperty("value").GetString());
    }

    private static string Identifier(Answer me) => me["fields"].EnumerateArray().First(f => f.GetProperty("key").ValueEquals("identifier")).GetProperty("value").GetString()!;

    /// <summary>One case that the tests of reading share.</summary>
    private async Task<SubmittedCase> FiledAsync()
    {
        var applicant = await server.SignInAsync("zhao.yongqiang");
        var known = (await applicant.GetAsync("/api/cases"))["items"].EnumerateArray().ToList();
        return known is [var row, ..]
            ? new SubmittedCase(applicant, row.GetProperty("id").GetString()!, row.GetProperty("number").GetString()!)
            : await _story.SubmitAsync("zhao.yongqiang");
    }
}
