using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Pages;

/// <summary>Every page in both languages, wide and on a phone: no sideways scrolling, no raw keys; axe, on a phone in one of the languages.</summary>
public sealed partial class EveryPageTests(PagesStage stage) : IClassFixture<PagesStage>
{
    private const int Desk = 1440;
    private const int Phone = 390;

    private const string Settled = """
        () => {
          const main = document.querySelector('main');
          return main !== null && main.innerText.trim() !== '' && document.querySelector('[aria-busy=true], .ant-skeleton') === null;
        }
        """;

    /// <summary>Where pictures of all pages are written to; none are without it.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("APPROVALS_SCREENSHOTS");

    public static TheoryData<string, string> Visits()
    {
        var visits = new TheoryData<string, string>();
        foreach (var visit in PageVisit.All)
        {
            visits.Add(visit.Name, "zh-CN");
            visits.Add(visit.Name, "en");
        }

        return visits;
    }

    [Theory]
    [MemberData(nameof(Visits))]
    public async Task Page_WideAndOnAPhone_IsAccessibleAndWhole(string name, string language)
    {
        var visit = PageVisit.All.Single(v => v.Name == name);
        var page = await stage.PageOfAsync(visit.User, language);
        await page.SetViewportSizeAsync(Desk, 900);
        var address = visit.Address(stage);
        await page.GotoAsync(address);
        await page.WaitForFunctionAsync(Settled);
        Assert.Equal(address, new Uri(page.Url).PathAndQuery);
        if (visit.Then is { } then)
        {
            await then(page);
            await page.WaitForFunctionAsync(Settled);
        }

        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
        Assert.True(visit.Problem || await page.GetByRole(AriaRole.Alert).CountAsync() == 0, $"{address} tells of a problem.");
        Assert.Equal(visit.Route == "*", await page.GetByText(Nothing()).CountAsync() > 0);
        await LookAsync(page, name, Desk, language);

        await page.SetViewportSizeAsync(Phone, 844);
        await page.WaitForFunctionAsync(Settled);
        await LookAsync(page, name, Phone, language);
    }

    [Fact]
    public void Routes_OfThePage_AreAllVisited()
    {
        var table = File.ReadAllText(Path.Combine(RepositoryFolder.Root, "src", "Approvals.Web", "ui", "src", "App", "routes.tsx"));
        var routes = RouteEntry().Matches(table).Select(m => m.Groups["path"].Value);
        Assert.Equal(routes.Order(StringComparer.Ordinal), PageVisit.All.Select(v => v.Route).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>The guides show what anybody can make anew: each picture is one of a page that is visited.</summary>
    [Fact]
    public void Pictures_OfTheGuides_AreThoseOfPagesThatAreVisited()
    {
        var visited = PageVisit.All.SelectMany(v => new[] { Desk, Phone }.SelectMany(w => new[] { $"{v.Name}-{w}.png", $"{v.Name}-{w}-en.png" })).ToHashSet(StringComparer.Ordinal);
        var docs = Path.Combine(RepositoryFolder.Root, "docs");
        var shown = Directory.EnumerateFiles(docs, "guide-*.md").SelectMany(f => GuidePicture().Matches(File.ReadAllText(f)).Select(m => m.Groups["file"].Value)).ToHashSet(StringComparer.Ordinal);

        Assert.True(shown.Count > 20, $"{shown.Count}");
        Assert.Empty(shown.Except(visited));
        Assert.Equal(shown.Order(StringComparer.Ordinal), Directory.EnumerateFiles(Path.Combine(docs, "images", "guide")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    private static async Task LookAsync(IPage page, string name, int width, string language)
    {
        await PageLayout.CheckAsync(page);
        if (width == Desk || language != "en")
        {
            await Accessibility.CheckAsync(page);
        }

        if (Pictures is not null)
        {
            var file = language == "en" ? $"{name}-{width}-en.png" : $"{name}-{width}.png";
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, "guide", file) });
            await PictureAsync(page, Path.Combine(Pictures, file));
        }
    }

    /// <summary>The whole page in a window as tall as it is, so that what stays at the bottom stands at the bottom.</summary>
    private static async Task PictureAsync(IPage page, string file)
    {
        var height = await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
        await page.SetViewportSizeAsync(page.ViewportSize!.Width, Math.Max(height, page.ViewportSize.Height));
        await page.ScreenshotAsync(new() { Path = file });
    }

    /// <summary>What a page says that is not there, or not for this reader.</summary>
    [GeneratedRegex("没有找到这个页面|Page not found|您没有查看这个页面的权限|You do not have the right to see this page")]
    private static partial Regex Nothing();

    [GeneratedRegex(@"images/guide/(?<file>[^)]+)")]
    private static partial Regex GuidePicture();

    [GeneratedRegex(@"\{ (?:path: '(?<path>[^']*)'|index: true)")]
    private static partial Regex RouteEntry();
}
