using System.Collections.Immutable;
using System.Text;
using Approvals.Application.Policies;

namespace Approvals.TestKit.Cases;

/// <summary>The small package with a decision table after its review: up to an amount it is granted, above it refused, each by a clause.</summary>
public static class GradedPackage
{
    /// <summary>The package.</summary>
    public static PackageTree Tree() => new([new PackageFolder(SmallPackage.Code, Files())], ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Empty);

    /// <summary>Its files with texts replaced.</summary>
    public static ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Files(params (string Old, string New)[] changes) =>
        SmallPackage.Files(change: Flow).Add("decisions/grade.dmn", Encoding.UTF8.GetBytes(Table)).ToImmutableSortedDictionary(
            f => f.Key,
            f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(changes.Aggregate(
                Encoding.UTF8.GetString(f.Value.Span), (text, change) => text.Replace(change.Old, change.New, StringComparison.Ordinal))),
            StringComparer.Ordinal);

    private static string Flow(string flow) => flow
        .Replace("""Approved" }, "target": { "activity": "grant", "port": "In" } },""", """
            Approved" }, "target": { "activity": "grade", "port": "In" } },
            { "source": { "activity": "grade", "port": "pass" }, "target": { "activity": "grant", "port": "In" } },
            { "source": { "activity": "grade", "port": "fail" }, "target": { "activity": "refused", "port": "In" } },
            """.Trim(), StringComparison.Ordinal)
        .Replace("""{ "id": "grant", "type": "Approvals.Grant",""", """
            { "id": "grade", "type": "Approvals.Decide", "version": 1, "customProperties": { "approvals": { "name": { "zh-CN": "定级", "en": "Grading" } } },
              "decision": { "typeName": "String", "expression": { "type": "Literal", "value": "grade" } },
              "inputs": { "typeName": "Object", "expression": { "type": "Object", "value": { "amount": "=form.application.amount" } } },
              "into": { "typeName": "Object", "expression": { "type": "Object", "value": {} } } },
            { "id": "grant", "type": "Approvals.Grant",
            """.Trim(), StringComparison.Ordinal);

    private const string Table = """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="grade_model" name="grade" namespace="urn:approvals:small-grant:grade">
          <inputData id="input_amount" name="amount"><variable id="input_amount_v" name="amount" typeRef="number" /></inputData>
          <decision id="grade" name="grade" label="定级条件">
            <variable id="grade_v" name="grade" typeRef="string" />
            <informationRequirement id="grade_n1"><requiredInput href="#input_amount" /></informationRequirement>
            <decisionTable id="grade_t" hitPolicy="UNIQUE">
              <input id="grade_i1"><inputExpression id="grade_i1_e" typeRef="number"><text>amount</text></inputExpression></input>
              <output id="grade_o1" typeRef="string"><outputValues id="grade_o1_a"><text>"pass", "fail"</text></outputValues></output>
              <annotation name="clause" />
              <rule id="grade_r1">
                <inputEntry id="grade_r1_i1"><text>&lt;= 500</text></inputEntry>
                <outputEntry id="grade_r1_o1"><text>"pass"</text></outputEntry>
                <annotationEntry><text>第三条</text></annotationEntry>
              </rule>
              <rule id="grade_r2">
                <inputEntry id="grade_r2_i1"><text>&gt; 500</text></inputEntry>
                <outputEntry id="grade_r2_o1"><text>"fail"</text></outputEntry>
                <annotationEntry><text>第四条</text></annotationEntry>
              </rule>
            </decisionTable>
          </decision>
        </definitions>
        """;
}
