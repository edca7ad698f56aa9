using System.Text;
using Approvals.Domain.Packages;

namespace Approvals.Domain.Tests.Packages;

/// <summary>A small sound package whose files tests replace one by one.</summary>
internal static class SamplePackage
{
    internal const string Service = """
        { "code": "sample", "number": "77", "name": { "zh-CN": "样例", "en": "Sample" }, "effectiveFrom": "2026-01-01",
          "levels": [ { "code": "L1", "name": "One" } ],
          "documents": [ { "type": "proof", "name": "Proof" } ],
          "entitlements": [ { "kind": "pass", "name": "Pass", "levels": ["L1"] } ],
          "eligibility": { "form": "apply", "decision": "Check", "inputs": { "months": "=months" } } }
        """;

    internal const string Form = """
        { "id": "apply", "components": [
          { "key": "months", "type": "number", "label": "Months" },
          { "key": "secret", "type": "textfield", "label": "Secret", "approvals": { "sensitive": true } } ] }
        """;

    internal const string Letter = "---\nsubject: Hello\n---\n{{ applicant.name }} {{ form.apply.months }}\n";

    internal const string Scenario = """
        { "name": "One", "start": "2026-03-02T09:00:00+08:00", "people": { "a": { "role": "Applicant" } },
          "acts": [ { "by": "a", "activity": "fill", "act": "submit", "form": { "months": 5 } }, { "advance": { "workingDays": 2 } } ],
          "expect": { "result": "granted", "path": ["fill", "…", "end"], "letters": ["done"] } }
        """;

    private const string Decision = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="d" name="d" namespace="sample/d">
          <inputData id="i" name="months"><variable name="months" typeRef="number"/></inputData>
          <decision id="c" name="Check"><variable name="Check" typeRef="string"/>
            <informationRequirement id="r"><requiredInput href="#i"/></informationRequirement>
            <literalExpression><text>if months >= 4 then "pass" else "fail"</text></literalExpression></decision>
        </definitions>
        """;

    internal static Dictionary<string, string> Texts() => new(StringComparer.Ordinal)
    {
        ["service.json"] = Service,
        ["workflow.json"] = Workflow(),
        ["forms/apply.json"] = Form,
        ["decisions/check.dmn"] = Decision,
        ["letters/done.zh-CN.md"] = Letter,
        ["letters/done.en.md"] = Letter,
        ["scenarios/one.json"] = Scenario,
    };

    /// <summary>A flow of Start, Fill, Decide and End, and the given inputs of one more activity beside them.</summary>
    internal static string Workflow(string extra = "") => $$"""
        { "definitionId": "sample", "name": "Sample",
          "variables": [ { "id": "verdict", "name": "verdict", "typeName": "Object" } ],
          "root": { "id": "flow", "type": "Elsa.Flowchart", "start": "start",
            "activities": [
              { "id": "start", "type": "Elsa.Start" },
              { "id": "fill", "type": "Approvals.Fill",
                "form": { "typeName": "String", "expression": { "type": "Literal", "value": "apply" } },
                "who": { "typeName": "Object", "expression": { "type": "Object", "value": "[{\"kind\":\"applicant\"}]" } } },
              {{extra}}
              { "id": "end", "type": "Elsa.End", "customProperties": { "approvals": { "result": "granted", "letter": "done" } } } ],
            "connections": [
              { "source": { "activity": "start", "port": "Done" }, "target": { "activity": "fill", "port": "In" } },
              { "source": { "activity": "fill", "port": "Done" }, "target": { "activity": "end", "port": "In" } },
              { "source": { "activity": "fill", "port": "Withdrawn" }, "target": { "activity": "end", "port": "In" } } ] } }
        """;

    internal static PackageLoad Load(Action<Dictionary<string, string>>? change = null, Dictionary<string, string>? shared = null)
    {
        var texts = Texts();
        change?.Invoke(texts);
        return ServicePackage.Load(Bytes(texts), Bytes(shared ?? []));
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Bytes(Dictionary<string, string> texts) =>
        texts.ToDictionary(t => t.Key, t => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(t.Value)));
}
