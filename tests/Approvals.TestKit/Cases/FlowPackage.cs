using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Approvals.Application.Policies;

namespace Approvals.TestKit.Cases;

/// <summary>A service whose flow a test writes step by step; its form and everything else are the small package's.</summary>
public sealed class FlowPackage(string code)
{
    private readonly JsonArray _activities = [];
    private readonly JsonArray _connections = [];
    private readonly Dictionary<string, string> _letters = new(StringComparer.Ordinal);

    /// <summary>The flow begins by filling in the application.</summary>
    public static FlowPackage Begin(string code) => new FlowPackage(code).Step("apply", "Approvals.Fill", ("form", "application"));

    /// <summary>Adds an activity. A text that begins with = is FEEL; anything else stands for itself.</summary>
    public FlowPackage Step(string id, string type, params (string Name, object? Value)[] inputs)
    {
        var activity = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in inputs)
        {
            activity[name] = value is JsonObject own && name == "customProperties" ? own : new JsonObject { ["typeName"] = "Object", ["expression"] = Expression(value) };
        }

        _activities.Add(activity);
        return this;
    }

    /// <summary>Adds an end with its result.</summary>
    public FlowPackage End(string id, string result) =>
        Step(id, "Elsa.End", ("customProperties", new JsonObject { ["approvals"] = new JsonObject { ["result"] = result } }));

    /// <summary>A review by the county's reviewers.</summary>
    public FlowPackage Review(string id, params (string Name, object? Value)[] inputs) =>
        Step(id, "Approvals.Review", [("participants", JsonNode.Parse("""[{ "kind": "role", "role": "Reviewer", "level": "county" }]""")), .. inputs]);

    /// <summary>Connections, as <c>from>to</c> or <c>from:Port>to</c>.</summary>
    public FlowPackage Ways(params string[] ways)
    {
        foreach (var way in ways)
        {
            var (from, to) = (way.Split('>')[0].Split(':'), way.Split('>')[1]);
            _connections.Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = from[0], ["port"] = from.ElementAtOrDefault(1) ?? "Done" },
                ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
            });
        }

        return this;
    }

    /// <summary>A letter that says its own name and goes by channels.</summary>
    public FlowPackage Letter(string name, string channels = "page, mail")
    {
        foreach (var language in new[] { "zh-CN", "en" })
        {
            _letters[$"letters/{name}.{language}.md"] = $"---\nsubject: {name} {{{{ case.number }}}}\nchannels: [{channels}]\n---\n{name}\n";
        }

        return this;
    }

    public PackageFolder Folder => new(code, SmallPackage.Files(code: code).SetItem("workflow.json", Bytes(Workflow().ToJsonString())).AddRange(
        _letters.Select(l => KeyValuePair.Create(l.Key, Bytes(l.Value)))));

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static JsonObject Expression(object? value) => value is string text && text.StartsWith('=')
        ? new JsonObject { ["type"] = "FEEL", ["value"] = text[1..] }
        : new JsonObject { ["type"] = value is string ? "Literal" : "Object", ["value"] = value as JsonNode ?? JsonSerializer.SerializeToNode(value) };

    private JsonObject Workflow() => new()
    {
        ["id"] = $"{code}-1", ["definitionId"] = code, ["name"] = code, ["version"] = 1, ["isLatest"] = true, ["isPublished"] = true,
        ["variables"] = new JsonArray(new JsonObject { ["id"] = "answer", ["name"] = "answer", ["typeName"] = "Object" }),
        ["root"] = new JsonObject
        {
            ["id"] = "flow", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["start"] = "apply",
            ["activities"] = _activities.DeepClone(), ["connections"] = _connections.DeepClone(),
        },
    };
}
