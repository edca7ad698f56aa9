using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>Above the age of the level and not urgently needed: refused, with the clause and what can be done against it.</summary>
[Collection(ProductStories.Name)]
public sealed partial class RefusedStory(Product product)
{
    [Fact]
    public async Task Application_AboveTheAge_IsRefusedWithClauseAndRemedies()
    {
        await using var applicant = await Person.SignInAsync(product, "孙德明");
        var page = applicant.Page;
        var number = await PreparedApplication.SubmitAsync(page, Own);
        await product.ActAsync("王芳", number, Steps.RecommendAsync, "同意", "同意推荐。");
        await product.ActAsync("刘颖", number, Steps.AcceptAsync, "受理", "材料齐全，予以受理。");
        await product.ActAsync("高翔", number, Steps.CityAsync, "同意", "合同期限已核对。");
        await product.ActAsync("谢红", number, Steps.RefuseAsync, "不予认定", "不予认定。");

        await page.GotoAsync("/cases");
        await page.GetByText("已办结", new() { Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = number }).GetByRole(AriaRole.Link).ClickAsync();
        var result = page.Locator("#result");
        await Assertions.Expect(result.GetByText("申报年龄").First).ToBeVisibleAsync();
        await Assertions.Expect(result.GetByText("申请行政复议").First).ToContainTextAsync(Period());
        await result.GetByRole(AriaRole.Link, new() { Name = "查看决定书" }).ClickAsync();
        var letter = page.GetByRole(AriaRole.Article);
        await Assertions.Expect(letter.GetByText("申报年龄").First).ToBeVisibleAsync();
        await Assertions.Expect(letter.GetByText("申请行政复议").First).ToContainTextAsync(Period());
        await Assertions.Expect(letter.GetByText("提起行政诉讼").First).ToContainTextAsync(Period());
    }

    private static readonly object Own = new
    {
        birthDate = "1970-02-14",
        degree = "master",
        title = "associate",
        titleName = "高级工程师",
        level = "E",
        clause = "title",
    };

    /// <summary>How long one has, counted from the day the decision was received.</summary>
    [GeneratedRegex(@"\d+\s*(日|天|个月)\s*内")]
    private static partial Regex Period();
}
