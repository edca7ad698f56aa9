using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>How each step's own form is filled when nothing is wrong.</summary>
internal static class Steps
{
    public static async Task RecommendAsync(IPage page)
    {
        await page.TickAsync("publicised");
        await page.WriteDayAsync("publicisedFrom", "2026-02-02");
        await page.WriteDayAsync("publicisedTo", "2026-02-06");
        await page.TickAsync("onDuty");
        await page.WriteAsync("contribution", "本人承担车载镜头项目，实际在岗，同意推荐。");
    }

    public static async Task AcceptAsync(IPage page)
    {
        await page.TickAsync("contractVerified");
        await page.TickAsync("outsideVerified");
    }

    public static async Task CityAsync(IPage page)
    {
        await page.TickAsync("contentVerified");
        await page.PickAsync("opinion", "不涉及");
    }

    public static async Task CheckAsync(IPage page)
    {
        await page.TickAsync("identityVerified");
        await page.TickAsync("clauseVerified");
    }

    public static async Task ScienceAsync(IPage page)
    {
        await page.TickAsync("originality");
        await page.ChooseAsync("field", "光电");
    }

    public static async Task RefuseAsync(IPage page)
    {
        await page.ChooseAsync("ground", "不符合年龄规定");
        await page.WriteAsync("facts", "提交申请时已超过申报年龄，且不属于急需紧缺人才。");
    }
}
