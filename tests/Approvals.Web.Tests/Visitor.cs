using System.Net.Http.Json;
using System.Text.Json;

namespace Approvals.Web.Tests;

/// <summary>An answer of the API.</summary>
public sealed record Answer(int Status, JsonElement Body)
{
    /// <summary>The problem's code, or empty.</summary>
    public string Code => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("code", out var code) ? code.GetString() ?? "" : "";

    /// <summary>The problem's text.</summary>
    public string Detail => Body.GetProperty("detail").GetString()!;

    /// <summary>The paths of the fields that are wrong.</summary>
    public IEnumerable<string> Wrong => Body.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("path").GetString()!);

    public JsonElement this[string name] => Body.GetProperty(name);

    public string Text(string name) => Body.GetProperty(name).GetString()!;
}

/// <summary>A browser's part: cookies, the antiforgery header, the language.</summary>
public sealed class Visitor(HttpClient client, string language)
{
    /// <summary>The plain client, for what a browser would never send.</summary>
    public HttpClient Client => client;

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Answer> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body is null ? null : JsonContent.Create(body));

    public Task<Answer> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, JsonContent.Create(body));

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    /// <summary>Posts a body as it stands.</summary>
    public Task<Answer> PostRawAsync(string path, string body, string type = "application/json") =>
        SendAsync(HttpMethod.Post, path, new StringContent(body, System.Text.Encoding.UTF8, type));

    /// <summary>Sends a body as it stands, or none.</summary>
    public Task<Answer> SendRawAsync(HttpMethod method, string path, string? body) =>
        SendAsync(method, path, body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

    /// <summary>Sends plain text.</summary>
    public Task<Answer> SendTextAsync(HttpMethod method, string path, string body) =>
        SendAsync(method, path, new StringContent(body, System.Text.Encoding.UTF8, "text/plain"));

    /// <summary>Uploads a file.</summary>
    public Task<Answer> UploadAsync(string path, byte[] content, string name, string type)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new(type);
        return SendAsync(HttpMethod.Post, path, new MultipartFormDataContent { { file, "file", name } });
    }

    private async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.AcceptLanguage.ParseAdd(language);
        if (method != HttpMethod.Get)
        {
            request.Headers.Add("X-XSRF-TOKEN", await TokenAsync());
        }

        // A stream of events never ends by itself; that it begins is the answer.
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var isStream = response.Content.Headers.ContentType?.MediaType == "text/event-stream";
        var text = isStream ? "" : await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType?.Contains("json", StringComparison.Ordinal) == true;
        return new Answer((int)response.StatusCode, isJson ? JsonDocument.Parse(text).RootElement : default);
    }

    /// <summary>The token as the page reads it from the cookie.</summary>
    private async Task<string> TokenAsync()
    {
        using var response = await client.GetAsync(new Uri("/api/antiforgery", UriKind.Relative));
        var cookie = response.Headers.GetValues("Set-Cookie").First(c => c.StartsWith("XSRF-TOKEN=", StringComparison.Ordinal));
        return Uri.UnescapeDataString(cookie["XSRF-TOKEN=".Length..cookie.IndexOf(';', StringComparison.Ordinal)]);
    }
}
