namespace Approvals.Web.Tests.BadInput;

/// <summary>Two clicks at once, and old versions, of those who rate, complain and ask about their data, and of who answers them.</summary>
[Collection(SharedCare.Name)]
public sealed class VoiceTwiceTests(CarefulProduct server)
{
    private const string Officer = "jia.ning";
    private readonly CaseStory _story = new(server);

    /// <summary>One case for all of it: there are few people who may have only one case each.</summary>
    [Fact]
    [Holds(Bad.Twice, "POST /api/cases/{id}/rating"), Holds(Bad.Twice, "POST /api/cases/{id}/complaints")]
    [Holds(Bad.Twice, "POST /api/work/feedback/{id}/contact"), Holds(Bad.Stale, "POST /api/work/feedback/{id}/contact")]
    [Holds(Bad.Twice, "POST /api/work/feedback/{id}/answer"), Holds(Bad.Stale, "POST /api/work/feedback/{id}/answer")]
    [Holds(Bad.Twice, "POST /api/letters/{id}/pick-up"), Holds(Bad.Twice, "POST /api/news/{id}/read"), Holds(Bad.Twice, "POST /api/news/read")]
    [Holds(Bad.Twice, "DELETE /api/me/data/consents/{id}")]
    [Holds(Bad.Twice, "POST /api/me/data/corrections"), Holds(Bad.Twice, "POST /api/me/data/erasure"), Holds(Bad.Twice, "DELETE /api/me/data/requests/{id}")]
    [Holds(Bad.Twice, "POST /api/work/data-requests/{id}/decide"), Holds(Bad.Stale, "POST /api/work/data-requests/{id}/decide")]
    public async Task Case_RatedComplainedAboutAndAskedAboutTwice_IsHeardOnceEachTime()
    {
        var filed = await _story.SubmitAsync("zhao.yongqiang");
        await LetterAsync(filed);
        Assert.Equal(204, (await filed.Applicant.PostAsync($"/api/cases/{filed.Id}/withdraw", new { reason = "不再需要" })).Status);

        await FeedbackAsync(filed);
        await NewsAsync(filed);
        await DataAsync(filed);
    }

    private async Task LetterAsync(SubmittedCase filed)
    {
        var counter = await server.SignInAsync("liu.ying");
        var letter = (await filed.Applicant.GetAsync($"/api/cases/{filed.Id}"))["letters"][0].GetProperty("id").GetString();

        var handed = await counter.TwiceAsync("POST", $"/api/letters/{letter}/pick-up", new { receivedBy = "本人" });

        Twins.OneDone(handed, 409);
        var read = await filed.Applicant.GetAsync($"/api/letters/{letter}");
        Assert.Equal(2, read["deliveries"].EnumerateArray().Count(d => d.GetProperty("status").GetString() == "received"));
        var verified = await server.Visit().GetAsync(new Uri(read.Text("verifyUrl")).AbsolutePath.Replace("/verify/", "/api/verify/", StringComparison.Ordinal));
        Assert.Equal((200, filed.Number, true), (verified.Status, verified.Text("caseNumber"), verified["genuine"].GetBoolean()));
    }

    private async Task FeedbackAsync(SubmittedCase filed)
    {
        var officer = await server.SignInAsync(Officer);
        var rated = await filed.Applicant.TwiceAsync("POST", $"/api/cases/{filed.Id}/rating", new { level = 1, text = "太慢", named = true });
        var said = await filed.Applicant.TwiceAsync("POST", $"/api/cases/{filed.Id}/complaints", new { topic = "delay", text = "三周没有进展。", idempotencyKey = "click-0001" });
        Twins.BothDone(rated);
        Twins.BothDone(said);
        Assert.Equal((rated[0].Text("id"), said[0].Text("id")), (rated[1].Text("id"), said[1].Text("id")));
        Assert.Equal(2, (await filed.Applicant.GetAsync($"/api/feedback?case={filed.Id}"))["items"].GetArrayLength());

        var address = $"/api/work/feedback/{said[0].Text("id")}";
        Twins.OneDone(await officer.TwiceAsync("POST", $"{address}/contact", new { etag = "0", note = "已联系。" }), 409);
        Assert.Equal("rights.stale", (await officer.PostAsync($"{address}/contact", new { etag = "0", note = "旧页" })).Code);
        Assert.Equal("rights.stale", (await officer.PostAsync($"{address}/answer", new { etag = "0", text = "旧页", outcome = "upheld" })).Code);
        Twins.OneDone(await officer.TwiceAsync("POST", $"{address}/answer", new { etag = "1", text = "已整改。", outcome = "upheld" }), 409);
    }

    private static async Task NewsAsync(SubmittedCase filed)
    {
        var news = await filed.Applicant.GetAsync("/api/news?unread=true");
        var count = news["unread"].GetProperty("count").GetInt32();
        Assert.All(news["items"].EnumerateArray(), n => Assert.NotEqual("", n.GetProperty("text").GetString()));

        Twins.BothDone(await filed.Applicant.TwiceAsync("POST", $"/api/news/{news["items"][0].GetProperty("id").GetString()}/read"));
        Assert.Equal(count - 1, (await filed.Applicant.GetAsync("/api/news"))["unread"].GetProperty("count").GetInt32());
        Twins.BothDone(await filed.Applicant.TwiceAsync("POST", "/api/news/read"));
        Assert.Equal(0, (await filed.Applicant.GetAsync("/api/session"))["unread"].GetInt32());
    }

    private async Task DataAsync(SubmittedCase filed)
    {
        var officer = await server.SignInAsync(Officer);
        var consent = (await filed.Applicant.GetAsync("/api/me/data"))["consents"][0].GetProperty("id").GetString();
        Twins.BothDone(await filed.Applicant.TwiceAsync("DELETE", $"/api/me/data/consents/{consent}"));

        var asked = await filed.Applicant.TwiceAsync("POST", "/api/me/data/corrections", new { field = "address", value = "试例路 1 号", reason = "已搬家" });
        Twins.BothDone(asked);
        Assert.Equal(asked[0].Text("id"), asked[1].Text("id"));
        var erasure = await filed.Applicant.TwiceAsync("POST", "/api/me/data/erasure", new { reason = "不再使用" });
        Twins.BothDone(erasure);
        Twins.BothDone(await filed.Applicant.TwiceAsync("DELETE", $"/api/me/data/requests/{erasure[0].Text("id")}"));

        var waiting = Assert.Single((await officer.GetAsync("/api/work/data-requests"))["items"].EnumerateArray());
        var address = $"/api/work/data-requests/{waiting.GetProperty("id").GetString()}/decide";
        Assert.Equal("rights.stale", (await officer.PostAsync(address, new { etag = "9", granted = true, reason = "旧页" })).Code);
        Twins.OneDone(await officer.TwiceAsync("POST", address, new { etag = "0", granted = true, reason = "经核实" }), 409);
    }
}
