using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Approvals.Web.ApiKeys;
using Approvals.Web.Tests.BadInput;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Approvals.Web.Tests.Examples;

/// <summary>Programmers learn from examples, so these must be true. Run with APPROVALS_WRITE_EXAMPLES=1 to record them anew after a change.</summary>
[Collection(SharedProduct.Name)]
public sealed class ExampleTests(ProductServer server)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string File { get; } = Path.Combine(TestKit.Cases.CaseHost.Root(), "src", "Approvals.Web", "Hosting", "examples.json");

    [Fact]
    public async Task Operations_OpenToKeys_HaveExamplesOfWhatTheyTakeAndGive()
    {
        if (Environment.GetEnvironmentVariable("APPROVALS_WRITE_EXAMPLES") == "1")
        {
            await RecordAsync();
        }

        var examples = JsonNode.Parse(await System.IO.File.ReadAllTextAsync(File))!.AsObject();

        Assert.Equal(Opened().Select(Name).Order(StringComparer.Ordinal), examples.Select(e => e.Key).Order(StringComparer.Ordinal));
        Assert.All(Opened(), e => Assert.Equal(
            (e.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains("application/json") == true, Answered(e) is not null),
            (examples[Name(e)]!["request"] is not null, examples[Name(e)]!["response"] is not null)));
    }

    [Fact]
    public async Task Examples_AreReadByWhatTakesThem()
    {
        var examples = JsonNode.Parse(await System.IO.File.ReadAllTextAsync(File))!.AsObject();
        var strict = new JsonSerializerOptions(server.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions)
        {
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        };

        Assert.All(Opened(), e =>
        {
            if (examples[Name(e)]!["request"] is { } request)
            {
                Assert.NotNull(request.Deserialize(e.Metadata.GetMetadata<IAcceptsMetadata>()!.RequestType!, strict));
            }

            if (examples[Name(e)]!["response"] is { } response)
            {
                Assert.NotNull(response.Deserialize(Answered(e)!, strict));
            }
        });
    }

    [Fact]
    public async Task Document_OfAnOperationOpenToKeys_NamesItsScope()
    {
        var document = JsonNode.Parse(await server.Visit().Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;

        Assert.All(Opened(), e =>
        {
            var operation = document["paths"]![Name(e).Split(' ')[1]]![Name(e).Split(' ')[0].ToLowerInvariant()]!;
            Assert.Equal(e.Metadata.GetMetadata<KeyScope>()!.Scope, operation["security"]![0]!["key"]![0]!.GetValue<string>());
        });
    }

    /// <summary>What the story does not come by takes its request from the matrix of bad input, which is well formed.</summary>
    private async Task RecordAsync()
    {
        await using var product = new RecordingProduct();
        await new ExampleStory(product).RunAsync();
        var examples = new JsonObject();
        foreach (var endpoint in Opened().OrderBy(Name, StringComparer.Ordinal))
        {
            examples[Name(endpoint)] = product.Exchanges.GetValueOrDefault(Name(endpoint)) ?? FromMatrix(Name(endpoint));
        }

        await System.IO.File.WriteAllTextAsync(File, Neutral(examples.ToJsonString(Indented)) + "\n");
    }

    /// <summary>The platform names no service: its examples are of some service with some card.</summary>
    private static string Neutral(string text)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(TestKit.Cases.CaseHost.Root(), "workflows"), "service.json", SearchOption.AllDirectories))
        {
            var service = JsonNode.Parse(System.IO.File.ReadAllText(file))!;
            var cards = service["entitlements"]?.AsArray().Select(e => (e!["name"]!, "某证件", "A card")) ?? [];
            text = cards.Prepend((service["name"]!, "某项服务", "A service")).Aggregate(text, (given, name) => given
                .Replace(name.Item1["zh-CN"]!.GetValue<string>(), name.Item2, StringComparison.Ordinal)
                .Replace(name.Item1["en"]!.GetValue<string>(), name.Item3, StringComparison.Ordinal));
            text = text.Replace($"\"{service["code"]}\"", "\"some-service\"", StringComparison.Ordinal);
        }

        return text;
    }

    private static JsonObject FromMatrix(string name) => Matrix.Find(name).Body is { } body ? new JsonObject { ["request"] = JsonSerializer.SerializeToNode(body) } : [];

    private IEnumerable<RouteEndpoint> Opened()
    {
        using var started = server.CreateClient();
        return [.. server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<KeyScope>() is not null)];
    }

    private static string Name(RouteEndpoint endpoint) =>
        $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]} {endpoint.RoutePattern.RawText!.Replace(":guid", "", StringComparison.Ordinal).Replace(":int", "", StringComparison.Ordinal).TrimEnd('/')}";

    private static Type? Answered(RouteEndpoint endpoint) => endpoint.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>()
        .FirstOrDefault(m => m.StatusCode == 200 && m.ContentTypes.Contains("application/json"))?.Type;
}
