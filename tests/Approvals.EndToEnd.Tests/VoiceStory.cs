using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>Somebody takes an application back, rates badly and complains, is called and answered, and has everything erased.</summary>
[Collection(ProductStories.Name)]
public sealed class VoiceStory(Product product)
{
    private const string Applicant = "wang.guodong";

    [Fact]
    public async Task Applicant_WhoRatesComplainsAndAsksForErasure_IsAnsweredAndErased()
    {
        await using var applicant = await Person.EnterAsync(product, Applicant);
        await using var lead = await Person.EnterAsync(product, "jia.ning");
        var filed = await PreparedApplication.SubmitAsync(ApiCaller.Of(applicant.Page), Own);
        await ApiCaller.Of(applicant.Page).PostAsync($"/api/cases/{filed.Id}/withdraw", new { reason = "另有安排。" });

        await SpeakAsync(applicant.Page, filed.Id);
        await AnswerAsync(lead.Page);
        await applicant.Page.ReloadAsync();
        await Assertions.Expect(applicant.Page.Locator("#feedback").GetByText("已增设进度提醒。")).ToBeVisibleAsync();

        await AskErasureAsync(applicant.Page);
        await EraseAsync(lead.Page);
        await applicant.Page.GotoAsync("/me");
        await applicant.Page.SignedInAsync(false);
        await lead.Page.GotoAsync($"/work/cases/{filed.Id}");
        await Assertions.Expect(lead.Page.GetByText("该内容已按规定删除")).ToBeVisibleAsync();
    }

    private static readonly object Own = new
    {
        birthDate = DemonstrationPeople.BirthDateOf(Applicant),
        degree = "master",
        title = "full",
        titleName = "正高级工程师",
        level = "D",
        clause = "title",
    };

    private static async Task SpeakAsync(IPage page, string id)
    {
        await page.GotoAsync($"/cases/{id}");
        var panel = page.Locator("#feedback");
        await panel.GetByRole(AriaRole.Radio, new() { Name = "非常不满意" }).CheckAsync();
        await panel.GetByRole(AriaRole.Textbox).FillAsync("等了很久没有答复。");
        await panel.GetByRole(AriaRole.Button, new() { Name = "提交评价" }).ClickAsync();
        await Assertions.Expect(panel.GetByText("待联系")).ToBeVisibleAsync();

        await panel.GetByRole(AriaRole.Button, new() { Name = "我要投诉" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("发生了什么").FillAsync("三周没有任何进展，电话无人接听。");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "提交投诉" }).ClickAsync();
        await Assertions.Expect(panel.GetByText("投诉：办理拖延")).ToBeVisibleAsync();
    }

    private static async Task AnswerAsync(IPage page)
    {
        await page.GotoAsync("/work/feedback");
        var complaint = page.GetByRole(AriaRole.Article).Filter(new() { HasText = "投诉：办理拖延" });
        await complaint.GetByRole(AriaRole.Button, new() { Name = "记录联系情况" }).ClickAsync();
        await ConfirmAsync(page, "联系情况", "已电话联系，致歉并说明。");
        await complaint.GetByRole(AriaRole.Button, new() { Name = "答复", Exact = true }).ClickAsync();
        await ConfirmAsync(page, "答复内容（本人可见）", "已增设进度提醒。");
        await Assertions.Expect(complaint).ToHaveCountAsync(0);
    }

    private static async Task AskErasureAsync(IPage page)
    {
        await page.GotoAsync("/me/data");
        await page.GetByRole(AriaRole.Button, new() { Name = "申请删除" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("理由").FillAsync("不再使用。");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "提交申请" }).ClickAsync();
        await Assertions.Expect(page.GetByText("待决定")).ToBeVisibleAsync();
    }

    private static async Task EraseAsync(IPage page)
    {
        await page.GotoAsync("/work/feedback");
        var request = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "删除个人信息" });
        await request.GetByRole(AriaRole.Button, new() { Name = "同意", Exact = true }).ClickAsync();
        await ConfirmAsync(page, "理由（本人可见）", "经核实，符合规定。");
        await Assertions.Expect(request).ToHaveCountAsync(0);
    }

    private static async Task ConfirmAsync(IPage page, string label, string text)
    {
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel(label).FillAsync(text);
        await dialog.GetByRole(AriaRole.Button).Last.ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }
}
