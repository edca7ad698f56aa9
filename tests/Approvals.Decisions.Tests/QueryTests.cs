using System.Collections.Immutable;
using System.Text;
using Approvals.Feel;

namespace Approvals.Decisions.Tests;

/// <summary>Asking a model for decisions, services and knowledge models by name, with what is known.</summary>
public sealed class QueryTests
{
    private const string Discount = """
        <itemDefinition name="tPercent"><functionItem outputTypeRef="number"/></itemDefinition>
        <inputData id="n" name="net"><variable name="net" typeRef="number"/></inputData>
        <inputData id="w" name="due day"><variable name="due day" typeRef="date"/></inputData>
        <decision id="r" name="rate"><variable name="rate" typeRef="number"/><literalExpression><text>0.1</text></literalExpression></decision>
        <decision id="g" name="gross"><variable name="gross"/><informationRequirement><requiredInput href="#n"/></informationRequirement>
          <informationRequirement><requiredDecision href="#r"/></informationRequirement><literalExpression><text>net * (1 + rate)</text></literalExpression></decision>
        <decision id="y" name="year due"><informationRequirement><requiredInput href="#w"/></informationRequirement><literalExpression><text>due day.year</text></literalExpression></decision>
        <businessKnowledgeModel id="k" name="half"><variable name="half" typeRef="tPercent"/><encapsulatedLogic><formalParameter name="x" typeRef="number"/>
          <literalExpression><text>[x / 2]</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
        <decisionService id="s" name="pricing"><outputDecision href="#g"/><inputDecision href="#r"/><inputData href="#n"/></decisionService>
        <decisionService id="p" name="both"><outputDecision href="#g"/><outputDecision href="#y"/></decisionService>
        <decision id="e" name="foreign"><literalExpression expressionLanguage="javascript"><text>1</text></literalExpression></decision>
        """;

    [Theory]
    [InlineData("gross", "{net: 10}", "{gross: 11}")]
    [InlineData("gross", "{net: 10, rate: 1}", "{gross: 20}")]
    [InlineData("g", "{net: 10}", "{gross: 11}")]
    [InlineData("year due", "{\"due day\": \"2026-03-01\"}", "{\"year due\": 2026}")]
    [InlineData("year due", "{\"due day\": \"soon\"}", "{\"year due\": null}")]
    [InlineData("half", "{x: 3}", "{half: 1.5}")]
    [InlineData("half", "{x: \"3\"}", "{half: 1.5}")]
    [InlineData("half", "{x: \"three\"}", "{half: null}")]
    [InlineData("gross", "{net: \"-1.5e1\", rate: \"1\"}", "{gross: -30}")]
    [InlineData("gross", "{net: \"1,000\"}", "{gross: null}")]
    [InlineData("pricing", "{net: 10, rate: 0.5}", "{gross: 15, pricing: 15}")]
    [InlineData("pricing", "{net: 10}", "{gross: null, pricing: null}")]
    [InlineData("both", "{net: 10, \"due day\": @\"2026-03-01\"}", "{gross: 11, \"year due\": 2026, both: {gross: 11, \"year due\": 2026}}")]
    [InlineData("foreign", "{}", "{foreign: null}")]
    public void Ask_Name_ItsResults(string name, string inputs, string expected) =>
        Assert.Equal(expected, Ask(Models.Read(Discount), inputs, name).Results.ToString());

    [Fact]
    public void Ask_NoName_EveryDecision() =>
        Assert.Equal("{rate: 0.3, gross: 13, \"year due\": null, foreign: null}", Ask(Models.Read(Discount), "{net: 10, rate: 0.3}").Results.ToString());

