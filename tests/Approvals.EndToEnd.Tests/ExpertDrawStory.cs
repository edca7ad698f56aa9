using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>
/// A panel is drawn: those who know the applicant or are away cannot be, one who was drawn steps aside and another is drawn, the panel judges a
/// case without a name on it, and an auditor repeats both draws.
/// </summary>
public sealed class ExpertDrawStory(PanelStage stage) : IClassFixture<PanelStage>
{
    private static readonly string[] Identity = [PanelStage.ApplicantName, "440106197912031211", "19900109190", "北湖光电", "示例光学研究所"];

    private static readonly object Own = new
    {
        birthDate = DemonstrationPeople.BirthDateOf(PanelStage.Applicant),
        degree = "master",
        title = "full",
        titleName = "正高级工程师",
        level = "D",
        clause = "title",
    };

    private Product Product => stage.Product;

    [Fact]
    public async Task Panel_DrawnWithConflictsAndARecusal_JudgesWithoutAName_AndItsDrawsRepeat()
    {
        await using var cases = new Caseload(Product);
        var filed = await PreparedApplication.SubmitAsync(await cases.AsAsync(PanelStage.Applicant), Own);
        await cases.ToProvinceAsync(filed.Number);
        await cases.ActAsync("li.hui", filed.Number, "approve", StepAnswers.Check);
        await KeepPoolAsync();
        await GoAwayAsync();

        await using var secretary = await Person.SignInAsync(Product, "秦月");
        var drawn = await DrawAsync(secretary.Page, filed.Number);
        await StepAsideAsync(drawn[0], filed.Number);
        var second = await DrawAgainAsync(secretary.Page, drawn);
        foreach (var name in drawn[1..].Append(second))
        {
            await cases.ActAsync(stage.UserOf(name), filed.Number, "takePart", null);
        }

        await ConveneAsync(secretary.Page);
        await VoteAsync(second, filed.Number);
        foreach (var name in drawn[1..])
        {
            await cases.ActAsync(stage.UserOf(name), filed.Number, "vote", null, new { choice = "for", sheet = StepAnswers.Scores });
        }

        var decided = await (await cases.AsAsync(PanelStage.Applicant)).GetAsync($"/api/cases/{filed.Id}");
        Assert.Equal("OnNotice", decided.GetProperty("summary").Text("state"));
        Assert.Equal(0, decided.GetProperty("draws").GetInt32());
        await AuditAsync(filed.Id, [.. drawn, second]);
    }

    /// <summary>The lead takes somebody in from a file, whose first try has a mistake, and enters a co-author.</summary>
    private async Task KeepPoolAsync()
    {
        await using var lead = await Person.EnterAsync(Product, "qin.yue");
        var page = lead.Page;
        await page.GotoAsync("/work/experts");
        await page.GetByRole(AriaRole.Button, new() { Name = "导入专家" }).ClickAsync();
        await TryFileAsync(page, "用户名,区划代码,专业领域,工作单位\nexpert-nobody,220000,optics,吉林试例林学院\n");
        await Assertions.Expect(Dialog(page).GetByText("第 2 行“用户名”列：")).ToBeVisibleAsync();
        await page.LookAsync("draw-import");
        await TryFileAsync(page, "用户名,区划代码,专业领域,工作单位\nexpert-new,220000,optics,吉林试例林学院\n");
        await Assertions.Expect(Dialog(page).GetByText("共 1 行：将新增 1")).ToBeVisibleAsync();
        await PressAsync(Dialog(page), "导入");
        await Assertions.Expect(Dialog(page).GetByText("已导入，共 1 行：新增 1")).ToBeVisibleAsync();
        await PressAsync(Dialog(page), "关闭");

        await page.GetByRole(AriaRole.Button, new() { Name = $"修改 {PanelStage.CoAuthor}" }).ClickAsync();
        await Dialog(page).GetByLabel("姓名", new() { Exact = true }).FillAsync(PanelStage.ApplicantName);
        await PressAsync(Dialog(page).GetByRole(AriaRole.Group, new() { Name = "合作发表人员" }), "添加");
        await page.LookAsync("draw-expert");
        await PressAsync(Dialog(page), "保存");
        await Assertions.Expect(page.GetByText("合作发表 1 人")).ToBeVisibleAsync();
        await page.LookAsync("draw-pool");
    }

