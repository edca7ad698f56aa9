using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Approvals.Workflows.Tests;

/// <summary>Definitions taken over: what is translated, what is named, and that nothing is lost.</summary>
public sealed class DefinitionImportTests
{
    [Fact]
    public void PlainScript_BecomesFeelAndKeepsTheOriginal()
    {
        var imported = Import(Activity("""{ "id": "w", "type": "Elsa.FlowDecision", "condition": { "typeName": "Boolean", "expression": { "type": "JavaScript", "value": "getN() > 1" } } }"""));

        var written = JsonNode.Parse(imported.Definition.Write())!["root"]!["activities"]![0]!;
        Assert.Equal(("FEEL", "N > 1"), ((string?)written["condition"]!["expression"]!["type"], (string?)written["condition"]!["expression"]!["value"]));
        Assert.Equal("getN() > 1", (string?)written["customProperties"]!["approvals"]!["original"]!["condition"]!["value"]);
        Assert.Empty(imported.Problems);
    }

    [Fact]
    public void CasesOfASwitch_AreTranslatedEachAtItsPlace()
    {
        var imported = Import(Activity("""
            { "id": "s", "type": "Elsa.FlowSwitch", "cases": { "typeName": "Object", "expression": { "type": "Object", "value": [
                { "label": "a", "condition": { "type": "JavaScript", "value": "getN() === 1" } },
                { "label": "b", "condition": { "type": "JavaScript", "value": "fetch('x')" } } ] } } }
            """));

        var problem = Assert.Single(imported.Problems, p => p.Code == "workflow.import.script");
        Assert.Equal(("s", "root.activities[0].cases[1].condition"), (problem.Activity, problem.Place));
        Assert.Contains("N = 1", Encoding.UTF8.GetString(imported.Definition.Write()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Liquid", "{{ Variables.N }}")]
    [InlineData("CSharp", "return Variable.N;")]
    [InlineData("Python", "variables.N")]
    [InlineData("JavaScript", "toJson(getN())")]
    public void OtherLanguages_AreKeptAndNamedInBothLanguages(string language, string text)
    {
        var imported = Import(Activity($$"""{ "id": "w", "type": "Elsa.FlowDecision", "condition": { "typeName": "Boolean", "expression": { "type": "{{language}}", "value": "{{text}}" } } }"""));

        var problem = Assert.Single(imported.Problems, p => p.Place == "root.activities[0].condition");
        Assert.Equal("w", problem.Activity);
        var texts = MessageCatalog.Load(typeof(WorkflowEngine).Assembly, typeof(Approvals.Feel.FeelExpression).Assembly);
        Assert.Contains(language, problem.Describe(texts, "en"), StringComparison.Ordinal);
        Assert.NotEqual(problem.Describe(texts, "en"), problem.Describe(texts, "zh-CN"));
        Assert.Contains(JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(), Encoding.UTF8.GetString(imported.Definition.Write()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("setVariable('N', getN() + 1);", "Elsa.SetVariable", "N + 1")]
    [InlineData("variables.N = 5", "Elsa.SetVariable", "5")]
    public void ScriptThatSetsOneVariable_BecomesTheActivityThatDoes(string script, string type, string feel)
    {
        var imported = Import(Activity($$"""{ "id": "j", "type": "Elsa.RunJavaScript", "script": { "typeName": "String", "expression": { "type": "Literal", "value": "{{script}}" } }, "kept": 7 }"""));

        var written = JsonNode.Parse(imported.Definition.Write())!["root"]!["activities"]![0]!;
        Assert.Equal((type, feel), ((string?)written["type"], (string?)written["value"]!["expression"]!["value"]));
        Assert.Equal("v1", (string?)written["variable"]!["memoryReference"]!["id"]);
        Assert.Equal("Elsa.RunJavaScript", (string?)written["customProperties"]!["approvals"]!["original"]!["type"]);
        Assert.Equal(7, (int?)written["kept"]);
    }

    [Fact]
    public void ScriptWhoseResultIsAnOutput_BecomesSetOutput()
    {
        var imported = Import(Activity("""
            { "id": "j", "type": "Elsa.RunJavaScript", "script": { "typeName": "String", "expression": { "type": "Literal", "value": "getN() * 2" } },
              "result": { "typeName": "Object", "memoryReference": { "id": "Result" } } }
            """));

        var written = JsonNode.Parse(imported.Definition.Write())!["root"]!["activities"]![0]!;
        Assert.Equal("Elsa.SetOutput", (string?)written["type"]);
        Assert.Equal("Result", (string?)written["outputName"]!["expression"]!["value"]);
        Assert.Equal("N * 2", (string?)written["outputValue"]!["expression"]!["value"]);
    }

    [Fact]
    public void TakenOverAgain_NothingChanges()
    {
        var once = Import(Activity("""{ "id": "w", "type": "Elsa.WriteLine", "text": { "typeName": "String", "expression": { "type": "JavaScript", "value": "`n ${getN()}`" } }, "odd": { "a": [1.50, null] } }""")).Definition.Write();

        Assert.Equal(Encoding.UTF8.GetString(once), Encoding.UTF8.GetString(Import(Encoding.UTF8.GetString(once)).Definition.Write()));
    }

    [Fact]
    public void EveryUnknownProperty_IsStillThere()
    {
        const string odd = """
            { "$schema": "s", "id": "v", "definitionId": "d", "name": null, "odd": 1, "variables": [], "outcomes": [], "tenantId": null,
              "root": { "id": "f", "type": "Elsa.Flowchart", "version": 1, "odd": "x", "applicationProperties": { "NotFoundConnectionsKey": [] },
                "activities": [ { "id": "a", "name": null, "type": "Elsa.WriteLine", "source": null, "line": null, "canStartWorkflow": false, "text": "hi", "odd": {} } ],
                "variables": [], "connections": [] } }
            """;

        var (before, after) = (Leaves("$", JsonNode.Parse(odd)), Leaves("$", JsonNode.Parse(Import(odd).Definition.Write())).ToHashSet(StringComparer.Ordinal));
        Assert.DoesNotContain(before, leaf => !after.Contains(leaf));
    }

    private static IEnumerable<string> Leaves(string path, JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Leaves($"{path}.{p.Key}", p.Value)).Append($"{path}:object"),
        JsonArray a => a.SelectMany((item, i) => Leaves($"{path}[{i}]", item)).Append($"{path}:array"),
        _ => [$"{path}={node?.ToJsonString() ?? "null"}"],
    };

    private static string Activity(string json) => $$"""
        { "definitionId": "d", "variables": [ { "id": "v1", "name": "N", "typeName": "Int32", "value": "0" } ],
          "root": { "id": "f", "type": "Elsa.Flowchart", "activities": [ {{json}} ], "connections": [] } }
        """;

    private static ImportedDefinition Import(string json) => ImportedDefinition.Of(WorkflowDefinition.Read(Encoding.UTF8.GetBytes(json)).Value);
}
