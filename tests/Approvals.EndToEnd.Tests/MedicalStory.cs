using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>Relatives registered and refused; a visit asked for, given and kept; and what three missed ones cost.</summary>
[Collection(ProductStories.Name)]
public sealed class MedicalStory(Product product)
{
    private const string Holder = "li.ruolan";
    private const string Missing = "zhou.jianhua";

    [Fact]
    public async Task Spouse_OnceRegistered_IsGivenAVisitAndKeepsIt()
    {
        await using var cases = new Caseload(product);
        await MedicalApplication.GiveCardAsync(cases, Holder);
        var applicant = await cases.AsAsync(Holder);
        var registration = await MedicalApplication.AskForSpouseAsync(applicant);
        await MedicalApplication.RecordAsync(cases, registration.Number);
        await using var person = await Person.EnterAsync(product, Holder, width: 390);
        var page = person.Page;
        await page.GotoAsync("/family");
        await Assertions.Expect(page.GetByText("李试例")).ToBeVisibleAsync();
        await PictureAsync(page, "medical-family-390");

        var relative = (await applicant.GetAsync("/api/family"))[0].Text("id");
        var visit = await MedicalApplication.AskForVisitAsync(applicant, relative);
        await ConfirmInPageAsync(visit.Number, applicant);
        await page.GotoAsync("/bookings");
        await Assertions.Expect(page.GetByText("门诊楼三层 心血管内科")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("已确认")).ToBeVisibleAsync();
        await PictureAsync(page, "medical-bookings-390");

        await Demonstration.ForwardAsync(applicant, days: 10);
        await RecordInPageAsync(visit.Number, "已确认", "已到");
        await page.GotoAsync($"/cases/{visit.Id}");
        await Assertions.Expect(page.GetByText("就诊已完成").First).ToBeVisibleAsync();
        await PictureAsync(page, "medical-kept-390");
    }

    [Fact]
    public async Task Registration_WithoutProofOfTheRelation_IsRefusedWithClauseAndRemedies()
    {
        await using var cases = new Caseload(product);
        await MedicalApplication.GiveCardAsync(cases, Holder);
        var filed = await MedicalApplication.AskForSpouseAsync(await cases.AsAsync(Holder));
        await cases.ActAsync("dong.xue", filed.Number, "accept", null);
        await cases.ActAsync("li.hui", filed.Number, "reject", new { cardVerified = true, relationVerified = false, consentVerified = false });
        await cases.ActAsync("guo.zhenhai", filed.Number, "approve", new { ground = "proof", facts = "所交户口簿上没有该亲属。" });

        await using var person = await Person.EnterAsync(product, Holder);
        await person.Page.GotoAsync($"/cases/{filed.Id}");
        await person.Page.Locator("#result").GetByRole(AriaRole.Link, new() { Name = "查看决定书" }).ClickAsync();
        var letter = person.Page.GetByRole(AriaRole.Article);
        await Assertions.Expect(letter.GetByText("所交户口簿上没有该亲属").First).ToBeVisibleAsync();
        await Assertions.Expect(letter.GetByText("第七条").First).ToBeVisibleAsync();
        await Assertions.Expect(letter.GetByText("行政复议").First).ToBeVisibleAsync();
        await PictureAsync(person.Page, "medical-refused");
    }

