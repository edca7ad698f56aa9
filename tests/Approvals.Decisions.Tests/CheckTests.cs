using Approvals.Feel;

namespace Approvals.Decisions.Tests;

/// <summary>Problems of a model are named with their place.</summary>
public sealed class CheckTests
{
    [Fact]
    public void Check_BrokenCell_RuleAndColumn()
    {
        var model = Models.Read(Models.Table("hitPolicy=\"UNIQUE\"", "a, b", "x", "> 1; \"k\" => 10", "> ; - => 20", "-; - => 1 +"));
        var problems = model.Check();
        Assert.Equal([(2, "a"), (3, "x")], problems.Select(problem => (problem.Rule ?? 0, problem.Column ?? "")));
        Assert.Contains("Result, rule 2, column “a”", problems[0].Message.En, StringComparison.Ordinal);
        Assert.Contains("第 2 条规则", problems[0].Message.Zh, StringComparison.Ordinal);
        Assert.Equal("2", model.Evaluate("Result", FeelContext.Empty).Error?.Data["rule"]);
    }

    [Theory]
    [InlineData("- => y", "decisions.unknownName")]
    [InlineData("< limit => 1", "decisions.unknownName")]
    [InlineData("-; - => 1", "decisions.wrongCellCount")]
    public void Check_Table_Problem(string rule, string code) =>
        Assert.Contains(Models.Read(Models.Table("", "a", "x", rule)).Check(), problem => problem.Code == code && problem.Rule == 1);

    [Theory]
    [InlineData("<decision name=\"d\"><literalExpression><text>1 +</text></literalExpression></decision>", "feel.expectedExpression")]
    [InlineData("<decision name=\"d\"><literalExpression><text>y</text></literalExpression></decision>", "decisions.unknownName")]
    [InlineData("<decision name=\"d\"/>", "decisions.noExpression")]
    [InlineData("<decision name=\"d\"><informationRequirement><requiredInput href=\"#nothing\"/></informationRequirement><literalExpression><text>1</text></literalExpression></decision>", "decisions.unknownReference")]
    [InlineData("<decision name=\"d\"><variable name=\"d\" typeRef=\"Nothing\"/><literalExpression><text>1</text></literalExpression></decision>", "decisions.unknownType")]
    [InlineData("<import namespace=\"urn:x\" name=\"x\" importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>", "decisions.unknownImport")]
    [InlineData("<decision name=\"d\"><literalExpression expressionLanguage=\"javascript\"><text>1</text></literalExpression></decision>", "decisions.otherLanguage")]
    [InlineData("<businessKnowledgeModel name=\"k\"><encapsulatedLogic kind=\"Java\"><literalExpression><text>1</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>", "decisions.externalFunction")]
    [InlineData("<decision name=\"d\"><decisionTable hitPolicy=\"PRIORITY\"><output name=\"o\"/></decisionTable></decision>", "decisions.noPriorities")]
    [InlineData("<decision name=\"d\"><decisionTable hitPolicy=\"SOMETIMES\"><output name=\"o\"/></decisionTable></decision>", "decisions.unknownHitPolicy")]
    [InlineData("<decision name=\"d\"><decisionTable hitPolicy=\"UNIQUE\"></decisionTable></decision>", "decisions.noOutput")]
    [InlineData("<itemDefinition name=\"T\"><typeRef>string</typeRef><allowedValues><text>&gt;</text></allowedValues></itemDefinition>", "feel.expectedExpression")]
    public void Check_Model_Problem(string content, string code)
    {
        var problems = Models.Read(content).Check();
        Assert.Contains(problems, problem => problem.Code == code);
        Assert.All(problems, problem => Assert.DoesNotContain("{", problem.Message.En, StringComparison.Ordinal));
    }

    [Fact]
    public void Check_Cycle_NamedAndEvaluationEnds()
    {
        var model = Models.Read("""
            <decision id="a" name="a"><informationRequirement><requiredDecision href="#b"/></informationRequirement><literalExpression><text>b</text></literalExpression></decision>
            <decision id="b" name="b"><informationRequirement><requiredDecision href="#a"/></informationRequirement><literalExpression><text>a</text></literalExpression></decision>
            """);
        Assert.Contains(model.Check(), problem => problem.Code == "decisions.cycle");
        Assert.False(model.Evaluate("a", FeelContext.Empty).IsSuccess);
    }

