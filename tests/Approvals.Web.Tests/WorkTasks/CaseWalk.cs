using System.Text.Json;

namespace Approvals.Web.Tests.WorkTasks;

/// <summary>A product whose cases walk as a shipped scenario does, each act sent over HTTP by the demo person in charge.</summary>
public sealed class WalkingProduct : ProductServer
{
    /// <summary>Hands in the application of a demo person.</summary>
    public async Task<CaseWalk> ApplyAsync(string applicant, string scenario = "granted-directly")
    {
        var walk = new CaseWalk(this, applicant, scenario);
        await walk.ApplyAsync();
        return walk;
    }
}

/// <summary>Tests that share one product in which cases walk; each test has an applicant of its own.</summary>
[CollectionDefinition(Name)]
public sealed class SharedWalks : ICollectionFixture<WalkingProduct>
{
    public const string Name = "Walks";
}

/// <summary>One case on its way.</summary>
public sealed class CaseWalk(WalkingProduct server, string applicant, string scenario)
{
    private const string Service = "talent-classification";

    /// <summary>What the product fills in from the account.</summary>
    private static readonly string[] Prefilled = ["name", "idType", "idNumber", "nationality", "gender", "birthDate", "mobile", "email", "uscc", "employerName"];

    private static readonly Dictionary<string, string> People = new()
    {
        ["agent"] = "wang.fang", ["intake"] = "liu.ying", ["city"] = "gao.xiang", ["hr"] = "li.hui", ["approver"] = "guo.zhenhai",
    };

    private readonly JsonElement[] _acts = Acts(scenario);

    /// <summary>The applicant's name, which stands in the names of the files too, as people write it there.</summary>
    private string _name = "";

    public string CaseId { get; private set; } = "";

    public string Number { get; private set; } = "";

    public async Task ApplyAsync()
    {
        var visitor = await server.SignInAsync(applicant);
        _name = (await visitor.GetAsync("/api/session"))["user"].GetProperty("name").GetString()!;
        var draft = await visitor.GetAsync($"/api/drafts/{(await visitor.PostAsync($"/api/services/{Service}/drafts")).Text("id")}");
        var values = _acts[0].GetProperty("form").EnumerateObject().Where(p => !Prefilled.Contains(p.Name)).ToDictionary(p => p.Name, p => (object)p.Value);
        values["uscc"] = "91220104MA99A00145";
        values["employerName"] = "长春北湖光电科技有限公司";
        foreach (var document in _acts[0].GetProperty("documents").EnumerateArray().Select(d => d.GetString()!))
        {
            var uploaded = await visitor.UploadAsync($"/api/documents?draft={draft.Text("id")}&type={document}", "%PDF-1.7 a page"u8.ToArray(), $"{_name}-{document}.pdf", "application/pdf");
            if (Place(draft, document) is { } field)
            {
                values[field] = new[] { uploaded.Text("id") };
            }
        }

        var saved = await visitor.PutAsync($"/api/drafts/{draft.Text("id")}", new { values, etag = draft.Text("etag") });
        var submitted = await visitor.PostAsync($"/api/drafts/{draft.Text("id")}/submit", new { etag = saved.Text("etag"), idempotencyKey = Key() });
        Assert.True(submitted.Status == 200, submitted.Body.ToString());
        (CaseId, Number) = (submitted.Text("caseId"), submitted.Text("number"));
    }

    /// <summary>Does every act of the scenario before an activity, from another on or from the first after the application.</summary>
    public async Task ToAsync(string activity, string from = "recommend")
    {
        var acts = _acts.Where(a => a.TryGetProperty("act", out _)).ToList();
        foreach (var act in acts.SkipWhile(a => a.GetProperty("activity").GetString() != from).TakeWhile(a => a.GetProperty("activity").GetString() != activity))
        {
            var (visitor, task) = await OpenAsync(act.GetProperty("by").GetString()!);
            var done = await visitor.PostAsync($"/api/tasks/{task.Text("id")}/acts/{act.GetProperty("act").GetString()}", Body(task.Text("etag"), act));
            Assert.True(done.Status == 200, done.Body.ToString());
        }
    }

