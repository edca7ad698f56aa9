using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Studio;

/// <summary>
/// A service is begun in the studio and changed in two browsers: what is entered in different places stands side by side, what meets is shown
/// to the second and written over only when they say so; and a change is taken back in a later session.
/// </summary>
[Collection(ProductStories.Name)]
public sealed class TwoEditorsStory(Product product)
{
    private const string Editor = "zhou.min";

    [Fact]
    public async Task Draft_ChangedInTwoBrowsers_IsNeverWrittenOverUnseen()
    {
        await using var first = await Person.EnterAsync(product, Editor);
        await BeginAsync(first.Page, $"two-editors-{Guid.NewGuid():N}"[..30]);
        await using var second = await Person.EnterAsync(product, Editor);
        await second.Page.RouteAsync("**/presence", route => route.AbortAsync());
        await second.Page.GotoAsync(first.Page.Url);
        await Assertions.Expect(Entry(second.Page, "名称（英文）")).ToHaveValueAsync("Travel");

        await EnterAsync(first.Page, "名称（英文）", "Travel channel");
        await SavedAsync(first.Page);
        await EnterAsync(second.Page, "简介（英文）", "For travellers.");
        await SavedAsync(second.Page);
        await Assertions.Expect(Entry(second.Page, "名称（英文）")).ToHaveValueAsync("Travel channel");

        await EnterAsync(first.Page, "名称（中文）", "出行绿色通道");
        await SavedAsync(first.Page);
        await EnterAsync(second.Page, "名称（中文）", "出行通道");
        var dialog = second.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("出行绿色通道");
        await Assertions.Expect(dialog).ToContainTextAsync("出行通道");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "改用我的" }).ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await SavedAsync(second.Page);
        await Assertions.Expect(second.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("出行通道");

        await using var later = await Person.EnterAsync(product, Editor);
        await later.Page.GotoAsync(first.Page.Url);
        await later.Page.GetByRole(AriaRole.Button, new() { Name = "撤销", Exact = true }).ClickAsync();
        await Assertions.Expect(later.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("出行绿色通道");
        await HistoryAsync(later.Page);
    }

    private static async Task BeginAsync(IPage page, string code)
    {
        await page.GotoAsync("/studio");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建事项" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("代码").FillAsync(code);
        await dialog.GetByLabel("中文名称").FillAsync("出行");
        await dialog.GetByLabel("英文名称").FillAsync("Travel");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "建立", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("出行");
        await Assertions.Expect(page.GetByText("从这里开始")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("0 个错误", new() { Exact = false }).First).ToBeVisibleAsync();
    }

    /// <summary>Every change stands there in words, the one taken back as well.</summary>
    private static async Task HistoryAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "查看历史" }).ClickAsync();
        var drawer = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(drawer.GetByText("已撤销")).ToBeVisibleAsync();
        await Assertions.Expect(drawer.GetByText("名称：出行绿色通道 → 出行通道").First).ToBeVisibleAsync();
    }

    private static ILocator Entry(IPage page, string label) => page.GetByLabel(label, new() { Exact = true });

    private static async Task EnterAsync(IPage page, string label, string text)
    {
        await Entry(page, label).FillAsync(text);
        await Entry(page, label).PressAsync("Tab");
    }

    private static Task SavedAsync(IPage page) => Assertions.Expect(page.GetByText("已保存").First).ToBeVisibleAsync();
}
