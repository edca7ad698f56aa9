using Approvals.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Studio;

/// <summary>
/// Every tab of a draft in both languages at three widths: nothing scrolls sideways or shows raw keys, axe finds nothing serious, and a picture
/// of each is kept beside those of the stories.
/// </summary>
[Collection(ProductStories.Name)]
public sealed class DesignerPicturesTests(Product product)
{
    private const string Settled = """
        () => document.querySelector('main')?.innerText.trim() && document.querySelector('[aria-busy=true], .ant-skeleton, .ant-spin-spinning') === null
        """;

    private static readonly string Pictures = Directory.CreateDirectory(
        Environment.GetEnvironmentVariable("APPROVALS_SCREENSHOTS") ?? Path.Combine(RepositoryFolder.Root, "artifacts", "e2e")).FullName;

    private static readonly (int Width, int Height)[] Windows = [(1440, 900), (1024, 800), (390, 844)];

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Designers_OfADraft_AreWholeAndAccessible(string language)
    {
        await using var editor = await Person.EnterAsync(product, "zhou.min", language: language);
        var page = editor.Page;
        var id = (await ApiCaller.Of(page).UploadAsync("/api/policy/versions", PagePackages.Next())).Text("version");
        var wrong = new List<string>();
        foreach (var (tab, address) in Tabs)
        {
            foreach (var (width, height) in Windows)
            {
                await page.SetViewportSizeAsync(width, height);
                await page.GotoAsync($"/studio/{id}/{address}");
                await page.WaitForFunctionAsync(Settled);
                await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
                await ChooseAsync(page, tab);
                await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"designer-{tab}-{width}-{language}.png") });
                await NoteAsync(wrong, () => PageLayout.CheckAsync(page), () => Accessibility.CheckAsync(page));
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    private static (string Tab, string Address)[] Tabs =>
    [
        ("overview", "overview"), ("flow", "flow"), ("flow-drawer", "flow"), ("forms", "forms?form=application"), ("forms-field", "forms?form=application"),
        ("tables", "tables?file=grading.dmn&decision=grading"), ("tables-graph", "tables?file=admission.dmn&decision=admission&view=graph"),
        ("letters", "letters"), ("rules", "rules"), ("clauses", "rules?section=clauses"), ("test", "test"), ("publish", "publish"),
    ];

    /// <summary>Opens what a tab shows only once something is chosen.</summary>
    private static async Task ChooseAsync(IPage page, string tab)
    {
        if (tab == "flow-drawer")
        {
            await page.Locator("[data-step=recommend]").ClickAsync();
            await Assertions.Expect(page.Locator("[data-setting=participants]")).ToBeVisibleAsync();
        }
        else if (tab == "forms-field")
        {
            await page.Locator("[data-part] button").Nth(2).ClickAsync();
            await Assertions.Expect(page.Locator("[data-setting=label]").First).ToBeVisibleAsync();
        }
    }

    private static async Task NoteAsync(List<string> wrong, params Func<Task>[] looks)
    {
        foreach (var look in looks)
        {
            try
            {
                await look();
            }
            catch (Xunit.Sdk.XunitException found)
            {
                wrong.Add(found.Message);
            }
        }
    }
}
