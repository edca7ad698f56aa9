using System.Text;

namespace Approvals.Workflows.Tests;

public sealed class ReaderTests
{
    [Theory]
    [InlineData("""{ "source": { "activity": "a", "port": "Done" }, "target": { "activity": "b", "port": "In" }, "vertices": [{ "x": 1, "y": 2 }] }""")]
    [InlineData("""{ "source": "a", "target": "b", "sourcePort": "Done", "targetPort": "In" }""")]
    [InlineData("""{ "Source": { "Activity": "a" }, "Target": { "Activity": "b" } }""")]
    [InlineData("""{ "source": "a", "target": "b", "sourcePort": null }""")]
    public void Connections_OfEveryShape_AreRead(string connection)
    {
        foreach (var shape in new[] { $"[{connection}]", connection, $$"""{ "$values": [{{connection}}] }""" })
        {
            var read = Read($$"""{ "root": { "id": "f", "type": "Elsa.Flowchart", "activities": [{ "id": "a", "type": "Elsa.Start" }, { "id": "b", "type": "Elsa.End" }], "connections": {{shape}} } }""");

            Assert.Equal(("a", "Done", "b"), (read.Root.Connections[0].Source, read.Root.Connections[0].Port, read.Root.Connections[0].Target));
        }
    }

    [Theory]
    [InlineData("String", true)]
    [InlineData("String[]", false)]
    [InlineData("System.Collections.Generic.List`1[[System.String, System.Private.CoreLib]], System.Private.CoreLib", false)]
    public void ListWrittenAsText_IsReadAsAList_WhereItsTypeIsOne(string type, bool isArray)
    {
        var variable = $$"""{ "id": "v", "name": "v", "typeName": "{{type}}", "isArray": {{(isArray ? "true" : "false")}}, "value": "[\"a\", \"b\"]" }""";

        var read = Read($$"""{ "variables": [{{variable}}], "root": { "id": "f", "type": "Elsa.Flowchart" } }""");

        Assert.Equal(2, read.Variables[0].Default.AsList().Count);
    }

    [Theory]
    [InlineData("""{ "$id": "7", "$values": ["a", "b"] }""")]
    [InlineData("""{ "_items": ["a", "b"], "_type": "List<String>" }""")]
    [InlineData("""{ "_island": "[\"a\", \"b\"]", "_type": "Newtonsoft.Json.Linq.JArray, Newtonsoft.Json" }""")]
    [InlineData("""{ "$values": [{ "_island": "\"a\"" }, "b"] }""")]
    public void ListThatASerialiserMarked_IsAPlainListInVariablesInputsAndTexts(string value)
    {
        var quoted = System.Text.Json.JsonSerializer.Serialize(value);
        foreach (var (given, type) in new[] { (value, "Object"), (quoted, "Object") })
        {
            var read = Read($$"""{ "variables": [{ "id": "v", "name": "v", "typeName": "{{type}}", "value": {{given}} }], "root": { "id": "f", "type": "Elsa.Flowchart" } }""");
            Assert.Equal("""["a", "b"]""", read.Variables[0].Default.ToString());

            var loop = Read($$"""
                { "root": { "id": "f", "type": "Elsa.ForEach", "currentValue": { "typeName": "Object", "memoryReference": { "id": "id-x" } },
                  "items": { "typeName": "Object", "expression": { "type": "Object", "value": {{given}} } },
                  "body": { "id": "w", "type": "Elsa.WriteLine", "text": { "typeName": "String", "expression": { "type": "Literal", "value": "turn" } } } } }
                """);
            Assert.Equal(["turn", "turn"], new CaseDriver(loop).Start(withSubmission: false).Lines);
        }
    }

    [Fact]
    public void ThingsNamedByReference_StandWhereTheyAreNamed_AndWhatContainsItselfIsCut()
    {
        var read = Read("""
            { "$id": "1", "definitionId": "d", "root": { "$id": "2", "id": "f", "type": "Elsa.Flowchart",
              "activities": { "$id": "3", "$values": [{ "$id": "4", "id": "a", "type": "Elsa.WriteLine", "text": { "$id": "5", "typeName": "String", "expression": { "type": "Literal", "value": "x" } } },
                { "$id": "6", "id": "b", "type": "Elsa.WriteLine", "text": { "$ref": "5" }, "parent": { "$ref": "2" }, "schema": { "$ref": "#/defs/other" } }] },
              "connections": { "$values": [{ "source": { "activity": "a" }, "target": { "activity": "b" } }] } } }
            """);

        Assert.Equal(["x", "x"], new CaseDriver(read).Start(withSubmission: false).Lines);
        Assert.Contains("#/defs/other", Encoding.UTF8.GetString(read.Write()), StringComparison.Ordinal);
    }

    [Fact]
    public void ReferencesThatMultiply_EndWithinTheBound()
    {
        var nested = string.Join(", ", Enumerable.Range(1, 40).Select(i => $$"""{ "$id": "r{{i}}", "$values": [{ "$ref": "r{{i - 1}}" }, { "$ref": "r{{i - 1}}" }] }"""));

        Assert.True(WorkflowDefinition.Read(Encoding.UTF8.GetBytes(
            $$"""{ "variables": [{ "id": "v", "name": "v", "value": [{ "$id": "r0", "$values": [1] }, {{nested}}] }], "root": { "id": "f", "type": "Elsa.Flowchart" } }""")).IsSuccess);
    }

    [Fact]
    public void ByteOrderMark_IsSkipped() =>
        Assert.True(WorkflowDefinition.Read(new byte[] { 0xEF, 0xBB, 0xBF }.Concat(Encoding.UTF8.GetBytes(Minimal)).ToArray()).IsSuccess);

