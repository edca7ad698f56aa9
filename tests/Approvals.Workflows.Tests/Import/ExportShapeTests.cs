using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Approvals.Feel;

namespace Approvals.Workflows.Tests;

/// <summary>The ways in which definitions come from Elsa, beside its plain export: what wraps them, what they leave out, what they set aside.</summary>
public sealed class ExportShapeTests
{
    private const string Greets = """
        { "type": "Elsa.Flowchart", "version": 1, "id": "chart", "metadata": {}, "start": "hello", "connections": [],
          "activities": [ { "id": "hello", "name": null, "type": "Elsa.WriteLine", "text": { "typeName": "String", "expression": { "type": "Literal", "value": "Welcome" }, "memoryReference": { "id": "hello:input-0" } } } ] }
        """;

    [Theory]
    [InlineData($$"""{ "definitionId": "greeting", "root": {{Greets}} }""", "greeting")]
    [InlineData($$"""{ "model": { "definitionId": "greeting", "root": {{Greets}} }, "publish": true }""", "greeting")]
    [InlineData($$"""{ "workflowDefinition": { "definitionId": "greeting", "root": {{Greets}} } }""", "greeting")]
    [InlineData($$"""[ { "definitionId": "greeting", "root": {{Greets}} } ]""", "greeting")]
    [InlineData(Greets, "chart")]
    public void Definition_HoweverItIsWrapped_IsFoundAndRuns(string json, string id)
    {
        var definition = Import(json).Definition;

        Assert.Equal(id, definition.DefinitionId);
        Expect.Items(Run(definition).Lines, "Welcome");
        Assert.Equal(Text(definition), Text(Import(Text(definition)).Definition));
    }

    [Fact]
    public void Definition_AsTheStoreKeepsIt_HasItsRootInAText()
    {
        var stored = new JsonObject { ["id"] = "v1", ["definitionId"] = "greeting", ["materializerName"] = "Json", ["stringData"] = Greets };

        var definition = Import(stored.ToJsonString()).Definition;

        Expect.Items(Run(definition).Lines, "Welcome");
        var written = JsonNode.Parse(definition.Write())!;
        Assert.Equal("Json", (string?)written["materializerName"]);
        Assert.Null(written["stringData"]);
        Assert.Equal("hello", (string?)written["root"]!["start"]);
    }

    [Fact]
    public void ActivitiesWithoutIds_GetOnesThatNothingElseHas_AndKeepThem()
    {
        var definition = Import("""
            { "definitionId": "d", "root": { "type": "Elsa.Sequence", "activities": [
                { "type": "Elsa.WriteLine", "text": "one" }, { "id": "WriteLine1", "type": "Elsa.WriteLine", "text": "two" },
                { "id": "if", "type": "Elsa.If", "condition": true, "then": { "type": "Elsa.WriteLine", "text": { "expression": { "type": "JavaScript", "value": "'th' + 'ree'" } } } } ] } }
            """).Definition;

        Expect.Items(definition.Activities.Select(a => a.Id), "Sequence1", "WriteLine2", "WriteLine1", "if", "WriteLine3");
        Expect.Items(Run(definition).Lines, "one", "two", "three");
        Assert.Equal(Text(definition), Text(Import(Text(definition)).Definition));
    }

    [Theory]
    [InlineData("""{ "type": "Literal", "value": "bare" }""", "bare")]
    [InlineData("""{ "type": "JavaScript", "value": "'ba' + 're'" }""", "bare")]
    [InlineData("""{ "type": "Literal", "value": "bare", "of": 1 }""", """{"type":"Literal","value":"bare","of":1}""")]
    public void Input_ThatIsAnExpressionByItself_HasItsValue(string input, string line) =>
        Expect.Items(Run(Import($$"""{ "definitionId": "d", "root": { "id": "w", "type": "Elsa.WriteLine", "text": {{input}} } }""").Definition).Lines, line);

    [Fact]
    public void ConnectionsSetAside_AreBack_WhereBothActivitiesAreThere()
    {
        var definition = Import("""
            { "definitionId": "d", "root": { "id": "f", "type": "Elsa.Flowchart", "connections": [], "customProperties": { "notFoundConnections": [
                { "source": { "activity": "a", "port": "Done" }, "target": { "activity": "b", "port": "In" } },
                { "source": { "activity": "a", "port": "Done" }, "target": { "activity": "gone", "port": "In" } }, { "source": { "activity": null }, "target": null } ] },
              "activities": [ { "id": "a", "type": "Elsa.WriteLine", "text": "first" }, { "id": "b", "type": "Elsa.WriteLine", "text": "second" } ] } }
            """).Definition;

        Expect.Items(Run(definition).Lines, "first", "second");
        Assert.Equal(3, JsonNode.Parse(definition.Write())!["root"]!["customProperties"]!["notFoundConnections"]!.AsArray().Count);
        Assert.Equal(Text(definition), Text(Import(Text(definition)).Definition));
    }

    [Fact]
    public void Input_NotGiven_IsNull_AlsoInAChildBesideAVariableOfItsName()
    {
        const string child = """
            { "definitionId": "child", "inputs": [ { "name": "Who", "type": "String" } ],
              "root": { "id": "w", "type": "Elsa.WriteLine", "text": { "expression": { "type": "JavaScript", "value": "'child ' + getWho()" } } } }
            """;
        var parent = Import("""
            { "definitionId": "parent", "inputs": [ { "name": "Given", "type": "Object" } ], "variables": [ { "id": "v", "name": "Who", "typeName": "String", "value": "me" } ],
              "root": { "id": "q", "type": "Elsa.Sequence", "activities": [
                { "id": "a", "type": "Elsa.WriteLine", "text": { "expression": { "type": "Input", "value": { "name": "Given" } } } },
                { "id": "b", "type": "Elsa.SetVariable", "variable": { "id": "v" }, "value": { "expression": { "type": "JavaScript", "value": "getGiven() ?? getWho()" } } },
                { "id": "c", "type": "Child", "workflowDefinitionId": "child" } ] } }
            """).Definition;

        var @case = Run(parent with { Flows = parent.Flows.Add("child", Import(child).Definition) });

        Expect.Items(@case.Lines, "", "child null");
        Assert.Equal(FeelValue.Of("me"), @case.State.Variables["Who"]);
    }