    [Fact]
    public void Evaluate_KnowledgeThatCallsItself_EndsInDiagnostic()
    {
        var model = Models.Sound("""
            <businessKnowledgeModel id="k" name="k"><encapsulatedLogic><formalParameter name="n"/><literalExpression><text>k(n + 1)</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
            <decision id="d" name="d"><knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement><literalExpression><text>k(1)</text></literalExpression></decision>
            """);
        Assert.Equal("feel.tooDeep", model.Evaluate("d", "{}").Diagnostics[0].Code);
    }

    [Fact]
    public void Explain_Table_WhyEachRuleFailed()
    {
        var model = Models.Sound(Models.Table("hitPolicy=\"FIRST\"", "age, level", "x", "<= 55; \"A\",\"B\" => 1 # 第一条", "-; \"C\" => 2 # 第二条"));
        var rules = model.Explain("Result", Models.Inputs("{age: 61, level: \"C\"}")).Value.Rules;
        Assert.False(rules[0].Matched);
        Assert.True(rules[1].Matched);
        Assert.Equal("第一条", rules[0].Annotations["clause"]);
        Assert.Equal(["age", "level"], rules[0].FailedCells.Select(cell => cell.Input.En));
        Assert.Equal("age is 61; wanted: at most 55.", rules[0].FailedCells[0].Why.En);
        Assert.Equal("level为“C”，要求：“A”或“B”。", rules[0].FailedCells[1].Why.Zh);
        Assert.Equal("decisions.notTable", Models.Sound("<decision name=\"d\"><literalExpression><text>1</text></literalExpression></decision>").Explain("d", FeelContext.Empty).Error?.Code);
    }

    [Fact]
    public void Evaluate_NullInput_NoMatchSaysWhichCell()
    {
        var result = Models.Sound(Models.Table("", "age", "x", "<= 55 => 1", "> 55 => 2")).Evaluate("Result", "{}");
        Assert.True(result.Value.IsNull);
        Assert.Equal(("feel.inputNull", "Result", "1", "age"), (result.Diagnostics[0].Code, result.Diagnostics[0].Data["decision"], result.Diagnostics[0].Data["rule"], result.Diagnostics[0].Data["column"]));
    }

    [Fact]
    public void Evaluate_Matched_ForgetsWhatOtherCellsCouldNotAsk()
    {
        var result = Models.Sound(Models.Table("", "age, level", "x", "<= 55; - => 1", "-; \"A\" => 2")).Evaluate("Result", "{level: \"A\"}");
        Assert.Equal("2", result.Value.ToString());
        Assert.Empty(result.Diagnostics);
    }

    [Fact]
    public void Trace_GraphOfTables_EachDecisionWithItsRules()
    {
        var model = Models.Sound("""
            <inputData id="a" name="age"/>
            <decision id="g" name="group"><informationRequirement><requiredInput href="#a"/></informationRequirement><decisionTable typeRef="string"><input><inputExpression><text>age</text></inputExpression></input><output/>
              <rule><inputEntry><text>&lt; 18</text></inputEntry><outputEntry><text>"young"</text></outputEntry></rule><rule><inputEntry><text>&gt;= 18</text></inputEntry><outputEntry><text>"grown"</text></outputEntry></rule></decisionTable></decision>
            <decision id="f" name="factor"><informationRequirement><requiredDecision href="#g"/></informationRequirement><literalExpression><text>if group = "grown" then 2 else 1</text></literalExpression></decision>
            <decision id="p" name="price"><informationRequirement><requiredDecision href="#g"/></informationRequirement><informationRequirement><requiredDecision href="#f"/></informationRequirement>
              <decisionTable><input><inputExpression><text>group</text></inputExpression></input><output/><rule><inputEntry><text>"young"</text></inputEntry><outputEntry><text>5 * factor</text></outputEntry></rule>
              <rule><inputEntry><text>"grown"</text></inputEntry><outputEntry><text>9 * factor</text></outputEntry></rule></decisionTable></decision>
            """);
        var steps = model.Trace("price", Models.Inputs("{age: 20}")).Value;
        Assert.Equal(["group \"grown\" 2", "factor 2 ", "price 18 2"], steps.Select(step => $"{step.Decision} {step.Value} {step.Explanation?.Rules.Single(rule => rule.Matched).Number}"));
        Assert.Equal("age为20，要求：小于 18。", steps.Single(step => step.Decision == "group").Explanation!.Rules[0].FailedCells[0].Why.Zh);
    }
}
