using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Approvals.Crash.Tests;

/// <summary>A browser without a page that stays signed in while the server behind its address dies and comes back.</summary>
internal sealed class Client(Func<Uri> address, string user) : IDisposable
{
    private const string TokenCookie = "XSRF-TOKEN";

    private readonly CookieContainer _cookies = new();
    private HttpClient? _http;

    private HttpClient Http => _http ??= new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, ConnectTimeout = TimeSpan.FromSeconds(2) })
    {
        Timeout = TimeSpan.FromSeconds(20),
    };

    public Task<(int Status, JsonElement Body)?> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<(int Status, JsonElement Body)?> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<(int Status, JsonElement Body)?> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    public void Dispose() => _http?.Dispose();

    /// <summary>The answer; null when none came, so that nobody knows whether it was done.</summary>
    private async Task<(int Status, JsonElement Body)?> SendAsync(HttpMethod method, string path, object? body)
    {
        var answer = await TryAsync(method, path, body);
        return answer is { Status: 400 or 401 } && await SignInAsync() ? await TryAsync(method, path, body) : answer;
    }

    private async Task<bool> SignInAsync() =>
        await TryAsync(HttpMethod.Get, "/api/antiforgery", null) is not null
        && await TryAsync(HttpMethod.Post, "/api/session/demo", new { userName = user }) is { Status: 200 }
        && await TryAsync(HttpMethod.Get, "/api/antiforgery", null) is not null;

    private async Task<(int Status, JsonElement Body)?> TryAsync(HttpMethod method, string path, object? body)
    {
        var target = new Uri(address(), path);
        using var request = new HttpRequestMessage(method, target) { Content = body is null ? null : JsonContent.Create(body) };
        if (_cookies.GetCookies(target)[TokenCookie] is { } token)
        {
            request.Headers.Add("X-XSRF-TOKEN", Uri.UnescapeDataString(token.Value));
        }

        try
        {
            using var response = await Http.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            return ((int)response.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or IOException or JsonException)
        {
            return null;
        }
    }
}
