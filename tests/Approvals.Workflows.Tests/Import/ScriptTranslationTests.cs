using Approvals.Feel;

namespace Approvals.Workflows.Tests;

/// <summary>Plain JavaScript becomes FEEL of the same value; expected values are those JavaScript gives.</summary>
public sealed class ScriptTranslationTests
{
    private const string Definition = """
        { "definitionId": "d", "root": { "id": "f", "type": "Elsa.Flowchart" },
          "variables": [
            { "id": "1", "name": "Counter", "typeName": "Int32", "value": "3" }, { "id": "2", "name": "name", "typeName": "String" },
            { "id": "3", "name": "Done", "typeName": "Boolean", "value": "true" }, { "id": "4", "name": "thing", "typeName": "Object" },
            { "id": "5", "name": "items", "typeName": "String", "isArray": true } ],
          "inputs": [ { "name": "Input1", "type": "Object" }, { "name": "A", "type": "Int32" } ] }
        """;

    private static readonly ScriptNames Names = new(WorkflowDefinition.Read(System.Text.Encoding.UTF8.GetBytes(Definition)).Value);

    [Theory]
    [InlineData("getCounter() + 1", "4")]
    [InlineData("return getCounter() > 1;", "true")]
    [InlineData("variables.Counter * 2 - 1", "5")]
    [InlineData("getVariable(\"Counter\") % 2", "1")]
    [InlineData("-7 % 3", "-1")]
    [InlineData("7 % -3", "1")]
    [InlineData("2 + 3 * 4", "14")]
    [InlineData("(2 + 3) * 4", "20")]
    [InlineData("10 - (2 - 3)", "11")]
    [InlineData("12 / (2 * 3)", "2")]
    [InlineData("2 ** 3 ** 2", "512")]
    [InlineData("\"n: \" + getCounter()", "\"n: 3\"")]
    [InlineData("getCounter() + \"\"", "\"3\"")]
    [InlineData("1 + 2 + \"a\"", "\"3a\"")]
    [InlineData("\"a\" + 1 + 2", "\"a12\"")]
    [InlineData("'Hello ' + getName()", "\"Hello null\"")]
    [InlineData("`${getCounter()} of ${variables.thing}: ${getDone()}`", "\"3 of null: true\"")]
    [InlineData("`Bar`", "\"Bar\"")]
    [InlineData("\"Parent: \" + getInput1();", "\"Parent: null\"")]
    [InlineData("({ Message: 'Hello', n: [1, 2] })", "{Message: \"Hello\", n: [1, 2]}")]
    [InlineData("getCounter() === 3 && !getDone()", "false")]
    [InlineData("getCounter() == 3 ? 'yes' : 'no'", "\"yes\"")]
    [InlineData("getName() || 'nobody'", "\"nobody\"")]
    [InlineData("getName() ?? 'nobody'", "\"nobody\"")]
    [InlineData("variables.thing == null", "true")]
    [InlineData("getCounter() && 'many'", "\"many\"")]
    [InlineData("!0", "true")]
    [InlineData("!!'x'", "true")]
    [InlineData("const next = getCounter() + 1; return next * next;", "16")]
    [InlineData("if (getCounter() > 2) { return 'big'; } else { return 'small'; }", "\"big\"")]
    [InlineData("'Ab'.toUpperCase() + 'Ab'.toLowerCase()", "\"ABab\"")]
    [InlineData("'  x y '.trim()", "\"x y\"")]
    [InlineData("'hello'.substring(1, 3)", "\"el\"")]
    [InlineData("'hello'.includes('ell') && 'hello'.startsWith('h')", "true")]
    [InlineData("'a.b'.split('.').length", "2")]
    [InlineData("['a', 'b'].join('-')", "\"a-b\"")]
    [InlineData("[10, 20][1]", "20")]
    [InlineData("({ a: { b: 5 } }).a.b", "5")]
    [InlineData("Math.max(1, 5) + Math.floor(2.7) + Math.round(-0.5) + Math.trunc(-2.5)", "5")]
    [InlineData("parseInt('42') + Number('0.5')", "42.5")]
    [InlineData("isNullOrWhiteSpace(getName())", "true")]
    [InlineData("\"quote \\\" and \\n line\"", "\"quote \\\" and \\n line\"")]
    [InlineData("// note\n getCounter() /* three */", "3")]
    public void PlainScript_GivesTheSameValue(string script, string value)
    {
        var feel = ScriptTranslation.Of(script, Names);

        Assert.True(feel.IsSuccess, $"{feel.Error?.Code} {string.Join(' ', feel.Error?.Data.Values ?? [])}");
        Assert.Equal(FeelExpression.Compile(value, FeelScope.Empty).Value.Evaluate(FeelContext.Empty).Value, Evaluate(feel.Value));
    }

    [Theory]
    [InlineData("new Date()", "workflow.import.unexpected")]
    [InlineData("items", "workflow.import.unknownName")]
    [InlineData("getItems().filter(i => i)", "workflow.import.unexpected")]
    [InlineData("getUnknown()", "workflow.import.unknownFunction")]
    [InlineData("variables.unknown", "workflow.import.unknownName")]
    [InlineData("getCounter() == '3'", "workflow.import.mixed")]
    [InlineData("true + 1", "workflow.import.mixed")]
    [InlineData("getThing() === undefined", "workflow.import.undefined")]
    [InlineData("getThing().a === null", "workflow.import.undefined")]
    [InlineData("setVariable('Counter', 1)", "workflow.import.effect")]
    [InlineData("for (let i = 0; i < 3; i++) { }", "workflow.import.unexpected")]
    [InlineData("{ a: 1 }", "workflow.import.unexpected")]
    [InlineData("return\n3", "workflow.import.unexpected")]
    [InlineData("1 +", "workflow.import.ends")]
    [InlineData("getItems()[getCounter()]", "workflow.import.index")]
    [InlineData("'text", "workflow.import.unexpected")]
    [InlineData("/a/.test('b')", "workflow.import.unexpected")]
    [InlineData("x = 3", "workflow.import.unexpected")]
    public void AnythingElse_IsRefusedWithTheReason(string script, string code) => Assert.Equal(code, ScriptTranslation.Of(script, Names).Error?.Code);

    [Fact]
    public void MixedKindsAtRunTime_GiveNothingRatherThanAnotherValue()
    {
        var feel = ScriptTranslation.Of("variables.thing + 1", Names).Value;

        Assert.True(Evaluate(feel, FeelValue.Of("5")).IsNull);
    }

    [Fact]
    public void DeepAndLongScripts_AreRefusedAtOnce()
    {
        foreach (var script in new[]
        {
            new string('(', 50_000), string.Concat(Enumerable.Repeat("!", 10_000)) + "1", string.Join("+", Enumerable.Repeat("1", 5_000)),
            string.Concat(Enumerable.Range(0, 50).Select(i => $"const c{i} = {(i == 0 ? "1" : $"c{i - 1} + c{i - 1}")};")) + "return c49;",
            string.Concat(Enumerable.Repeat("`${", 2_000)),
        })
        {
            Assert.False(ScriptTranslation.Of(script, Names).IsSuccess);
        }
    }

    private static FeelValue Evaluate(string feel, FeelValue thing = default)
    {
        var context = FeelContext.Empty.With("Counter", FeelValue.Of(3)).With("name", FeelValue.Null).With("Done", FeelValue.True)
            .With("thing", thing).With("items", FeelValue.Null).With("Input1", FeelValue.Null).With("A", FeelValue.Null);
        return FeelExpression.Compile(feel, Names.Scope).Value.Evaluate(context).Value;
    }
}