    [Fact]
    public async Task Visit_ThatTheHospitalCannotArrange_EndsWithItsReason()
    {
        await using var cases = new Caseload(product);
        await MedicalApplication.GiveCardAsync(cases, Holder);
        var asked = await MedicalApplication.AskForVisitAsync(await cases.AsAsync(Holder));
        await using var hospital = await Person.SignInAsync(product, "丁医生");
        await hospital.Page.GotoAsync("/work/bookings");
        await hospital.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = asked.Number }).GetByRole(AriaRole.Button, new() { Name = "不能安排" }).ClickAsync();
        var dialog = hospital.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Textbox).FillAsync("该科室近期停诊，请改约其他医院。");
        await Accessibility.CheckAsync(hospital.Page);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "不能安排" }).ClickAsync();
        await Assertions.Expect(hospital.Page.GetByText("已办理")).ToBeVisibleAsync();

        await using var person = await Person.EnterAsync(product, Holder, width: 390);
        await person.Page.GotoAsync("/bookings");
        await Assertions.Expect(person.Page.GetByText("该科室近期停诊")).ToBeVisibleAsync();
        await PictureAsync(person.Page, "medical-not-arranged-390");

        // Health is nobody's but the booking's two sides: the case and its letter say where the reason is, not what it is.
        await person.Page.GotoAsync($"/cases/{asked.Id}");
        await Assertions.Expect(person.Page.GetByText("医院不能安排").First).ToBeVisibleAsync();
        Assert.DoesNotContain("停诊", await person.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visits_ThreeTimesMissed_PauseTheNextAndSayUntilWhen()
    {
        await using var cases = new Caseload(product);
        await MedicalApplication.GiveCardAsync(cases, Missing);
        var applicant = await cases.AsAsync(Missing);
        List<Submitted> asked = [];
        for (var i = 0; i < 3; i++)
        {
            asked.Add(await MedicalApplication.AskForVisitAsync(applicant));
            await MedicalApplication.ConfirmAsync(cases, applicant, asked[i], days: 8);
        }

        await Demonstration.ForwardAsync(applicant, days: 9);
        await MedicalApplication.MissAsync(cases, applicant, asked[0]);
        await MedicalApplication.MissAsync(cases, applicant, asked[1]);
        await RecordInPageAsync(asked[2].Number, "已确认", "未到");
        var paused = await MedicalApplication.AskForVisitAsync(applicant);

        await using var person = await Person.EnterAsync(product, Missing);
        await person.Page.GotoAsync($"/cases/{paused.Id}");
        await Assertions.Expect(person.Page.Locator("#result").GetByText("爽约每满 3 次暂停 90 天").First).ToBeVisibleAsync();
        await PictureAsync(person.Page, "medical-paused");
        await person.Page.Locator("#result").GetByRole(AriaRole.Link, new() { Name = "查看决定书" }).ClickAsync();
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Article).GetByText("暂停").First).ToBeVisibleAsync();
    }

    /// <summary>The hospital's contact person finds what is asked for and gives a time and place.</summary>
    private async Task ConfirmInPageAsync(string number, ApiCaller applicant)
    {
        var day = (await MedicalApplication.TodayAsync(applicant)).AddDays(9);
        await using var hospital = await Person.SignInAsync(product, "丁医生");
        var page = hospital.Page;
        await page.GotoAsync("/work/bookings");
        var row = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = number });
        await Assertions.Expect(row.GetByText("活动后胸闷两周。")).ToBeVisibleAsync();
        await PictureAsync(page, "medical-asked");
        await row.GetByRole(AriaRole.Button, new() { NameRegex = new("^确\\s*认$") }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        var time = dialog.GetByLabel("时间");
        await time.ClickAsync();
        await time.FillAsync($"{day:yyyy-MM-dd} 09:30");
        await page.Locator(".ant-picker-ok button").ClickAsync();
        await Assertions.Expect(time).ToHaveValueAsync($"{day:yyyy-MM-dd} 09:30");
        await dialog.GetByLabel("地点").FillAsync("门诊楼三层 心血管内科");
        await dialog.GetByLabel("联络人").FillAsync("丁医生");
        await PictureAsync(page, "medical-answer");
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^确\\s*认$") }).ClickAsync();
        await Assertions.Expect(page.GetByText("已办理")).ToBeVisibleAsync();
    }

    private async Task RecordInPageAsync(string number, string tab, string answer)
    {
        await using var hospital = await Person.SignInAsync(product, "丁医生");
        await hospital.Page.GotoAsync("/work/bookings");
        await hospital.Page.GetByText(tab, new() { Exact = true }).First.ClickAsync();
        var row = hospital.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = number }).First;
        await row.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{answer[0]}\\s*{answer[1]}$") }).ClickAsync();
        if (answer == "未到")
        {
            await hospital.Page.GetByRole(AriaRole.Button, new() { Name = "记为未到" }).ClickAsync();
        }

        await Assertions.Expect(hospital.Page.GetByText("已办理")).ToBeVisibleAsync();
    }

    private static async Task PictureAsync(IPage page, string name) =>
        await page.ScreenshotAsync(new() { Path = Path.Combine(RepositoryFolder.Root, "artifacts", "e2e", $"{name}.png"), FullPage = true });
}
