using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Approvals.EndToEnd.Tests.Programs;

/// <summary>The scripts in docs/api as they stand: one files and follows a case with a key, the other hears of it by webhook.</summary>
public sealed class ClientScriptTests
{
    private const string Owner = "li.ruolan";
    private const int Port = 18_090;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly Dictionary<string, string> Documents = new()
    {
        ["docIdentity"] = "identity", ["docContract"] = "contract", ["docBusinessLicence"] = "business-licence", ["docDegree"] = "degree",
    };

    [Fact]
    public async Task Scripts_WithAKeyAndAWebhook_FileACaseAndHearOfIt()
    {
        var origin = $"http://127.0.0.1:{Port}";
        await using var server = await RunningServer.StartAsync(null, "--Outside:Hosts:0", origin);
        using var owner = new HttpClient { BaseAddress = server.Address };
        await SignInAsync(owner);
        var key = await PostAsync(owner, "/api/keys", new { name = "人事系统", scopes = new[] { "cases.file", "cases.read" }, lastDay = await TodayAsync(owner), idempotencyKey = "click-0001" });
        var hook = await PostAsync(owner, "/api/webhooks", new { name = "人事系统", url = origin, events = new[] { "case.changed" }, idempotencyKey = "click-0001" });
        using var hearing = Node("hear-of-cases.mjs", [$"{Port}"], ("APPROVALS_SECRET", hook.Text("secret")));
        var heard = new OutputOf(hearing);
        Assert.True(await heard.SaysAsync("listening", Limit), heard.Text);

        var folder = Directory.CreateTempSubdirectory("approvals-client-").FullName;
        using var filing = Node("file-a-case.mjs", Arguments(folder), ("APPROVALS_URL", server.Address.ToString()), ("APPROVALS_KEY", key.Text("secret")));
        var filed = new OutputOf(filing);
        Assert.True(await filed.EndsAsync(Limit), filed.Text);

        var number = filed.Text.Trim().Split('\n')[^1].Trim();
        Assert.Contains(await CasesAsync(owner), c => c.GetProperty("number").GetString() == number);
        Assert.True(await heard.SaysAsync(number, Limit), heard.Text);
        hearing.Kill(entireProcessTree: true);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Script_WithAKeyThatLacksTheScope_SaysWhich()
    {
        await using var server = await RunningServer.StartAsync();
        using var owner = new HttpClient { BaseAddress = server.Address };
        await SignInAsync(owner);
        var key = await PostAsync(owner, "/api/keys", new { name = "人事系统", scopes = new[] { "cases.read" }, lastDay = await TodayAsync(owner), idempotencyKey = "click-0001" });

        using var filing = Node("file-a-case.mjs", Arguments(null), ("APPROVALS_URL", server.Address.ToString()), ("APPROVALS_KEY", key.Text("secret")));
        var filed = new OutputOf(filing);

        Assert.False(await filed.EndsAsync(Limit));
        Assert.Contains("cases.file", filed.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Arguments(string? folder)
    {
        yield return "talent-classification";
        yield return Path.Combine(RepositoryFolder.Root, "docs", "api", "answers.json");
        foreach (var (field, type) in folder is null ? [] : Documents)
        {
            var file = Path.Combine(folder!, $"{type}.pdf");
            File.WriteAllBytes(file, SamplePdf.Build(field.Length));
            yield return $"{field}:{type}={file}";
        }

        yield return "--follow";
        yield return "2";
    }

    private static Process Node(string script, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(RepositoryFolder.Root, "docs", "api", script), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static async Task SignInAsync(HttpClient client)
    {
        await PostAsync(client, "/api/session/demo", new { userName = Owner });
        await PostAsync(client, "/api/session/confirm-password", new { password = "demo-pass-2026" });
    }

    private static async Task<string> TodayAsync(HttpClient client) => (await client.GetFromJsonAsync<JsonElement>("/api/session")).Text("today");

    private static async Task<IEnumerable<JsonElement>> CasesAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>("/api/cases")).GetProperty("items").EnumerateArray();

    /// <summary>Posts as the page does, with the token from the cookie.</summary>
    private static async Task<JsonElement> PostAsync(HttpClient client, string path, object body)
    {
        using var given = await client.GetAsync(new Uri("/api/antiforgery", UriKind.Relative));
        var cookie = given.Headers.GetValues("Set-Cookie").First(c => c.StartsWith("XSRF-TOKEN=", StringComparison.Ordinal));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-XSRF-TOKEN", Uri.UnescapeDataString(cookie["XSRF-TOKEN=".Length..cookie.IndexOf(';', StringComparison.Ordinal)]));
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }
}
