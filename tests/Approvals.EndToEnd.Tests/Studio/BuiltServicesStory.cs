using System.IO.Compression;
using System.Text.Json;
using Approvals.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Studio;

/// <summary>
/// Two of the shipped services are built in the studio from nothing, proved, published and offered; what is exported then is what ships,
/// byte for byte. The decisive steps are done by hand, the others are the commands that the pages send, in <c>Steps</c>. After a change there
/// the folders are written anew with <c>APPROVALS_WRITE_SERVICES=1</c>.
/// </summary>
public sealed class BuiltServicesStory(StudioWithoutThem studio) : IClassFixture<StudioWithoutThem>
{
    private readonly Product _product = studio.Product;

    [Fact]
    public Task TravelChannel_BuiltInTheStudio_IsWhatShips() => BuildAsync(new Service(
        "vip-travel", "出行贵宾通道与景区免票", "VIP travel channel and free scenic entry", "填报", new Field("companionsChecked", "随行人员已核对", "Companions checked")));

    [Fact]
    public Task ProvincialTitle_BuiltInTheStudio_IsWhatShips() => BuildAsync(new Service(
        "provincial-title", "省级人才称号申报", "Provincial title for talent", "审核", new Field("contributionVerified", "重大贡献属实", "The major contribution is proved")));

    private async Task BuildAsync(Service service)
    {
        await using var editor = await Person.EnterAsync(_product, "zhou.min");
        var page = editor.Page;
        var draft = await BeginAsync(page, service);
        var api = ApiCaller.Of(page);
        var left = BuiltSteps.Of(service.Code);

        await left.SendAsync(api, draft, "rules");
        await AddFieldAsync(page, draft, service.Field);
        await left.SendAsync(api, draft, "forms");
        await left.SendAsync(api, draft, "tables");
        await left.SendAsync(api, draft, "letters");
        await PutInTableAsync(page, draft, service.After);
        await left.SendAsync(api, draft, "flow");
        await left.SendAsync(api, draft, "test");
        Assert.Empty((await api.GetAsync($"/api/studio/drafts/{draft}/problems")).EnumerateArray().Where(p => p.Text("severity") == "error").Select(p => p.Text("text")));
        await CompareAsync(page, draft, service.Code);
        await ProveAsync(page, draft, left.Scenarios);
        await OfferAsync(page, draft, service);
    }

    private static async Task<string> BeginAsync(IPage page, Service service)
    {
        await page.GotoAsync("/studio");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建事项" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("代码").FillAsync(service.Code);
        await dialog.GetByLabel("中文名称").FillAsync(service.Name);
        await dialog.GetByLabel("英文名称").FillAsync(service.English);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "建立", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(service.Name);
        return new Uri(page.Url).Segments[2].TrimEnd('/');
    }

    /// <summary>A box to tick on the form of the officers.</summary>
    private static async Task AddFieldAsync(IPage page, string draft, Field field)
    {
        await page.GotoAsync($"/studio/{draft}/forms?form=check");
        await page.GetByRole(AriaRole.Button, new() { Name = "勾选框", Exact = true }).ClickAsync();
        var properties = page.Locator("section[aria-labelledby=part-name]");
        await Assertions.Expect(properties.Locator("[data-setting=key] input")).ToHaveValueAsync("checkbox1");
        await WriteAsync(properties.Locator("[data-setting=label] input").First, field.Label);
        await WriteAsync(properties.Locator("[data-setting=label] input").Nth(1), field.English);
        await WriteAsync(properties.Locator("[data-setting=key] input"), field.Key);
        await Assertions.Expect(page.Locator($"[data-part={field.Key}]").GetByText(field.Label).First).ToBeVisibleAsync();
        await SavedAsync(page);
    }

    /// <summary>The step that asks the table, behind the first or the second.</summary>
    private static async Task PutInTableAsync(IPage page, string draft, string after)
    {
        await page.GotoAsync($"/studio/{draft}/flow");
        await page.GetByRole(AriaRole.Button, new() { Name = $"在“{after}”之后添加" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "规则" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("[data-step=decide]")).ToBeVisibleAsync();
        await SavedAsync(page);
    }

    /// <summary>What the studio exports is what stands in the folder of the shipped service.</summary>
    private static async Task CompareAsync(IPage page, string draft, string code)
    {
        var answer = await page.Context.APIRequest.GetAsync($"/api/policy/versions/{draft}/archive");
        Assert.True(answer.Ok, await answer.TextAsync());
        using var zip = new ZipArchive(new MemoryStream(await answer.BodyAsync()));
        var folder = Path.Combine(RepositoryFolder.Root, "workflows", code);
        if (Environment.GetEnvironmentVariable("APPROVALS_WRITE_SERVICES") == "1")
        {
            await WriteAsync(zip, folder);
        }

        var shipped = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => $"{code}/{Path.GetRelativePath(folder, f).Replace('\\', '/')}");
        Assert.Equal(shipped.Order(StringComparer.Ordinal), zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            Assert.Equal(await File.ReadAllTextAsync(Path.Combine(folder, entry.FullName[(code.Length + 1)..])), await reader.ReadToEndAsync());
        }
    }

    private static async Task WriteAsync(ZipArchive zip, string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var entry in zip.Entries)
        {
            var file = Path.Combine(folder, entry.FullName[(Path.GetFileName(folder).Length + 1)..]);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await using var content = entry.Open();
            await using var written = File.Create(file);
            await content.CopyToAsync(written);
        }
    }

    /// <summary>Every scenario passes where the editor runs them.</summary>
    private static async Task ProveAsync(IPage page, string draft, int scenarios)
    {
        await page.GotoAsync($"/studio/{draft}/test");
        await page.GetByRole(AriaRole.Button, new() { Name = "全部运行" }).ClickAsync();
        var list = page.GetByRole(AriaRole.List, new() { Name = "场景" });
        await Assertions.Expect(list.GetByText("通过", new() { Exact = true })).ToHaveCountAsync(scenarios, new() { Timeout = 120_000 });
    }

    /// <summary>A second person publishes it from today, and an applicant finds it.</summary>
    private async Task OfferAsync(IPage page, string draft, Service service)
    {
        await using var approver = await Person.EnterAsync(_product, "tao.ran");
        var api = ApiCaller.Of(approver.Page);
        var today = (await api.GetAsync("/api/session")).Text("today");
        await ApiCaller.Of(page).PostAsync($"/api/policy/versions/{draft}/submit", new { effectiveFrom = today, note = "新增服务事项。" });
        var etag = (await api.GetAsync($"/api/policy/versions?service={service.Code}")).EnumerateArray().Single().Text("hash");
        await api.PostAsync($"/api/policy/versions/{draft}/publish", new { effectiveFrom = today, etag });
        await using var applicant = await Person.EnterAsync(_product, "chen.siyu");
        await applicant.Page.GotoAsync($"/services/{service.Code}");
        await Assertions.Expect(applicant.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(service.Name);
        await applicant.Page.LookAsync($"built-{service.Code}");
    }

    private static async Task WriteAsync(ILocator field, string text)
    {
        await field.FillAsync(text);
        await field.BlurAsync();
    }

    private static Task SavedAsync(IPage page) => Assertions.Expect(page.GetByText("已保存").First).ToBeVisibleAsync();

    private sealed record Service(string Code, string Name, string English, string After, Field Field);

    private sealed record Field(string Key, string Label, string English);
}
