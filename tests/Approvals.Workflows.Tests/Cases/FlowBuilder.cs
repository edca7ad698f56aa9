using System.Text.Json;
using System.Text.Json.Nodes;

namespace Approvals.Workflows.Tests;

/// <summary>Builds definitions as Elsa writes them, for tests.</summary>
internal sealed class FlowBuilder
{
    private readonly JsonArray _activities = [];
    private readonly JsonArray _connections = [];
    private readonly JsonArray _variables = [];

    public static JsonObject Literal(JsonNode? value) => Input("Literal", value);

    public static JsonObject Formula(string text) => Input("FEEL", text);

    public static JsonObject Json(string json) => Input("Object", JsonNode.Parse(json));

    public static JsonObject Role(string role, string region = "r1") =>
        Json($$"""[{ "kind": "role", "role": "{{role}}", "region": "{{region}}" }]""");

    public static JsonObject Users(params string[] users) =>
        Json($$"""[{ "kind": "users", "users": {{JsonSerializer.Serialize(users)}} }]""");

    public static JsonObject Limit(int days) => Json($$"""{ "length": {{days}}, "unit": "workingDays" }""");

    public FlowBuilder Add(string id, string type, params (string Name, JsonNode? Value)[] inputs)
    {
        var activity = new JsonObject { ["id"] = id, ["type"] = type.Contains('.') ? type : "Approvals." + type };
        foreach (var (name, value) in inputs)
        {
            activity[name] = value;
        }

        _activities.Add(activity);
        return this;
    }

    public FlowBuilder End(string id, string? result, string type = "Elsa.End") => Add(id, type, ("customProperties", new JsonObject
    {
        ["approvals"] = result is null ? [] : new JsonObject { ["result"] = result, ["letter"] = "letter-" + result },
    }));

    public FlowBuilder Merge(string id, string mode) =>
        Add(id, "Elsa.FlowNode", ("customProperties", new JsonObject { ["mergeMode"] = mode }));

    public FlowBuilder Variable(string name, JsonNode? value = null)
    {
        _variables.Add(new JsonObject { ["id"] = "id-" + name, ["name"] = name, ["typeName"] = "Object", ["value"] = value });
        return this;
    }

    /// <summary>Connections written <c>a:Port>b</c>, or <c>a>b</c> for Done.</summary>
    public FlowBuilder Connect(params string[] connections)
    {
        foreach (var connection in connections)
        {
            var ends = connection.Split('>');
            var source = ends[0].Split(':');
            _connections.Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = source[0], ["port"] = source.Length > 1 ? source[1] : "Done" },
                ["target"] = new JsonObject { ["activity"] = ends[1], ["port"] = "In" },
            });
        }

        return this;
    }

    public string ToJson() => new JsonObject
    {
        ["definitionId"] = "test",
        ["name"] = "Test",
        ["variables"] = _variables.DeepClone(),
        ["root"] = new JsonObject
        {
            ["id"] = "flow",
            ["type"] = "Elsa.Flowchart",
            ["activities"] = _activities.DeepClone(),
            ["connections"] = _connections.DeepClone(),
        },
    }.ToJsonString();

    public WorkflowDefinition Build()
    {
        var read = WorkflowDefinition.Read(System.Text.Encoding.UTF8.GetBytes(ToJson()));
        Assert.True(read.IsSuccess, read.Error?.Code);
        return read.Value;
    }

    private static JsonObject Input(string type, JsonNode? value) =>
        new() { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };
}
