using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>A reviewer brings in colleagues on the review page: asks for an opinion, extends the limit, delegates, adds a signer.</summary>
[Collection(ProductStories.Name)]
public sealed class JoinedStory(Product product)
{
    private static readonly object Own = new
    {
        birthDate = DemonstrationPeople.BirthDateOf("zhao.yongqiang"),
        degree = "master",
        title = "full",
        titleName = "正高级工程师",
        level = "D",
        clause = "title",
    };

    [Fact]
    public async Task Review_WithColleagues_IsDecidedOnceAllHaveSigned()
    {
        var number = await ToCityAsync();
        await using var reviewer = await Person.SignInAsync(product, "高翔");
        var page = reviewer.Page;
        await Reviewing.OpenAsync(page, number);
        await AskAndExtendAsync(page);
        await AnswerAsync(number);
        await DelegateAsync(page);
        await ProposeAsync(number);
        await AddSignerAsync(page, number);
        await product.ActAsync("魏东", number, Steps.CityAsync, "同意", "复核无误。");

        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("加签 魏东（在本人之后）")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("复核无误。")).ToBeVisibleAsync();
        await PictureAsync(page, "joined-timeline");
    }

    private async Task<string> ToCityAsync()
    {
        await using var applicant = await Person.EnterAsync(product, "zhao.yongqiang");
        var filed = await PreparedApplication.SubmitAsync(ApiCaller.Of(applicant.Page), Own);
        await product.ActAsync("王芳", filed.Number, Steps.RecommendAsync, "同意", "同意推荐。");
        await product.ActAsync("刘颖", filed.Number, Steps.AcceptAsync, "受理", "材料齐全，予以受理。");
        return filed.Number;
    }

    private static async Task AskAndExtendAsync(IPage page)
    {
        await ChooseAsync(page, "征求意见");
        await PickAsync(page, "人员", "于航");
        await Drawer(page).GetByLabel("征求什么意见").FillAsync("该职称是否在有效期内？");
        await PictureAsync(page, "joined-ask");
        await Reviewing.ConfirmAsync(page, "征求意见");
        await Assertions.Expect(page.GetByText("待答复")).ToBeVisibleAsync();

        await ChooseAsync(page, "延长时限");
        await Drawer(page).GetByRole(AriaRole.Spinbutton, new() { Name = "延长至" }).FillAsync("8");
        await Drawer(page).GetByLabel("理由").FillAsync("需向发证机关核查。");
        await PictureAsync(page, "joined-extend");
        await Reviewing.ConfirmAsync(page, "延长时限");
        await Assertions.Expect(page.GetByText("时限延长至 8 个工作日")).ToBeVisibleAsync();
    }

    private async Task AnswerAsync(string number)
    {
        await using var asked = await Person.SignInAsync(product, "于航");
        await asked.Page.GotoAsync("/work/inbox");
        await Reviewing.Row(asked.Page, number).Filter(new() { HasText = "征求意见" }).GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        await Assertions.Expect(asked.Page.GetByText("该职称是否在有效期内？").First).ToBeVisibleAsync();
        await PictureAsync(asked.Page, "joined-question");
        await Reviewing.ActAsync(asked.Page, "提交意见", "在有效期内。");
    }

    private static async Task DelegateAsync(IPage page)
    {
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("在有效期内。").First).ToBeVisibleAsync();
        await ChooseAsync(page, "委派");
        await PickAsync(page, "人员", "于航");
        await Reviewing.ConfirmAsync(page, "委派");
    }

    private async Task ProposeAsync(string number)
    {
        await using var colleague = await Person.SignInAsync(product, "于航");
        await colleague.Page.GotoAsync("/work/inbox");
        await Reviewing.Row(colleague.Page, number).GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        await Steps.CityAsync(colleague.Page);
        await PictureAsync(colleague.Page, "joined-delegate");
        await Reviewing.ActAsync(colleague.Page, "建议同意", "合同与备案一致。");
    }

    private static async Task AddSignerAsync(IPage page, string number)
    {
        await Reviewing.OpenAsync(page, number);
        await Assertions.Expect(page.GetByText("合同与备案一致。").First).ToBeVisibleAsync();
        await PictureAsync(page, "joined-back");
        await Reviewing.PressAsync(page, "加签");
        await PickAsync(page, "人员", "魏东");
        await Drawer(page).GetByRole(AriaRole.Radio, new() { Name = "在我之后" }).CheckAsync();
        await PictureAsync(page, "joined-signer");
        await Reviewing.ConfirmAsync(page, "加签");
        await Reviewing.OpenAsync(page, number);
        await Assertions.Expect(page.GetByText("由高翔加签（在其之后）")).ToBeVisibleAsync();
        await PictureAsync(page, "joined-signers");
        var task = page.Url;
        await Reviewing.ActAsync(page, "同意", "同意。");
        await page.GotoAsync(task);
    }

    private static ILocator Drawer(IPage page) => page.GetByRole(AriaRole.Dialog);

    private static async Task ChooseAsync(IPage page, string act)
    {
        await Reviewing.PressAsync(page, "更多");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = act }).ClickAsync();
    }

    private static async Task PickAsync(IPage page, string label, string name)
    {
        await Drawer(page).GetByRole(AriaRole.Combobox, new() { Name = label }).FillAsync(name);
        await page.Locator(".ant-select-item-option").Filter(new() { HasText = name }).ClickAsync();
    }

    private static async Task PictureAsync(IPage page, string name) =>
        await page.ScreenshotAsync(new() { Path = Path.Combine(RepositoryFolder.Root, "artifacts", "e2e", $"{name}.png") });
}