    [Fact]
    public void Ask_BrokenAndUnknown_RestEvaluatedAndBothNamed()
    {
        var answer = Ask(Models.Read(Discount), "{net: 10}", "foreign", "gross", "nothing");
        Assert.Equal("{foreign: null, gross: 11}", answer.Results.ToString());
        Assert.Equal(["decisions.unknownDecision", "decisions.otherLanguage"], answer.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Ask_ClockFunctions_TellTheInstantOfTheQueryOrTheInputs()
    {
        var model = Models.Read("""
            <decision id="d" name="day"><literalExpression><text>today()</text></literalExpression></decision>
            <businessKnowledgeModel id="k" name="hour"><encapsulatedLogic><literalExpression><text>now().hour</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
            """);
        var now = new DateTimeOffset(2026, 3, 1, 23, 30, 0, TimeSpan.FromHours(8));
        Assert.Equal("{day: @\"2026-03-01\", hour: 23}", model.Ask(new DecisionQuery { Names = ["day", "hour"], Now = now }).Results.ToString());
        Assert.Equal("{day: @\"2025-12-31\", hour: null}", Ask(model, "{today: @\"2025-12-31\"}", "day", "hour").Results.ToString());
        Assert.Equal("@\"2025-12-31\"", model.Evaluate("day", FeelContext.From([KeyValuePair.Create("today", FeelValue.Of(new DateOnly(2025, 12, 31)))])).Value.Value.ToString());
    }

    [Fact]
    public void Ask_Kind_ChoosesAmongEqualNames()
    {
        var model = Models.Read("""
            <decision id="d" name="x"><literalExpression><text>1</text></literalExpression></decision>
            <businessKnowledgeModel id="k" name="x"><encapsulatedLogic><literalExpression><text>2</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
            """);
        Assert.Equal("{x: 1}", Ask(model, "{}", "x").Results.ToString());
        Assert.Equal("{x: 2}", model.Ask(new DecisionQuery { Names = ["x"], Kind = InvocableKind.BusinessKnowledgeModel }).Results.ToString());
    }

    [Theory]
    [InlineData("{\"base.a\": 3}", "", "5")]
    [InlineData("{a: 3}", "a=urn:base", "5")]
    [InlineData("{a: 3}", "", "5")]
    [InlineData("{base: {a: 3}}", "", "5")]
    [InlineData("{\"base.b\": 7}", "", "8")]
    [InlineData("{b: 7}", "", "8")]
    public void Ask_InputOfImportedModel_ByNamespaceOrName(string inputs, string space, string expected)
    {
        var middle = Import("urn:middle", "base", "urn:base", """
            <decision id="c" name="c"><informationRequirement><requiredDecision href="urn:base#b"/></informationRequirement><literalExpression><text>base.b + 1</text></literalExpression></decision>
            """, Named("urn:base", """
            <inputData id="a" name="a"><variable name="a" typeRef="number"/></inputData>
            <decision id="b" name="b"><informationRequirement><requiredInput href="#a"/></informationRequirement><literalExpression><text>a + 1</text></literalExpression></decision>
            """));
        var spaces = space.Length == 0 ? ImmutableDictionary<string, string>.Empty : ImmutableDictionary<string, string>.Empty.Add(space.Split('=')[0], space.Split('=')[1]);
        var answer = middle.Ask(new DecisionQuery { Names = ["c"], Inputs = Models.Inputs(inputs), InputNamespaces = spaces });
        Assert.Equal(expected, answer.Results["c"].ToString());
    }

    [Theory]
    [InlineData("middle.s", "{\"middle.base.b\": 7, \"middle.base.a\": 1}")]
    [InlineData("middle.s", "{b: 7, a: 1}")]
    [InlineData("d", "{\"middle.base.b\": 7}")]
    public void Ask_ServiceOfAnImportedModel_DecisionOfWhatThatImportsGiven(string asked, string inputs)
    {
        var low = Named("urn:base", """
            <inputData id="a" name="a"><variable name="a" typeRef="number"/></inputData>
            <decision id="b" name="b"><informationRequirement><requiredInput href="#a"/></informationRequirement><literalExpression><text>a + 1</text></literalExpression></decision>
            """);
        var middle = Import("urn:middle", "base", "urn:base", """
            <decision id="c" name="c"><informationRequirement><requiredDecision href="urn:base#b"/></informationRequirement><literalExpression><text>base.b + 1</text></literalExpression></decision>
            <decisionService id="s" name="s"><outputDecision href="#c"/><inputDecision href="urn:base#b"/></decisionService>
            """, low);
        var top = Import("urn:top", "middle", "urn:middle", """
            <decision id="d" name="d"><informationRequirement><requiredDecision href="urn:middle#c"/></informationRequirement><literalExpression><text>middle.c</text></literalExpression></decision>
            """, middle);
        Assert.Equal("8", Ask(top, inputs, asked).Results[asked].ToString());
    }

    [Theory]
    [InlineData("<requiredDecision href=\"#own\"/>", "own", "\"A\"")]
    [InlineData("<requiredDecision href=\"#there\"/>", "there", "\"there A\"")]
    [InlineData("<requiredDecision href=\"urn:base#there\"/>", "there", "\"there A\"")]
    [InlineData("<requiredDecision href=\"urn:base#own2\"/>", "own", "\"A\"")]
    public void Ask_ImportWithoutName_OneModelWhoseOwnElementsCount(string reference, string text, string expected)
    {
        var model = Import("urn:top", "", "urn:base", $"""
            <decision id="own" name="own"><literalExpression><text>"A"</text></literalExpression></decision>
            <decision id="d" name="d"><variable name="d" typeRef="tWord"/><informationRequirement>{reference}</informationRequirement><literalExpression><text>{text}</text></literalExpression></decision>
            """, Named("urn:base", """
            <itemDefinition name="tWord"><typeRef>string</typeRef></itemDefinition>
            <decision id="own2" name="own"><literalExpression><text>"B"</text></literalExpression></decision>
            <decision id="there" name="there"><informationRequirement><requiredDecision href="#own2"/></informationRequirement><literalExpression><text>"there " + own</text></literalExpression></decision>
            """));
        Assert.Empty(model.Check());
        Assert.Equal(expected, Ask(model, "{}", "d").Results["d"].ToString());
        Assert.Equal("\"there A\"", Ask(model, "{}", "there").Results["there"].ToString());
    }

    private static DecisionAnswer Ask(DecisionModel model, string inputs, params string[] names) =>
        model.Ask(new DecisionQuery { Names = [.. names], Inputs = Models.Inputs(inputs) });

    private static DecisionModel Named(string space, string content) => Import(space, "none", "", content);

    private static DecisionModel Import(string space, string name, string imported, string content, params DecisionModel[] models)
    {
        var import = imported.Length == 0 ? "" : $"<import name=\"{name}\" namespace=\"{imported}\" importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>";
        var xml = $"<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"m\" namespace=\"{space}\">{import}{content}</definitions>";
        return DecisionModel.Read(Encoding.UTF8.GetBytes(xml), models.ToDictionary(model => model.Namespace)).Value;
    }
}
