using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Approvals.Application.Policies;

namespace Approvals.Web.Tests.Policies;

/// <summary>What those who change policy do through the API: a further version of the product's own package, played by one scenario.</summary>
internal sealed class PolicyStory(ProductServer server)
{
    public const string Service = "talent-classification";
    public const string Editor = "zhou.min";
    public const string Publisher = "tao.ran";
    public const string Operator = "ops.cai";

    private const string Scenario = "scenarios/granted-directly.json";

    private static readonly Lazy<ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>> Package = new(() =>
        PackageFolder.ReadTree(Path.Combine(Root(), "workflows", Service)).Packages.Single().Files);

    /// <summary>What an author says when a draft is handed over.</summary>
    public static object Proposal => new { effectiveFrom = Today, note = "按会议纪要修改。" };

    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    /// <summary>The package with a note of its own, so that its content is new, as an archive; other files may be put beside.</summary>
    public static byte[] Archive(string note, params (string Path, string Text)[] more) => Zip(
    [
        .. Package.Value.Where(f => !f.Key.StartsWith("scenarios/", StringComparison.Ordinal) || f.Key == Scenario)
            .Select(f => ($"{Service}/{f.Key}", f.Key == "service.json" ? Noted(f.Value, note) : f.Value.ToArray())),
        .. more.Select(m => (m.Path, Encoding.UTF8.GetBytes(m.Text))),
    ]);

    public static byte[] Zip(params (string Path, byte[] Content)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static Task<Answer> UploadAsync(Visitor visitor, byte[] archive) => visitor.UploadAsync("/api/policy/versions", archive, "package.zip", "application/zip");

    public async Task<string> DraftAsync(string note)
    {
        var imported = await UploadAsync(await server.SignInAsync(Editor), Archive(note));
        Assert.True(imported.Status == 200, imported.Body.ToString());
        return imported.Text("version");
    }

    public async Task<string> SubmittedAsync(string note)
    {
        var id = await DraftAsync(note);
        Assert.Equal(204, (await (await server.SignInAsync(Editor)).PostAsync($"/api/policy/versions/{id}/submit", Proposal)).Status);
        return id;
    }

    /// <summary>A version that binds submissions from today on.</summary>
    public async Task<string> InForceAsync(string note)
    {
        var id = await SubmittedAsync(note);
        var publisher = await server.SignInAsync(Publisher);
        var published = await publisher.PostAsync($"/api/policy/versions/{id}/publish", new { effectiveFrom = Today, etag = await HashAsync(publisher, id) });
        Assert.True(published.Status == 204, published.Body.ToString());
        return id;
    }

    public static async Task<string> HashAsync(Visitor visitor, string id) => (await VersionAsync(visitor, id)).GetProperty("hash").GetString()!;

    public static async Task<System.Text.Json.JsonElement> VersionAsync(Visitor visitor, string id) =>
        (await visitor.GetAsync($"/api/policy/versions?service={Service}")).Body.EnumerateArray().Single(v => v.GetProperty("id").GetString() == id);

    public static async Task<IReadOnlyList<string>> ActsAsync(Visitor visitor, string id) =>
        [.. (await VersionAsync(visitor, id)).GetProperty("acts").EnumerateArray().Select(a => a.GetString()!)];

    /// <summary>The note as white space behind the text: other bytes, the same meaning.</summary>
    private static byte[] Noted(ReadOnlyMemory<byte> descriptor, string note) =>
        [.. descriptor.Span, .. Encoding.UTF8.GetBytes(note).SelectMany(b => Enumerable.Range(0, 8).Select(i => (b >> i & 1) == 1 ? (byte)' ' : (byte)'\n'))];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Approvals.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
