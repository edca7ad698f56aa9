using System.Text.Json;

namespace Approvals.Web.Tests.BadInput;

/// <summary>An operation of the API as the committed document describes it.</summary>
internal sealed record Operation(string Method, string Template, JsonElement Description)
{
    /// <summary>Such as <c>POST /api/cases/{id}/urge</c>.</summary>
    public string Name => $"{Method} {Template}";

    public bool IsChange => Method != "GET";

    /// <summary>What stands in the address and in its query.</summary>
    public IReadOnlyList<Parameter> Parameters { get; } = Description.TryGetProperty("parameters", out var parameters)
        ? [.. parameters.EnumerateArray().Select(p => new Parameter(p.GetProperty("name").GetString()!, p.GetProperty("in").GetString() == "path", Contract.Resolve(p.GetProperty("schema"))))]
        : [];

    /// <summary>The schema of the JSON body, or null.</summary>
    public JsonElement? Body { get; } = Description.TryGetProperty("requestBody", out var body)
        && body.GetProperty("content").TryGetProperty("application/json", out var json) ? Contract.Resolve(json.GetProperty("schema")) : null;
}

/// <summary>A value in an address.</summary>
internal sealed record Parameter(string Name, bool InPath, JsonElement Schema)
{
    public bool IsId => Schema.TryGetProperty("format", out var format) && format.ValueEquals("uuid");

    public bool IsNumber => Schema.TryGetProperty("type", out var type) && type.ToString().Contains("integer", StringComparison.Ordinal);

    public bool IsDay => Schema.TryGetProperty("format", out var format) && format.ValueEquals("date");

    public bool IsChoice => Schema.TryGetProperty("enum", out _);
}

/// <summary>The committed OpenAPI document, which a test of its own holds in step with the running product.</summary>
internal static class Contract
{
    private static readonly JsonElement Document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Root(), "src/Approvals.Web/openapi.json"))).RootElement;

    public static IReadOnlyList<Operation> Operations { get; } =
    [
        .. from path in Document.GetProperty("paths").EnumerateObject()
           from operation in path.Value.EnumerateObject()
           select new Operation(operation.Name.ToUpperInvariant(), path.Name, operation.Value),
    ];

    public static Operation Find(string name) => Operations.Single(o => o.Name == name);

    /// <summary>The schema that a reference names, or the schema itself.</summary>
    public static JsonElement Resolve(JsonElement schema)
    {
        while (true)
        {
            if (schema.TryGetProperty("oneOf", out var alternatives))
            {
                schema = alternatives.EnumerateArray().Last();
            }

            if (!schema.TryGetProperty("$ref", out var reference))
            {
                return schema;
            }

            schema = Document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        }
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