    [Fact]
    public void InputThatOnlyAScriptNames_IsDeclared_AndNullUntilGiven()
    {
        var imported = Import(Reads("Customer", "{ \"id\": \"v\", \"name\": \"Copy\", \"typeName\": \"Object\" }", "Copy"));

        Assert.Empty(imported.Problems);
        Assert.Equal("Customer", (string?)JsonNode.Parse(imported.Definition.Write())!["inputs"]!.AsArray().Single()!["name"]);
        Assert.Equal(FeelValue.Null, Run(imported.Definition).State.Variables["Copy"]);
        Assert.Equal(FeelValue.Of("Li"), Run(imported.Definition, ("Customer", FeelValue.Of("Li"))).State.Variables["Copy"]);
    }

    [Fact]
    public void InputOfAVariablesName_IsTaken_WhereTheVariableOnlyEverHoldsIt()
    {
        var imported = Import(Reads("Customer", "{ \"id\": \"v\", \"name\": \"Customer\", \"typeName\": \"Object\" }", "Customer"));

        Assert.Empty(imported.Problems);
        Assert.Equal(FeelValue.Of("Li"), Run(imported.Definition, ("Customer", FeelValue.Of("Li"))).State.Variables["Customer"]);
    }

    [Theory]
    [InlineData("{ \"id\": \"v\", \"name\": \"Customer\", \"typeName\": \"String\", \"value\": \"x\" }", "")]
    [InlineData("{ \"id\": \"v\", \"name\": \"Customer\", \"typeName\": \"String\" }", ", { \"id\": \"t\", \"type\": \"Elsa.RunTask\", \"taskName\": \"ask\", \"result\": { \"typeName\": \"Object\", \"memoryReference\": { \"id\": \"v\" } } }")]
    public void InputOfAVariablesName_IsRefused_WhereTheVariableMayHoldAnythingElse(string variable, string further)
    {
        var imported = Import(Reads("Customer", variable, "Customer", further));

        Assert.Equal(("s", "workflow.import.unknownName"), Assert.Single(imported.Problems.Select(p => (p.Activity, p.Data["reason"]))));
    }

    [Fact]
    public void ActivityThatDispatchesMany_IsNamed_AndNotTakenForADefinitionUsedAsOne()
    {
        var imported = Import("""
            { "definitionId": "d", "root": { "id": "b", "type": "Elsa.BulkDispatchWorkflows", "items": { "expression": { "type": "Object", "value": "[1, 2]" } },
              "workflowDefinitionId": { "typeName": "String", "expression": { "type": "Literal", "value": "d" } } } }
            """);

        Assert.Equal(("b", "Elsa.BulkDispatchWorkflows"), Assert.Single(imported.Problems.Select(p => (p.Activity, p.Data["type"]))));
        Assert.Equal("workflow.unsupportedActivity", Assert.Single(Run(imported.Definition).State.Incidents).Code);
    }

    [Theory]
    [InlineData("\"{}\"", 0)]
    [InlineData("\"{ \\\"X-Trace\\\": \\\"7\\\" }\"", 1)]
    [InlineData("{ \"X-Trace\": \"7\" }", 1)]
    public void Headers_WrittenAsText_AreHeaders(string headers, int count)
    {
        var definition = Import($$"""
            { "definitionId": "d", "root": { "id": "h", "type": "Elsa.FlowSendHttpRequest", "url": "https://a.example/", "expectedStatusCodes": null,
              "requestHeaders": { "typeName": "HttpHeaders", "expression": { "type": "Literal", "value": {{headers}} } } } }
            """).Definition;

        Assert.Equal(count, Run(definition).Effect<SendHttp>().Headers.Count);
    }

    private static string Reads(string input, string variable, string into, string further = "") => $$"""
        { "definitionId": "d", "inputs": [], "variables": [ {{variable}} ], "root": { "id": "q", "type": "Elsa.Sequence", "activities": [
            { "id": "s", "type": "Elsa.SetVariable", "variable": { "id": "v", "name": "{{into}}", "typeName": "Object" },
              "value": { "typeName": "Object", "expression": { "type": "JavaScript", "value": "getInput(\"{{input}}\")" } } }{{further}} ] } }
        """;

    private static CaseDriver Run(WorkflowDefinition definition, params (string Name, FeelValue Value)[] inputs)
    {
        var @case = new CaseDriver(definition);
        @case.Send(new Started(CaseDriver.By("a")) { Inputs = inputs.ToImmutableSortedDictionary(i => i.Name, i => i.Value, StringComparer.Ordinal) });
        return @case;
    }

    private static string Text(WorkflowDefinition definition) => Encoding.UTF8.GetString(definition.Write());

    private static ImportedDefinition Import(string json)
    {
        var read = WorkflowDefinition.Read(Encoding.UTF8.GetBytes(json));
        Assert.True(read.IsSuccess, $"{read.Error?.Code} {string.Join(' ', read.Error?.Data.Values ?? [])}");
        return ImportedDefinition.Of(read.Value);
    }
}
