using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>Calls the public API with the cookies of a browser context, as the page in it does.</summary>
internal sealed class ApiCaller(IAPIRequestContext requests)
{
    private const string TokenCookie = "XSRF-TOKEN=";

    public static ApiCaller Of(IPage page) => new(page.Context.APIRequest);

    /// <summary>Signs the context in by the list of demonstration people.</summary>
    public Task SignInAsync(string userName) => PostAsync("/api/session/demo", new { userName });

    public async Task<JsonElement> GetAsync(string path) => await ReadAsync(await requests.GetAsync(path), path);

    public Task<JsonElement> PostAsync(string path, object? body = null) => SendAsync("POST", path, body);

    public Task<JsonElement> PutAsync(string path, object body) => SendAsync("PUT", path, body);

    public async Task<JsonElement> UploadAsync(string path, FilePayload file)
    {
        var form = requests.CreateFormData().Append("file", file);
        return await ReadAsync(await requests.PostAsync(path, new() { Headers = await HeadersAsync(), Multipart = form }), path);
    }

    /// <summary>How long the request alone takes; the token, which a page has already, is fetched before.</summary>
    public async Task<(JsonElement Answer, TimeSpan Took)> TimedPostAsync(string path, object body)
    {
        var headers = await HeadersAsync();
        var watch = Stopwatch.StartNew();
        var answer = await requests.PostAsync(path, new() { Headers = headers, DataObject = body });
        return (await ReadAsync(answer, path), watch.Elapsed);
    }

    private async Task<JsonElement> SendAsync(string method, string path, object? body) =>
        await ReadAsync(await requests.FetchAsync(path, new() { Method = method, Headers = await HeadersAsync(), DataObject = body }), path);

    private async Task<Dictionary<string, string>> HeadersAsync()
    {
        var answer = await requests.GetAsync("/api/antiforgery");
        var cookie = answer.HeadersArray.Select(h => h.Value).First(v => v.StartsWith(TokenCookie, StringComparison.Ordinal));
        var token = cookie[TokenCookie.Length..cookie.IndexOf(';', StringComparison.Ordinal)];
        return new() { ["X-XSRF-TOKEN"] = Uri.UnescapeDataString(token), ["Accept-Language"] = "zh-CN" };
    }

    private static async Task<JsonElement> ReadAsync(IAPIResponse answer, string path)
    {
        var text = await answer.TextAsync();
        Assert.True(answer.Ok, $"{path}: {answer.Status} {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
