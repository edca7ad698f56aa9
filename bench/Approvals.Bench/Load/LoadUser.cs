using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Approvals.Bench.Load;

/// <summary>A clerk with a browser's cookies: looks into the inbox, takes a task from the page and approves it, without a pause.</summary>
internal sealed class LoadUser(Uri server, string name, int seed) : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly Random _choice = new(seed);
    private HttpClient? _client;

    private HttpClient Client => _client ??= new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, MaxConnectionsPerServer = 1 }) { BaseAddress = server };

    public async Task SignInAsync()
    {
        using var token = await Client.GetAsync(Relative("api/antiforgery"));
        token.EnsureSuccessStatusCode();
        using var answer = await PostAsync("api/session/demo", new { userName = name });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Does tasks until the time is over.</summary>
    public async Task WorkAsync(LoadFigures figures, Stopwatch clock, TimeSpan until)
    {
        for (var number = 0; clock.Elapsed < until; number++)
        {
            var begin = clock.Elapsed;
            var page = await Client.GetFromJsonAsync<JsonElement>(Relative("api/inbox"));
            var read = clock.Elapsed;
            var items = page.GetProperty("items");
            if (items.GetArrayLength() == 0)
            {
                figures.Failed("empty inbox");
                continue;
            }

            var task = items[_choice.Next(items.GetArrayLength())].GetProperty("taskId").GetString();
            var key = string.Create(CultureInfo.InvariantCulture, $"load-{name}-{number}");
            using var answer = await PostAsync($"api/tasks/{task}/acts/approve", new { etag = Etag, idempotencyKey = key });
            if (answer.IsSuccessStatusCode)
            {
                figures.Done(begin, read, clock.Elapsed);
            }
            else
            {
                figures.Failed(answer.StatusCode == HttpStatusCode.Conflict ? "somebody was faster" : $"status {(int)answer.StatusCode}");
            }
        }
    }

    public void Dispose() => _client?.Dispose();

    /// <summary>A task that nobody has touched since it was opened has its first version.</summary>
    private const string Etag = "\"0\"";

    private async Task<HttpResponseMessage> PostAsync(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Relative(path)) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-XSRF-TOKEN", _cookies.GetCookies(server)["XSRF-TOKEN"]?.Value);
        return await Client.SendAsync(request);
    }

    private static Uri Relative(string path) => new(path, UriKind.Relative);
}
