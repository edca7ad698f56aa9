using System.Text;
using Approvals.Feel;

namespace Approvals.Decisions.Tests;

/// <summary>Requirement graphs, boxed expressions, types, knowledge models, services and imports.</summary>
public sealed class ModelTests
{
    [Theory]
    [InlineData("<literalExpression><text>a + 1</text></literalExpression>", "3")]
    [InlineData("<list><literalExpression><text>a</text></literalExpression><literalExpression><text>\"x\"</text></literalExpression></list>", "[2, \"x\"]")]
    [InlineData("<context><contextEntry><variable name=\"b c\"/><literalExpression><text>a * 2</text></literalExpression></contextEntry><contextEntry><variable name=\"d\"/><literalExpression><text>b c + 1</text></literalExpression></contextEntry></context>", "{\"b c\": 4, d: 5}")]
    [InlineData("<context><contextEntry><variable name=\"b\"/><literalExpression><text>a * 2</text></literalExpression></contextEntry><contextEntry><literalExpression><text>b + 10</text></literalExpression></contextEntry></context>", "14")]
    [InlineData("<relation><column name=\"x\"/><column name=\"y\"/><row><literalExpression><text>1</text></literalExpression><literalExpression><text>a</text></literalExpression></row><row><literalExpression><text>3</text></literalExpression><literalExpression><text>4</text></literalExpression></row></relation>", "[{x: 1, y: 2}, {x: 3, y: 4}]")]
    [InlineData("<conditional><if><literalExpression><text>a > 1</text></literalExpression></if><then><literalExpression><text>\"yes\"</text></literalExpression></then><else><literalExpression><text>\"no\"</text></literalExpression></else></conditional>", "\"yes\"")]
    [InlineData("<filter><in><literalExpression><text>[1, 2, 3]</text></literalExpression></in><match><literalExpression><text>item >= a</text></literalExpression></match></filter>", "[2, 3]")]
    [InlineData("<filter><in><literalExpression><text>[{k: 1}, {k: 2}]</text></literalExpression></in><match><literalExpression><text>k = a</text></literalExpression></match></filter>", "[{k: 2}]")]
    [InlineData("<for iteratorVariable=\"n\"><in><literalExpression><text>1..3</text></literalExpression></in><return><literalExpression><text>n * a</text></literalExpression></return></for>", "")]
    [InlineData("<for iteratorVariable=\"n\"><in><literalExpression><text>[1, 2, 3]</text></literalExpression></in><return><literalExpression><text>n * a + count(partial)</text></literalExpression></return></for>", "[2, 5, 8]")]
    [InlineData("<some iteratorVariable=\"n\"><in><literalExpression><text>[1, 2]</text></literalExpression></in><satisfies><literalExpression><text>n = a</text></literalExpression></satisfies></some>", "true")]
    [InlineData("<every iteratorVariable=\"n\"><in><literalExpression><text>[1, 2]</text></literalExpression></in><satisfies><literalExpression><text>n = a</text></literalExpression></satisfies></every>", "false")]
    [InlineData("<context><contextEntry><variable name=\"f\"/><functionDefinition><formalParameter name=\"n\"/><literalExpression><text>if n &lt; 1 then 1 else n * f(n - 1)</text></literalExpression></functionDefinition></contextEntry><contextEntry><literalExpression><text>f(5)</text></literalExpression></contextEntry></context>", "120")]
    public void Evaluate_BoxedExpression_Value(string expression, string expected)
    {
        var model = Models.Read($"""<inputData id="i" name="a"/><decision id="d" name="D"><informationRequirement><requiredInput href="#i"/></informationRequirement>{expression}</decision>""");
        if (expected.Length == 0)
        {
            Assert.False(model.Evaluate("D", FeelContext.Empty).IsSuccess);
            return;
        }

        Assert.Equal(expected, model.Evaluate("D", "{a: 2}").Value.ToString());
    }

    [Theory]
    [InlineData("label=\"年龄\"", "年龄")]
    [InlineData("label=\"\"", "Age")]
    [InlineData("label=\" \"", "Age")]
    [InlineData("", "Age")]
    public void Label_OfADecision_IsItsNameWhereNothingElseIsSaid(string label, string said) =>
        Assert.Equal(said, Models.Sound($"<decision id=\"age\" name=\"Age\" {label}><literalExpression><text>1</text></literalExpression></decision>").Decisions.Single().Label);

