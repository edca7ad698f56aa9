using System.Text.Json;
using Approvals.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Studio;

/// <summary>
/// An editor adds a field with its purpose to a form, makes it required on a condition, looks at it on a phone, opens it step by step,
/// changes a letter, a limit and a reminder, and finds all of it in the comparison; nothing of it is JSON.
/// </summary>
[Collection(ProductStories.Name)]
public sealed class FormsStory(Product product)
{
    [Fact]
    public async Task Editor_ChangesFormLetterAndRules_WithoutJson()
    {
        await using var editor = await Person.EnterAsync(product, "zhou.min");
        var page = editor.Page;
        var api = ApiCaller.Of(page);
        var id = (await api.UploadAsync("/api/policy/versions", PagePackages.Next())).Text("version");

        await AddFieldAsync(page, id);
        await PreviewAsync(page);
        await OpenByStepAsync(page);
        await ChangeLetterAsync(page, id);
        await ChangeRulesAsync(page, id);
        await CheckAsync(page, id);
    }

    private static async Task AddFieldAsync(IPage page, string id)
    {
        await page.GotoAsync($"/studio/{id}/forms?form=check");
        await page.GetByRole(AriaRole.Button, new() { Name = "单行文字", Exact = true }).ClickAsync();
        var properties = page.Locator("section[aria-labelledby=part-name]");
        await Assertions.Expect(properties.Locator("[data-setting=key] input")).ToHaveValueAsync("textfield1");
        await WriteAsync(properties.Locator("[data-setting=label] input").First, "护照");
        await WriteAsync(properties.Locator("[data-setting=label] input").Nth(1), "Passport");
        await WriteAsync(properties.Locator("[data-setting='approvals/purpose'] input").First, "核对身份");
        await ChooseAsync(page, properties.Locator("[data-setting='validate/required'] .ant-select"), "满足条件时");
        var required = properties.Locator("[data-setting='validate/required']");
        await Assertions.Expect(required.GetByText("还没有条件", new() { Exact = false })).ToBeVisibleAsync();
        await required.GetByText("FEEL", new() { Exact = true }).ClickAsync();
        await WriteAsync(required.GetByRole(AriaRole.Combobox, new() { Name = "必填" }).Last, "today > @\"2020-01-01\"");
        await required.GetByText("条件搭建").ClickAsync();
        await Assertions.Expect(required.Locator(".ant-select").Filter(new() { HasText = "今天" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-part=textfield1]").GetByText("护照").First).ToBeVisibleAsync();
        await page.Locator("[data-part=textfield1]").GetByRole(AriaRole.Button).First.PressAsync("Alt+ArrowUp");
        await LookAsync(page, "studio-forms");
    }

    private static async Task PreviewAsync(IPage page)
    {
        await page.GetByText("预览", new() { Exact = true }).First.ClickAsync();
        await page.GetByText("手机", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "检查", Exact = true }).Last.ClickAsync();
        await Assertions.Expect(page.GetByText("核对身份").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("请填写此项").First).ToBeVisibleAsync();
        await LookAsync(page, "studio-preview");
    }

    private static async Task OpenByStepAsync(IPage page)
    {
        await page.GetByText("环节权限", new() { Exact = true }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row, new() { Name = "护照" });
        await ChooseAsync(page, row.Locator(".ant-select").First, "只读");
        await Assertions.Expect(row.Locator(".ant-select").First).ToContainTextAsync("只读");
        await LookAsync(page, "studio-rights");
        await page.GetByText("填写中的申请", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("只统计份数")).ToBeVisibleAsync();
    }

    private static async Task ChangeLetterAsync(IPage page, string id)
    {
        await page.GotoAsync($"/studio/{id}/letters?letter=recognition-decision");
        var body = page.GetByLabel("正文", new() { Exact = true });
        await Assertions.Expect(body).Not.ToHaveValueAsync("");
        await body.FillAsync($"{await body.InputValueAsync()}\n\n请在 {{{{ nobody.knows }}}} 前领取。");
        await body.BlurAsync();
        await Assertions.Expect(page.GetByText("nobody.knows").Last).ToBeVisibleAsync();
        await body.FillAsync((await body.InputValueAsync()).Replace("{{ nobody.knows }}", "十日", StringComparison.Ordinal));
        await body.BlurAsync();
        await Assertions.Expect(page.GetByText("请在 十日 前领取。").Last).ToBeVisibleAsync();
        await LookAsync(page, "studio-letters");
    }

    private static async Task ChangeRulesAsync(IPage page, string id)
    {
        await page.GotoAsync($"/studio/{id}/rules?section=limits");
        var length = page.Locator("[data-setting=promised] [data-setting=length] input");
        await WriteAsync(length, "15");
        await LookAsync(page, "studio-limits");
        await page.GotoAsync($"/studio/{id}/rules?section=reminders");
        await page.GetByRole(AriaRole.Button, new() { Name = "添加：提醒规则" }).ClickAsync();
        await WriteAsync(page.Locator("[data-setting=name] input").First, "到期前提醒");
        await WriteAsync(page.Locator("[data-setting=offsets] input"), "-3, -1");
        await LookAsync(page, "studio-reminders");
        await page.GotoAsync($"/studio/{id}/rules?section=clauses");
        await Assertions.Expect(page.GetByText("第 7 条").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "相比修改的条款" })).ToBeVisibleAsync();
        await LookAsync(page, "studio-clauses");
    }

    /// <summary>What was entered stands in the draft's files.</summary>
    private static async Task CheckAsync(IPage page, string id)
    {
        var form = await FileAsync(page, id, "forms/check.json");
        Assert.Contains("护照", form, StringComparison.Ordinal);
        Assert.Contains("核对身份", form, StringComparison.Ordinal);
        Assert.Contains("textfield1", await FileAsync(page, id, "workflow.json"), StringComparison.Ordinal);
        Assert.Contains("请在 十日 前领取。", await FileAsync(page, id, "letters/recognition-decision.zh-CN.md"), StringComparison.Ordinal);
        using var service = JsonDocument.Parse(await FileAsync(page, id, "service.json"));
        Assert.Equal(15, service.RootElement.GetProperty("limits").GetProperty("promised").GetProperty("length").GetInt32());
        Assert.Contains(service.RootElement.GetProperty("reminders").EnumerateArray(), r => r.GetProperty("name").GetProperty("zh-CN").GetString() == "到期前提醒");
    }

    private static async Task<string> FileAsync(IPage page, string id, string path) =>
        await (await page.Context.APIRequest.GetAsync($"/api/studio/drafts/{id}/files/{path}")).TextAsync();

    private static async Task WriteAsync(ILocator field, string text)
    {
        await field.FillAsync(text);
        await field.BlurAsync();
    }

    private static async Task ChooseAsync(IPage page, ILocator select, string choice)
    {
        await select.ClickAsync();
        await page.Locator(".ant-select-item-option").GetByText(choice, new() { Exact = true }).Last.ClickAsync();
    }

    private static async Task LookAsync(IPage page, string name)
    {
        await page.LookAsync(name);
        await page.SetViewportSizeAsync(1440, 900);
    }
}
