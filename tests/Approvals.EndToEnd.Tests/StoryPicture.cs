using Approvals.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>A look at a page of a story, wide and on a phone: no sideways scrolling, no raw keys, axe, and a picture under artifacts.</summary>
internal static class StoryPicture
{
    private const int Desk = 1440;

    private static readonly string Folder = Directory.CreateDirectory(
        Environment.GetEnvironmentVariable("APPROVALS_SCREENSHOTS") ?? Path.Combine(RepositoryFolder.Root, "artifacts", "e2e")).FullName;

    public static async Task LookAsync(this IPage page, string name)
    {
        foreach (var (width, height) in new[] { (390, 844), (Desk, 900) })
        {
            await page.SetViewportSizeAsync(width, height);
            await page.WaitForFunctionAsync("() => document.querySelector('[aria-busy=true], .ant-skeleton') === null");
            await PageLayout.CheckAsync(page);
            await Accessibility.CheckAsync(page);
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{width}.png"), FullPage = true });
        }
    }
}
