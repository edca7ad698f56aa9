using System.IO.Compression;
using System.Text;

namespace Approvals.Web.Tests.Policies;

[Collection(SharedProduct.Name)]
public sealed class VersionTests(ProductServer server)
{
    private readonly PolicyStory _story = new(server);

    [Theory]
    [InlineData("zhang.mingyuan", 403)]
    [InlineData("xu.lei", 403)]
    [InlineData("admin.security", 403)]
    [InlineData("admin.system", 200)]
    [InlineData(PolicyStory.Operator, 200)]
    [InlineData(PolicyStory.Editor, 200)]
    public async Task Versions_ByRole_AreShown(string user, int status)
    {
        var answer = await (await server.SignInAsync(user)).GetAsync("/api/policy/versions");

        Assert.Equal(status, answer.Status);
    }

    [Theory]
    [InlineData(PolicyStory.Publisher)]
    [InlineData(PolicyStory.Operator)]
    [InlineData("admin.system")]
    public async Task Import_ByWhoDoesNotEdit_IsForbidden(string user) =>
        Assert.Equal("rights.forbidden", (await PolicyStory.UploadAsync(await server.SignInAsync(user), PolicyStory.Archive("by whom"))).Code);

    [Fact]
    public async Task Draft_ActsOfOthers_AreForbiddenAndNotOffered()
    {
        var id = await _story.DraftAsync("acts of others");
        var (editor, publisher, operators) = (await server.SignInAsync(PolicyStory.Editor), await server.SignInAsync(PolicyStory.Publisher), await server.SignInAsync(PolicyStory.Operator));
        var address = $"/api/policy/versions/{id}";

        Assert.Equal(["submit", "discard"], await PolicyStory.ActsAsync(editor, id));
        Assert.Empty(await PolicyStory.ActsAsync(publisher, id));
        foreach (var other in new[] { publisher, operators })
        {
            Assert.Equal(403, (await other.PostAsync($"{address}/submit", PolicyStory.Proposal)).Status);
            Assert.Equal(403, (await other.DeleteAsync(address)).Status);
        }

        Assert.Equal(204, (await editor.PostAsync($"{address}/submit", PolicyStory.Proposal)).Status);
        var publish = new { effectiveFrom = PolicyStory.Today, etag = await PolicyStory.HashAsync(editor, id) };
        foreach (var other in new[] { editor, operators })
        {
            Assert.Equal(403, (await other.PostAsync($"{address}/publish", publish)).Status);
            Assert.Equal(403, (await other.PostAsync($"{address}/send-back", new { reason = "不符。" })).Status);
            Assert.Equal(403, (await other.PostAsync($"{address}/recall", new { reason = "不符。" })).Status);
            Assert.Equal(403, (await other.PostAsync($"{address}/retire", new { reason = "不符。" })).Status);
        }

        Assert.Equal(["publish", "sendBack"], await PolicyStory.ActsAsync(publisher, id));
        Assert.Equal("policies.pastDay", (await publisher.PostAsync($"{address}/publish", publish with { effectiveFrom = PolicyStory.Today.AddDays(-1) })).Code);
    }

    [Fact]
    public async Task Check_OfAVersionWhoseScenarioComesOutOtherwise_SaysSoInWordsAndBlocks()
    {
        var editor = await server.SignInAsync(PolicyStory.Editor);
        var wrong = Encoding.UTF8.GetString(Unpacked(PolicyStory.Archive(""), "scenarios/granted-directly.json")).Replace("\"granted\"", "\"refused\"", StringComparison.Ordinal);
        var imported = await PolicyStory.UploadAsync(editor, PolicyStory.Archive("wrong", ($"{PolicyStory.Service}/scenarios/wrong.json", wrong)));
        Assert.True(imported.Status == 200, imported.Body.ToString());

        var report = await editor.GetAsync($"/api/policy/versions/{imported.Text("version")}/check");

        Assert.False(report["isSound"].GetBoolean());
        var finding = Assert.Single(report["findings"].EnumerateArray(), f => f.GetProperty("blocks").GetBoolean());
        Assert.Equal(("scenario", "scenarios/wrong.json"), (finding.GetProperty("area").GetString(), finding.GetProperty("file").GetString()));
        Assert.Contains("granted", finding.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, report["scenarios"].GetInt32());
    }

    [Fact]
    public async Task Archive_TakenOut_IsWhatCameIn()
    {
        var editor = await server.SignInAsync(PolicyStory.Editor);
        var id = await _story.DraftAsync("there and back");

        using var response = await editor.Client.GetAsync(new Uri($"/api/policy/versions/{id}/archive", UriKind.Relative));
        var again = await PolicyStory.UploadAsync(editor, await response.Content.ReadAsByteArrayAsync());

        Assert.Equal("application/zip", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal((id, false), (again.Text("version"), again["created"].GetBoolean()));
    }

    [Theory]
    [InlineData("text", "policies.archive.unreadable")]
    [InlineData("nothing", "policies.archive.notOne")]
    [InlineData("beside", "policies.archive.beside")]
    [InlineData("outside", "policies.archive.path")]
    [InlineData("bomb", "policies.archive.tooLarge")]
    public async Task Import_OfAnArchiveThatIsNoPackage_IsRefusedInWords(string kind, string code)
    {
        var archive = kind switch
        {
            "text" => "no archive at all"u8.ToArray(),
            "nothing" => PolicyStory.Zip(("readme.txt", "x"u8.ToArray())),
            "beside" => PolicyStory.Archive("x", ("_shared/guarantees.json", "{}")),
            "outside" => PolicyStory.Archive("x", ($"{PolicyStory.Service}/../../etc/passwd", "x")),
            _ => PolicyStory.Zip(("service.json", "{}"u8.ToArray()), ("large.json", new byte[17 * 1024 * 1024])),
        };

        var refused = await PolicyStory.UploadAsync(await server.SignInAsync(PolicyStory.Editor), archive);

        Assert.Equal(code, refused.Code);
    }

    [Fact]
    public async Task Import_OfABrokenPackage_NamesFileAndReason()
    {
        var imported = await PolicyStory.UploadAsync(await server.SignInAsync(PolicyStory.Editor), PolicyStory.Zip(("service.json", "{ not json"u8.ToArray())));

        Assert.Equal((200, System.Text.Json.JsonValueKind.Null), (imported.Status, imported["version"].ValueKind));
        Assert.Contains(imported["findings"].EnumerateArray(), f => f.GetProperty("blocks").GetBoolean() && f.GetProperty("file").GetString() == "service.json");
    }

    private static byte[] Unpacked(byte[] archive, string path)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        using var entry = zip.GetEntry($"{PolicyStory.Service}/{path}")!.Open();
        using var content = new MemoryStream();
        entry.CopyTo(content);
        return content.ToArray();
    }
}
