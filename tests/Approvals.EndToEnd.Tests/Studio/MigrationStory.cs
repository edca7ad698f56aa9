using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Approvals.Application.Policies;
using Approvals.EndToEnd.Tests.Pages;
using Approvals.TestKit.Cases;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Studio;

/// <summary>
/// Twenty cases under way and a new version in which three of them have no place: the author sees which and why before handing it over, an
/// operator carries the plan out in one click, and takes it back; then all twenty stand as before.
/// </summary>
public sealed class MigrationStory : IAsyncLifetime
{
    private const string Service = "move-twenty";
    private const int Moving = 17;
    private const int Staying = 3;

    private static readonly string[] Applicants =
        ["zhang.mingyuan", "li.ruolan", "wang.guodong", "chen.siyu", "emily.carter", "lam.kaho", "zhao.yongqiang", "liu.bowen", "sun.deming", "zhou.jianhua"];

    private readonly DirectoryInfo _packages = Directory.CreateTempSubdirectory("approvals-moving-");
    private readonly Product _product;

    public MigrationStory()
    {
        PagePackages.Write(_packages.FullName);
        foreach (var (path, content) in First().Files)
        {
            var file = Path.Combine(_packages.FullName, Service, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, content.ToArray());
        }

        _product = new Product { Options = ["--Packages:Directory", _packages.FullName] };
    }

    public Task InitializeAsync() => _product.InitializeAsync();

    public async Task DisposeAsync()
    {
        await _product.DisposeAsync();
        _packages.Delete(recursive: true);
    }

    [Fact]
    public async Task TwentyCases_ThreeWithoutAPlace_AreMovedAsPlannedAndTakenBack()
    {
        await using var cases = new Caseload(_product);
        var filed = await FileAsync(cases);
        var before = await StandingAsync(cases, filed);
        Assert.Equal(Moving, before.Values.Count(s => s.Contains("\"check\"", StringComparison.Ordinal)));

        await using var editor = await Person.EnterAsync(_product, "zhou.min");
        var id = (await ApiCaller.Of(editor.Page).UploadAsync("/api/policy/versions", Second())).Text("version");
        await PlanAsync(editor.Page, id);
        await PublishAsync(id);
        await using var operators = await Person.EnterAsync(_product, "ops.cai");
        await CarryOutAsync(operators.Page, id);
        var moved = await StandingAsync(cases, filed);
        Assert.Equal(Staying, filed.Count(n => before[n] == moved[n]));

        await RollBackAsync(operators.Page);

        Assert.Equal(before.OrderBy(s => s.Key), (await StandingAsync(cases, filed)).OrderBy(s => s.Key));
    }

    private static async Task<List<string>> FileAsync(Caseload cases)
    {
        List<string> filed = [];
        foreach (var user in Applicants.Concat(Applicants))
        {
            var applicant = await cases.AsAsync(user);
            var draft = (await applicant.PostAsync($"/api/services/{Service}/drafts")).Text("id");
            var etag = (await applicant.GetAsync($"/api/drafts/{draft}")).Text("etag");
            var saved = await applicant.PutAsync($"/api/drafts/{draft}", new { values = new { name = "张试", amount = 12, account = "6222000011112222" }, etag });
            filed.Add((await applicant.PostAsync($"/api/drafts/{draft}/submit", new { etag = saved.Text("etag"), idempotencyKey = Guid.NewGuid().ToString("N") })).Text("number"));
        }

        foreach (var number in filed.Take(Staying))
        {
            await cases.ActAsync("li.hui", number, "approve", null);
        }

        return filed;
    }

    /// <summary>Where each case stands: its task, its step, its day.</summary>
    private static async Task<Dictionary<string, string>> StandingAsync(Caseload cases, List<string> filed)
    {
        var standing = new Dictionary<string, string>();
        foreach (var number in filed)
        {
            var row = (await (await cases.AsAsync("bai.lin")).GetAsync($"/api/inbox?q={number}")).GetProperty("items")[0];
            standing.Add(number, string.Join(' ', new[] { "taskId", "activity", "activityName", "dueOn", "receivedAt", "claimedBy" }.Select(name => row.GetProperty(name).GetRawText())));
        }

        return standing;
    }

