using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>An application filled in the page, section by section, as an applicant does.</summary>
internal static class Applying
{
    public const string Service = "柔性引进人才分类定级";

    public static async Task BeginAsync(IPage page)
    {
        await page.GotoAsync("/services");
        await page.GetByRole(AriaRole.Link, new() { Name = Service }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "开始申请" }).ClickAsync();
        await page.ArriveAsync("/apply/");
        await page.Locator("#field-name").WaitForAsync();
    }

    public static async Task FillAboutAsync(IPage page, string name, string birthDate)
    {
        await Assertions.Expect(page.Locator("#field-name")).ToHaveValueAsync(name);
        await page.WriteDayAsync("idValidTo", "2036-01-01");
        await page.WriteDayAsync("birthDate", birthDate);
        await ContinueAsync(page, "学历与职称");
    }

    public static async Task FillEducationAsync(IPage page)
    {
        await page.ChooseAsync("education", "研究生");
        await page.ChooseAsync("degree", "博士");
        await page.WriteAsync("school", "示例大学");
        await page.WriteAsync("major", "光学工程");
        await page.ChooseAsync("title", "正高级");
        await page.WriteAsync("titleName", "正高级工程师");
        await page.WriteAsync("formerEmployer", "示例光学研究所");
        await page.WriteAsync("formerEmployerPlace", "上海市徐汇区");
        await page.WriteAsync("formerPosition", "研究员");
        await ContinueAsync(page, "用人单位与合同");
    }

    public static async Task FillContractAsync(IPage page)
    {
        await page.WriteAsync("uscc", "91220104MA99A00145");
        await page.WriteAsync("employerName", "长春北湖光电科技有限公司");
        await page.PickAsync("way", "兼职引进");
        await page.PickAsync("contractType", "工作合同");
        await page.WriteDayAsync("contractFrom", "2026-01-01");
        await page.WriteDayAsync("contractTo", "2032-12-31");
        await page.WriteAsync("months", "5.5");
        await page.WriteAsync("position", "光学工程首席专家");
        await page.TickAsync("contractChecked");
        await ContinueAsync(page, "业绩成果");
    }

    public static async Task FillAchievementsAsync(IPage page)
    {
        await page.ChooseAsync("level", "B类");
        await page.ChooseAsync("clause", "人才称号");
        await page.WriteAsync("summary", "长期从事车载光学镜头研究，主持示例项目三项。");
        await page.GetByRole(AriaRole.Button, new() { Name = "添加业绩" }).ClickAsync();
        await page.ChooseAsync("achievements-0-category", "科技奖一等奖");
        await page.ChooseAsync("achievements-0-grade", "国家级");
        await page.WriteAsync("achievements-0-title", "示例国家科技进步奖一等奖");
        await page.WriteAsync("achievements-0-rank", "1");
        await page.WriteDayAsync("achievements-0-obtainedOn", "2024-05-20");
        await page.WriteAsync("achievements-0-certificateNumber", "ZS-2024-0187");
        await page.UploadAsync("附件");
        await ContinueAsync(page, "材料上传");
    }

    public static async Task FillDocumentsAsync(IPage page)
    {
        foreach (var label in (string[])["身份证件", "引进合同", "用人单位营业执照", "学历学位证书", "职称或职业资格证书", "原单位同意函"])
        {
            await page.UploadAsync(label);
        }

        await ContinueAsync(page, "承诺与同意");
    }

    public static async Task AgreeAsync(IPage page)
    {
        foreach (var field in (string[])["noBars", "pledge", "privacyConsent", "sensitiveConsent", "sharingConsent"])
        {
            await page.TickAsync(field);
        }

        await ContinueAsync(page, "核对并提交");
    }

    /// <summary>Submits from the page of all answers; the number that is shown.</summary>
    public static async Task<string> SubmitAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "提交申报" }).ClickAsync();
        await page.ArriveAsync("/submitted/");
        var number = page.GetByText("办件编号").Locator("xpath=following-sibling::p");
        return (await number.InnerTextAsync()).Trim();
    }

    private static async Task ContinueAsync(IPage page, string next)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "保存并继续" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Level = 2, Name = next }).WaitForAsync();
    }
}
