using System.Text.Json;
using System.Text.Json.Nodes;

namespace Approvals.Web.Tests;

/// <summary>
/// The committed document is the page's contract: it must say what the server does. Run with APPROVALS_WRITE_OPENAPI=1 to
/// write it anew after a change.
/// </summary>
[Collection(SharedProduct.Name)]
public sealed class OpenApiDocumentTests(ProductServer server)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task CommittedDocument_AgainstTheRunningOne_IsInStep()
    {
        var running = JsonNode.Parse(await server.Visit().Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;
        var file = Path.Combine(Root(), "src", "Approvals.Web", "openapi.json");
        if (Environment.GetEnvironmentVariable("APPROVALS_WRITE_OPENAPI") == "1")
        {
            await File.WriteAllTextAsync(file, running.ToJsonString(Indented) + "\n");
        }

        var committed = JsonNode.Parse(await File.ReadAllTextAsync(file));
        Assert.True(JsonNode.DeepEquals(committed, running), "openapi.json is behind; run this test with APPROVALS_WRITE_OPENAPI=1 and commit it.");
    }

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