    [Fact]
    public void Evaluate_RequiredDecisions_FirstAndOnce()
    {
        var model = Models.Sound("""
            <inputData id="i" name="Birth Year"><variable name="Birth Year" typeRef="number"/></inputData>
            <decision id="age" name="Age"><variable name="Age" typeRef="number"/><informationRequirement><requiredInput href="#i"/></informationRequirement>
              <literalExpression><text>2026 - Birth Year</text></literalExpression></decision>
            <decision id="adult" name="Is Adult"><informationRequirement><requiredDecision href="#age"/></informationRequirement>
              <literalExpression><text>Age >= 18</text></literalExpression></decision>
            <decision id="both" name="Both"><informationRequirement><requiredDecision href="#age"/></informationRequirement>
              <informationRequirement><requiredDecision href="#adult"/></informationRequirement>
              <literalExpression><text>[Age, Is Adult]</text></literalExpression></decision>
            """);
        Assert.Equal("[26, true]", model.Evaluate("Both", "{\"Birth Year\": 2000}").Value.ToString());
        Assert.Equal("true", model.Evaluate("adult", "{\"Birth Year\": 2000}").Value.ToString());
        var info = model.Decisions.Single(decision => decision.Name == "Both");
        Assert.Equal(("Birth Year", "number"), (Assert.Single(info.Inputs).Name, info.Inputs[0].Type.ToString()));
    }

    [Fact]
    public void Evaluate_KnowledgeModel_CalledFromTextAndInvocation()
    {
        var model = Models.Sound("""
            <inputData id="i" name="a"/>
            <businessKnowledgeModel id="k0" name="half"><encapsulatedLogic><formalParameter name="x"/><literalExpression><text>x / 2</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
            <businessKnowledgeModel id="k" name="fee of"><encapsulatedLogic><formalParameter name="amount" typeRef="number"/><formalParameter name="rate"/>
              <literalExpression><text>half(amount * rate)</text></literalExpression></encapsulatedLogic><knowledgeRequirement><requiredKnowledge href="#k0"/></knowledgeRequirement></businessKnowledgeModel>
            <decision id="t" name="By Text"><informationRequirement><requiredInput href="#i"/></informationRequirement><knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>
              <literalExpression><text>fee of(rate: 3, amount: a)</text></literalExpression></decision>
            <decision id="v" name="By Invocation"><informationRequirement><requiredInput href="#i"/></informationRequirement><knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>
              <invocation><literalExpression><text>fee of</text></literalExpression>
                <binding><parameter name="rate"/><literalExpression><text>3</text></literalExpression></binding>
                <binding><parameter name="amount"/><literalExpression><text>a</text></literalExpression></binding></invocation></decision>
            """);
        Assert.Equal("6", model.Evaluate("By Text", "{a: 4}").Value.ToString());
        Assert.Equal("6", model.Evaluate("By Invocation", "{a: 4}").Value.ToString());
        Assert.Equal("feel.notOfType", model.Evaluate("By Text", "{a: \"x\"}").Diagnostics[0].Code);
    }

    [Theory]
    [InlineData("{level: \"A\"}", "\"A\"")]
    [InlineData("{level: \"Z\"}", "null")]
    [InlineData("{level: [\"A\"]}", "\"A\"")]
    [InlineData("{level: 3}", "null")]
    [InlineData("{level: null}", "null")]
    public void Evaluate_AllowedValues_Checked(string inputs, string expected)
    {
        var model = Models.Sound("""
            <itemDefinition name="Level"><typeRef>string</typeRef><allowedValues><text>"A","B"</text></allowedValues></itemDefinition>
            <inputData id="i" name="level"><variable name="level" typeRef="Level"/></inputData>
            <decision id="d" name="D"><informationRequirement><requiredInput href="#i"/></informationRequirement><literalExpression><text>level</text></literalExpression></decision>
            """);
        Assert.Equal(expected, model.Evaluate("D", inputs).Value.ToString());
    }

