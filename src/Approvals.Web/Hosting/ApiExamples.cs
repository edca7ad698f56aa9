using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Approvals.Web.ApiKeys;
using Microsoft.OpenApi;

namespace Approvals.Web.Hosting;

/// <summary>
/// What a program sends and gets at each address that a key opens, recorded from a run with the demonstration's people, and the scope it
/// needs.
/// </summary>
internal static class ApiExamples
{
    /// <summary>The name of the scheme in the document.</summary>
    public const string Scheme = "key";

    private const string Json = "application/json";

    private static readonly Lazy<FrozenDictionary<string, JsonNode>> Recorded = new(Read);

    /// <summary>Says how a key is shown.</summary>
    public static void AddScheme(OpenApiDocument document)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A key of the page \"My programs\"; the scope of each operation is named with it.",
        };
    }

    /// <summary>Adds scope and examples to an operation that a key opens.</summary>
    public static void AddTo(OpenApiOperation operation, OpenApiDocument document, string method, string path, KeyScope scope)
    {
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [scope.Scope] }];
        if (!Recorded.Value.TryGetValue($"{method} {path}", out var example))
        {
            return;
        }

        if (example["request"] is { } request && operation.RequestBody?.Content?.TryGetValue(Json, out var body) == true)
        {
            body.Example = request.DeepClone();
        }

        if (example["response"] is { } response && operation.Responses?.GetValueOrDefault("200")?.Content?.TryGetValue(Json, out var answer) == true)
        {
            answer.Example = response.DeepClone();
        }
    }

    private static FrozenDictionary<string, JsonNode> Read()
    {
        using var stream = typeof(ApiExamples).Assembly.GetManifestResourceStream("examples.json")
            ?? throw new InvalidOperationException("examples.json is missing.");
        return JsonNode.Parse(stream)!.AsObject().ToFrozenDictionary(p => p.Key, p => p.Value!, StringComparer.Ordinal);
    }
}