    /// <summary>The panel is drawn, everybody who was takes the seat, and it is convened.</summary>
    public async Task ConveneAsync()
    {
        var (lead, _) = await DrawAsync();
        foreach (var name in (string[])["qiao", "yan", "zou", "meng", "dai"])
        {
            await ActAsync(await server.SignInAsync($"expert.{name}"), "takePart");
        }

        await ActAsync(lead, "convene");
    }

    /// <summary>The experts of the panel are drawn and have not answered.</summary>
    public async Task<(Visitor Lead, string Address)> DrawAsync()
    {
        var lead = await server.SignInAsync("qin.yue");
        var address = $"/api/tasks/{await TaskIdAsync(lead)}/draw";
        var drawn = await lead.PostAsync(address, new { etag = (await lead.GetAsync(address)).Text("etag"), idempotencyKey = Key() });
        Assert.True(drawn.Status == 200, drawn.Body.ToString());
        return (lead, address);
    }

    /// <summary>Somebody does an act in their task of the case.</summary>
    public async Task ActAsync(Visitor visitor, string act, string? reason = null)
    {
        var task = await visitor.GetAsync($"/api/tasks/{await TaskIdAsync(visitor)}");
        var done = await visitor.PostAsync($"/api/tasks/{task.Text("id")}/acts/{act}", new { etag = task.Text("etag"), idempotencyKey = Key(), reason });
        Assert.True(done.Status == 200, done.Body.ToString());
    }

    /// <summary>The case's task as somebody of the scenario sees it.</summary>
    public async Task<(Visitor Visitor, Answer Task)> OpenAsync(string person)
    {
        var visitor = await server.SignInAsync(People[person]);
        var task = await visitor.GetAsync($"/api/tasks/{await TaskIdAsync(visitor)}");
        Assert.True(task.Status == 200, task.Body.ToString());
        return (visitor, task);
    }

    /// <summary>The body of the scenario's act at an activity.</summary>
    public Dictionary<string, object?> Body(string etag, string activity) =>
        Body(etag, _acts.Single(a => a.TryGetProperty("activity", out var at) && at.GetString() == activity));

    public async Task<string> TaskIdAsync(Visitor visitor)
    {
        var inbox = await visitor.GetAsync($"/api/inbox?q={Number}");
        return inbox["items"].EnumerateArray().Single(i => i.GetProperty("caseId").GetString() == CaseId).GetProperty("taskId").GetString()!;
    }

    public static string Key() => Guid.NewGuid().ToString();

    private static Dictionary<string, object?> Body(string etag, JsonElement act) => new()
    {
        ["etag"] = etag,
        ["idempotencyKey"] = Key(),
        ["opinion"] = act.GetProperty("opinion").GetString(),
        ["form"] = act.TryGetProperty("form", out var form) ? form : null,
    };

    /// <summary>The field in which documents of a type stand; null for those that stand in rows.</summary>
    private static string? Place(Answer draft, string document) => (
        from section in draft["form"].GetProperty("sections").EnumerateArray()
        from component in section.GetProperty("components").EnumerateArray()
        where component.GetProperty("document") is { ValueKind: JsonValueKind.Object } rule && rule.GetProperty("type").GetString() == document
        select component.GetProperty("key").GetString()).SingleOrDefault();

    private static JsonElement[] Acts(string scenario)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Approvals.sln")))
        {
            folder = folder.Parent!;
        }

        var file = Path.Combine(folder.FullName, "workflows", Service, "scenarios", $"{scenario}.json");
        return [.. JsonDocument.Parse(File.ReadAllBytes(file)).RootElement.GetProperty("acts").EnumerateArray()];
    }
}
