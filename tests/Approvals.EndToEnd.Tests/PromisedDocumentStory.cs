using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>Accepted though a document is missing; the applicant hands it in from the page of the case.</summary>
[Collection(ProductStories.Name)]
public sealed class PromisedDocumentStory(Product product)
{
    private const string Document = "原单位同意函";

    private static readonly object Own = new
    {
        birthDate = DemonstrationPeople.BirthDateOf("chen.siyu"),
        degree = "master",
        title = "full",
        titleName = "正高级工程师",
        level = "D",
        clause = "title",
    };

    [Fact]
    public async Task Document_PromisedAtAcceptance_IsHandedInByTheApplicant()
    {
        await using var cases = new Caseload(product);
        await using var applicant = await Person.SignInAsync(product, "陈思雨");
        var number = await PreparedApplication.SubmitAsync(applicant.Page, Own, PreparedApplication.Promised);
        await cases.RecommendAsync(number);
        await AcceptAsync(number);
        await SupplyAsync(applicant.Page);
        await ReadAsync(cases, number);
    }

    private async Task AcceptAsync(string number)
    {
        await using var intake = await Person.SignInAsync(product, "刘颖");
        var page = intake.Page;
        await Reviewing.OpenAsync(page, number);
        await Steps.AcceptAsync(page);
        await page.Locator("footer").GetByLabel("办理意见").FillAsync("缺原单位同意函，容缺受理。");
        await Reviewing.PressAsync(page, "受理");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Checkbox, new() { Name = Document }).CheckAsync();
        await Reviewing.ConfirmAsync(page, "受理");
    }

    private static async Task SupplyAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "去补交" }).ClickAsync();
        var promised = page.Locator("#promised");
        await Assertions.Expect(promised.GetByText(Document).First).ToBeVisibleAsync();
        await promised.GetByLabel(Document).SetInputFilesAsync(SamplePdf.File(Document));
        await Assertions.Expect(promised).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "查看全部内容" }).ClickAsync();
        await Assertions.Expect(page.GetByText($"{Document}.pdf").First).ToBeVisibleAsync();
    }

    /// <summary>The city finds the document among the others.</summary>
    private async Task ReadAsync(Caseload cases, string number)
    {
        await using var city = await Person.EnterAsync(product, "gao.xiang");
        await city.Page.GotoAsync($"/work/tasks/{await cases.TaskAsync("gao.xiang", number)}");
        await Assertions.Expect(city.Page.GetByText($"{Document}.pdf").First).ToBeVisibleAsync();
    }
}
