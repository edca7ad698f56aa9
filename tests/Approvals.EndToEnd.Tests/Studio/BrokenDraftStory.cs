using System.Text.Json;
using Approvals.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Studio;

/// <summary>
/// An editor breaks a draft: a promise that no path keeps, a gap in a table, a review with nobody to act. Each is told where it is and lit; the
/// draft goes no further, by the page or past it; and nobody's case hears of it.
/// </summary>
[Collection(ProductStories.Name)]
public sealed class BrokenDraftStory(Product product)
{
    private const string Live = "/api/policy/versions?service=talent-classification";

    [Fact]
    public async Task Draft_ThatIsBroken_IsToldEverywhereAndGoesNoFurther()
    {
        await using var editor = await Person.EnterAsync(product, "zhou.min");
        await using var cases = new Caseload(product);
        var page = editor.Page;
        var api = ApiCaller.Of(page);
        var filed = await FileAsync(await cases.AsAsync("liu.bowen"));
        var id = (await api.UploadAsync("/api/policy/versions", PagePackages.Next())).Text("version");

        await PromiseTooMuchAsync(page, id);
        await LightPathAsync(page, id);
        await MakeGapAsync(page, id);
        await LeaveNobodyAsync(page, id);
        await RefusedInThePageAsync(page, id);
        await RefusedByTheApiAsync(page, id);
        await GoesOnAsync(api, cases, filed);
        await (await cases.AsAsync("liu.bowen")).PostAsync($"/api/cases/{filed.Id}/withdraw", new { reason = "不再需要" });
    }

    /// <summary>The notice lasts five working days; ten are promised.</summary>
    private static async Task PromiseTooMuchAsync(IPage page, string id)
    {
        await page.GotoAsync($"/studio/{id}/rules?section=guarantees");
        await page.GetByRole(AriaRole.Button, new() { Name = "公示满 5 个工作日才发证" }).First.ClickAsync();
        var days = page.Locator("[data-setting=minWorkingDays] input");
        await Assertions.Expect(days).ToHaveValueAsync("5");
        await days.FillAsync("10");
        await days.BlurAsync();
        await Assertions.Expect(Tab(page, "期限与规则").GetByRole(AriaRole.Img)).ToBeVisibleAsync(new() { Timeout = 40_000 });
        await page.LookAsync("studio-guarantees");
        await page.SetViewportSizeAsync(1440, 900);
    }

    /// <summary>The path that breaks the promise: in words in the list, lit step by step on the flow.</summary>
    private static async Task LightPathAsync(IPage page, string id)
    {
        await page.GotoAsync($"/studio/{id}/overview");
        var path = page.GetByRole(AriaRole.List, new() { Name = "违反保证的路径" });
        await Assertions.Expect(path).ToContainTextAsync("公示");
        await page.LookAsync("studio-broken-promise");
        await page.SetViewportSizeAsync(1440, 900);
        await page.GetByRole(AriaRole.Link, new() { Name = "在流程图上点亮" }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("违反保证的路径：")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-step=notice] [aria-label^='路径第']")).ToBeVisibleAsync();
        await page.LookAsync("studio-lit-path");
        await page.SetViewportSizeAsync(1440, 900);
        await page.GetByRole(AriaRole.Button, new() { Name = "不再显示" }).ClickAsync();
        await Assertions.Expect(page.Locator("[aria-label^='路径第']")).ToHaveCountAsync(0);
    }

    /// <summary>Level E has no way any more.</summary>
    private static async Task MakeGapAsync(IPage page, string id)
    {
        await page.GotoAsync($"/studio/{id}/tables?file=route.dmn&decision=route");
        await page.Locator("#cell-1-0").ClickAsync();
        await page.GetByLabel("单元格内容").FillAsync("\"C\",\"D\"");
        await page.GetByLabel("单元格内容").PressAsync("Enter");
        await Assertions.Expect(page.GetByText("空缺").First).ToBeVisibleAsync(new() { Timeout = 40_000 });
        await Assertions.Expect(Tab(page, "规则表").GetByRole(AriaRole.Img)).ToBeVisibleAsync(new() { Timeout = 40_000 });
    }

