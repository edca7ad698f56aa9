using System.Text.Json.Nodes;

namespace Approvals.Web.Tests.Studio;

/// <summary>What samples of settings name must be there: a variable, a document, a level, a kind of card, a decision, another flow.</summary>
internal static class EveryPropertyGround
{
    public const string Table = "decisions/fee.dmn";

    private const string Model = """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="fee_model" name="fee" label="费用" namespace="urn:approvals:sample:fee">
          <inputData id="i1" name="age"><variable id="i1_v" name="age" typeRef="number" /></inputData>
          <inputData id="i2" name="months"><variable id="i2_v" name="months" typeRef="number" /></inputData>
          <decision id="fee" name="fee" label="费用">
            <variable id="fee_v" name="fee" typeRef="string" />
            <informationRequirement><requiredInput href="#i1" /></informationRequirement>
            <informationRequirement><requiredInput href="#i2" /></informationRequirement>
            <decisionTable id="t" hitPolicy="FIRST">
              <input id="c1" label="年龄"><inputExpression id="c1_e" typeRef="number"><text>age</text></inputExpression></input>
              <output id="o1" label="费用" typeRef="string" />
              <annotation name="clause" />
              <rule id="r1"><inputEntry id="r1_1"><text>&lt; 30</text></inputEntry><outputEntry id="r1_o"><text>"young"</text></outputEntry><annotationEntry><text>one</text></annotationEntry></rule>
              <rule id="r2"><inputEntry id="r2_1"><text>-</text></inputEntry><outputEntry id="r2_o"><text>"paid"</text></outputEntry><annotationEntry><text>two</text></annotationEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """;

    private const string Sub = """
        { "id": "sub-v1", "definitionId": "sub", "name": "sub", "version": 1, "isLatest": true, "isPublished": true,
          "root": { "id": "sub-flow", "type": "Elsa.Flowchart", "version": 1, "start": "sub-end",
            "activities": [{ "id": "sub-end", "type": "Elsa.End", "version": 1 }], "connections": [] } }
        """;

    /// <summary>Makes the ground in a draft of the smallest service.</summary>
    public static IEnumerable<JsonObject> Commands =>
    [
        StudioStory.Command("value.set", "workflow.json", "/variables", null, JsonNode.Parse("""[{ "id": "answer", "name": "answer", "typeName": "Object" }]""")),
        StudioStory.Command("value.set", "service.json", "/documents", null, JsonNode.Parse("""[{ "type": "photo", "name": { "zh-CN": "照片", "en": "Photo" }, "mayFollow": true }]""")),
        StudioStory.Command("value.set", "service.json", "/levels", null, JsonNode.Parse("""[{ "code": "A", "name": { "zh-CN": "A类", "en": "Class A" } }]""")),
        StudioStory.Command("value.set", "service.json", "/entitlements", null, JsonNode.Parse("""[{ "kind": "card", "name": { "zh-CN": "证卡", "en": "Card" }, "number": "K{date:yyyy}{serial:6}" }]""")),
        StudioStory.Command("file.write", Table, null, null, Model),
        StudioStory.Command("file.write", "flows/sub.json", null, null, Sub),
    ];

    /// <summary>What must lie inside a block before it can run.</summary>
    public static IEnumerable<JsonObject> Inside(string kind, string id) => kind != "Elsa.Flowchart" ? [] :
    [
        StudioStory.Command("value.set", "workflow.json", $"/root/activities/[id={id}]/start", null, $"{id}-end"),
        StudioStory.Command("value.set", "workflow.json", $"/root/activities/[id={id}]/activities", null, JsonNode.Parse($$"""[{ "id": "{{id}}-end", "type": "Elsa.End", "version": 1 }]""")),
    ];

    /// <summary>Changes of every kind of cell, column and rule, and what the file then says.</summary>
    public static (string Kind, string At, string Value, string Written)[] TableChanges =>
    [
        ("table.set", "/fee/rules/r1/c1", "\"< 18\"", "<text>&lt; 18</text>"),
        ("table.set", "/fee/rules/r1/o1", "\"\\\"child\\\"\"", "<text>\"child\"</text>"),
        ("table.set", "/fee/rules/r1/note-clause", "\"第三条\"", "<text>第三条</text>"),
        ("table.set", "/fee/rules/r1/description", "\"为何\"", "<description>为何</description>"),
        ("table.set", "/fee/rules/r2/c1", "\">= 60\"", "<text>&gt;= 60</text>"),
        ("table.set", "/fee/rules/r2/o1", "\"\\\"half\\\"\"", "<text>\"half\"</text>"),
        ("table.addColumn", "/fee/columns", """{ "kind": "input", "name": "months", "label": "月数", "text": "-" }""", "label=\"月数\""),
        ("table.addColumn", "/fee/columns", """{ "kind": "annotation", "name": "source" }""", "name=\"source\""),
        ("table.setColumn", "/fee/columns/c1/label", "\"周岁\"", "label=\"周岁\""),
        ("table.setColumn", "/fee/columns/c1/allowedValues", "\"[0..120]\"", "<text>[0..120]</text>"),
        ("table.setColumn", "/fee/columns/o1/default", "\"\\\"nothing\\\"\"", "<defaultOutputEntry"),
        ("table.setPolicy", "/fee/policy", """{ "hitPolicy": "UNIQUE" }""", "hitPolicy=\"UNIQUE\""),
        ("decision.set", "/fee/label", "\"应缴费用\"", "label=\"应缴费用\""),
        ("decision.set", "/fee/question", "\"缴多少？\"", "<question>缴多少？</question>"),
    ];
}
