using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Studio;

/// <summary>A policy editor changes the flow of a draft by hand: puts a step in, fills it in, moves, takes back, deletes by the keyboard.</summary>
[Collection(ProductStories.Name)]
public sealed class FlowDesignerStory(Product product)
{
    private const string Editor = "zhou.min";

    private static readonly string Pictures = Directory.CreateDirectory(
        Environment.GetEnvironmentVariable("APPROVALS_SCREENSHOTS") ?? Path.Combine(RepositoryFolder.Root, "artifacts", "e2e")).FullName;

    [Fact]
    public async Task Flow_IsChangedByMouseAndKeyboard()
    {
        await using var editor = await Person.EnterAsync(product, Editor);
        var page = editor.Page;
        await page.GotoAsync($"/studio/{await DraftAsync(page)}/flow");
        await Assertions.Expect(Step(page, "recommend")).ToBeVisibleAsync();
        await WatchTasksAsync(page);

        await PutInAsync(page);
        await FillInAsync(page);
        await DragAsync(page);
        await DeleteAsync(page);
        await SwitchAsync(page);
        await LookAsync(page, "zh-CN");
        await using var english = await Person.EnterAsync(product, Editor, language: "en");
        await english.Page.GotoAsync(page.Url);
        await Assertions.Expect(Step(english.Page, "recommend")).ToBeVisibleAsync();
        await LookAsync(english.Page, "en");
    }

    private static async Task<string> DraftAsync(IPage page)
    {
        var api = ApiCaller.Of(page);
        var live = (await api.GetAsync("/api/policy/versions?service=talent-classification")).EnumerateArray().First(v => v.GetProperty("inForce").GetBoolean());
        return (await api.PostAsync($"/api/studio/drafts/{live.GetProperty("id").GetString()}/fork", new { })).GetProperty("id").GetString()!;
    }

    /// <summary>A step between two others: it is chosen, and red until it says who acts.</summary>
    private static async Task PutInAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "在“用人单位推荐”之后添加" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "审批" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "审批的设置" })).ToBeVisibleAsync();
        await Assertions.Expect(Step(page, "review")).ToBeVisibleAsync();
        await Assertions.Expect(Problems(page)).ToContainTextAsync("审批");
    }

    private static async Task FillInAsync(IPage page)
    {
        var drawer = page.GetByRole(AriaRole.Complementary, new() { Name = "的设置" });
        await drawer.GetByLabel("中文").First.FillAsync("复核");
        await drawer.GetByLabel("中文").First.PressAsync("Enter");
        await Assertions.Expect(Step(page, "review")).ToContainTextAsync("复核");
        await drawer.GetByRole(AriaRole.Button, new() { Name = "添加办理人" }).ClickAsync();
        await Assertions.Expect(drawer.Locator("[data-setting=participants]")).ToContainTextAsync("审核人员");
        await drawer.Locator("[data-setting=limit]").GetByRole(AriaRole.Spinbutton).First.FillAsync("3");
        await drawer.Locator("[data-setting=limit]").GetByRole(AriaRole.Spinbutton).First.PressAsync("Enter");
        await Assertions.Expect(Step(page, "review")).ToContainTextAsync("3 工作日");
    }

    /// <summary>The step further up, by the mouse; then taken back, and made again.</summary>
    private static async Task DragAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Escape");
        var (from, to) = (await Step(page, "review").BoundingBoxAsync(), await Step(page, "recommend").BoundingBoxAsync());
        await page.Mouse.MoveAsync(from!.X + 90, from.Y + 30);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to!.X + (to.Width / 2), to.Y - 10, new() { Steps = 20 });
        await page.Mouse.UpAsync();
        await AboveAsync(page, "review", "recommend");
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销", Exact = true }).First.ClickAsync();
        await AboveAsync(page, "recommend", "review");
        await page.GetByRole(AriaRole.Button, new() { Name = "重做", Exact = true }).First.ClickAsync();
        await AboveAsync(page, "review", "recommend");
    }

    private static async Task DeleteAsync(IPage page)
    {
        await Step(page, "review").FocusAsync();
        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(Step(page, "review")).ToHaveCountAsync(0);
    }

    private static async Task SwitchAsync(IPage page)
    {
        await page.GetByText("自由画布").ClickAsync();
        await Assertions.Expect(page.Locator(".react-flow__node").First).ToBeVisibleAsync();
        await page.GetByText("块视图").ClickAsync();
        await Assertions.Expect(Step(page, "recommend")).ToBeVisibleAsync();
        var longest = await page.EvaluateAsync<double>("() => Math.max(0, ...window.__tasks)");
        Console.WriteLine($"flow designer: longest task of the main thread {longest:0} ms");
    }

    private static async Task LookAsync(IPage page, string language)
    {
        await Step(page, "recommend").ClickAsync();
        foreach (var width in new[] { 1024, 1440 })
        {
            await page.SetViewportSizeAsync(width, 900);
            await Accessibility.CheckAsync(page);
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"studio-flow-{width}-{language}.png") });
        }
    }

    private static Task<System.Text.Json.JsonElement?> WatchTasksAsync(IPage page) => page.EvaluateAsync(
        "() => { window.__tasks = []; new PerformanceObserver(l => l.getEntries().forEach(e => window.__tasks.push(e.duration))).observe({ type: 'longtask' }); }");

    private static async Task AboveAsync(IPage page, string upper, string lower) => await page.WaitForFunctionAsync(
        "([a, b]) => { const at = id => document.querySelector(`[data-step=\"${id}\"]`)?.getBoundingClientRect().y; return at(a) < at(b); }", new[] { upper, lower });

    private static ILocator Step(IPage page, string id) => page.Locator($"[data-step=\"{id}\"]");

    private static ILocator Problems(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "问题" });
}
