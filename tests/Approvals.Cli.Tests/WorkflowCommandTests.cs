using System.Text.Json.Nodes;

namespace Approvals.Cli.Tests;

/// <summary>Definitions are run and converted as files, in the shapes that exports have.</summary>
public sealed class WorkflowCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("approvals-definitions-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Run_LoopInTheOldShape_PrintsItsLinesAndTheEnd()
    {
        var file = Write("loop", """
            { "id": "v1", "definitionId": "loop",
              "variables": [ { "id": "c1", "name": "Counter", "typeName": "Int32", "isArray": false, "value": "0", "storageDriverTypeName": "Some.Driver, Some" } ],
              "root": { "type": "Elsa.Flowchart", "version": 1, "id": "f", "applicationProperties": {}, "start": "s",
                "activities": [
                  { "id": "s", "type": "Elsa.Start", "canStartWorkflow": false, "source": null, "line": null },
                  { "id": "w", "type": "Elsa.WriteLine", "text": { "typeName": "String", "expression": { "type": "JavaScript", "value": "`round ${getCounter()}`" }, "memoryReference": { "id": "w:input-1" } } },
                  { "id": "n", "type": "Elsa.SetVariable", "variable": { "id": "c1", "name": "Counter", "typeName": "Int32" }, "value": { "typeName": "Object", "expression": { "type": "JavaScript", "value": "getCounter() + 1" } } },
                  { "id": "d", "type": "Elsa.FlowDecision", "condition": { "typeName": "Boolean", "expression": { "type": "JavaScript", "value": "getCounter() > 1" } } },
                  { "id": "e", "type": "Elsa.WriteLine", "text": { "typeName": "String", "expression": { "type": "Literal", "value": "over" } } } ],
                "connections": [
                  { "source": "s", "target": "w", "sourcePort": "Done", "targetPort": "In" }, { "source": "w", "target": "n", "sourcePort": "Done", "targetPort": "In" },
                  { "source": "n", "target": "d" }, { "source": "d", "target": "e", "sourcePort": "True" }, { "source": "d", "target": "w", "sourcePort": "False" } ] } }
            """);

        var (code, events) = await RunAsync(file);

        Assert.Equal(["round 0", "round 1", "over"], events.Where(e => Kind(e) == "line").Select(e => (string?)e["text"]));
        Assert.Equal("Finished", (string?)events[^1]["status"]);
        Assert.Equal(["False"], events.First(e => Kind(e) == "executed" && (string?)e["activity"] == "d")["outcomes"]!.AsArray().Select(o => (string?)o));
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task Run_ChildBesideTheFile_TakesInputsAndGivesOutputs()
    {
        Write("sum", """
            { "definitionId": "sum-1", "inputs": [ { "name": "A", "type": "Int32" }, { "name": "B", "type": "Int32" } ], "outputs": [ { "name": "Result", "type": "Int32" } ],
              "options": { "usableAsActivity": true },
              "root": { "id": "f", "type": "Elsa.Flowchart", "connections": [], "activities": [
                { "id": "j", "type": "Elsa.RunJavaScript", "possibleOutcomes": null, "script": { "typeName": "String", "expression": { "type": "Literal", "value": "getA() + getB()" } },
                  "result": { "typeName": "Object", "memoryReference": { "id": "Result" } } } ] } }
            """);
        var file = Write("parent", """
            { "definitionId": "parent", "variables": [ { "id": "r", "name": "Total", "typeName": "Int32" } ], "outputs": [ { "name": "Out", "type": "Int32" } ],
              "inputs": [ { "name": "N", "type": "Int32" } ],
              "root": { "id": "q", "type": "Elsa.Sequence", "activities": [
                { "id": "c", "name": "Sum1", "type": "Sum", "version": 1, "workflowDefinitionId": "sum-1", "latestAvailablePublishedVersion": 1,
                  "a": { "typeName": "Int32", "expression": { "type": "JavaScript", "value": "getInput('N')" } }, "b": { "typeName": "Int32", "expression": { "type": "Literal", "value": "2" } },
                  "result": { "typeName": "Int32", "memoryReference": { "id": "r" } } },
                { "id": "o", "type": "Elsa.SetOutput", "outputName": { "typeName": "String", "expression": { "type": "Literal", "value": "Out" } },
                  "outputValue": { "typeName": "Object", "expression": { "type": "Variable", "value": { "id": "r", "name": "Total" } } } } ] } }
            """);

        var (_, events) = await RunAsync(file, "--input", """{ "N": 40 }""");

        Assert.Equal(42, (int?)events[^1]["outputs"]!["Out"]);
        Assert.Contains(events, e => (string?)e["activity"] == "j" && (string?)e["inside"] == "c");
    }

    [Theory]
    [InlineData("child-2", "second")]
    [InlineData("gone", "first")]
    public async Task Run_SeveralVersionsBesideTheFile_TheNamedOneRuns_ElseThePublished(string version, string line)
    {
        foreach (var (number, text, latest, published) in new[] { (1, "first", "false", "true"), (2, "second", "false", "false"), (3, "third", "true", "false") })
        {
            Write($"child{number}", $$"""
                { "id": "child-{{number}}", "definitionId": "child", "version": {{number}}, "isLatest": {{latest}}, "isPublished": {{published}},
                  "root": { "id": "w", "type": "Elsa.WriteLine", "text": { "typeName": "String", "expression": { "type": "Literal", "value": "{{text}}" } } } }
                """);
        }

        var file = Write("parent", $$"""
            { "definitionId": "parent", "root": { "id": "q", "type": "Elsa.Sequence", "activities": [
              { "id": "c", "type": "Child", "workflowDefinitionId": "child", "workflowDefinitionVersionId": "{{version}}" },
              { "id": "e", "type": "Elsa.ExecuteWorkflow", "workflowDefinitionId": { "typeName": "String", "expression": { "type": "Literal", "value": "child" } } } ] } }
            """);

        var (_, events) = await RunAsync(file);

        Assert.Equal([line, "first"], events.Where(e => Kind(e) == "line").Select(e => (string?)e["text"]));
    }

    [Fact]
    public async Task Run_TimerWithAndWithoutAdvance_ElapsesOrWaits()
    {
        var file = Write("delay", """
            { "definitionId": "d", "root": { "id": "q", "type": "Elsa.Sequence", "activities": [
              { "id": "t", "type": "Elsa.Delay", "timeSpan": { "typeName": "TimeSpan", "expression": { "type": "Literal", "value": "3.00:00:00" } } },
              { "id": "w", "type": "Elsa.WriteLine", "text": { "typeName": "String", "expression": { "type": "Literal", "value": "later" } } } ] } }
            """);

        var (_, waiting) = await RunAsync(file);
        var (_, advanced) = await RunAsync(file, "--advance");

        Assert.Equal("Suspended", (string?)waiting[^1]["status"]);
        Assert.Equal("t", (string?)waiting.Single(e => Kind(e) == "waiting")["bookmarks"]![0]!["activity"]);
        Assert.Equal("Finished", (string?)advanced[^1]["status"]);
        Assert.Contains(advanced, e => (string?)e["text"] == "later");
    }

    [Fact]
    public async Task Run_WhatDoesNotRunHere_IsAnIncidentAtItsActivity()
    {
        var file = Write("script", """
            { "definitionId": "d", "root": { "id": "q", "type": "Elsa.Sequence", "activities": [
              { "id": "w", "type": "Elsa.WriteLine", "text": { "typeName": "String", "expression": { "type": "CSharp", "value": "return Variable.X;" } } } ] } }
            """);

        var (code, events) = await RunAsync(file);

        Assert.Equal("w", (string?)events.Single(e => Kind(e) == "incident")["activity"]);
        Assert.Equal("Faulted", (string?)events[^1]["status"]);
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task Convert_AnyShape_IsStableAndNamesWhatDoesNotRun()
    {
        var file = Write("web", "\uFEFF" + """
            { "definitionId": "d", "odd": [1, { "a": null }], "root": { "id": "f", "type": "Elsa.Flowchart", "activities": { "$values": [ { "id": "h", "type": "Elsa.HttpEndpoint", "path": "x" } ] }, "connections": [] } }
            """);

        var (code, once) = await CommandLine.RunAsync(["workflow", "convert", file]);
        var json = once[..(once.LastIndexOf('}') + 1)];
        var (_, twice) = await CommandLine.RunAsync(["workflow", "convert", Write("again", json)]);

        Assert.Equal(0, code);
        Assert.Equal(once, twice);
        Assert.Contains("Elsa.HttpEndpoint do not run here", once[json.Length..], StringComparison.Ordinal);
        Assert.Equal("""[1,{"a":null}]""", JsonNode.Parse(json)!["odd"]!.ToJsonString());
    }

    [Theory]
    [InlineData("{ \"root\": ", "line")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("{ \"root\": { \"id\": \"f\" } }", "names no type")]
    public async Task RunAndConvert_BrokenFile_SayWhere(string content, string reason)
    {
        var file = Write("broken", content);

        foreach (var verb in new[] { "run", "convert" })
        {
            var (code, output) = await CommandLine.RunAsync(["workflow", verb, file]);
            Assert.Contains(reason, output, StringComparison.Ordinal);
            Assert.Equal(1, code);
        }
    }

    private static string? Kind(JsonNode @event) => (string?)@event["event"];

    private static async Task<(int Code, List<JsonNode> Events)> RunAsync(params string[] arguments)
    {
        var (code, output) = await CommandLine.RunAsync(["workflow", "run", .. arguments]);
        return (code, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList());
    }

    private string Write(string name, string content)
    {
        var file = Path.Combine(_folder.FullName, name + ".json");
        File.WriteAllText(file, content);
        return file;
    }
}
