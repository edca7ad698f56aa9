namespace Approvals.EndToEnd.Tests;

/// <summary>Somebody without an account, by a passport.</summary>
internal sealed record Stranger(string Name, string Passport);

/// <summary>What clerks at the counter and employers' agents file for others, over HTTP.</summary>
internal static class OthersFiling
{
    public const string Reason = "职称证书缺少反面备注页，请本人带原件到窗口补正。";
    private const string Employer = "长春净悦工业软件有限公司";
    private const string EmployerCode = "91220104MA99A00220";
    private const string BirthDate = "1980-01-02";

    public static object AtCounter { get; } = new
    {
        birthDate = BirthDate,
        nationality = "GBR",
        gender = "female",
        mobile = "19900073118",
        email = "present@example.com",
        degree = "master",
        title = "full",
        titleName = "正高级工程师",
        level = "D",
        clause = "title",
    };

    public static object OfEmployer(string birthDate) => new
    {
        birthDate,
        uscc = EmployerCode,
        employerName = Employer,
        nationality = "GBR",
        gender = "female",
        mobile = "19900073119",
        email = "recommended@example.com",
        degree = "master",
        title = "full",
        titleName = "正高级工程师",
        level = "D",
        clause = "title",
    };

    /// <summary>Opens a draft at the counter; its id.</summary>
    public static async Task<string> OpenAsync(ApiCaller clerk, Stranger person) =>
        (await clerk.PostAsync("/api/counter/drafts", new { service = "talent-classification", person = Document(person), documentSeen = true })).Text("id");

    /// <summary>Files at the counter.</summary>
    public static async Task<Submitted> FileAsync(ApiCaller clerk, Stranger person) => await SubmitAsync(clerk, await OpenAsync(clerk, person), AtCounter);

    /// <summary>Files at the counter and has the office ask for a correction; the case, and the task that waits at the counter.</summary>
    public static async Task<(string Case, string Task)> AskedAsync(Caseload cases, ApiCaller clerk, Stranger person)
    {
        var submitted = await FileAsync(clerk, person);
        await cases.RecommendAsync(submitted.Number);
        await AskAsync(cases, submitted.Number);
        var task = (await clerk.GetAsync("/api/counter")).GetProperty("waiting").EnumerateArray().Select(w => w.GetProperty("task"))
            .Single(t => t.Text("caseId") == submitted.Id).Text("taskId");
        return (submitted.Id, task);
    }

    /// <summary>The same, supplied; the task, which a slip is printed for.</summary>
    public static async Task<string> CorrectedAsync(Caseload cases, ApiCaller clerk, Stranger person)
    {
        var (_, task) = await AskedAsync(cases, clerk, person);
        var file = await clerk.UploadAsync($"/api/documents?task={task}&type=title", SamplePdf.File("职称证书反面备注页"));
        var values = new { titleName = "光学工程正高级工程师", docTitle = new[] { file.Text("id") } };
        var saved = await clerk.PutAsync($"/api/tasks/{task}/correction", new { values, etag = (await clerk.GetAsync($"/api/tasks/{task}/correction")).Text("etag") });
        await clerk.PostAsync($"/api/tasks/{task}/correction/submit", new { etag = saved.Text("etag"), idempotencyKey = Guid.NewGuid().ToString("N") });
        return task;
    }

    /// <summary>An employer files for somebody who agreed on paper, recommends them, and is asked for a correction.</summary>
    public static async Task AskedOfAgentAsync(Caseload cases, ApiCaller agent, string employer, Stranger person)
    {
        var named = (await agent.PostAsync($"/api/employers/{employer}/people", Document(person))).Text("id");
        await agent.UploadAsync($"/api/represented/{named}/consent", SamplePdf.File("consent"));
        var draft = (await agent.PostAsync($"/api/represented/{named}/drafts", new { service = "talent-classification" })).Text("id");
        var submitted = await SubmitAsync(agent, draft, OfEmployer(BirthDate));
        await cases.ActAsync("he.jing", submitted.Number, "approve", StepAnswers.Recommendation);
        await AskAsync(cases, submitted.Number);
    }

    /// <summary>Somebody asks to act for the employer and hands in the power of attorney.</summary>
    public static async Task AskMandateAsync(ApiCaller person)
    {
        var today = DateOnly.Parse((await person.GetAsync("/api/session")).Text("today"), System.Globalization.CultureInfo.InvariantCulture);
        var asked = await person.PostAsync("/api/mandates", new { uscc = EmployerCode, name = Employer, region = "220104", from = today, to = today.AddDays(365) });
        await person.UploadAsync($"/api/mandates/{asked.Text("id")}/documents?type=powerOfAttorney", SamplePdf.File("授权委托书"));
    }

    private static Task AskAsync(Caseload cases, string number) =>
        cases.ActAsync("liu.ying", number, "correct", null, more: new { reason = Reason, fields = new[] { "titleName" }, documents = new[] { "title" } });

    private static async Task<Submitted> SubmitAsync(ApiCaller filer, string draft, object own)
    {
        await PreparedApplication.FillDraftAsync(filer, draft, own);
        var etag = (await filer.GetAsync($"/api/drafts/{draft}")).Text("etag");
        var done = await filer.PostAsync($"/api/drafts/{draft}/submit", new { etag, idempotencyKey = Guid.NewGuid().ToString("N") });
        return new(done.Text("caseId"), done.Text("number"));
    }

    private static object Document(Stranger person) => new { name = person.Name, kind = "passport-foreign", number = person.Passport, birthDate = BirthDate };
}
