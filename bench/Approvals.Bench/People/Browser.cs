using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Approvals.Bench.People;

/// <summary>One person's browser: cookies, the token for changes, and the time each call takes.</summary>
internal sealed class Browser(Uri server, CallFigures figures) : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private HttpClient? _client;

    private HttpClient Client => _client ??=
        new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, MaxConnectionsPerServer = 2 }) { BaseAddress = server, Timeout = TimeSpan.FromMinutes(5) };

    /// <summary>Signs in by the list of demonstration accounts; not measured.</summary>
    public async Task SignInAsync(string user)
    {
        using var token = await Client.GetAsync(Relative("api/antiforgery"));
        token.EnsureSuccessStatusCode();
        using var content = JsonContent.Create(new { userName = user });
        using var answer = await SendAsync(HttpMethod.Post, "api/session/demo", content);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Reads what a page shows; null where that failed, which is counted.</summary>
    public Task<JsonElement?> GetAsync(string name, string path) => CallAsync(name, HttpMethod.Get, path, null);

    /// <summary>Sends a change.</summary>
    public async Task<JsonElement?> SendAsync(string name, HttpMethod method, string path, object? body)
    {
        using var content = body is null ? null : JsonContent.Create(body);
        return await CallAsync(name, method, path, content);
    }

    /// <summary>Uploads so many bytes, made as they are sent.</summary>
    public async Task<JsonElement?> UploadAsync(string name, string path, string fileName, long length)
    {
        using var file = new StreamContent(new MadeFile(length));
        using var form = new MultipartFormDataContent { { file, "file", fileName } };
        return await CallAsync(name, HttpMethod.Post, path, form);
    }

    public void Dispose() => _client?.Dispose();

    private async Task<JsonElement?> CallAsync(string name, HttpMethod method, string path, HttpContent? content)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            using var answer = await SendAsync(method, path, content);
            var text = await answer.Content.ReadAsStringAsync();
            if (answer.IsSuccessStatusCode)
            {
                figures.Done(name, clock.Elapsed);
                return text.Length == 0 ? default(JsonElement) : JsonSerializer.Deserialize<JsonElement>(text);
            }

            figures.Failed(string.Create(CultureInfo.InvariantCulture, $"{name}: status {(int)answer.StatusCode} {Code(text)}"));
        }
        catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException or JsonException)
        {
            figures.Failed($"{name}: {failed.GetType().Name}");
        }

        return null;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, Relative(path)) { Content = content };
        request.Headers.Add("Accept-Language", "zh-CN");
        if (method != HttpMethod.Get)
        {
            request.Headers.Add("X-XSRF-TOKEN", _cookies.GetCookies(server)["XSRF-TOKEN"]?.Value);
        }

        return await Client.SendAsync(request);
    }

    private static string Code(string problem) =>
        problem.StartsWith('{') && JsonSerializer.Deserialize<JsonElement>(problem).TryGetProperty("code", out var code) ? code.GetString() ?? "" : "";

    private static Uri Relative(string path) => new(path, UriKind.Relative);
}
