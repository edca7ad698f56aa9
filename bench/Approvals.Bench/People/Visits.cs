using System.Globalization;
using System.Text.Json;

namespace Approvals.Bench.People;

/// <summary>What people of each kind look at, page by page, as the pages themselves ask for it; between two pages they read.</summary>
internal sealed class Visits(Browser browser, Func<Task> pause, int seed)
{
    public const string Service = "talent-classification";

    private readonly Random _choice = new(seed);

    /// <summary>First page, own cases, one of them, the guide of a service, a draft that saves what is typed.</summary>
    public async Task ApplyAsync()
    {
        await browser.GetAsync("session", "api/session");
        await browser.GetAsync("home", "api/home");
        await pause();
        if (await browser.GetAsync("own cases", "api/cases") is { } cases && Any(cases) is { } own)
        {
            await pause();
            await browser.GetAsync("case page", $"api/cases/{own.GetProperty("id").GetString()}");
        }

        await pause();
        await browser.GetAsync("service guide", $"api/services/{Service}");
        if (await browser.SendAsync("open draft", HttpMethod.Post, $"api/services/{Service}/drafts", null) is { } opened)
        {
            await FillAsync(opened.GetProperty("id").GetString()!);
        }
    }

    /// <summary>Inbox, a task with its form, the case behind it, searches.</summary>
    public async Task ReviewAsync()
    {
        await browser.GetAsync("session", "api/session");
        if (await browser.GetAsync("inbox", "api/inbox") is not { } inbox || Any(inbox) is not { } row)
        {
            return;
        }

        await pause();
        await browser.GetAsync("task page", $"api/tasks/{row.GetProperty("taskId").GetString()}");
        await browser.GetAsync("phrases", "api/phrases");
        await pause();
        await browser.GetAsync("work case page", $"api/cases/{row.GetProperty("caseId").GetString()}/work");
        await pause();
        await browser.GetAsync("inbox search", $"api/inbox?q={row.GetProperty("number").GetString()}");
        await pause();
        await browser.GetAsync("inbox done", "api/inbox?tab=done");
    }

    /// <summary>Accounts, one of them with its roles and sessions; versions of services; what has stopped.</summary>
    public async Task KeepAsync(string user)
    {
        await browser.GetAsync("session", "api/session");
        var addresses = user switch
        {
            "admin.system" => new[] { "api/admin/people", "api/admin/people?q=clerk.1", "api/admin/regions", "api/admin/organisations" },
            "audit.he" => ["api/admin/audit", "api/admin/audit?action=signin", "api/cases"],
            "ops.cai" => ["api/admin/incidents", "api/admin/services", "api/policy/migrations"],
            _ => ["api/policy/versions", $"api/policy/versions?service={Service}", "api/admin/services"],
        };
        foreach (var address in addresses)
        {
            await browser.GetAsync("administration", address);
            await pause();
        }
    }

    /// <summary>Types into a draft three times; each time the page saves it.</summary>
    private async Task FillAsync(string draft)
    {
        await pause();
        if (await browser.GetAsync("draft", $"api/drafts/{draft}") is not { } shown)
        {
            return;
        }

        var etag = shown.GetProperty("etag").GetString();
        for (var time = 0; time < 3 && etag is not null; time++)
        {
            await pause();
            var values = new { school = string.Create(CultureInfo.InvariantCulture, $"示例大学{_choice.Next(1000)}"), months = _choice.Next(3, 12) };
            etag = await browser.SendAsync("save draft", HttpMethod.Put, $"api/drafts/{draft}", new { values, etag }) is { } saved ? saved.GetProperty("etag").GetString() : null;
        }

        await browser.GetAsync("employers", "api/employers?q=长春");
    }

    private JsonElement? Any(JsonElement page) =>
        page.GetProperty("items") is var items && items.GetArrayLength() > 0 ? items[_choice.Next(items.GetArrayLength())] : null;
}
