namespace Approvals.Web.Tests.BadInput;

/// <summary>Two clicks at once, and old versions, of those who apply.</summary>
[Collection(SharedCare.Name)]
public sealed class ApplicantTwiceTests(CarefulProduct server)
{
    private const string Drafts = "/api/services/talent-classification/drafts";
    private readonly CaseStory _story = new(server);

    [Fact]
    [Holds(Bad.Twice, "POST /api/services/{code}/drafts"), Holds(Bad.Twice, "PUT /api/drafts/{id}"), Holds(Bad.Twice, "POST /api/drafts/{id}/check")]
    [Holds(Bad.Twice, "POST /api/services/{code}/eligibility"), Holds(Bad.Twice, "DELETE /api/drafts/{id}"), Holds(Bad.Stale, "PUT /api/drafts/{id}")]
    [Holds(Bad.Twice, "POST /api/documents"), Holds(Bad.Twice, "DELETE /api/documents/{id}")]
    public async Task Draft_WorkedOnTwice_IsOneDraftSavedOnce()
    {
        var applicant = await server.SignInAsync("zhao.yongqiang");
        var opened = await applicant.TwiceAsync("POST", Drafts);
        Twins.BothDone(opened);
        Assert.Equal(opened[0].Text("id"), opened[1].Text("id"));
        var address = $"/api/drafts/{opened[0].Text("id")}";
        var etag = (await applicant.GetAsync(address)).Text("etag");

        Assert.Equal([200, 409], (await applicant.TwiceAsync("PUT", address, new { values = new { school = "试例大学" }, etag })).Select(a => a.Status));
        Twins.BothDone(await applicant.TwiceAsync("POST", $"{address}/check"));
        Twins.BothDone(await applicant.TwiceAsync("POST", "/api/services/talent-classification/eligibility", new { answers = new { outside = true } }));
        var stale = await applicant.PutAsync(address, new { values = new { school = "旧页" }, etag });
        Assert.Equal((409, "drafts.changed"), (stale.Status, stale.Code));

        var upload = $"/api/documents?draft={opened[0].Text("id")}&type=contract";
        var sent = await Task.WhenAll(
            applicant.UploadAsync(upload, CaseStory.Pdf, "a.pdf", "application/pdf"), applicant.UploadAsync(upload, CaseStory.Pdf, "a.pdf", "application/pdf"));
        Twins.BothDone(sent);
        Assert.Equal(sent[0].Text("id"), sent[1].Text("id"));
        Assert.Single((await applicant.GetAsync(address))["documents"].EnumerateArray());
        Twins.OneDone(await applicant.TwiceAsync("DELETE", $"/api/documents/{sent[0].Text("id")}"), 404, 409);
        Twins.OneDone(await applicant.TwiceAsync("DELETE", address), 404, 409);
        Assert.Equal(404, (await applicant.GetAsync(address)).Status);
    }

    [Fact]
    [Holds(Bad.Twice, "POST /api/drafts/{id}/submit"), Holds(Bad.Stale, "POST /api/drafts/{id}/submit")]
    [Holds(Bad.Twice, "POST /api/cases/{id}/messages"), Holds(Bad.Twice, "POST /api/cases/{id}/urge"), Holds(Bad.Twice, "POST /api/cases/{id}/supply")]
    [Holds(Bad.Twice, "POST /api/cases/{id}/withdraw")]
    public async Task Case_MovedTwice_MovesOnce()
    {
        var (applicant, draft, etag) = await _story.PrepareAsync("chen.siyu");
        var stale = await applicant.PostAsync($"/api/drafts/{draft}/submit", new { etag = "999", idempotencyKey = CaseStory.Key() });
        Assert.Equal((409, "drafts.changed"), (stale.Status, stale.Code));
        var submitted = await applicant.TwiceAsync("POST", $"/api/drafts/{draft}/submit", new { etag, idempotencyKey = CaseStory.Key() });
        Twins.BothDone(submitted);
        Assert.Equal(submitted[0].Text("caseId"), submitted[1].Text("caseId"));
        var (id, address) = (Guid.Parse(submitted[0].Text("caseId")), $"/api/cases/{submitted[0].Text("caseId")}");

        var said = await applicant.TwiceAsync("POST", $"{address}/messages", new { text = "请问进度如何？" });
        Twins.BothDone(said);
        Assert.Equal(1, await server.CountAsync(c => c.Comments.Where(m => m.CaseId == id)));
        Twins.OneDone(await applicant.TwiceAsync("POST", $"{address}/urge"), 409, 429);
        Assert.Equal(1, await server.CountAsync(c => c.AuditEntries.Where(e => e.CaseId == id && e.Action == "case.urged")));
        Assert.All(await applicant.TwiceAsync("POST", $"{address}/supply", new { documents = Array.Empty<Guid>() }), a => Assert.InRange(a.Status, 400, 409));
        Twins.OneDone(await applicant.TwiceAsync("POST", $"{address}/withdraw", new { reason = "不再需要" }), 409);
        Assert.Equal(1, await server.CountAsync(c => c.CaseEvents.Where(e => e.CaseId == id && e.Type == "Withdrawn")));
    }

