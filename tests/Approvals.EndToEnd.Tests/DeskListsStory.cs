using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>What was begun at the counter is gone on with from the inbox; two cases are handed on at once, found in order, and put on a meeting's list.</summary>
[Collection(ProductStories.Name)]
public sealed class DeskListsStory(Product product)
{
    [Fact]
    public async Task Drafts_BegunAtTheCounter_StandInTheInboxAndAreGoneOnWith()
    {
        await using var clerk = await Person.SignInAsync(product, "刘颖");
        var page = clerk.Page;
        await OthersFiling.OpenAsync(ApiCaller.Of(page), new("格蕾塔·试例", "ZZ9900211"));
        await page.GotoAsync("/work/inbox");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "待办分类" }).GetByRole(AriaRole.Button, new() { NameRegex = new("^草稿") }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "窗口代办申请" }).First;
        await row.WaitForAsync();
        await PictureAsync(page, "desk-drafts");
        await row.GetByRole(AriaRole.Link, new() { Name = "继续填写" }).ClickAsync();
        await page.ArriveAsync("/work/counter/apply/");
    }

    [Fact]
    public async Task TwoCases_AreHandedOnTogether_FoundInOrder_AndTakenToAMeeting()
    {
        var (first, second) = await AtTheProvinceAsync();
        await HandOnAsync(first, second);
        await FindInOrderAsync(first, second);
        await MeetAsync(first, second);
    }

    private async Task<(string First, string Second)> AtTheProvinceAsync()
    {
        await using var cases = new Caseload(product);
        var clerk = await cases.AsAsync("liu.ying");
        List<string> numbers = [];
        foreach (var person in new Stranger[] { new("乔安娜·试例", "ZZ9900212"), new("玛尔塔·试例", "ZZ9900213") })
        {
            var number = (await OthersFiling.FileAsync(clerk, person)).Number;
            await cases.ToProvinceAsync(number);
            numbers.Add(number);
        }

        return (numbers[0], numbers[1]);
    }

    /// <summary>Both are chosen and given to a colleague; the answer says that both were.</summary>
    private async Task HandOnAsync(string first, string second)
    {
        await using var reviewer = await Person.SignInAsync(product, "李慧");
        var page = reviewer.Page;
        await page.GotoAsync("/work/inbox");
        foreach (var number in new[] { first, second })
        {
            await page.GetByRole(AriaRole.Checkbox, new() { Name = $"选中 {number}" }).CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "批量转办" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Combobox).FillAsync("白琳");
        await page.Locator(".ant-select-item-option").Filter(new() { HasText = "白琳" }).First.ClickAsync();
        await dialog.GetByLabel("说明").FillAsync("本周出差，请代为初审。");
        await PictureAsync(page, "desk-batch-transfer");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "批量转办" }).ClickAsync();
        await Assertions.Expect(dialog.GetByText("已办理 2 件")).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "知道了" }).ClickAsync();

        await using var colleague = await Person.SignInAsync(product, "白琳");
        await colleague.Page.GotoAsync("/work/inbox");
        await Assertions.Expect(Reviewing.Row(colleague.Page, first).GetByText("我", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(Reviewing.Row(colleague.Page, second).GetByText("我", new() { Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>By number the first filed stands before the second, and the other way round behind it.</summary>
    private async Task FindInOrderAsync(string first, string second)
    {
        await using var lead = await Person.EnterAsync(product, "qin.yue");
        var page = lead.Page;
        await page.GotoAsync("/work/cases");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "排序" }).ClickAsync();
        await page.Locator(".ant-select-item-option").Filter(new() { HasText = "办件编号" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("sort=number&up=true"));
        await ExpectOrderAsync(page, first, second);
        await PictureAsync(page, "desk-sorted");
        await page.GetByRole(AriaRole.Button, new() { Name = "升序" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("sort=number&up=false"));
        await ExpectOrderAsync(page, second, first);
    }

    /// <summary>The list of before may still stand when the new order is asked for, so each look is a look anew: the whole list first, the order then.</summary>
    private static async Task ExpectOrderAsync(IPage page, string before, string after)
    {
        var more = page.GetByRole(AriaRole.Button, new() { Name = "加载更多" });
        for (var looked = 0; looked < 60 && !await StandsAsync(page, before, after); looked++)
        {
            var missing = await page.GetByText(before).CountAsync() == 0 || await page.GetByText(after).CountAsync() == 0;
            if (missing && await more.IsVisibleAsync())
            {
                await more.ClickAsync();
            }

            await page.WaitForTimeoutAsync(500);
        }

        Assert.True(await StandsAsync(page, before, after), $"{before} does not stand before {after}.");
    }

    private static Task<bool> StandsAsync(IPage page, string before, string after) =>
        page.EvaluateAsync<bool>(
            """
            ([before, after]) => {
              const place = text => [...document.querySelectorAll('main *')].find(e => e.children.length === 0 && e.textContent.includes(text))?.getBoundingClientRect().y;
              return place(before) < place(after);
            }
            """,
            new[] { before, after });

    /// <summary>Chosen, turned round, kept under a name and opened again in that order.</summary>
    private async Task MeetAsync(string first, string second)
    {
        await using var lead = await Person.EnterAsync(product, "qin.yue");
        var page = lead.Page;
        await page.GotoAsync("/work/meeting?service=talent-classification&activity=check");
        await ChooseAsync(page, first);
        await ChooseAsync(page, second);
        await PictureAsync(page, "desk-meeting-choice");
        await page.GetByRole(AriaRole.Button, new() { Name = "查看清单（2 件）" }).ClickAsync();
        await Assertions.Expect(Place(page, 1)).ToContainTextAsync(first);
        await Assertions.Expect(Place(page, 1)).ToContainTextAsync("人社部门初审");
        await page.GetByRole(AriaRole.Button, new() { Name = $"上移 {second}" }).ClickAsync();
        await Assertions.Expect(Place(page, 1)).ToContainTextAsync(second);
        await PictureAsync(page, "desk-meeting-list");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存清单" }).ClickAsync();
        await page.GetByLabel("清单名称").FillAsync("周三会");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { NameRegex = new("保\\s*存") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await page.GotoAsync("/work/meeting");
        await page.GetByRole(AriaRole.Link, new() { Name = "周三会" }).ClickAsync();
        await Assertions.Expect(Place(page, 1)).ToContainTextAsync(second);
        await Assertions.Expect(Place(page, 2)).ToContainTextAsync(first);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { NameRegex = new("导\\s*出") }).ClickAsync());
        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "保存清单" })).ToBeHiddenAsync();
        await PictureAsync(page, "desk-meeting-print");
    }

    /// <summary>What is chosen stands in the address, so the tick comes once the page has gone there.</summary>
    private static async Task ChooseAsync(IPage page, string number)
    {
        var choice = page.GetByRole(AriaRole.Checkbox, new() { Name = $"选入 {number}" });
        await choice.ClickAsync();
        await Assertions.Expect(choice).ToBeCheckedAsync();
    }

    private static ILocator Place(IPage page, int place) => page.GetByRole(AriaRole.Article).GetByRole(AriaRole.Row).Nth(place);

    private static async Task PictureAsync(IPage page, string name) =>
        await page.ScreenshotAsync(new() { Path = Path.Combine(RepositoryFolder.Root, "artifacts", "e2e", $"{name}.png"), FullPage = true });
}