    [Fact]
    public void Evaluate_StructuredTypes_CoercedAndChecked()
    {
        var model = Models.Sound("""
            <itemDefinition name="Person"><itemComponent name="first name"><typeRef>string</typeRef></itemComponent>
              <itemComponent name="age"><typeRef>number</typeRef><allowedValues><text>[0..150]</text></allowedValues></itemComponent></itemDefinition>
            <itemDefinition name="People" isCollection="true"><typeRef>Person</typeRef></itemDefinition>
            <inputData id="i" name="people"><variable name="people" typeRef="People"/></inputData>
            <decision id="d" name="Names"><variable name="Names" typeRef="string"/><informationRequirement><requiredInput href="#i"/></informationRequirement>
              <literalExpression><text>people[age > 17].first name</text></literalExpression></decision>
            """);
        Assert.Equal("\"Li\"", model.Evaluate("Names", "{people: [{\"first name\": \"Li\", age: 20}, {\"first name\": \"Wu\", age: 3}]}").Value.ToString());
        Assert.Equal("feel.notAllowed", model.Evaluate("Names", "{people: [{\"first name\": \"Li\", age: 200}]}").Diagnostics[0].Code);
        Assert.Equal("feel.notOfType", model.Evaluate("Names", "{people: [{\"first name\": 7, age: 20}]}").Diagnostics[0].Code);
    }

    [Fact]
    public void Evaluate_DecisionService_AsFunction()
    {
        var model = Models.Sound("""
            <inputData id="i" name="a"/>
            <decision id="inner" name="inner"><informationRequirement><requiredInput href="#i"/></informationRequirement><literalExpression><text>a * 2</text></literalExpression></decision>
            <decision id="out" name="out"><informationRequirement><requiredDecision href="#inner"/></informationRequirement><literalExpression><text>inner + 1</text></literalExpression></decision>
            <decisionService id="s" name="service"><outputDecision href="#out"/><encapsulatedDecision href="#inner"/><inputData href="#i"/></decisionService>
            <decisionService id="s2" name="from inner"><outputDecision href="#out"/><inputDecision href="#inner"/></decisionService>
            <decision id="d" name="D"><knowledgeRequirement><requiredKnowledge href="#s"/></knowledgeRequirement><knowledgeRequirement><requiredKnowledge href="#s2"/></knowledgeRequirement>
              <literalExpression><text>[service(4), service(a: 5), from inner(100)]</text></literalExpression></decision>
            """);
        Assert.Equal("[9, 11, 101]", model.Evaluate("D", "{a: 1}").Value.ToString());
    }

    [Fact]
    public void Evaluate_ImportedModel_ByItsName()
    {
        var shared = Models.Sound($"""
            <definitions xmlns="{Models.Space}" name="shared" namespace="urn:shared">
              <itemDefinition name="Amount"><typeRef>number</typeRef></itemDefinition>
              <inputData id="x" name="x"/>
              <businessKnowledgeModel id="twice" name="twice"><encapsulatedLogic><formalParameter name="n"/><literalExpression><text>n * 2</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
              <decision id="plus" name="plus one"><informationRequirement><requiredInput href="#x"/></informationRequirement><literalExpression><text>x + 1</text></literalExpression></decision>
            </definitions>
            """);
        var model = Models.Sound("""
            <import namespace="urn:shared" name="lib" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
            <inputData id="a" name="a"><variable name="a" typeRef="lib.Amount"/></inputData>
            <decision id="d" name="D"><informationRequirement><requiredInput href="#a"/></informationRequirement>
              <informationRequirement><requiredDecision href="urn:shared#plus"/></informationRequirement>
              <knowledgeRequirement><requiredKnowledge href="urn:shared#twice"/></knowledgeRequirement>
              <literalExpression><text>lib.twice(a) + lib.plus one</text></literalExpression></decision>
            """, ("urn:shared", shared));
        Assert.Equal("14", model.Evaluate("D", "{a: 2, x: 9}").Value.ToString());
    }

    [Theory]
    [InlineData("http://www.omg.org/spec/DMN/20151101/dmn.xsd")]
    [InlineData("http://www.omg.org/spec/DMN/20180521/MODEL/")]
    [InlineData("https://www.omg.org/spec/DMN/20191111/MODEL/")]
    [InlineData("https://www.omg.org/spec/DMN/20211108/MODEL/")]
    [InlineData("https://www.omg.org/spec/DMN/20230324/MODEL/")]
    public void Read_EveryVersion_Evaluates(string space)
    {
        var model = Models.Sound($"""
            <d:definitions xmlns:d="{space}" xmlns:feel="{space}" name="m" namespace="urn:m"><d:inputData id="i" name="a"><d:variable name="a" typeRef="feel:number"/></d:inputData>
            <d:decision id="x" name="X"><d:informationRequirement><d:requiredInput href="#i"/></d:informationRequirement><d:literalExpression><d:text>a + 1</d:text></d:literalExpression></d:decision></d:definitions>
            """.Replace("<d:definitions", "<definitions", StringComparison.Ordinal).Replace("</d:definitions", "</definitions", StringComparison.Ordinal));
        Assert.Equal("3", model.Evaluate("X", "{a: 2}").Value.ToString());
    }

