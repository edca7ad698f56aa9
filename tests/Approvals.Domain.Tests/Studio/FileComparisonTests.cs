using System.Collections.Immutable;
using System.Text;
using Approvals.Domain.Studio;
using Approvals.Domain.Studio.Compare;

namespace Approvals.Domain.Tests.Studio;

public sealed class FileComparisonTests
{
    private static readonly MessageCatalog Texts = MessageCatalog.Load(typeof(FileComparison).Assembly);

    private const string Step = """{ "id": "city", "type": "Approvals.Review", "customProperties": { "approvals": { "name": { "zh-CN": "市级审核", "en": "City check" } } }, "metadata": { "designer": { "position": { "x": X, "y": 0 } } }, "limit": { "typeName": "Object", "expression": { "type": "Object", "value": { "length": LENGTH, "unit": "workingDays" } } } }""";

    private const string Other = """{ "id": "end", "type": "Elsa.End", "customProperties": { "approvals": { "name": { "zh-CN": "办结", "en": "Finished" } } } }""";

    private const string More = """{ "id": "more", "type": "Approvals.Review", "customProperties": { "approvals": { "name": { "zh-CN": "复核", "en": "Second check" } } } }""";

    [Fact]
    public void Of_ALimitOfAStep_SaysTheStepAndBothLengths()
    {
        var found = Compare("workflow.json", Flow(Step.Replace("LENGTH", "5", StringComparison.Ordinal), Way("city", "end")), Flow(Step.Replace("LENGTH", "3", StringComparison.Ordinal).Replace("X", "9", StringComparison.Ordinal), Way("city", "end")));

        var one = Assert.Single(found);
        Assert.Equal(("步骤 市级审核 · 时限：5 个工作日 → 3 个工作日", "step City check · limit: 5 working days → 3 working days"), (one.Text.Zh, one.Text.En));
        Assert.Equal((DifferenceArea.Flow, DifferenceAct.Changed, "city"), (one.Area, one.Act, one.Activity));
    }

    [Fact]
    public void Of_AStepPutBetween_SaysWhatIsNewAndWhatComesAfter()
    {
        var found = Compare("workflow.json", Flow($"{Step}, {Other}", Way("city", "end")), Flow($"{Step}, {Other}, {More}", $"{Way("city", "more")}, {Way("more", "end")}"));

        Assert.Equal(["新增步骤 复核", "“市级审核”之后：办结 → 复核"], found.Select(f => f.Text.Zh));
    }

    [Fact]
    public void Of_AFieldThatIsNew_IsOneDifference()
    {
        const string Fields = """{ "key": "name", "label": { "zh-CN": "姓名", "en": "Name" } }""";
        var found = Compare(
            "forms/application.json", $$"""{ "id": "application", "name": { "zh-CN": "申请表", "en": "Application" }, "components": [ {{Fields}} ] }""",
            $$"""{ "id": "application", "name": { "zh-CN": "申请表", "en": "Application" }, "components": [ { "key": "passport", "label": { "zh-CN": "护照", "en": "Passport" } }, {{Fields}} ] }""");

        Assert.Equal("New: Form Application · field Passport", Assert.Single(found).Text.En);
    }

    [Fact]
    public void Of_AFieldAmongGroupsThatNothingNamesApart_IsOneDifference()
    {
        const string Person = """{ "type": "group", "label": { "zh-CN": "本人信息", "en": "You" }, "components": [ { "key": "name", "label": { "zh-CN": "姓名", "en": "Name" } }EXTRA ] }""";
        const string Work = """{ "type": "group", "label": { "zh-CN": "单位", "en": "Work" }, "components": [ { "key": "uscc", "label": { "zh-CN": "代码", "en": "Code" } } ] }""";
        const string Passport = """{ "key": "passport", "type": "textfield", "label": { "zh-CN": "护照", "en": "Passport" } }""";

        var inside = Compare("forms/a.json", Form(Person.Replace("EXTRA", "", StringComparison.Ordinal), Work), Form(Person.Replace("EXTRA", $", {Passport}", StringComparison.Ordinal), Work));
        var beside = Compare("forms/a.json", Form(Person.Replace("EXTRA", "", StringComparison.Ordinal), Work), Form(Person.Replace("EXTRA", "", StringComparison.Ordinal), Work, Passport));
        var group = Compare("forms/a.json", Form(Person.Replace("EXTRA", "", StringComparison.Ordinal)), Form(Work, Person.Replace("EXTRA", "", StringComparison.Ordinal)));

        Assert.Equal("新增表单 申请表 · 字段 本人信息 · 字段 护照", Assert.Single(inside).Text.Zh);
        Assert.Equal("新增表单 申请表 · 字段 护照", Assert.Single(beside).Text.Zh);
        Assert.Equal("新增表单 申请表 · 字段 单位", Assert.Single(group).Text.Zh);

        static string Form(params string[] components) =>
            $$"""{ "id": "a", "name": { "zh-CN": "申请表", "en": "Application" }, "components": [ {{string.Join(", ", components)}} ] }""";
    }

    [Fact]
    public void Of_ATextInOneLanguage_IsToldInThatOneToEverybody()
    {
        var found = Compare("service.json", """{ "summary": { "zh-CN": "简介", "en": "One." } }""", """{ "summary": { "zh-CN": "简介", "en": "Two." } }""");

        var one = Assert.Single(found);
        Assert.Equal(("One.", "Two."), (one.Before!.Zh, one.After!.Zh));
    }

    [Fact]
    public void Of_ACellOfATable_SaysTheRuleByItsResult()
    {
        var found = Compare("decisions/grading.dmn", Table("<= 60"), Table("<= 65"));

        Assert.Equal("层次条件 · 规则 1（层次 \"D\"） · 年龄：<= 60 → <= 65", Assert.Single(found).Text.Zh);
    }

    [Fact]
    public void Of_ALetter_SaysTheLinesThatDiffer()
    {
        var found = Compare("letters/decision.zh-CN.md", "一\n二\n三", "一\n两\n三\n四");

        Assert.Equal([("二", "两"), (null, "四")], found.Select(f => (f.Before?.Zh, f.After?.Zh)));
    }

    [Theory]
    [InlineData("workflow.json")]
    [InlineData("decisions/x.dmn")]
    [InlineData("forms/x.json")]
    public void Of_FilesThatAreBroken_SaysThatTheyDiffer(string path) => Assert.Equal(DifferenceAct.Changed, Assert.Single(Compare(path, "{", "<")).Act);

    private static ImmutableArray<Difference> Compare(string path, string before, string after) =>
        FileComparison.Of([new DraftFileChange(path, Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(after))], Texts.Texts);

    private static string Flow(string steps, string ways) => $$"""{ "root": { "type": "Elsa.Flowchart", "activities": [ {{steps.Replace("X", "1", StringComparison.Ordinal).Replace("LENGTH", "5", StringComparison.Ordinal)}} ], "connections": [ {{ways}} ] } }""";

    private static string Way(string from, string to) => $$"""{ "source": { "activity": "{{from}}", "port": "Done" }, "target": { "activity": "{{to}}", "port": "In" } }""";

    private static string Table(string age) => $"""
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/"><decision name="grading" label="层次条件"><decisionTable>
          <input label="年龄"><inputExpression><text>age</text></inputExpression></input><output label="层次"/>
          <rule><inputEntry><text>{age.Replace("<", "&lt;", StringComparison.Ordinal)}</text></inputEntry><outputEntry><text>"D"</text></outputEntry></rule>
          <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>"E"</text></outputEntry></rule>
        </decisionTable></decision></definitions>
        """;
}