    /// <summary>The author tries before handing over: which three, and why.</summary>
    private static async Task PlanAsync(IPage page, string id)
    {
        await page.GotoAsync($"/studio/{id}/publish");
        await page.GetByText("迁移到 v2").ClickAsync();
        await Assertions.Expect(page.Locator("#proposal").GetByRole(AriaRole.Status)).ToContainTextAsync("请先试迁移");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^试 ?算$") }).ClickAsync();
        await Assertions.Expect(page.GetByText($"本页 20 件：{Moving} 件可以迁移，{Staying} 件不能。")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("不能迁移", new() { Exact = true })).ToHaveCountAsync(Staying);
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "不能迁移" }).First).ToContainTextAsync("复核");
        await page.LookAsync("studio-moving-plan");
        await page.SetViewportSizeAsync(1440, 900);
        var panel = page.Locator("#proposal");
        await panel.GetByLabel("建议生效日期").FillAsync((await ApiCaller.Of(page).GetAsync("/api/session")).Text("today"));
        await panel.GetByLabel("建议生效日期").PressAsync("Enter");
        await panel.GetByLabel("提交说明").FillAsync("取消复核环节，初核期限缩短。");
        await panel.GetByRole(AriaRole.Button, new() { Name = "提交复核" }).ClickAsync();
        await Assertions.Expect(page.GetByText($"提交时试迁移 20 件，{Moving} 件可行，{Staying} 件不可行")).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    private async Task PublishAsync(string id)
    {
        await using var approver = await Person.EnterAsync(_product, "tao.ran");
        var page = approver.Page;
        await page.GotoAsync($"/studio/{id}/publish");
        await Assertions.Expect(page.GetByText("取消复核环节，初核期限缩短。")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^发 ?布$") }).ClickAsync();
        var drawer = page.GetByRole(AriaRole.Dialog);
        await drawer.GetByRole(AriaRole.Button, new() { NameRegex = new("^发 ?布$") }).ClickAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(drawer).ToBeHiddenAsync(new() { Timeout = 60_000 });
    }

    /// <summary>One click; how far it is is shown, and which stayed and why.</summary>
    private static async Task CarryOutAsync(IPage page, string id)
    {
        await page.GotoAsync($"/studio/{id}/publish");
        await page.GetByRole(AriaRole.Button, new() { Name = "按计划迁移" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "按计划迁移" }).ClickAsync();
        await Assertions.Expect(page.GetByText(new System.Text.RegularExpressions.Regex($"已迁移 {Moving}"))).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "逐件结果" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "复核" }).First).ToBeVisibleAsync();
        await page.LookAsync("studio-moved");
        await page.SetViewportSizeAsync(1440, 900);
    }

    private static async Task RollBackAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^退回原版") }).First.ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Textbox).FillAsync("试行后再议。");
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^退回原版") }).ClickAsync();
        await Assertions.Expect(page.GetByText(new System.Text.RegularExpressions.Regex($"已退回 {Moving}"))).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    /// <summary>Checked by one, signed by another.</summary>
    private static PackageFolder First() => Often(FlowPackage.Begin(Service)
        .Step("check", "Approvals.Review", Named("初核"), People(), Limit(5)).Step("sign", "Approvals.Review", Named("复核"), People(), Limit(5))
        .End("yes", "granted").End("no", "terminated")
        .Ways("apply>check", "check:Approved>sign", "check:Rejected>no", "sign:Approved>yes", "sign:Rejected>no"));

    /// <summary>Nobody signs any more, and who checks has less time.</summary>
    private static FilePayload Second()
    {
        var folder = Often(FlowPackage.Begin(Service).Step("check", "Approvals.Review", Named("初核"), People(), Limit(3))
            .End("yes", "granted").End("no", "terminated").Ways("apply>check", "check:Approved>yes", "check:Rejected>no"));
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in folder.Files)
            {
                using var entry = zip.CreateEntry($"{Service}/{path}").Open();
                entry.Write(content.Span);
            }
        }

        return new FilePayload { Name = "package.zip", MimeType = "application/zip", Buffer = stream.ToArray() };
    }

    /// <summary>A service that one applies for as often as one likes.</summary>
    private static PackageFolder Often(FlowPackage package)
    {
        var service = JsonNode.Parse(package.Folder.Files["service.json"].Span)!;
        service["sameThing"] = "none";
        return package.Folder with { Files = package.Folder.Files.SetItem("service.json", Encoding.UTF8.GetBytes(service.ToJsonString())) };
    }

    private static (string, object?) Named(string name) =>
        ("customProperties", new JsonObject { ["approvals"] = new JsonObject { ["name"] = new JsonObject { ["zh-CN"] = name, ["en"] = name } } });

    private static (string, object?) People() => ("participants", JsonNode.Parse("""[{ "kind": "role", "role": "Reviewer", "level": "province" }]"""));

    private static (string, object?) Limit(int days) => ("limit", new { length = days, unit = "workingDays" });
}
