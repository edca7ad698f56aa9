using System.Text;
using System.Text.Json;

namespace Approvals.Web.Tests.Rights;

/// <summary>Somebody whose cookies stay as they were after signing in, whatever an answer sets or takes.</summary>
internal sealed class Caller
{
    private readonly HttpClient _client;
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private readonly List<string> _given = [];

    private Caller(HttpClient client) => _client = client;

    /// <summary>The cookies, to be looked at, planted and carried elsewhere.</summary>
    public IDictionary<string, string> Cookies => _cookies;

    /// <summary>The cookies as the answers set them, with what they say of themselves.</summary>
    public IReadOnlyList<string> Given => _given;

    /// <summary>Headers that are sent with each request.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.Ordinal) { ["Accept-Language"] = "zh-CN" };

    /// <summary>A browser without any cookie.</summary>
    public static Caller Fresh(ProductServer server, Uri? at = null) =>
        new(server.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = at ?? new Uri("http://localhost") }));

    /// <summary>A demo person who has signed in, or nobody.</summary>
    public static async Task<Caller> SignInAsync(ProductServer server, string? user)
    {
        var caller = Fresh(server);
        await caller.TakeAsync(HttpMethod.Get, "/api/antiforgery", null);
        if (user is not null)
        {
            Assert.Equal(200, (await caller.TakeAsync(HttpMethod.Post, "/api/session/demo", Json(new { userName = user }))).Status);
        }

        return caller;
    }

    /// <summary>JSON for a body; null for none.</summary>
    public static HttpContent? Json(object? body) =>
        body is null ? null : new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");

    /// <summary>Sends a request; what it sets is not kept.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var response = await RespondAsync(method, path, content);
        return await ReadAsync(response);
    }

    /// <summary>Sends a request and keeps what it sets, as a browser does.</summary>
    public async Task<Answer> TakeAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var response = await RespondAsync(method, path, content);
        foreach (var set in response.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
        {
            var (name, value) = (set[..set.IndexOf('=', StringComparison.Ordinal)], set.Split(';')[0][(set.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            _cookies[name] = value;
            _given.Add(set);
        }

        return await ReadAsync(response);
    }

    /// <summary>Sends a request and gives the whole answer.</summary>
    public async Task<HttpResponseMessage> RespondAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in Headers)
        {
            request.Headers.Add(name, value);
        }

        if (_cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        }

        if (_cookies.TryGetValue("XSRF-TOKEN", out var token))
        {
            request.Headers.Add("X-XSRF-TOKEN", Uri.UnescapeDataString(token));
        }

        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var isJson = response.Content.Headers.ContentType?.MediaType?.Contains("json", StringComparison.Ordinal) == true;
        var text = isJson ? await response.Content.ReadAsStringAsync() : "";
        return new Answer((int)response.StatusCode, text.Length > 0 ? JsonDocument.Parse(text).RootElement : default);
    }
}
