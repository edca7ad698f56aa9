using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>An officer keeps a view, takes the next case from it and decides it by keyboard; a lead finds the case behind a figure.</summary>
[Collection(ProductStories.Name)]
public sealed class DeskStory(Product product)
{
    private static readonly object Own = new
    {
        birthDate = DemonstrationPeople.BirthDateOf("zhou.jianhua"),
        degree = "master",
        title = "full",
        titleName = "正高级工程师",
        level = "D",
        clause = "title",
    };

    [Fact]
    public async Task Inbox_WithAViewAndKeys_TakesTheNextCaseAndDecidesIt()
    {
        var number = await FiledAsync();
        await using var officer = await Person.SignInAsync(product, "刘颖");
        var page = officer.Page;
        await KeepViewAsync(page);
        await ClaimNextAsync(page, number);
        await DecideByKeysAsync(page);
        await FindBehindFigureAsync(number);
    }

    private async Task<string> FiledAsync()
    {
        await using var applicant = await Person.EnterAsync(product, "zhou.jianhua");
        var filed = await PreparedApplication.SubmitAsync(ApiCaller.Of(applicant.Page), Own);
        await product.ActAsync("王芳", filed.Number, Steps.RecommendAsync, "同意", "同意推荐。");
        return filed.Number;
    }

    /// <summary>A light, an order and a column less, kept under a name and found again on another visit.</summary>
    private static async Task KeepViewAsync(IPage page)
    {
        await page.GotoAsync("/work/inbox");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^正常") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "存为新视图" }).ClickAsync();
        await page.GetByLabel("视图名称").FillAsync("不急的");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { NameRegex = new("保\\s*存") }).ClickAsync();
        var view = page.GetByRole(AriaRole.Button, new() { Name = "不急的", Exact = false }).First;
        await Assertions.Expect(view).ToHaveAttributeAsync("aria-pressed", "true");
        await page.GotoAsync("/work/inbox");
        await Assertions.Expect(view).ToHaveAttributeAsync("aria-pressed", "false");
        await view.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("due=green"));
        await PictureAsync(page, "desk-inbox");
    }

    private static async Task ClaimNextAsync(IPage page, string number)
    {
        await page.GetByRole(AriaRole.Main).GetByLabel("编号、姓名、单位").FillAsync(number);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new() { Name = "签收并打开下一件" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "退回公共待办" }).WaitForAsync();
        await Assertions.Expect(page.GetByText(number)).ToBeVisibleAsync();
    }

    /// <summary>The document is ticked and the case accepted without a hand at the mouse, but for the step's own form.</summary>
    private static async Task DecideByKeysAsync(IPage page)
    {
        await Steps.AcceptAsync(page);
        await page.Locator("footer").GetByLabel("办理意见").FillAsync("材料齐全，予以受理。");
        await page.EvaluateAsync("() => document.activeElement.blur()");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog).GetByText("第 1 至 9 份材料")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("y");
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "材料审核" }).GetByText("合格", new() { Exact = true })).ToBeVisibleAsync();
        await PictureAsync(page, "desk-review");
        await page.GetByText("流程图", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "流程图" })).ToBeVisibleAsync();
        await PictureAsync(page, "desk-map");
        await page.GetByText("申请与材料", new() { Exact = true }).ClickAsync();
        await page.EvaluateAsync("() => document.activeElement.blur()");
        await page.Keyboard.PressAsync("a");
        await Reviewing.ConfirmAsync(page, "受理");
    }

    private async Task FindBehindFigureAsync(string number)
    {
        await using var lead = await Person.EnterAsync(product, "qin.yue");
        var page = lead.Page;
        await page.GotoAsync("/work/dashboard");
        await PictureAsync(page, "desk-dashboard");
        await page.GetByRole(AriaRole.List, new() { Name = "合计" }).GetByRole(AriaRole.Link, new() { NameRegex = new("在办$") }).ClickAsync();
        var found = page.GetByText(number);
        var more = page.GetByRole(AriaRole.Button, new() { Name = "加载更多" });
        await found.Or(more).First.WaitForAsync();
        while (await found.CountAsync() == 0)
        {
            await more.ClickAsync();
        }

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { NameRegex = new("导\\s*出") }).ClickAsync());
        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Navigation, new() { Name = "breadcrumb" }).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "统计看板" })).ToBeVisibleAsync();
    }

    private static async Task PictureAsync(IPage page, string name) =>
        await page.ScreenshotAsync(new() { Path = Path.Combine(RepositoryFolder.Root, "artifacts", "e2e", $"{name}.png") });
}
