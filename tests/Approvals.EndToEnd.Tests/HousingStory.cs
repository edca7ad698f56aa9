using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>Flats given out from a list: two clerks and the last one, an offer taken on a phone, and a refusal with its reasons.</summary>
[Collection(ProductStories.Name)]
public sealed class HousingStory(Product product)
{
    [Fact]
    public async Task LastFlat_OfferedByTwoClerks_GoesToOneApplicantWhoTakesIt()
    {
        await using var cases = new Caseload(product);
        string[] users = ["chen.siyu", "zhao.yongqiang"];
        var filed = new Dictionary<string, Submitted>();
        foreach (var user in users)
        {
            filed[user] = await HousingApplication.SubmitAsync(await cases.AsAsync(user));
            await HousingApplication.CheckAsync(cases, filed[user].Number, ownsHome: false);
            await cases.ActAsync("geng.tao", filed[user].Number, "approve", new { priority = false });
        }

        foreach (var user in users)
        {
            await HousingApplication.ToListAsync(cases, await cases.AsAsync(user), filed[user]);
        }

        // Both come into the list by timers of one instant: who is first is the list's to say.
        var (first, second) = await PlaceAsync(await cases.AsAsync(users[0]), filed[users[0]]) == 1 ? (users[0], users[1]) : (users[1], users[0]);
        var taken = filed[first];
        await RaceAsync(taken.Number, filed[second].Number);
        await TakeAsync(first, taken);
        await cases.ActAsync("homes.lu", taken.Number, "approve", new { home = "净月示例人才公寓 7-202", from = "2032-01-01", rent = 900 });
        await ReadDecisionAsync(first, taken);
    }

    [Fact]
    public async Task Application_OfSomebodyWithAHome_IsRefusedWithClauseAndRemedies()
    {
        await using var cases = new Caseload(product);
        var filed = await HousingApplication.SubmitAsync(await cases.AsAsync("li.ruolan"));
        await HousingApplication.CheckAsync(cases, filed.Number, ownsHome: true);
        await cases.ActAsync("geng.tao", filed.Number, "approve", new { ground = "conditions", facts = "本人在长春市有自有住房一套。" }, more: new { opinion = "省内有自有住房，不予安排。" });

        await using var applicant = await Person.EnterAsync(product, "li.ruolan");
        await applicant.Page.GotoAsync($"/cases/{filed.Id}");
        var result = applicant.Page.Locator("#result");
        await Assertions.Expect(result.GetByText("自有住房").First).ToBeVisibleAsync();
        await result.GetByRole(AriaRole.Link, new() { Name = "查看决定书" }).ClickAsync();
        var letter = applicant.Page.GetByRole(AriaRole.Article);
        await Assertions.Expect(letter.GetByText("办法第五条").First).ToBeVisibleAsync();
        await Assertions.Expect(letter.GetByText("申请行政复议").First).ToBeVisibleAsync();
        await PictureAsync(applicant.Page, "housing-refused");
    }

    /// <summary>One flat is left. Both clerks have the same name before them; the later learns who was first, then that nothing is left.</summary>
    private async Task RaceAsync(string first, string second)
    {
        await using var lu = await Person.SignInAsync(product, "陆安");
        await using var ge = await Person.SignInAsync(product, "葛蓓");
        await OpenListAsync(lu.Page);
        await lu.Page.Locator("#quotas").GetByRole(AriaRole.Button, new() { Name = "修改" }).ClickAsync();
        await lu.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "总数" }).FillAsync("1");
        await ConfirmAsync(lu.Page, "保 存");
        await Assertions.Expect(lu.Page.Locator("#quotas").GetByText("剩余 1")).ToBeVisibleAsync();
        await OpenListAsync(ge.Page);
        await PictureAsync(ge.Page, "housing-list");

        await OpenOfferAsync(lu.Page, first);
        await OpenOfferAsync(ge.Page, first);
        await PictureAsync(lu.Page, "housing-offer");
        await ConfirmAsync(lu.Page, "推 荐");
        await Assertions.Expect(lu.Page.GetByText($"已向 {first} 推荐")).ToBeVisibleAsync();
        await ConfirmAsync(ge.Page, "推 荐");
        await Assertions.Expect(ge.Page.GetByRole(AriaRole.Dialog).GetByText("陆安已于")).ToBeVisibleAsync();
        await PictureAsync(ge.Page, "housing-race");

        await OpenListAsync(ge.Page);
        await OpenOfferAsync(ge.Page, second);
        await ConfirmAsync(ge.Page, "推 荐");
        await Assertions.Expect(ge.Page.GetByRole(AriaRole.Dialog).GetByText("最后一个名额由陆安")).ToBeVisibleAsync();
    }

    /// <summary>On a phone: the place and what an answer means, then yes.</summary>
    private async Task TakeAsync(string user, Submitted filed)
    {
        await using var applicant = await Person.EnterAsync(product, user, width: 390);
        var page = applicant.Page;
        await page.GotoAsync($"/cases/{filed.Id}#waiting");
        var place = page.Locator("#waiting");
        await Assertions.Expect(place.GetByText("我的位次")).ToBeVisibleAsync();
        await Assertions.Expect(place.GetByText("放弃：保留当前位次")).ToBeVisibleAsync();
        await place.ScrollIntoViewIfNeededAsync();
        await PictureAsync(page, "housing-place-390");
        await place.GetByRole(AriaRole.Button, new() { NameRegex = new("^接\\s*受$") }).ClickAsync();
        await PictureAsync(page, "housing-accept-390");
        await ConfirmAsync(page, "确认接受");
        await Assertions.Expect(place.GetByText("已接受")).ToBeVisibleAsync();
        await Assertions.Expect(place.GetByText("离开名单").First).ToBeVisibleAsync();
    }

    private async Task ReadDecisionAsync(string user, Submitted filed)
    {
        await using var applicant = await Person.EnterAsync(product, user);
        await applicant.Page.GotoAsync($"/cases/{filed.Id}");
        await applicant.Page.Locator("#result").GetByRole(AriaRole.Link, new() { Name = "查看决定书" }).ClickAsync();
        await Assertions.Expect(applicant.Page.GetByRole(AriaRole.Article).GetByText("净月示例人才公寓 7-202")).ToBeVisibleAsync();
        await PictureAsync(applicant.Page, "housing-decision");
    }

    private static async Task<int> PlaceAsync(ApiCaller applicant, Submitted filed) =>
        (await applicant.GetAsync($"/api/cases/{filed.Id}/waiting"))[0].GetProperty("entry").GetProperty("place").GetInt32();

    private static async Task OpenListAsync(IPage page)
    {
        await page.GotoAsync("/work/lists");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "名单" }).ClickAsync();
        await page.Locator(".ant-select-item-option").Filter(new() { HasText = "长春蓝领公寓" }).ClickAsync();
        await Assertions.Expect(page.Locator("#entries").GetByRole(AriaRole.Listitem).First).ToBeVisibleAsync();
    }

    private static async Task OpenOfferAsync(IPage page, string number)
    {
        await page.Locator("#entries").GetByRole(AriaRole.Button, new() { Name = $"推荐 {number}" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Combobox, new() { Name = "推荐哪一个" }).ClickAsync();
        await page.Locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option").First.ClickAsync();
    }

    private static Task ConfirmAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { NameRegex = new(button.Replace(" ", "\\s*", StringComparison.Ordinal)) }).Last.ClickAsync();

    private static async Task PictureAsync(IPage page, string name) =>
        await page.ScreenshotAsync(new() { Path = Path.Combine(RepositoryFolder.Root, "artifacts", "e2e", $"{name}.png"), FullPage = true });
}