    /// <summary>An expert enters days away that begin today, one spell too many, and takes that one out again.</summary>
    private async Task GoAwayAsync()
    {
        await using var expert = await Person.SignInAsync(Product, PanelStage.Away);
        var page = expert.Page;
        var today = DateOnly.Parse((await ApiCaller.Of(page).GetAsync("/api/session")).Text("today"), null);
        await page.GetByRole(AriaRole.Link, new() { Name = "不在岗日期" }).ClickAsync();
        await Assertions.Expect(page.GetByText("没有登记不在岗日期。")).ToBeVisibleAsync();
        await AddDaysAsync(page, today, today.AddDays(9));
        await AddDaysAsync(page, today.AddDays(40), today.AddDays(41));
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText($"{today.AddDays(40):yyyy-MM-dd} 至")).ToBeVisibleAsync();
        await page.LookAsync("draw-away");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^删除 {today.AddDays(40):yyyy-MM-dd}") }).ClickAsync();
        await Assertions.Expect(page.GetByText($"{today.AddDays(40):yyyy-MM-dd} 至")).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByText($"{today:yyyy-MM-dd} 至")).ToBeVisibleAsync();
    }

    /// <summary>The secretary sees who cannot be drawn and why, and draws; who was drawn.</summary>
    private static async Task<string[]> DrawAsync(IPage page, string number)
    {
        await Reviewing.OpenAsync(page, number);
        var pool = page.GetByRole(AriaRole.Region, new() { Name = "专家库" });
        foreach (var (name, reason) in new[]
                 {
                     (PanelStage.Colleague, "与申请人同一单位"), (PanelStage.Relative, "与申请人有登记的亲属关系"), (PanelStage.CoAuthor, "与申请人有合作发表关系"), (PanelStage.Away, "今日不在岗"),
                 })
        {
            await Assertions.Expect(pool.GetByRole(AriaRole.Listitem).Filter(new() { HasText = name }).GetByText(reason)).ToBeVisibleAsync();
        }

        await Assertions.Expect(pool.GetByText("不可抽取 4 人")).ToBeVisibleAsync();
        await page.LookAsync("draw-before");
        await Reviewing.PressAsync(page, "抽取");
        await Assertions.Expect(Dialog(page).GetByText("随机抽取 7 人")).ToBeVisibleAsync();
        await page.LookAsync("draw-dialog");
        await PressAsync(Dialog(page), "抽取");
        await Assertions.Expect(page.GetByText("第 1 次抽取").First).ToBeVisibleAsync();
        await page.LookAsync("draw-first");
        var seats = page.GetByRole(AriaRole.Region, new() { Name = "评审组" }).GetByRole(AriaRole.Listitem).Locator("strong");
        var drawn = await seats.AllInnerTextsAsync();
        Assert.Equal(7, drawn.Count);
        Assert.Empty(drawn.Intersect([PanelStage.Colleague, PanelStage.Relative, PanelStage.CoAuthor, PanelStage.Away]));
        return [.. drawn];
    }

    /// <summary>An expert looks at the invitation, which tells no name, and steps aside.</summary>
    private async Task StepAsideAsync(string name, string number)
    {
        await using var expert = await Person.SignInAsync(Product, name);
        var page = expert.Page;
        await OpenRedactedAsync(page, number, "评审邀请");
        await page.LookAsync("draw-invitation");
        await Reviewing.PressAsync(page, "申请回避");
        await Dialog(page).GetByLabel("回避原因").FillAsync("从业绩认出申请人，曾共同承担项目。");
        await page.LookAsync("draw-recusal");
        await PressAsync(Dialog(page), "申请回避");
        await Assertions.Expect(page.GetByText("已办理")).ToBeVisibleAsync();
    }

    private static async Task<string> DrawAgainAsync(IPage page, string[] drawn)
    {
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("原因：从业绩认出申请人，曾共同承担项目。")).ToBeVisibleAsync();
        await Reviewing.PressAsync(page, "补抽");
        await Dialog(page).GetByLabel("再次抽取的原因").FillAsync("一人回避，补抽一席。");
        await page.LookAsync("draw-again-dialog");
        await PressAsync(Dialog(page), "补抽");
        await Assertions.Expect(page.GetByText("第 2 次抽取").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("第 1 次抽取").First).ToBeVisibleAsync();
        await page.LookAsync("draw-second");
        var invited = await page.GetByRole(AriaRole.Region, new() { Name = "评审组" }).GetByRole(AriaRole.Listitem).Locator("strong").AllInnerTextsAsync();
        return Assert.Single(invited.Except(drawn));
    }

    private static async Task ConveneAsync(IPage page)
    {
        await page.ReloadAsync();
        await Reviewing.PressAsync(page, "召集评审");
        await page.LookAsync("draw-convene");
        await PressAsync(Dialog(page), "召集评审");
        await Assertions.Expect(page.GetByText("已办理")).ToBeVisibleAsync();
    }

    /// <summary>Whoever was drawn last scores and votes in a case without a name.</summary>
    private async Task VoteAsync(string name, string number)
    {
        await using var expert = await Person.SignInAsync(Product, name);
        var page = expert.Page;
        await OpenRedactedAsync(page, number, "我的投票");
        await page.WriteAsync("innovation", "26");
        await page.WriteAsync("achievement", "35");
        await page.WriteAsync("contribution", "25");
        await page.GetByRole(AriaRole.Radio, new() { Name = "赞成" }).CheckAsync();
        await page.LookAsync("draw-vote");
        await Reviewing.PressAsync(page, "投票");
        await PressAsync(Dialog(page), "提交投票");
        await Assertions.Expect(page.GetByText("已办理")).ToBeVisibleAsync();
    }

    /// <summary>An auditor reaches the draws from the case and repeats both in the browser; an expert does not.</summary>
    private async Task AuditAsync(string id, string[] drawn)
    {
        await using var auditor = await Person.SignInAsync(Product, "贺严");
        var page = auditor.Page;
        await page.GotoAsync($"/work/cases/{id}");
        await page.GetByRole(AriaRole.Link, new() { Name = "专家抽取记录（2 次）" }).ClickAsync();
        await Assertions.Expect(page.GetByText("按记录重新抽取，结果一致")).ToHaveCountAsync(2);
        foreach (var number in new[] { 1, 2 })
        {
            await page.GetByRole(AriaRole.Button, new() { Name = $"重新抽取核对 第 {number} 次抽取" }).ClickAsync();
        }

        await Assertions.Expect(page.GetByText("抽中的人和顺序与记录一致")).ToHaveCountAsync(2);
        var seats = page.GetByRole(AriaRole.Listitem);
        Assert.Equal(drawn.Order(StringComparer.Ordinal), (await seats.Locator("strong").AllInnerTextsAsync()).Order(StringComparer.Ordinal));
        await Assertions.Expect(seats.Filter(new() { HasText = drawn[0] }).GetByText("回避", new() { Exact = true })).ToBeVisibleAsync();
        await page.LookAsync("draw-audit");

        await using var expert = await Person.EnterAsync(Product, stage.UserOf(drawn[1]));
        var refused = await expert.Page.Context.APIRequest.GetAsync($"/api/cases/{id}/draws");
        Assert.Equal(404, refused.Status);
    }

    /// <summary>From the inbox to the task; nothing on the page, seen or not, tells who applies.</summary>
    private static async Task OpenRedactedAsync(IPage page, string number, string shown)
    {
        await page.GotoAsync("/work/inbox");
        await page.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        await page.ArriveAsync("/work/tasks/");
        await Assertions.Expect(page.GetByText(shown).First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("长期从事光学工程研究").First).ToBeVisibleAsync();
        var content = await page.ContentAsync();
        Assert.All(Identity, told => Assert.DoesNotContain(told, content, StringComparison.Ordinal));
    }

    private static async Task TryFileAsync(IPage page, string text)
    {
        await Dialog(page).Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "experts.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await PressAsync(Dialog(page), "检查");
    }

    private static async Task AddDaysAsync(IPage page, DateOnly from, DateOnly to)
    {
        var days = page.Locator(".ant-picker-range input");
        await days.First.ClickAsync();
        await days.First.FillAsync($"{from:yyyy-MM-dd}");
        await days.First.PressAsync("Enter");
        await days.Last.FillAsync($"{to:yyyy-MM-dd}");
        await days.Last.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "添加一段" }).ClickAsync();
        await Assertions.Expect(page.GetByText($"{from:yyyy-MM-dd} 至 {to:yyyy-MM-dd}")).ToBeVisibleAsync();
    }

    private static ILocator Dialog(IPage page) => page.GetByRole(AriaRole.Dialog);

    /// <summary>A button that is called so; two characters are set apart on it.</summary>
    private static Task PressAsync(ILocator within, string name) =>
        within.Locator("button.ant-btn").Filter(new() { HasTextRegex = new($"^\\s*{string.Join("\\s*", name.Select(c => Regex.Escape(c.ToString())))}\\s*$") }).ClickAsync();
}