    private static async Task LeaveNobodyAsync(IPage page, string id)
    {
        await page.GotoAsync($"/studio/{id}/flow");
        await page.GetByRole(AriaRole.Button, new() { Name = "在“用人单位推荐”之后添加" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "审批" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("[data-step=review]")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "问题" }).GetByRole(AriaRole.Listitem).Filter(new() { HasText = "审批" }).First).ToBeVisibleAsync();
        await Assertions.Expect(Tab(page, "流程").GetByRole(AriaRole.Img)).ToBeVisibleAsync(new() { Timeout = 40_000 });
    }

    private static async Task RefusedInThePageAsync(IPage page, string id)
    {
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "提交发布" })).ToBeDisabledAsync();
        await page.GotoAsync($"/studio/{id}/publish");
        var panel = page.Locator("#proposal");
        await panel.GetByLabel("建议生效日期").FillAsync("2099-01-01");
        await panel.GetByLabel("建议生效日期").PressAsync("Enter");
        await panel.GetByLabel("提交说明").FillAsync("试一试。");
        await Assertions.Expect(panel.GetByRole(AriaRole.Status)).ToContainTextAsync("个错误须先解决");
        await Assertions.Expect(panel.GetByRole(AriaRole.Button, new() { Name = "提交复核" })).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "运行检查" }).ClickAsync();
        await Assertions.Expect(page.Locator("#checks").GetByText("须改正").First).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await page.LookAsync("studio-publish-refused");
        await page.SetViewportSizeAsync(1440, 900);
    }

    /// <summary>Past the page it is refused as well, with the reasons in words; the draft stays a draft.</summary>
    private static async Task RefusedByTheApiAsync(IPage page, string id)
    {
        var token = (await page.Context.CookiesAsync()).First(c => c.Name == "XSRF-TOKEN").Value;
        var refused = await page.Context.APIRequest.PostAsync($"/api/policy/versions/{id}/submit", new()
        {
            Headers = new Dictionary<string, string> { ["X-XSRF-TOKEN"] = Uri.UnescapeDataString(token), ["Accept-Language"] = "zh-CN" },
            DataObject = new { effectiveFrom = "2099-01-01", note = "绕过页面。" },
        });
        var problem = JsonSerializer.Deserialize<JsonElement>(await refused.TextAsync());
        Assert.Equal((409, "policies.notSound"), (refused.Status, problem.Text("code")));
        Assert.Contains("必须先改正", problem.ToString(), StringComparison.Ordinal);
        var version = (await ApiCaller.Of(page).GetAsync(Live)).EnumerateArray().Single(v => v.Text("id") == id);
        Assert.Equal("draft", version.Text("state"));
    }

    private static Task<Submitted> FileAsync(ApiCaller applicant) => PreparedApplication.SubmitAsync(applicant, new
    {
        birthDate = DemonstrationPeople.BirthDateOf("liu.bowen"),
        degree = "doctor",
        title = "associate",
        titleName = "高级工程师",
        level = "E",
        clause = "degree",
    });

    /// <summary>The case stands by the version it began with, and goes on.</summary>
    private static async Task GoesOnAsync(ApiCaller api, Caseload cases, Submitted filed)
    {
        await cases.RecommendAsync(filed.Number);
        Assert.NotEmpty(await cases.TaskAsync("liu.ying", filed.Number));
        var live = (await api.GetAsync(Live)).EnumerateArray().Single(v => v.GetProperty("inForce").GetBoolean());
        Assert.True(live.GetProperty("openCases").GetInt32() > 0);
    }

    private static ILocator Tab(IPage page, string name) => page.GetByRole(AriaRole.Navigation, new() { Name = "工作室页面" }).GetByRole(AriaRole.Link, new() { Name = name });
}
