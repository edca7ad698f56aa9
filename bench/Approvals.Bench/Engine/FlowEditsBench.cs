using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Approvals.Domain.Studio;

namespace Approvals.Bench.Engine;

/// <summary>Changes of a flow of five hundred blocks, as the studio makes them: read, changed, written.</summary>
internal static class FlowEditsBench
{
    private const string File = "workflow.json";

    private static readonly (string What, string Kind, string? At, string? To, string? Value)[] Edits =
    [
        ("put in", "flow.insert", null, null, """{ "kind": "Approvals.Review", "after": "s250" }"""),
        ("put in a parting", "flow.insert", null, null, """{ "kind": "parallel", "after": "s250" }"""),
        ("move", "flow.move", "s100", null, """{ "after": "s400" }"""),
        ("copy", "flow.copy", "s100", null, """{ "after": "s400" }"""),
        ("delete", "flow.delete", "s250", null, null),
        ("set", "flow.set", "s250", "limit", """{ "type": "Object", "value": { "length": 3, "unit": "workingDays" } }"""),
        ("place", "flow.place", "s250", null, """{ "x": 1, "y": 2 }"""),
        ("lead elsewhere", "flow.connect", "s250", "s300", """{ "port": "Approved", "instead": true }"""),
        ("rename", "flow.rename", "s250", "renamed", null),
    ];

    public static void Run(bool smoke, TextWriter output)
    {
        var files = DraftFiles.Of(new Dictionary<string, ReadOnlyMemory<byte>> { [File] = Encoding.UTF8.GetBytes(Chain(500)) });
        foreach (var (what, kind, at, to, value) in Edits)
        {
            var text = new CommandText(kind, File, at, to, Value: value is null ? null : JsonSerializer.Deserialize<JsonElement>(value));
            var best = TimeSpan.MaxValue;
            for (var round = 0; round < (smoke ? 1 : 20); round++)
            {
                var watch = Stopwatch.StartNew();
                var edited = DraftCommands.Read(text).Bind(command => command.Apply(files));
                best = edited.IsSuccess && watch.Elapsed < best ? watch.Elapsed : best;
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a flow of 500 blocks, {what}: {best.TotalMilliseconds:0.0} ms"));
        }
    }

    private static string Chain(int blocks)
    {
        var (activities, connections) = (new JsonArray(), new JsonArray());
        for (var i = 0; i < blocks; i++)
        {
            activities.Add(JsonNode.Parse($$"""
                { "id": "s{{i}}", "type": "Approvals.Review", "customProperties": { "approvals": { "name": { "zh-CN": "环节 {{i}}", "en": "Step {{i}}" } } },
                  "metadata": { "designer": { "position": { "x": 0, "y": {{i * 120}} } } },
                  "participants": { "typeName": "Object", "expression": { "type": "Object", "value": [{ "kind": "role", "role": "Reviewer", "level": "city" }] } } }
                """));
            if (i > 0)
            {
                connections.Add(JsonNode.Parse($$"""{ "source": { "activity": "s{{i - 1}}", "port": "Approved" }, "target": { "activity": "s{{i}}", "port": "In" } }"""));
            }
        }

        return new JsonObject
        {
            ["definitionId"] = "long",
            ["root"] = new JsonObject { ["id"] = "flow", ["type"] = "Elsa.Flowchart", ["activities"] = activities, ["connections"] = connections },
        }.ToJsonString();
    }
}