    [Fact]
    [Holds(Bad.Twice, "PUT /api/tasks/{id}/correction"), Holds(Bad.Stale, "PUT /api/tasks/{id}/correction")]
    [Holds(Bad.Twice, "POST /api/tasks/{id}/correction/submit"), Holds(Bad.Stale, "POST /api/tasks/{id}/correction/submit")]
    public async Task Correction_SavedAndSentTwice_IsOneSubmission()
    {
        var filed = await _story.SubmitAsync("li.ruolan");
        var (id, address) = (Guid.Parse(filed.Id), $"/api/tasks/{await Belongings.ReturnedAsync(server, filed)}/correction");
        var etag = (await filed.Applicant.GetAsync(address)).Text("etag");
        var values = new { school = "试例大学光电学院" };

        Assert.Equal([200, 409], (await filed.Applicant.TwiceAsync("PUT", address, new { values, etag })).Select(a => a.Status));
        Assert.Equal(409, (await filed.Applicant.PutAsync(address, new { values, etag })).Status);
        Assert.Equal(409, (await filed.Applicant.PostAsync($"{address}/submit", new { etag, idempotencyKey = CaseStory.Key() })).Status);
        var now = (await filed.Applicant.GetAsync(address)).Text("etag");
        var before = await server.CountAsync(c => c.CaseEvents.Where(e => e.CaseId == id));
        Twins.BothDone(await filed.Applicant.TwiceAsync("POST", $"{address}/submit", new { etag = now, idempotencyKey = CaseStory.Key() }));
        Assert.Equal(before + 1, await server.CountAsync(c => c.CaseEvents.Where(e => e.CaseId == id)));
        Assert.Equal(1, await server.CountAsync(c => c.Submissions.Where(s => s.CaseId == id && s.SubmittedAt == c.Submissions.Where(x => x.CaseId == id).Max(x => x.SubmittedAt))));
    }

    [Fact, Holds(Bad.Twice, "POST /api/notices/{id}/objections"), Holds(Bad.Twice, "POST /api/demo/clock")]
    public async Task Objection_FiledTwice_IsOneObjection()
    {
        var filed = await _story.SubmitAsync("liu.bowen");
        foreach (var (user, step, act) in new[] { ("wang.fang", "recommend", "approve"), ("liu.ying", "accept", "accept"), ("gao.xiang", "cityReview", "approve"), ("li.hui", "check", "approve") })
        {
            var done = await _story.ActAsync(user, filed.Number, step, act);
            Assert.True(done.Status == 200, done.Body.ToString());
        }

        var id = Guid.Parse(filed.Id);
        var notice = await server.ReadAsync(c => Task.FromResult(c.PublicNotices.Single(n => n.CaseId == id).Id));
        var answers = await server.Visit().TwiceAsync(
            "POST", $"/api/notices/{notice}/objections", new { name = "周到", contact = "13900000000", reason = "业绩与事实不符。" });

        Twins.BothDone(answers);
        Assert.Equal(answers[0].Text("number"), answers[1].Text("number"));
        Assert.Equal(1, await server.CountAsync(c => c.Objections.Where(o => o.CaseId == id)));
        var to = (await filed.Applicant.GetAsync("/api/demo/clock"))["now"].GetDateTimeOffset().AddMinutes(1);
        Twins.OneDone(await filed.Applicant.TwiceAsync("POST", "/api/demo/clock", new { to }), 400, 409);
        Assert.True((await filed.Applicant.GetAsync("/api/demo/clock"))["now"].GetDateTimeOffset() < to.AddMinutes(1));
    }
}
