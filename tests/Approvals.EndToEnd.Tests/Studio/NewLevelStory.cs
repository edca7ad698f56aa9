using System.Globalization;
using System.Text.RegularExpressions;
using Approvals.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Studio;

/// <summary>
/// A policy editor who has never seen JSON adds a level, a form field and a review step to a service, sees what that does to last year's cases,
/// and a colleague publishes it for the first of next month. Every step is done in the page.
/// </summary>
public sealed class NewLevelStory : IAsyncLifetime
{
    private const string Note = "落实会议纪要：增设 F 类，复核专家召集，青年公寓须贡献突出。";

    private readonly Product _product = new();

    public Task InitializeAsync() => _product.InitializeAsync();

    public Task DisposeAsync() => _product.DisposeAsync();

    [Fact]
    public async Task Editor_AddsLevelFieldAndStep_AColleaguePublishesItForTheFirstOfNextMonth()
    {
        await GrantAsync("chen.siyu", "doctor");
        await using var editor = await Person.EnterAsync(_product, "zhou.min");
        var page = editor.Page;
        var today = DateOnly.Parse((await ApiCaller.Of(page).GetAsync("/api/session")).Text("today"), CultureInfo.InvariantCulture);
        var day = new DateOnly(today.Year, today.Month, 1).AddMonths(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        await BeginAsync(page);
        await AddLevelAsync(page);
        await AddFieldAsync(page);
        await AddRulesAsync(page);
        await ChangeCardAsync(page);
        await AddStepAsync(page);
        await ReplayAsync(page);
        await HandOverAsync(page, day);
        await ApproveAsync(page.Url, day);
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText(day).First).ToBeVisibleAsync();
    }

    /// <summary>A case that came to a grant: last year's, as far as the demonstration's clock is concerned.</summary>
    private async Task GrantAsync(string user, string degree)
    {
        await using var cases = new Caseload(_product);
        var applicant = await cases.AsAsync(user);
        var filed = await PreparedApplication.SubmitAsync(applicant, new
        {
            birthDate = DemonstrationPeople.BirthDateOf(user),
            degree,
            title = "associate",
            titleName = "高级工程师",
            level = "E",
            clause = "degree",
        });
        await cases.ToProvinceAsync(filed.Number);
        await cases.ActAsync("li.hui", filed.Number, "approve", StepAnswers.Check);
        await Demonstration.ForwardAsync(applicant, days: 12);
        await cases.ActAsync("guo.zhenhai", filed.Number, "approve", null);
    }

