using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>A clerk files at the counter for somebody present; an employer's agent files for somebody who has agreed.</summary>
[Collection(ProductStories.Name)]
public sealed class FiledForOthersStory(Product product)
{
    [Fact]
    public async Task Counter_ForAPersonPresent_PrintsTheSlipAndSaysSoInTheTimeline()
    {
        await using var clerk = await Person.SignInAsync(product, "刘颖");
        var page = clerk.Page;
        await page.GotoAsync("/work/counter");
        await page.GetByLabel("姓名", new() { Exact = true }).FillAsync("安娜·试例");
        await ChooseKindAsync(page, "外国护照");
        await page.GetByLabel("证件号码").FillAsync("ZZ9900201");
        await page.GetByLabel("出生日期").FillAsync("1980-01-02");
        await PictureAsync(page, "counter-start");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "开始填写" })).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "开始填写" }).ClickAsync();
        await page.ArriveAsync("/work/counter/apply/");
        var draft = new Uri(page.Url).Segments[^1];
        await PreparedApplication.FillDraftAsync(ApiCaller.Of(page), draft, OthersFiling.AtCounter);

        await page.GotoAsync($"/work/counter/apply/{draft}?section=-check");
        var number = await Applying.SubmitAsync(page);
        await PictureAsync(page, "counter-submitted");
        Assert.Contains("/work/counter/submitted/", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "收件凭证" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "打印" })).ToBeVisibleAsync();
        await PictureAsync(page, "counter-slip");

        await page.GotoAsync("/work/counter");
        await page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = number }).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.GetByText("窗口代办（刘颖）")).ToBeVisibleAsync();
        await PictureAsync(page, "counter-case");
    }

    [Fact]
    public async Task Counter_AskedForACorrection_SuppliesItForThePersonAndPrintsTheSlip()
    {
        await using var cases = new Caseload(product);
        await OthersFiling.AskedAsync(cases, await cases.AsAsync("liu.ying"), new("莉迪亚·试例", "ZZ9900202"));
        await using var clerk = await Person.SignInAsync(product, "刘颖");
        var page = clerk.Page;
        await page.GotoAsync("/work/counter");
        await PictureAsync(page, "counter-waiting");
        await page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = OthersFiling.Reason }).GetByRole(AriaRole.Button, new() { Name = "去补正" }).ClickAsync();
        await page.ArriveAsync("/work/counter/correct/");
        await Assertions.Expect(page.Locator("#field-school")).ToHaveCountAsync(0);
        await page.WriteAsync("titleName", "光学工程正高级工程师");
        await page.UploadAsync("职称或职业资格证书");
        await PictureAsync(page, "counter-correction");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交补正" }).ClickAsync();

        await page.ArriveAsync("/work/counter/slips/");
        await Assertions.Expect(page.GetByText(OthersFiling.Reason)).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "职称名称" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "职称或职业资格证书.pdf" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "打印" })).ToBeVisibleAsync();
        await PictureAsync(page, "counter-correction-slip");
    }

    [Fact]
    public async Task Agent_ForSomebodyWhoAgreed_FilesAndTheApplicantSeesWhoDid()
    {
        await using var agent = await Person.SignInAsync(product, "何静");
        var page = agent.Page;
        await page.GotoAsync("/employers");
        await page.GetByRole(AriaRole.Link, new() { Name = "办理单位事务" }).ClickAsync();
        await NameAsync(page);
        await Assertions.Expect(page.GetByText("待本人同意")).ToBeVisibleAsync();
        await PictureAsync(page, "employer-asked");

        await using var person = await Person.SignInAsync(product, "艾米莉");
        await person.Page.GotoAsync("/representations");
        await PictureAsync(person.Page, "representations-asked");
        await person.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^同\\s*意$") }).ClickAsync();
        await Assertions.Expect(person.Page.GetByText("已同意")).ToBeVisibleAsync();

        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "代为申报" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = Applying.Service }).ClickAsync();
        await page.ArriveAsync("/apply/");
        var draft = new Uri(page.Url).Segments[^1];
        await PreparedApplication.FillDraftAsync(ApiCaller.Of(page), draft, OthersFiling.OfEmployer(DemonstrationPeople.BirthDateOf("emily.carter")));
        await page.GotoAsync($"/apply/{draft}?section=-check");
        var number = await Applying.SubmitAsync(page);
        await PictureAsync(page, "employer-filed");

        await person.Page.GotoAsync("/cases");
        await person.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = number }).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(person.Page.GetByText("用人单位代为申报（何静）")).ToBeVisibleAsync();
        await PictureAsync(person.Page, "employer-case-of-applicant");
    }

    private static async Task NameAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "推荐人才" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("姓名").FillAsync("艾米莉·卡特");
        await ChooseKindAsync(page, "外国护照");
        await dialog.GetByLabel("证件号码").FillAsync("XD2204517");
        await dialog.GetByLabel("出生日期").FillAsync("1980-05-17");
        await PictureAsync(page, "employer-name");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "推荐人才" }).ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();
    }

    private static async Task ChooseKindAsync(IPage page, string kind)
    {
        await page.GetByRole(AriaRole.Combobox, new() { Name = "证件类型" }).ClickAsync();
        await page.Locator(".ant-select-item-option").Filter(new() { HasText = kind }).ClickAsync();
    }

    private static async Task PictureAsync(IPage page, string name) =>
        await page.ScreenshotAsync(new() { Path = Path.Combine(RepositoryFolder.Root, "artifacts", "e2e", $"{name}.png"), FullPage = true });
}
