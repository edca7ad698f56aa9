using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>
/// Texts that would run if a page took them for more than text, stored by people of each side and shown to the other: in answers, file
/// names, messages, reasons, letters, objections on notices and names of organisations. Nothing runs, and each is shown as it was written.
/// </summary>
public sealed class HostileTextStory(Product product) : IClassFixture<Product>
{
    private const string Picture = "<img src=x onerror=\"window.struck=1\">";
    private const string Link = "[click](javascript:window.struck=2)";
    private const string Script = "</script><script>window.struck=3</script>";
    private const string Message = Picture + Link;
    private const string Reason = Script + Picture + Link;

    /// <summary>As a form carries it: a quotation mark would end the name there.</summary>
    private static readonly string FileName = Picture.Replace('"', '_');

    [Fact]
    public async Task Texts_ThatWouldRun_AreShownAndDoNot()
    {
        await using var cases = new Caseload(product);
        var applicant = await cases.AsAsync("lam.kaho");
        var own = new
        {
            birthDate = DemonstrationPeople.BirthDateOf("lam.kaho"),
            degree = "doctor",
            title = "full",
            titleName = Link,
            level = "B",
            clause = "title",
            school = Picture,
            summary = Script,
        };
        var draft = await PreparedApplication.FillAsync(applicant, own);
        var file = SamplePdf.File(FileName);
        var uploaded = await applicant.UploadAsync($"/api/documents?draft={draft}&type=title", file);
        var shown = await applicant.GetAsync($"/api/drafts/{draft}");
        await applicant.PutAsync($"/api/drafts/{draft}", new { values = new { docTitle = new[] { uploaded.Text("id") } }, etag = shown.Text("etag") });
        var etag = (await applicant.GetAsync($"/api/drafts/{draft}")).Text("etag");
        var filed = await applicant.PostAsync($"/api/drafts/{draft}/submit", new { etag, idempotencyKey = Guid.NewGuid().ToString("N") });
        await applicant.PostAsync($"/api/cases/{filed.Text("caseId")}/messages", new { text = Message });

        await ReviewAsync(cases, filed.Text("number"), filed.Text("caseId"));
        await ApplyAsync(filed.Text("caseId"));
        await ObjectAsync(cases);
        await OrganisationAsync(cases);
    }

    /// <summary>The employer's agent reads it, and sends it back with a reason of the same kind.</summary>
    private async Task ReviewAsync(Caseload cases, string number, string id)
    {
        await using var agent = await Person.EnterAsync(product, "wang.fang");
        var task = await cases.TaskAsync("wang.fang", number);
        await LooksHarmlessAsync(agent.Page, $"/work/tasks/{task}", Picture, Link, Script, FileName);
        await LooksHarmlessAsync(agent.Page, $"/work/cases/{id}", Picture, Message);

        await cases.ActAsync("wang.fang", number, "return", null, more: new { target = "applicant", reason = Reason, fields = new[] { "school" } });
    }

    /// <summary>The applicant finds it in the case, in the letter that tells of the return, and at the field.</summary>
    private async Task ApplyAsync(string id)
    {
        await using var applicant = await Person.EnterAsync(product, "lam.kaho");
        var caller = ApiCaller.Of(applicant.Page);
        await LooksHarmlessAsync(applicant.Page, $"/cases/{id}", Picture, Message, Reason);
        var letters = (await caller.GetAsync($"/api/cases/{id}")).GetProperty("letters").EnumerateArray().ToList();
        Assert.NotEmpty(letters);
        foreach (var letter in letters)
        {
            await LooksHarmlessAsync(applicant.Page, $"/letters/{letter.Text("id")}");
        }

        var task = (await caller.GetAsync("/api/home")).GetProperty("waiting").EnumerateArray().Single(w => w.Text("caseId") == id).Text("taskId");
        await LooksHarmlessAsync(applicant.Page, $"/tasks/{task}/correction", Reason);
    }

    /// <summary>Anybody objects on the notice of a case, whose fields say the same; who rules reads it, and the applicant reads the ruling.</summary>
    private async Task ObjectAsync(Caseload cases)
    {
        var applicant = await cases.AsAsync("liu.bowen");
        var own = new { birthDate = DemonstrationPeople.BirthDateOf("liu.bowen"), degree = "master", title = "full", titleName = Link, level = "D", clause = "title", school = Picture };
        var filed = await PreparedApplication.SubmitAsync(applicant, own);
        await cases.ToNoticeAsync(filed.Number);
        await using var anybody = await Person.VisitAsync(product);
        var caller = ApiCaller.Of(anybody.Page);
        var notice = (await caller.GetAsync("/api/notices")).GetProperty("items").EnumerateArray().Single(n => n.Text("title").Contains(filed.Number, StringComparison.Ordinal)).Text("id");
        await caller.PostAsync($"/api/notices/{notice}/objections", new { name = Picture, contact = Link, reason = Reason });
        await LooksHarmlessAsync(anybody.Page, $"/notices/{notice}");

        await using var ruler = await Person.EnterAsync(product, "bai.lin");
        await LooksHarmlessAsync(ruler.Page, $"/work/tasks/{await cases.TaskAsync("bai.lin", filed.Number)}", Picture, Link, Reason);
        await cases.ActAsync("bai.lin", filed.Number, "dismiss", null, more: new { opinion = Reason });

        await using var reader = await Person.EnterAsync(product, "li.hui");
        await LooksHarmlessAsync(reader.Page, $"/work/cases/{filed.Id}", Reason);
    }

    /// <summary>An organisation's name stands in lists of administration.</summary>
    private async Task OrganisationAsync(Caseload cases)
    {
        var admin = await cases.AsAsync("admin.system");
        await admin.PostAsync("/api/admin/organisations", new { uscc = "91220100MA99B0001Q", name = Picture, kind = "enterprise", region = "220100" });

        await using var person = await Person.EnterAsync(product, "admin.system");
        await LooksHarmlessAsync(person.Page, "/admin/organisations");
        await person.Page.GetByRole(AriaRole.Searchbox).First.FillAsync("91220100MA99B0001Q");
        await person.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(person.Page.GetByText(Picture).First).ToBeVisibleAsync();
        await IsHarmlessAsync(person.Page);
    }

    private static async Task LooksHarmlessAsync(IPage page, string address, params string[] shown)
    {
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Heading).First.WaitForAsync();
        foreach (var text in shown)
        {
            await Assertions.Expect(page.GetByText(text).First).ToBeAttachedAsync();
        }

        await IsHarmlessAsync(page);
    }

    private static async Task IsHarmlessAsync(IPage page)
    {
        Assert.Equal("none", await page.EvaluateAsync<string>("String(window.struck ?? 'none')"));
        Assert.Equal(0, await page.Locator("img[src='x'], a[href^='javascript:' i], main script, [onerror]").CountAsync());
    }
}
