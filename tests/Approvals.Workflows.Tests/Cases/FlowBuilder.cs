using System.Text.Json;
using System.Text.Json.Nodes;

namespace Approvals.Workflows.Tests;

/// <summary>Builds definitions as Elsa writes them, for tests.</summary>
internal sealed class FlowBuilder
{
    private readonly JsonArray _activities = [];
    private readonly JsonArray _connections = [];
    private readonly JsonArray _variables = [];
    private readonly JsonObject _document = new() { ["definitionId"] = "test", ["name"] = "Test" };

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
        _activities.Add(Activity(id, type, inputs));
        return this;
    }

    public FlowBuilder Add(string id, JsonObject activity)
    {
        Assert.Equal(id, activity["id"]!.GetValue<string>());
        _activities.Add(activity);
        return this;
    }

    /// <summary>An activity to stand inside another.</summary>
    public static JsonObject Activity(string id, string type, params (string Name, JsonNode? Value)[] inputs)
    {
        var activity = new JsonObject { ["id"] = id, ["type"] = type.Contains('.') ? type : "Approvals." + type };
        foreach (var (name, value) in inputs)
        {
            activity[name] = value;
        }

        return activity;
    }

    /// <summary>Writes the value of an expression to the log.</summary>
    public static JsonObject Line(string id, string formula) => Activity(id, "Elsa.WriteLine", ("text", Formula(formula)));

    /// <summary>Activities one after another.</summary>
    public static JsonObject Sequence(string id, params JsonNode?[] activities) => Activity(id, "Elsa.Sequence", ("activities", new JsonArray(activities)));

    /// <summary>An output into a variable that <see cref="Variable"/> declared.</summary>
    public static JsonObject Into(string variable) =>
        new() { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "id-" + variable } };

    public FlowBuilder Document(string name, JsonNode value)
    {
        _document[name] = value;
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

    public string ToJson()
    {
        var document = _document.DeepClone().AsObject();
        document["variables"] = _variables.DeepClone();
        document["root"] = new JsonObject
        {
            ["id"] = "flow",
            ["type"] = "Elsa.Flowchart",
            ["activities"] = _activities.DeepClone(),
            ["connections"] = _connections.DeepClone(),
        };
        return document.ToJsonString();
    }

    public WorkflowDefinition Build()
    {
        var read = WorkflowDefinition.Read(System.Text.Encoding.UTF8.GetBytes(ToJson()));
        Assert.True(read.IsSuccess, read.Error?.Code);
        return read.Value;
    }

    private static JsonObject Input(string type, JsonNode? value) =>
        new() { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };
}
