using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Approvals.Web.Tests.ApiKeys;

/// <summary>A program with a key: no cookies, no antiforgery header.</summary>
internal sealed class MachineClient(HttpClient client, string key)
{
    /// <summary>Makes a key for somebody who is signed in, and a program that has it.</summary>
    public static async Task<(MachineClient Client, Answer Issued)> IssueAsync(ProductServer server, Visitor owner, params string[] scopes)
    {
        Assert.Equal(204, (await owner.PostAsync("/api/session/confirm-password", new { password = "demo-pass-2026" })).Status);
        var issued = await owner.PostAsync("/api/keys", new { name = "人事系统", scopes, lastDay = await TodayAsync(owner), idempotencyKey = CaseStory.Key() });
        Assert.Equal(200, issued.Status);
        return (Of(server, issued.Text("secret")), issued);
    }

    public static MachineClient Of(ProductServer server, string key) => new(server.CreateClient(new() { HandleCookies = false }), key);

    public static async Task<string> TodayAsync(Visitor visitor) => (await visitor.GetAsync("/api/session")).Text("today");

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Answer> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body);

    private async Task<Answer> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer((int)response.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }
}
