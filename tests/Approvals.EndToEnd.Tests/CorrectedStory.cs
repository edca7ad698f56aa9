using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>The first authority asks once for what is wrong; the applicant sees only that, and the authority sees what changed.</summary>
[Collection(ProductStories.Name)]
public sealed class CorrectedStory(Product product)
{
    private const string Note = "职称名称与证书不一致";

    [Fact]
    public async Task Application_ReturnedForCorrection_IsCorrectedAndGoesOn()
    {
        await using var applicant = await Person.SignInAsync(product, "林嘉浩");
        var number = await PreparedApplication.SubmitAsync(applicant.Page, Own);
        await product.ActAsync("王芳", number, Steps.RecommendAsync, "同意", "同意推荐。");
        await AskAsync(number);
        await CorrectAsync(applicant.Page);
        await AcceptAsync(number);
        await product.ActAsync("高翔", number, Steps.CityAsync, "同意", "合同期限已核对。");
    }

    private async Task AskAsync(string number)
    {
        await using var intake = await Person.SignInAsync(product, "刘颖");
        var page = intake.Page;
        await Reviewing.OpenAsync(page, number);
        await Reviewing.PressAsync(page, "一次性告知补正");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByText("学历与职称").ClickAsync();
        await dialog.GetByRole(AriaRole.Checkbox, new() { Name = "职称名称" }).CheckAsync();
        await dialog.GetByLabel("关于职称名称给申请人的说明").FillAsync(Note);
        await dialog.GetByRole(AriaRole.Checkbox, new() { Name = "职称或职业资格证书" }).Last.CheckAsync();
        await dialog.GetByLabel("理由", new() { Exact = true }).Last.FillAsync("职称证书缺少反面备注页。");
        await Reviewing.ConfirmAsync(page, "一次性告知补正");
    }

    private static async Task CorrectAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "去补正" }).ClickAsync();
        await Assertions.Expect(page.GetByText(Note)).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("原值").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#field-school")).ToHaveCountAsync(0);
        await Accessibility.CheckAsync(page);
        await page.WriteAsync("titleName", "光学工程正高级工程师");
        await page.UploadAsync("职称或职业资格证书");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交补正" }).ClickAsync();
        await page.ArriveAsync("/cases/");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
    }

    private async Task AcceptAsync(string number)
    {
        await using var intake = await Person.SignInAsync(product, "刘颖");
        var page = intake.Page;
        await Reviewing.OpenAsync(page, number);
        await Assertions.Expect(page.GetByText("较上次提交有变化").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("s", new() { HasText = "正高级工程师" }).First).ToBeVisibleAsync();
        await Steps.AcceptAsync(page);
        await Reviewing.ActAsync(page, "受理", "补正齐全，予以受理。");
    }

    private static readonly object Own = new
    {
        birthDate = "1988-04-12",
        degree = "master",
        title = "full",
        titleName = "正高级工程师",
        level = "D",
        clause = "title",
    };
}
