using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Web.Tests.Policies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests.Studio;

/// <summary>A draft changed as the page changes it: begun, sent commands, exported, published, and worked by.</summary>
internal sealed class StudioStory
{
    private readonly ProductServer _server;
    private readonly Visitor _editor;
    private int _revision;

    private StudioStory(ProductServer server, Visitor editor, string id, string service) => (_server, _editor, Id, Service) = (server, editor, id, service);

    public string Id { get; }

    public string Service { get; }

    private string Draft => $"/api/studio/drafts/{Id}";

    public static async Task<StudioStory> BeginAsync(ProductServer server, string service)
    {
        var editor = await server.SignInAsync(PolicyStory.Editor);
        var begun = await editor.PostAsync("/api/studio/services", new { code = service, nameZh = "样例", nameEn = "Sample" });
        Assert.True(begun.Status == 200, begun.Body.ToString());
        return new StudioStory(server, editor, begun.Text("id"), service);
    }

    public static JsonObject Command(string kind, string file, string? at, string? to, JsonNode? value)
    {
        var command = new JsonObject { ["kind"] = kind, ["file"] = file };
        if (at is not null) command["at"] = at;
        if (to is not null) command["to"] = to;
        if (value is not null) command["value"] = value.DeepClone();
        return command;
    }

    public async Task SendAsync(params JsonObject[] commands)
    {
        var body = new JsonObject { ["base"] = _revision, ["key"] = CaseStory.Key(), ["commands"] = new JsonArray([.. commands.Select(c => (JsonNode)c.DeepClone())]) };
        var sent = await _editor.PostAsync($"{Draft}/edits", body);
        Assert.True(sent.Status == 200, $"{commands[0]}: {sent.Body}");
        _revision = sent["revision"].GetInt32();
    }

    public async Task<IReadOnlyList<JsonElement>> FlowAsync() => [.. (await _editor.GetAsync($"{Draft}/flow"))["steps"].EnumerateArray()];

    /// <summary>The outcomes of a step that lead on.</summary>
    public async Task<IReadOnlyList<string>> WaysAsync(string step) =>
        [.. (await _editor.GetAsync($"{Draft}/flow"))["ways"].EnumerateArray().Where(w => w.Text("source") == step).Select(w => w.Text("port"))];

    /// <summary>The files of the exported folder by their path inside it.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ExportAsync()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        using var zip = new ZipArchive(new MemoryStream(await _editor.Client.GetByteArrayAsync(new Uri($"/api/policy/versions/{Id}/archive", UriKind.Relative))));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            files[entry.FullName[(entry.FullName.IndexOf('/', StringComparison.Ordinal) + 1)..]] = await reader.ReadToEndAsync();
        }

        return files;
    }

    /// <summary>A second person publishes it from today on; nothing of it may be wrong.</summary>
    public async Task PublishAsync()
    {
        var errors = (await _editor.GetAsync($"{Draft}/problems")).Body.EnumerateArray().Where(p => p.Text("severity") == "error").Select(p => $"{p.Text("file")} {p.GetProperty("activity")} {p.Text("code")} {p.Text("text")}");
        Assert.True(!errors.Any(), string.Join("\n", errors));
        var submitted = await _editor.PostAsync($"/api/policy/versions/{Id}/submit", new { effectiveFrom = PolicyStory.Today, note = "样例。" });
        Assert.True(submitted.Status == 204, submitted.Body.ToString());
        var publisher = await _server.SignInAsync(PolicyStory.Publisher);
        var version = (await publisher.GetAsync($"/api/policy/versions?service={Service}")).Body.EnumerateArray().Single(v => v.Text("id") == Id);
        var published = await publisher.PostAsync($"/api/policy/versions/{Id}/publish", new { effectiveFrom = PolicyStory.Today, etag = version.Text("hash") });
        Assert.True(published.Status == 204, published.Body.ToString());
    }

    /// <summary>The package that a case works by.</summary>
    public async Task<ServiceSnapshot> RunningAsync(string id)
    {
        await using var scope = _server.Services.CreateAsyncScope();
        var key = Guid.Parse(id);
        var version = await scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>().Cases.Where(c => c.Id == key).Select(c => c.ServiceVersionId).SingleAsync();
        Assert.Equal(Guid.Parse(Id), version);
        return await _server.Services.GetRequiredService<ServiceCatalog>().FindAsync(version, default);
    }
}

/// <summary>Texts of answers.</summary>
internal static class AnswerTexts
{
    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
