using System.Text;
using System.Text.Json;
using Approvals.Decisions;
using Approvals.Domain.Studio;

namespace Approvals.Domain.Tests.Studio;

/// <summary>Every kind of change of tables and decisions, found again in the DMN that is written.</summary>
public sealed class TableCommandTests
{
    private const string File = "decisions/a.dmn";

    private const string Xml = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" xmlns:o="urn:o" id="m" name="m" namespace="urn:m">
          <inputData id="i1" name="age"><variable id="i1v" name="age" typeRef="number" /></inputData>
          <decision id="base" name="base"><variable name="base" typeRef="number" /><literalExpression><text>1</text></literalExpression></decision>
          <decision id="d" name="level" o:keep="yes">
            <variable name="level" typeRef="string" />
            <informationRequirement><requiredInput href="#i1" /></informationRequirement>
            <decisionTable id="t" hitPolicy="FIRST">
              <input id="c1" label="Age"><inputExpression typeRef="number"><text>age</text></inputExpression></input>
              <output id="o1" label="Level" typeRef="string" />
              <annotation name="clause" />
              <rule id="r1" o:mine="1"><inputEntry><text>&lt; 30</text></inputEntry><outputEntry><text>"A"</text></outputEntry><annotationEntry><text>one</text></annotationEntry></rule>
              <rule id="r2"><inputEntry><text>-</text></inputEntry><outputEntry><text>"B"</text></outputEntry><annotationEntry><text>two</text></annotationEntry></rule>
            </decisionTable>
          </decision>
          <decision id="x" name="plan"><variable name="plan" /><context><contextEntry><variable name="a" /><literalExpression><text>1</text></literalExpression></contextEntry><contextEntry><literalExpression><text>a + 1</text></literalExpression></contextEntry></context></decision>
        </definitions>
        """;

    private static readonly DraftFiles Files = DraftFiles.Of(new Dictionary<string, ReadOnlyMemory<byte>> { [File] = Encoding.UTF8.GetBytes(Xml) });

    [Theory]
    [InlineData("table.set", "/d/rules/r1/c1", "\"< 35\"", "<text>&lt; 35</text>")]
    [InlineData("table.set", "/d/rules/r1/o1", "\"\\\"C\\\"\"", "<text>\"C\"</text>")]
    [InlineData("table.set", "/d/rules/r1/note-clause", "\"第三条\"", "<text>第三条</text>")]
    [InlineData("table.set", "/d/rules/r1/description", "\"why\"", "<description>why</description>")]
    [InlineData("table.block", "/d/rules", "{\"rules\":[\"r2\",null],\"columns\":[\"c1\",\"o1\"],\"texts\":[[\"> 60\",\"\\\"D\\\"\"],[\"> 70\"]]}", "<text>&gt; 70</text>")]
    [InlineData("table.addRule", "/d/rules", "{\"texts\":{\"c1\":\"> 90\"}}", "id=\"r3\"")]
    [InlineData("table.addRule", "/d/rules", "{\"copyOf\":\"r1\",\"id\":\"mine\"}", "id=\"mine\"")]
    [InlineData("table.addColumn", "/d/columns", "{\"kind\":\"input\",\"name\":\"base\",\"label\":\"Base\",\"text\":\"> 3\"}", "<text>&gt; 3</text>")]
    [InlineData("table.addColumn", "/d/columns", "{\"kind\":\"output\",\"name\":\"points\"}", "name=\"points\"")]
    [InlineData("table.addColumn", "/d/columns", "{\"kind\":\"annotation\",\"name\":\"source\"}", "name=\"source\"")]
    [InlineData("table.setColumn", "/d/columns/c1/label", "\"年龄\"", "label=\"年龄\"")]
    [InlineData("table.setColumn", "/d/columns/c1/name", "\"age + 1\"", "<text>age + 1</text>")]
    [InlineData("table.setColumn", "/d/columns/c1/type", "\"boolean\"", "typeRef=\"boolean\"")]
    [InlineData("table.setColumn", "/d/columns/c1/allowedValues", "\"[0..120]\"", "<text>[0..120]</text>")]
    [InlineData("table.setColumn", "/d/columns/o1/default", "\"\\\"E\\\"\"", "<defaultOutputEntry>")]
    [InlineData("table.setPolicy", "/d/policy", "{\"hitPolicy\":\"COLLECT\",\"aggregation\":\"COUNT\"}", "aggregation=\"COUNT\"")]
    [InlineData("table.accept", "/d/accepted", "{\"finding\":\"gap\",\"rules\":[],\"example\":\"age = 3\",\"reason\":\"meant\"}", "example=\"age = 3\"")]
    [InlineData("decision.add", "", "{\"kind\":\"input\",\"name\":\"months\",\"type\":\"number\"}", "<inputData id=\"months\"")]
    [InlineData("decision.add", "", "{\"kind\":\"table\",\"name\":\"fee\"}", "id=\"fee_t\"")]
    [InlineData("decision.add", "", "{\"kind\":\"literal\",\"name\":\"fee\"}", "id=\"fee_e\"")]
    [InlineData("decision.add", "", "{\"kind\":\"context\",\"name\":\"fee\"}", "id=\"fee_c\"")]
    [InlineData("decision.rename", "/i1", "\"years\"", "<text>years</text>")]
    [InlineData("decision.set", "/d/label", "\"层次\"", "label=\"层次\"")]
    [InlineData("decision.set", "/d/question", "\"which?\"", "<question>which?</question>")]
    [InlineData("decision.set", "/d/description", "\"what\"", "<description>what</description>")]
    [InlineData("decision.set", "/x/type", "\"number\"", "name=\"plan\" typeRef=\"number\"")]
    [InlineData("decision.require", "/d/requires/base", "true", "requiredDecision href=\"#base\"")]
    [InlineData("decision.setEntry", "/base/entries/", "\"2 + 2\"", "<text>2 + 2</text>")]
    [InlineData("decision.setEntry", "/x/entries/b", "\"7\"", "<variable name=\"b\"")]
    [InlineData("decision.setEntry", "/x/entries/", "\"a * 2\"", "<text>a * 2</text>")]
    [InlineData("decision.setEntrySetting", "/x/entries/a/name", "\"first\"", "<text>first + 1</text>")]
    [InlineData("decision.setEntrySetting", "/x/entries/a/type", "\"number\"", "name=\"a\" typeRef=\"number\"")]
    public void Apply_AChange_StandsInTheFileAndNothingElseIsLost(string kind, string at, string value, string written)
    {
        var changed = Applied(Files, kind, at, value);
        var text = changed.Text(File).Value;
        Assert.Contains(written, text, StringComparison.Ordinal);
        Assert.DoesNotContain(written, Xml, StringComparison.Ordinal);
        Assert.Contains("o:keep=\"yes\"", text, StringComparison.Ordinal);
        Assert.Contains("o:mine=\"1\"", text, StringComparison.Ordinal);
        Assert.True(DecisionModel.Read(changed.Read(File).Value).IsSuccess);
    }

    [Theory]
    [InlineData("table.removeRules", "/d/rules", "[\"r2\"]", "id=\"r2\"")]
    [InlineData("table.removeColumn", "/d/columns/note-clause", null, "name=\"clause\"")]
    [InlineData("decision.remove", "/base", null, "id=\"base\"")]
    [InlineData("decision.require", "/d/requires/i1", "false", "href=\"#i1\"")]
    [InlineData("decision.removeEntry", "/x/entries/a", null, "name=\"a\"")]
    public void Apply_Removing_TakesItOut(string kind, string at, string? value, string gone) =>
        Assert.DoesNotContain(gone, Applied(Files, kind, at, value).Text(File).Value, StringComparison.Ordinal);

    [Fact]
    public void Apply_Moving_KeepsTheRest()
    {
        var moved = Applied(Files, "table.moveRule", "/d/rules/r2", null, 0);
        Assert.Equal(["r2", "r1"], Table(moved).Rules.Select(rule => rule.Id));
        var columns = Applied(Applied(Files, "table.addColumn", "/d/columns", "{\"kind\":\"input\",\"name\":\"base\",\"text\":\"> 3\"}"), "table.moveColumn", "/d/columns/c1", null, 1);
        Assert.Equal(["base", "age"], Table(columns).Inputs.Select(input => input.Expression));
        Assert.Equal(["> 3", "< 30"], Table(columns).Rules[0].Cells.ToArray());
        var entries = Applied(Applied(Files, "decision.setEntry", "/x/entries/b", "\"7\""), "decision.moveEntry", "/x/entries/b", null, 0);
        Assert.Equal(["b", "a", ""], Document(entries).Entries("x").Value.Select(entry => entry.Name));
    }

    [Fact]
    public void Targets_OfCellsInDifferentRows_DoNotMeet()
    {
        string Target(string at) => Command("table.set", at, "\"1\"").Targets.Single();
        Assert.Equal("decisions/a.dmn#/d/rules/r1/c1", Target("/d/rules/r1/c1"));
        Assert.NotEqual(Target("/d/rules/r1/c1"), Target("/d/rules/r2/c1"));
    }

    [Theory]
    [InlineData("table.set", "/d/rules/r9/c1", "\"1\"", "decisions.edit.noRule")]
    [InlineData("table.set", "/d/rules/r1/c9", "\"1\"", "decisions.edit.noColumn")]
    [InlineData("table.set", "/d/rules/r1/c1", "\"\\u0001\"", "decisions.edit.text")]
    [InlineData("table.removeColumn", "/d/columns/o1", null, "decisions.edit.lastOutput")]
    [InlineData("table.setPolicy", "/d/policy", "{\"hitPolicy\":\"BEST\"}", "decisions.sheet.unknownPolicy")]
    [InlineData("decision.rename", "/i1", "\"level\"", "decisions.edit.sameName")]
    [InlineData("decision.add", "", "{\"kind\":\"table\",\"name\":\"\"}", "decisions.edit.name")]
    [InlineData("decision.setEntry", "/d/entries/", "\"1\"", "decisions.edit.notText")]
    [InlineData("table.accept", "/d/accepted", "{\"finding\":\"gap\",\"reason\":\" \"}", "decisions.edit.noReason")]
    public void Apply_WhatCannotBe_Refused(string kind, string at, string? value, string code)
    {
        var read = DraftCommands.Read(Text(kind, at, value));
        Assert.Equal(code, read.IsSuccess ? read.Value.Apply(Files).Error?.Code : read.Error.Code);
    }

    [Fact]
    public void Replace_WithTheSheetOfTheTable_ChangesNothing()
    {
        var rows = JsonSerializer.Serialize(TableSheet.Rows(Table(Files)));
        var changed = Applied(Files, "table.replace", "/d", rows);
        Assert.Equal(Table(Files).Rules.SelectMany(rule => rule.Cells), Table(changed).Rules.SelectMany(rule => rule.Cells));
        Assert.Equal(["c1"], Table(changed).Inputs.Select(input => input.Id));
    }

    private static DecisionDocument Document(DraftFiles files) => DecisionDocument.Read(files.Read(File).Value).Value;

    private static TableGrid Table(DraftFiles files) => Document(files).Table("d").Value;

    private static CommandText Text(string kind, string at, string? value, int? index = null) =>
        new(kind, File, at, null, index, value is null ? null : JsonDocument.Parse(value).RootElement.Clone());

    private static DraftCommand Command(string kind, string at, string? value, int? index = null) => DraftCommands.Read(Text(kind, at, value, index)).Value;

    private static DraftFiles Applied(DraftFiles files, string kind, string at, string? value, int? index = null)
    {
        var changed = Command(kind, at, value, index).Apply(files);
        Assert.True(changed.IsSuccess, changed.Error?.Code);
        return changed.Value;
    }
}
