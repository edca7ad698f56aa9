namespace Approvals.Decisions.Tests;

/// <summary>DMN 1.5, 7.3.3 and 10.3.2.9: a declared type holds wherever a value meets it, with the values that it allows.</summary>
public sealed class DeclaredTypeTests
{
    private const string Types = """
        <itemDefinition name="tColour"><typeRef>string</typeRef><allowedValues><text>"red", "blue"</text></allowedValues></itemDefinition>
        <itemDefinition name="tPaint"><typeRef>tColour</typeRef></itemDefinition>
        <itemDefinition name="tShade"><typeRef>tPaint</typeRef><allowedValues><text>"dark", "light"</text></allowedValues></itemDefinition>
        <itemDefinition name="tColours" isCollection="true"><typeRef>tColour</typeRef></itemDefinition>
        <itemDefinition name="tToColour"><functionItem outputTypeRef="tColour"><parameters name="x"/></functionItem></itemDefinition>
        <itemDefinition name="tOfColour"><functionItem><parameters name="x" typeRef="tColour"/></functionItem></itemDefinition>
        <itemDefinition name="tService"><functionItem><parameters name="given" typeRef="tColour"/></functionItem></itemDefinition>
        <inputData id="i" name="word"/>
        """;

    [Theory]
    [InlineData("tPaint", "\"red\"", "\"red\"")]
    [InlineData("tPaint", "\"dark\"", "null")]
    [InlineData("tShade", "\"dark\"", "\"dark\"")]
    [InlineData("tShade", "\"red\"", "null")]
    public void Evaluate_TypeOfAType_ItsOwnAllowedValuesOrElseThoseItRefersTo(string type, string text, string expected) =>
        Assert.Equal(expected, Value($"<variable name=\"d\" typeRef=\"{type}\"/>", Literal(text), "{}"));

    [Theory]
    [InlineData("(function(x: tColour) x)(word)")]
    [InlineData("(function(x: tPaint) x)(word)")]
    [InlineData("(function(x: tColours) x)([word])[1]")]
    public void Evaluate_ParameterOfLiteralFunction_AllowedValuesOnly(string text)
    {
        Assert.Equal("\"red\"", Value("", Literal(text), "{word: \"red\"}"));
        Assert.Equal("null", Value("", Literal(text), "{word: \"green\"}"));
        Assert.Equal("null", Value("", Literal(text), "{word: 1}"));
    }

    [Theory]
    [InlineData("tToColour", "function(x) x")]
    [InlineData("tToColour", "function(y: tColour) y")]
    [InlineData("tOfColour", "function(x) x")]
    public void Evaluate_FunctionOfFunctionType_ArgumentsAndValueOfItsTypes(string type, string function)
    {
        var boxed = $"<context><contextEntry><variable name=\"f\" typeRef=\"{type}\"/>{Literal(function)}</contextEntry><contextEntry>{Literal("f(word)")}</contextEntry></context>";
        Assert.Equal("\"red\"", Value("", boxed, "{word: \"red\"}"));
        Assert.Equal("null", Value("", boxed, "{word: \"green\"}"));
    }

    [Fact]
    public void Evaluate_FunctionWithOtherParametersThanItsType_Null() =>
        Assert.Equal("null", Value("<variable name=\"d\" typeRef=\"tToColour\"/>", Literal("function(x, y) x"), "{}"));

    [Theory]
    [InlineData("<context><contextEntry><variable name=\"f\"/><functionDefinition typeRef=\"tToColour\"><formalParameter name=\"x\"/>«x»</functionDefinition></contextEntry><contextEntry>«f(word)»</contextEntry></context>")]
    [InlineData("<invocation>«function(x) x»<binding><parameter name=\"x\" typeRef=\"tColour\"/>«word»</binding></invocation>")]
    [InlineData("<decisionTable><output/><rule><outputEntry typeRef=\"tColour\"><text>word</text></outputEntry></rule></decisionTable>")]
    public void Evaluate_TypeWithinBoxedExpression_Holds(string boxed)
    {
        Assert.Equal("\"red\"", Value("", Boxed(boxed), "{word: \"red\"}"));
        Assert.Equal("null", Value("", Boxed(boxed), "{word: \"green\"}"));
    }

    [Fact]
    public void Evaluate_KnowledgeWhoseLogicDeclaresItsType_ValueOfTheResult()
    {
        var model = Models.Sound($"""
            {Types}<businessKnowledgeModel id="k" name="k"><encapsulatedLogic typeRef="tToColour"><formalParameter name="x"/>{Literal("x")}</encapsulatedLogic></businessKnowledgeModel>
            <decision id="d" name="d"><informationRequirement><requiredInput href="#i"/></informationRequirement><knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>{Literal("k(word)")}</decision>
            """);
        Assert.Equal("\"red\"", model.Evaluate("d", "{word: \"red\"}").Value.ToString());
        Assert.Equal("null", model.Evaluate("d", "{word: \"green\"}").Value.ToString());
    }

    [Fact]
    public void Answer_ServiceWhoseTypeDeclaresItsParameter_NullWhereNotAllowed()
    {
        var model = Models.Sound($"""
            {Types}<decision id="g" name="given">{Literal("\"never\"")}</decision>
            <decision id="o" name="echo"><informationRequirement><requiredDecision href="#g"/></informationRequirement>{Literal("given")}</decision>
            <decisionService id="s" name="s"><variable name="s" typeRef="tService"/><outputDecision href="#o"/><inputDecision href="#g"/></decisionService>
            <decision id="d" name="d"><informationRequirement><requiredInput href="#i"/></informationRequirement><knowledgeRequirement><requiredKnowledge href="#s"/></knowledgeRequirement>{Literal("s(word)")}</decision>
            """);
        Assert.Equal("\"red\"", model.Evaluate("d", "{word: \"red\"}").Value.ToString());
        Assert.Equal("null", model.Evaluate("d", "{word: \"green\"}").Value.ToString());
        Assert.Equal("\"red\"", Served(model, "{given: \"red\"}"));
        Assert.Equal("null", Served(model, "{given: \"green\"}"));
    }

    private static string Served(DecisionModel model, string inputs) => model.Ask(new DecisionQuery
    {
        Names = ["s"],
        Kind = InvocableKind.DecisionService,
        Inputs = Models.Inputs(inputs),
    }).Results["s"].ToString();

    private static string Value(string variable, string logic, string inputs) => Models
        .Sound($"{Types}<decision id=\"d\" name=\"d\">{variable}<informationRequirement><requiredInput href=\"#i\"/></informationRequirement>{logic}</decision>")
        .Evaluate("d", inputs).Value.ToString();

    private static string Literal(string text) => $"<literalExpression><text>{System.Security.SecurityElement.Escape(text)}</text></literalExpression>";

    /// <summary>Writes a literal expression between the quotes.</summary>
    private static string Boxed(string text) => text.Replace("«", "<literalExpression><text>", StringComparison.Ordinal).Replace("»", "</text></literalExpression>", StringComparison.Ordinal);
}
