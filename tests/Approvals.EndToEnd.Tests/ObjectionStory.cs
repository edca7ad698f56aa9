using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>Anybody objects on the page of a public notice; the authority looks into it and dismisses it.</summary>
[Collection(ProductStories.Name)]
public sealed class ObjectionStory(Product product)
{
    private const string Reason = "获奖项目的第一完成人另有其人。";

    private static readonly object Own = new
    {
        birthDate = DemonstrationPeople.BirthDateOf("liu.bowen"),
        degree = "master",
        title = "full",
        titleName = "正高级工程师",
        level = "D",
        clause = "title",
    };

    [Fact]
    public async Task Notice_ObjectedToByAnybody_GoesOnAfterTheObjectionIsDismissed()
    {
        await using var cases = new Caseload(product);
        var applicant = await cases.AsAsync("liu.bowen");
        var submitted = await PreparedApplication.SubmitAsync(applicant, Own);
        await cases.ToNoticeAsync(submitted.Number);

        var filed = await ObjectAsync("刘博文");
        Assert.StartsWith(submitted.Number, filed, StringComparison.Ordinal);
        await DismissAsync(submitted.Number, filed);
        await Demonstration.ForwardAsync(applicant, days: 10);
        await Demonstration.ArrivedAsync(product, "郭振海", submitted.Number);
    }

    /// <summary>Nobody needs an account; without a name and a way to be reached it is not taken.</summary>
    private async Task<string> ObjectAsync(string holder)
    {
        await using var anybody = await Person.VisitAsync(product);
        var page = anybody.Page;
        await page.GotoAsync("/notices");
        await OpenNoticeOfAsync(page, holder);
        await page.GetByLabel("异议事实和理由").FillAsync(Reason);
        await page.GetByRole(AriaRole.Button, new() { Name = "提交异议" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("您的姓名")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.GetByLabel("您的姓名").FillAsync("钱立群");
        await page.GetByLabel("联系方式").FillAsync("qian@example.com");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交异议" }).ClickAsync();
        var done = page.GetByRole(AriaRole.Status).GetByText("异议已收到，编号");
        return (await done.InnerTextAsync()).Split(' ')[^1];
    }

    private static async Task OpenNoticeOfAsync(IPage page, string holder)
    {
        var links = page.GetByRole(AriaRole.Article).GetByRole(AriaRole.Link);
        await links.First.WaitForAsync();
        foreach (var address in await links.EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))"))
        {
            await page.GotoAsync(address);
            await page.GetByRole(AriaRole.Heading, new() { Name = "提出异议" }).WaitForAsync();
            if (await page.GetByText(holder, new() { Exact = true }).CountAsync() > 0)
            {
                return;
            }
        }

        Assert.Fail($"No notice names {holder}.");
    }

    private async Task DismissAsync(string number, string filed)
    {
        await using var reviewer = await Person.SignInAsync(product, "白琳");
        var page = reviewer.Page;
        await Reviewing.OpenAsync(page, number);
        await Assertions.Expect(page.GetByText(filed)).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText(Reason)).ToBeVisibleAsync();
        await Reviewing.ActAsync(page, "异议不成立", "经核查，异议不成立。");
    }
}
