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
        $"/api/studio/drafts/{id}/edits", new { @base = on, key = $"story-{Guid.NewGuid():N}", commands })).GetProperty("revision").GetInt32();

    /// <summary>A file of a draft as it stands.</summary>
    public static async Task<string> FileAsync(IPage page, string id, string path) =>
        await (await page.Context.APIRequest.GetAsync($"/api/studio/drafts/{id}/files/{path}")).TextAsync();
}
