using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Approvals.Web.Tests;

/// <summary>What people do in the tests of cases, through the API alone; the answers come from a scenario of the package.</summary>
internal sealed class CaseStory(ProductServer server)
{
    private static readonly Dictionary<string, string> Pickers = new()
    {
        ["identity"] = "docIdentity", ["contract"] = "docContract", ["business-licence"] = "docBusinessLicence", ["degree"] = "docDegree",
    };

    private static readonly JsonObject[] Acts =
        [.. JsonNode.Parse(File.ReadAllText(Path.Combine(Root(), "workflows/talent-classification/scenarios/granted-directly.json")))!["acts"]!.AsArray()
            .Select(a => a!.AsObject())];

    public static byte[] Pdf { get; } = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

    /// <summary>The answers of a step in the scenario.</summary>
    public static JsonObject AnswersOf(string activity) => (JsonObject)Acts.First(a => a["activity"]?.GetValue<string>() == activity)["form"]!.DeepClone();

    /// <summary>A draft that is ready to be submitted.</summary>
    public async Task<(Visitor Applicant, string Draft, string Etag)> PrepareAsync(string user)
    {
        var applicant = await server.SignInAsync(user);
        var draft = (await applicant.PostAsync("/api/services/talent-classification/drafts")).Text("id");
        var answers = AnswersOf("apply");
        foreach (var known in new[] { "name", "idType", "idNumber", "birthDate", "gender", "mobile", "email", "nationality" })
        {
            answers.Remove(known);
        }

        answers["uscc"] = UsccOf("beihu-optics");
        answers["employerName"] = "长春北湖光电科技有限公司";
        foreach (var (type, picker) in Pickers)
        {
            var uploaded = await applicant.UploadAsync($"/api/documents?draft={draft}&type={type}", Pdf, $"{type}.pdf", "application/pdf");
            Assert.Equal(200, uploaded.Status);
            answers[picker] = new JsonArray(uploaded.Text("id"));
        }

        var etag = (await applicant.GetAsync($"/api/drafts/{draft}")).Text("etag");
        var saved = await applicant.PutAsync($"/api/drafts/{draft}", new { values = answers, etag });
        Assert.Equal(200, saved.Status);
        return (applicant, draft, saved.Text("etag"));
    }

    /// <summary>A case that was submitted.</summary>
    public async Task<SubmittedCase> SubmitAsync(string user)
    {
        var (applicant, draft, etag) = await PrepareAsync(user);
        var answer = await applicant.PostAsync($"/api/drafts/{draft}/submit", new { etag, idempotencyKey = Key() });
        Assert.True(answer.Status == 200, $"{answer.Status}: {answer.Body}");
        return new SubmittedCase(applicant, answer.Text("caseId"), answer.Text("number"));
    }

    /// <summary>The task of a case in somebody's inbox.</summary>
    public static async Task<string> TaskAsync(Visitor worker, string number)
    {
        var inbox = await worker.GetAsync($"/api/inbox?q={number}");
        return Assert.Single(inbox["items"].EnumerateArray()).GetProperty("taskId").GetString()!;
    }

    /// <summary>Does an act with the scenario's answers of its step.</summary>
    public async Task<Answer> ActAsync(string user, string number, string activity, string act)
    {
        var worker = await server.SignInAsync(user);
        var task = await TaskAsync(worker, number);
        var etag = (await worker.GetAsync($"/api/tasks/{task}")).Text("etag");
        return await worker.PostAsync($"/api/tasks/{task}/acts/{act}", new { etag, idempotencyKey = Key(), opinion = "经核。", form = AnswersOf(activity) });
    }

    public static string Key() => Guid.NewGuid().ToString("N");

    private static string UsccOf(string organisation)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), "data/demo/organisations.json")));
        return file.RootElement.GetProperty("organisations").EnumerateArray().First(o => o.GetProperty("id").ValueEquals(organisation))
            .GetProperty("uscc").GetString()!;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Approvals.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}

/// <summary>A case with its applicant.</summary>
internal sealed record SubmittedCase(Visitor Applicant, string Id, string Number);
