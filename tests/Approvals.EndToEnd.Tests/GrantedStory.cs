using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>From the empty form to the card that a stranger can verify.</summary>
[Collection(ProductStories.Name)]
public sealed class GrantedStory(Product product)
{
    private static readonly string[] Experts = ["乔建国", "严淑华", "邹立新", "孟晓光", "戴文静"];

    [Fact]
    public async Task Application_WorkedThroughEveryStep_EndsWithACardThatVerifies()
    {
        await using var applicant = await Person.SignInAsync(product, "张明远");
        var number = await ApplyAsync(applicant.Page);
        await ReviewAsync(number);
        await using (var cases = new Caseload(product))
        {
            await cases.ConveneAsync(number);
        }

        foreach (var expert in Experts)
        {
            await product.VoteAsync(expert, number, expert == "戴文静" ? "反对" : "赞成");
        }

        await NoticeAsync(number);
        await product.ActAsync("郭振海", number, null, "同意", "予以认定。");
        await CardAsync();
    }

    private static async Task<string> ApplyAsync(IPage page)
    {
        await Applying.BeginAsync(page);
        await Applying.FillAboutAsync(page, "张明远", "1985-06-12");
        await Applying.FillEducationAsync(page);
        await Applying.FillContractAsync(page);
        await Applying.FillAchievementsAsync(page);
        await Applying.FillDocumentsAsync(page);
        await Applying.AgreeAsync(page);
        await Assertions.Expect(page.GetByText("示例国家科技进步奖一等奖")).ToBeVisibleAsync();
        var number = await Applying.SubmitAsync(page);
        await Assertions.Expect(page.GetByText("用人单位推荐").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("专家评审").First).ToBeVisibleAsync();
        return number;
    }

    private async Task ReviewAsync(string number)
    {
        await product.ActAsync("王芳", number, Steps.RecommendAsync, "同意", "同意推荐。");
        await product.ActAsync("刘颖", number, Steps.AcceptAsync, "受理", "材料齐全，予以受理。");
        await product.ActAsync("高翔", number, Steps.CityAsync, "同意", "合同期限已核对。");
        await product.ActAsync("李慧", number, Steps.CheckAsync, "同意", "经核，同意。");
        await product.ActAsync("任凯", number, Steps.ScienceAsync, "同意", "成果属实，同意。");
    }

    /// <summary>Anybody reads the notice; the demonstration's clock is moved past its end.</summary>
    private async Task NoticeAsync(string number)
    {
        await using var anybody = await Person.VisitAsync(product);
        var visitor = anybody.Page;
        await visitor.GotoAsync("/notices");
        await visitor.GetByRole(AriaRole.Article).GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(visitor.GetByText("张明远")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.GetByText("310104198506121038")).ToHaveCountAsync(0);
        await using var approver = await Person.SignInAsync(product, "郭振海");
        await Demonstration.ForwardAsync(approver.Page);
        await Demonstration.ArrivedAsync(product, "郭振海", number);
    }

    private async Task CardAsync()
    {
        await using var applicant = await Person.SignInAsync(product, "张明远");
        await applicant.Page.GotoAsync("/cards");
        await Assertions.Expect(applicant.Page.GetByRole(AriaRole.Heading, new() { Name = "吉享卡" }).First).ToBeVisibleAsync();
        await Assertions.Expect(applicant.Page.GetByRole(AriaRole.Img, new() { Name = "核验二维码" }).First).ToBeVisibleAsync();
        var address = await applicant.Page.GetByRole(AriaRole.Link, new() { Name = "打开核验页" }).First.GetAttributeAsync("href");

        await using var anybody = await Person.VisitAsync(product);
        var stranger = anybody.Page;
        await stranger.GotoAsync(new Uri(product.Server.Address, address).PathAndQuery);
        await Assertions.Expect(stranger.GetByText("有效", new() { Exact = true }).First).ToBeVisibleAsync();
        await Assertions.Expect(stranger.GetByText("张明远")).ToHaveCountAsync(0);
    }
}