    private static async Task BeginAsync(IPage page)
    {
        await page.GotoAsync("/studio");
        await page.GetByRole(AriaRole.Region, new() { Name = "柔性引进人才分类定级" }).GetByRole(AriaRole.Link, new() { Name = "打开" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "以此建新草稿" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "以此建新草稿" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "提交发布" })).ToBeEnabledAsync();
    }

    private static async Task AddLevelAsync(IPage page)
    {
        await OpenAsync(page, "期限与规则");
        await page.GetByRole(AriaRole.Button, new() { Name = "层次", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "添加：" }).ClickAsync();
        await WriteAsync(page.Locator("[data-setting=code] input").Last, "F");
        await WriteAsync(page.Locator("[data-setting=name] input").First, "F类");
        await WriteAsync(page.Locator("[data-setting=name] input").Nth(1), "Class F");
        await SavedAsync(page);
    }

    private static async Task AddFieldAsync(IPage page)
    {
        await OpenAsync(page, "表单");
        await page.GetByLabel("表单", new() { Exact = true }).First.ClickAsync();
        await page.Locator(".ant-select-item-option").GetByText("application").First.ClickAsync();
        await page.Locator("[data-part=level]").GetByRole(AriaRole.Button).First.ClickAsync();
        var properties = page.Locator("section[aria-labelledby=part-name]");
        await properties.Locator("[data-setting=values]").GetByRole(AriaRole.Button, new() { Name = "添加：" }).ClickAsync();
        await WriteAsync(properties.Locator("[data-setting=values] [data-setting=value] input").Last, "F");
        await WriteAsync(properties.Locator("[data-setting=values] [data-setting=label] input").Nth(0), "F类 后备青年人才");
        await WriteAsync(properties.Locator("[data-setting=values] [data-setting=label] input").Nth(1), "Class F: young talent");
        await page.GetByRole(AriaRole.Button, new() { Name = "单行文字", Exact = true }).ClickAsync();
        await Assertions.Expect(properties.Locator("[data-setting=key] input")).ToHaveValueAsync("textfield1");
        await WriteAsync(properties.Locator("[data-setting=label] input").First, "护照");
        await WriteAsync(properties.Locator("[data-setting=label] input").Nth(1), "Passport");
        await SavedAsync(page);
    }

    /// <summary>Who of the new level is recognised, and who is not; the table says at once that it has no gap.</summary>
    private static async Task AddRulesAsync(IPage page)
    {
        await OpenAsync(page, "规则表");
        await DecisionAsync(page, "分类定级条件表");
        await AllowAsync(page, "申报层次", "\"A\", \"B\", \"C\", \"D\", \"E\", \"F\"");
        await RuleAsync(page, 19, ("申报层次", "\"F\""), ("职称", "\"intermediate\""), ("处理", "\"direct\""), ("依据", "\"clause-e2\""));
        await RuleAsync(page, 20, ("申报层次", "\"F\""), ("处理", "\"not-met\""), ("依据", "\"clause-missing-e\""));
        await Assertions.Expect(page.GetByText("没有发现空缺、重叠或多余的规则。").Or(page.GetByText("已标为有意").First).First).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    /// <summary>The flat for the young, of levels E and F, is now for those with an outstanding contribution: that changes past cases.</summary>
    private static async Task ChangeCardAsync(IPage page)
    {
        await DecisionAsync(page, "证卡项目表");
        await AllowAsync(page, "认定层次", "\"A\", \"B\", \"C\", \"D\", \"E\", \"F\"");
        await CellAsync(page, 5, "认定层次", "\"E\", \"F\"");
        await CellAsync(page, 5, "条件", "\"at-work-outstanding\"");
        await SavedAsync(page);
    }

    private static async Task AddStepAsync(IPage page)
    {
        await OpenAsync(page, "流程");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "搜索环节" }).FillAsync("重新召集专家");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "重新召集专家的设置" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "在“重新召集专家”之后添加" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "审批" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "审批的设置" })).ToBeVisibleAsync();
        var drawer = page.GetByRole(AriaRole.Complementary, new() { Name = "的设置" });
        await WriteAsync(drawer.GetByLabel("中文").First, "召集复核");
        await drawer.GetByRole(AriaRole.Button, new() { Name = "添加办理人" }).ClickAsync();
        await Assertions.Expect(drawer.Locator("[data-setting=participants]")).ToContainTextAsync("审核人员");
        await WriteAsync(drawer.Locator("[data-setting=limit]").GetByRole(AriaRole.Spinbutton).First, "3");
        await drawer.GetByRole(AriaRole.Group, new() { Name = "各结果走向" }).GetByLabel("不同意").ClickAsync();
        await page.Locator(".ant-select-item-option").GetByText("不予认定", new() { Exact = true }).Last.ClickAsync();
        await SavedAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "提交发布" })).ToBeEnabledAsync(new() { Timeout = 60_000 });
    }

    /// <summary>All scenarios, then last year's cases: which change, why, and what the editor says to it.</summary>
    private static async Task ReplayAsync(IPage page)
    {
        await OpenAsync(page, "测试");
        await page.GetByRole(AriaRole.Button, new() { Name = "全部运行" }).ClickAsync();
        await Assertions.Expect(page.GetByText("通过", new() { Exact = true }).First).ToBeVisibleAsync(new() { Timeout = 300_000 });
        await Assertions.Expect(page.GetByText("未通过", new() { Exact = true })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "开始重放" }).ClickAsync();
        await Assertions.Expect(page.GetByText("1 件中 1 件结果会变化")).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await Assertions.Expect(page.GetByText("办法第五条").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "符合预期" }).ClickAsync();
        await Assertions.Expect(page.GetByText("周敏").Last).ToBeVisibleAsync();
        await page.LookAsync("studio-replayed");
        await page.SetViewportSizeAsync(1440, 900);
    }

    private static async Task HandOverAsync(IPage page, string day)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "提交发布" }).ClickAsync();
        await Assertions.Expect(page.GetByText("1 件变化，0 件待说明")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("护照").First).ToBeVisibleAsync();
        var panel = page.Locator("#proposal");
        await panel.GetByLabel("建议生效日期").FillAsync(day);
        await panel.GetByLabel("建议生效日期").PressAsync("Enter");
        await panel.GetByLabel("提交说明").FillAsync(Note);
        await page.LookAsync("studio-publish");
        await page.SetViewportSizeAsync(1440, 900);
        await panel.GetByRole(AriaRole.Button, new() { Name = "提交复核" }).ClickAsync();
        await Assertions.Expect(panel).ToHaveCountAsync(0, new() { Timeout = 300_000 });
        await Assertions.Expect(page.GetByText(Note)).ToBeVisibleAsync();
    }

    /// <summary>Another person sees the differences, what was played and said, and publishes for the day proposed.</summary>
    private async Task ApproveAsync(string address, string day)
    {
        await using var approver = await Person.EnterAsync(_product, "tao.ran");
        var page = approver.Page;
        await page.GotoAsync(address);
        foreach (var seen in new[] { "召集复核", "护照", "1 件中 1 件结果会变化", "符合预期", Note })
        {
            await Assertions.Expect(page.GetByText(seen).First).ToBeVisibleAsync();
        }

        await page.LookAsync("studio-approving");
        await page.SetViewportSizeAsync(1440, 900);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^发 ?布$") }).ClickAsync();
        var drawer = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(drawer.GetByLabel("从哪一天起生效")).ToHaveValueAsync(day, new() { Timeout = 300_000 });
        await drawer.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^发 ?布$") }).ClickAsync();
        await Assertions.Expect(drawer).ToBeHiddenAsync(new() { Timeout = 300_000 });
        var published = (await ApiCaller.Of(page).GetAsync("/api/policy/versions?service=talent-classification")).EnumerateArray().First(v => v.Text("note") == Note);
        Assert.Equal(("published", day), (published.Text("state"), published.Text("effectiveFrom")));
    }

    private static Task OpenAsync(IPage page, string tab) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "工作室页面" }).GetByRole(AriaRole.Link, new() { Name = tab }).ClickAsync();

    private static async Task DecisionAsync(IPage page, string name)
    {
        await page.GetByLabel("选择规则表或决策").ClickAsync();
        await page.Locator(".ant-select-item-option").GetByText(name).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = $"规则表：{name}" })).ToBeVisibleAsync();
    }

    private static async Task AllowAsync(IPage page, string column, string values)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"设置列 {column}" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await WriteAsync(dialog.GetByLabel("允许值"), values);
        await SavedAsync(page);
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^关 ?闭$") }).Last.ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();
    }

    private static async Task RuleAsync(IPage page, int row, params (string Column, string Text)[] cells)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "添加规则" }).ClickAsync();
        await Assertions.Expect(page.Locator($"#cell-{row}-0")).ToBeVisibleAsync();
        foreach (var (column, text) in cells)
        {
            await CellAsync(page, row, column, text);
        }
    }

    private static async Task CellAsync(IPage page, int row, string column, string text)
    {
        var heads = await page.GetByRole(AriaRole.Grid).GetByRole(AriaRole.Columnheader).Filter(new() { Has = page.Locator("b") }).AllInnerTextsAsync();
        var place = heads.ToList().FindIndex(h => h.StartsWith(column, StringComparison.Ordinal));
        Assert.True(place > 0, $"{column} is none of {string.Join(" | ", heads)}");
        await page.Locator($"#cell-{row}-{place - 1}").ClickAsync();
        await Assertions.Expect(page.GetByText($"规则 {row + 1} · {column}").First).ToBeVisibleAsync();
        await page.GetByLabel("单元格内容").FillAsync(text);
        await page.GetByLabel("单元格内容").PressAsync("Enter");
        await SavedAsync(page);
        await Assertions.Expect(page.GetByLabel("单元格内容")).ToHaveValueAsync(text);
    }

    private static async Task WriteAsync(ILocator field, string text)
    {
        await field.FillAsync(text);
        await field.BlurAsync();
    }

    private static Task SavedAsync(IPage page) => Assertions.Expect(page.GetByText("已保存").First).ToBeVisibleAsync();
}