    [Fact]
    public void UnknownProperties_AreKeptWordForWord()
    {
        const string Json = """
            { "definitionId": "d", "name": "n", "extra": { "deep": [1, 2.50, "x"] }, "applicationProperties": null,
              "root": { "id": "f", "type": "Elsa.Flowchart", "canStartWorkflow": true, "odd": [null],
                "activities": [ { "id": "a", "type": "X.Y", "source": null, "line": null, "text": { "typeName": "String", "expression": { "type": "Liquid", "value": "{{ x }}" } } } ],
                "connections": [ { "source": { "activity": "a" }, "target": { "activity": "a" }, "vertices": [ { "x": 1.5, "y": 2 } ], "label": "l" } ] } }
            """;
        var written = Encoding.UTF8.GetString(Read(Json).Write());

        foreach (var kept in new[] { "2.50", "\"applicationProperties\": null", "\"canStartWorkflow\": true", "\"line\": null", "{{ x }}", "\"x\": 1.5", "\"label\": \"l\"" })
        {
            Assert.Contains(kept, written, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Written_AndReadAgain_IsTheSame()
    {
        var folder = Path.Combine(IncidentTests.SourceFolder(), "..", "..", "workflows");
        foreach (var file in Directory.EnumerateFiles(folder, "workflow.json", SearchOption.AllDirectories))
        {
            var once = WorkflowDefinition.Read(File.ReadAllBytes(file)).Value.Write();

            Assert.Equal(Encoding.UTF8.GetString(once), Encoding.UTF8.GetString(WorkflowDefinition.Read(once).Value.Write()));
        }
    }

    [Theory]
    [InlineData("", "workflow.read.json")]
    [InlineData("{ \"root\": ", "workflow.read.json")]
    [InlineData("[]", "workflow.read.notObject")]
    [InlineData("{}", "workflow.read.noRoot")]
    [InlineData("""{ "root": [] }""", "workflow.read.noRoot")]
    [InlineData("""{ "root": { "id": "a" } }""", "workflow.read.noType")]
    [InlineData("""[{ "root": { "id": "a", "type": "b" } }, {}]""", "workflow.read.several")]
    [InlineData("""{ "activities": [{ "activityId": "a", "type": "WriteLine" }], "connections": [] }""", "workflow.read.elsa2")]
    [InlineData("""{ "name": "\ud800", "root": { "id": "a", "type": "b" } }""", "workflow.read.json")]
    [InlineData("""{ "root": { "id": "a", "type": "b", "activities": [{ "id": "c" }] } }""", "workflow.read.noType")]
    [InlineData("""{ "root": { "id": "a", "type": "b", "connections": [{ "source": "c" }] } }""", "workflow.read.connection")]
    public void Broken_IsRefusedWithCode(string json, string code)
    {
        var error = WorkflowDefinition.Read(Encoding.UTF8.GetBytes(json)).Error;

        Assert.Equal(code, error?.Code);
        Assert.True(error!.Data.ContainsKey("path") || error.Data.ContainsKey("line"));
    }

    [Fact]
    public void TooDeep_TooMany_TooLarge_AreRefused()
    {
        var deep = string.Concat(Enumerable.Range(0, 60).Select(i => $$"""{ "id": "a{{i}}", "type": "Elsa.Sequence", "activities": [""")) +
            string.Concat(Enumerable.Repeat("] }", 60));
        var many = string.Join(",", Enumerable.Range(0, 10_001).Select(i => $$"""{ "id": "a{{i}}", "type": "Elsa.FlowNode" }"""));

        Assert.Equal("workflow.read.tooDeep", Error($$"""{ "root": {{deep}} }"""));
        Assert.Equal("workflow.read.json", Error("{ \"root\": " + new string('[', 5000)));
        Assert.Equal("workflow.read.tooMany", Error($$"""{ "root": { "id": "r", "type": "Elsa.Flowchart", "activities": [{{many}}] } }"""));
        Assert.Equal("workflow.read.tooLarge", WorkflowDefinition.Read(new byte[WorkflowDefinition.MaximumBytes + 1]).Error?.Code);
    }

    [Fact]
    public void TenThousandActivities_RunToAnIncidentInBoundedTime()
    {
        var activities = string.Join(",", Enumerable.Range(0, 9_999).Select(i => $$"""{ "id": "a{{i}}", "type": "Elsa.FlowNode" }"""));
        var connections = string.Join(",", Enumerable.Range(0, 9_999).Select(i => $$"""{ "source": "a{{i}}", "target": "a{{(i + 1) % 9_999}}" }"""));
        var definition = Read($$"""{ "root": { "id": "r", "type": "Elsa.Flowchart", "activities": [{{activities}}], "connections": [{{connections}}] } }""");

        var stepped = (Stepped)WorkflowEngine.Step(definition, WorkflowState.New, new Started(null), new CaseDriver(definition).Context());

        Assert.Equal("workflow.tooManyActivities", Assert.Single(stepped.State.Incidents).Code);
    }

    [Fact]
    public void Copy_WithAnotherRoot_IsCompiledAnew()
    {
        var definition = ReviewTests.Simple().Build();
        Assert.Empty(definition.Check());

        Assert.NotEmpty((definition with { Root = definition.Root with { Connections = [] } }).Check());
    }

    private const string Minimal = """{ "root": { "id": "a", "type": "Elsa.Flowchart" } }""";

    private static string? Error(string json) => WorkflowDefinition.Read(Encoding.UTF8.GetBytes(json)).Error?.Code;

    private static WorkflowDefinition Read(string json)
    {
        var read = WorkflowDefinition.Read(Encoding.UTF8.GetBytes(json));
        Assert.True(read.IsSuccess, read.Error?.Code);
        return read.Value;
    }
}