    [Fact]
    public void Evaluate_UnknownDecision_NotFound() =>
        Assert.Equal(ErrorKind.NotFound, Models.Read("").Evaluate("nothing", FeelContext.Empty).Error?.Kind);

    [Theory]
    [InlineData("", "decisions.notXml")]
    [InlineData("not xml", "decisions.notXml")]
    [InlineData("<html/>", "decisions.notDefinitions")]
    [InlineData("<!DOCTYPE d [<!ENTITY a \"aaaa\">]><definitions>&a;</definitions>", "decisions.notXml")]
    [InlineData("<!DOCTYPE d SYSTEM \"file:///etc/passwd\"><definitions/>", "decisions.notXml")]
    public void Read_Hostile_Error(string xml, string code) => Assert.Equal(code, DecisionModel.Read(Encoding.UTF8.GetBytes(xml)).Error?.Code);

    [Fact]
    public void Read_TooMany_Error() =>
        Assert.Equal("decisions.tooMany", DecisionModel.Read(Encoding.UTF8.GetBytes(Models.Xml(string.Concat(Enumerable.Repeat("<inputData/>", 5_001))))).Error?.Code);

    [Fact]
    public void Read_LongChain_ProblemNotCrash()
    {
        var chain = string.Concat(Enumerable.Range(1, 3_000).Select(i =>
            $"""<decision id="d{i}" name="d{i}"><informationRequirement><requiredDecision href="#d{i + 1}"/></informationRequirement><literalExpression><text>d{i + 1}</text></literalExpression></decision>"""));
        var model = Models.Read($"""{chain}<decision id="d3001" name="d3001"><literalExpression><text>1</text></literalExpression></decision>""");
        Assert.NotEmpty(model.Check());
        Assert.False(model.Evaluate("d1", FeelContext.Empty).IsSuccess);
        Assert.Equal("1", model.Evaluate("d3001", "{}").Value.ToString());
    }

    /// <summary>Models with parts removed, repeated or changed: nothing escapes.</summary>
    [Fact]
    public void Read_MutatedModels_NeverThrow()
    {
        var original = Models.Xml(Models.Table("hitPolicy=\"COLLECT\"", "a, b", "x(\"A\",\"B\" default \"A\") | y", "> 1; \"k\" => \"A\"; a # c", "[1..3]; not(\"z\") => \"B\"; 1"));
        var random = new Random(20261121);
        for (var round = 0; round < 2_000; round++)
        {
            var text = new StringBuilder(original);
            for (var count = random.Next(1, 4); count > 0; count--)
            {
                var at = random.Next(text.Length - 20);
                _ = random.Next(3) switch
                {
                    0 => text.Remove(at, random.Next(1, 20)),
                    1 => text.Insert(at, text.ToString(at, random.Next(1, 20))),
                    _ => text.Replace(text[at], "<>\"&;a1 ("[random.Next(9)], at, 1),
                };
            }

            DecisionModel.Read(Encoding.UTF8.GetBytes(text.ToString())).Bind(model => model.Evaluate("Result", Models.Inputs("{a: 2, b: \"k\"}")));
        }
    }

    [Fact]
    public void Read_TooLarge_Error() => Assert.Equal("decisions.tooLarge", DecisionModel.Read(new byte[(16 * 1024 * 1024) + 1]).Error?.Code);

    [Fact]
    public void Read_TooDeep_Error()
    {
        var xml = string.Concat(Enumerable.Repeat("<list>", 20_000)) + string.Concat(Enumerable.Repeat("</list>", 20_000));
        Assert.Equal("decisions.tooDeep", DecisionModel.Read(Encoding.UTF8.GetBytes(Models.Xml($"<decision name=\"d\">{xml}</decision>"))).Error?.Code);
    }
}
