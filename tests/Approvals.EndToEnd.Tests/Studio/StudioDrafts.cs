using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Studio;

/// <summary>Drafts that stories begin with, made and changed by the same requests as the page sends.</summary>
internal static class StudioDrafts
{
    /// <summary>A new service, the smallest there is.</summary>
    public static async Task<string> BeginAsync(IPage page, string code) => (await ApiCaller.Of(page).PostAsync(
        "/api/studio/services", new { code = $"{code}-{Guid.NewGuid():N}"[..30], nameZh = "样例事项", nameEn = "Sample service" })).GetProperty("id").GetString()!;

    /// <summary>Changes a draft that nobody else changes meanwhile.</summary>
    public static async Task<int> EditAsync(IPage page, string id, int on, params object[] commands) => (await ApiCaller.Of(page).PostAsync(
        Edits(id), Change(on, commands))).GetProperty("revision").GetInt32();

    /// <summary>The same, and how long the request took.</summary>
    public static async Task<(int Revision, TimeSpan Took)> TimedEditAsync(IPage page, string id, int on, params object[] commands)
    {
        var (answer, took) = await ApiCaller.Of(page).TimedPostAsync(Edits(id), Change(on, commands));
        return (answer.GetProperty("revision").GetInt32(), took);
    }

    /// <summary>A file of a draft as it stands.</summary>
    public static async Task<string> FileAsync(IPage page, string id, string path) =>
        await (await page.Context.APIRequest.GetAsync($"/api/studio/drafts/{id}/files/{path}")).TextAsync();

    private static string Edits(string id) => $"/api/studio/drafts/{id}/edits";

    private static object Change(int on, object[] commands) => new { @base = on, key = $"story-{Guid.NewGuid():N}", commands };
}
