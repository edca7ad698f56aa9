using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Studio;

/// <summary>
/// A city's variant of a service: begun in the page, changed, shown by its differences only; once the province publishes a newer version, the
/// variant takes it over, and what does not fit is listed until it is dismissed.
/// </summary>
public sealed class VariantStory : IAsyncLifetime
{
    private const string Base = "a-base";

    private readonly Product _product = new();

    public Task InitializeAsync() => _product.InitializeAsync();

    public Task DisposeAsync() => _product.DisposeAsync();

    [Fact]
    public async Task Variant_OfAService_ShowsItsDifferencesAndTakesANewerBaseOver()
    {
        await using var editor = await Person.EnterAsync(_product, "zhou.min");
        var (page, api) = (editor.Page, ApiCaller.Of(editor.Page));
        var older = (await api.PostAsync("/api/studio/services", new { code = Base, nameZh = "样例事项", nameEn = "Sample" })).Text("id");
        await PublishAsync(api, older);

        await BeginAsync(page);
        await page.GetByLabel("简介（英文）", new() { Exact = true }).FillAsync("For one city.");
        await page.GetByLabel("简介（英文）", new() { Exact = true }).PressAsync("Tab");
        await Assertions.Expect(page.Locator("#variant")).ToContainTextAsync("For one city.");
        await ChangeAsync(api, page.Url.Split('/')[^2], new { kind = "value.set", file = "service.json", at = "/remedies/[kind=lawsuit]/length", value = 5 });

        var newer = (await api.PostAsync($"/api/studio/drafts/{older}/fork", new { })).Text("id");
        await ChangeAsync(api, newer, new { kind = "value.remove", file = "service.json", at = "/remedies/[kind=lawsuit]" });
        await PublishAsync(api, newer);
        await TakeOverAsync(page);
    }

    private static async Task BeginAsync(IPage page)
    {
        await page.GotoAsync("/studio");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建事项" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("代码").FillAsync("a-variant");
        await dialog.GetByLabel("中文名称").FillAsync("样例事项（长春）");
        await dialog.GetByLabel("英文名称").FillAsync("Sample in Changchun");
        await ChooseAsync(page, dialog.Locator(".ant-select").First, "继承 样例事项 v1 的地方版");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^建 ?立$") })).ToBeDisabledAsync();
        await ChooseAsync(page, dialog.Locator(".ant-select").Nth(1), "吉林省");
        await ChooseAsync(page, dialog.Locator(".ant-select").Nth(2), "长春市");
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^建 ?立$") }).ClickAsync();
        await Assertions.Expect(page.GetByText("继承自 样例事项 v1")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#variant").GetByText("长春市", new() { Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>The variant's own stands on the newer base; what has no place there any more is told.</summary>
    private static async Task TakeOverAsync(IPage page)
    {
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("现行版本是 v2")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "套用新版" }).ClickAsync();
        await Assertions.Expect(page.GetByText("继承自 样例事项 v2")).ToBeVisibleAsync();
        var aside = page.GetByRole(AriaRole.Region, new() { Name = "未能套用到新版的改动" });
        await Assertions.Expect(aside.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#variant")).ToContainTextAsync("For one city.");
        await page.LookAsync("studio-variant");
        await page.SetViewportSizeAsync(1440, 900);
        await aside.GetByRole(AriaRole.Button, new() { Name = "知道了" }).ClickAsync();
        await Assertions.Expect(aside).ToBeHiddenAsync();
    }

    private async Task PublishAsync(ApiCaller editor, string id)
    {
        var today = (await editor.GetAsync("/api/session")).Text("today");
        await editor.PostAsync($"/api/policy/versions/{id}/submit", new { effectiveFrom = today, note = "试行。" });
        await using var person = await Person.EnterAsync(_product, "tao.ran");
        var approver = ApiCaller.Of(person.Page);
        var version = (await approver.GetAsync($"/api/policy/versions?service={Base}")).EnumerateArray().Single(v => v.Text("id") == id);
        await approver.PostAsync($"/api/policy/versions/{id}/publish", new { effectiveFrom = today, etag = version.Text("hash") });
    }

    private static async Task ChangeAsync(ApiCaller api, string draft, object command)
    {
        var on = (await api.GetAsync($"/api/studio/drafts/{draft}")).GetProperty("revision").GetInt32();
        await api.PostAsync($"/api/studio/drafts/{draft}/edits", new { @base = on, key = Guid.NewGuid().ToString("N"), commands = new[] { command } });
    }

    private static async Task ChooseAsync(IPage page, ILocator select, string choice)
    {
        await select.ClickAsync();
        await page.Locator(".ant-select-item-option").GetByText(choice, new() { Exact = true }).Last.ClickAsync();
    }
}
