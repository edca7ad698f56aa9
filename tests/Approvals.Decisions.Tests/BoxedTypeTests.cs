namespace Approvals.Decisions.Tests;

/// <summary>Types that boxed expressions, functions and services declare, and conditions that are no booleans.</summary>
public sealed class BoxedTypeTests
{
    [Theory]
    [InlineData("<conditional><if>«\"x\"»</if><then>«1»</then><else>«2»</else></conditional>", "null")]
    [InlineData("<conditional><if>«null»</if><then>«1»</then><else>«2»</else></conditional>", "2")]
    [InlineData("<filter><in>«[1, 2]»</in><match>«\"x\"»</match></filter>", "null")]
    [InlineData("<filter><in>«[{k: 1}, {}]»</in><match>«item.k = 1»</match></filter>", "[{k: 1}]")]
    [InlineData("<some iteratorVariable=\"n\"><in>«[1, 2]»</in><satisfies>«if n = 2 then true else \"x\"»</satisfies></some>", "null")]
    [InlineData("<every iteratorVariable=\"n\"><in>«[1, 2]»</in><satisfies>«if n = 1 then true else \"x\"»</satisfies></every>", "null")]
    [InlineData("<every iteratorVariable=\"n\"><in>«[]»</in><satisfies>«\"x\"»</satisfies></every>", "true")]
    [InlineData("<list typeRef=\"number\">«5»</list>", "5")]
    [InlineData("<list typeRef=\"string\">«5»</list>", "null")]
    [InlineData("<conditional typeRef=\"tNumbers\"><if>«true»</if><then>«1»</then><else>«2»</else></conditional>", "[1]")]
    [InlineData("<context typeRef=\"string\"><contextEntry>«[\"a\"]»</contextEntry></context>", "\"a\"")]
    public void Evaluate_BoxedExpression_OfItsType(string boxed, string expected)
    {
        var model = Models.Sound($"<itemDefinition name=\"tNumbers\" isCollection=\"true\"><typeRef>number</typeRef></itemDefinition><decision id=\"d\" name=\"d\">{Boxed(boxed)}</decision>");
        Assert.Equal(expected, model.Evaluate("d", "{}").Value.ToString());
    }

    [Theory]
    [InlineData("k(1)", "[1]")]
    [InlineData("k(\"a\")", "[0]")]
    [InlineData("count(k(null))", "1")]
    [InlineData("s(\"a\")", "\"a\"")]
    [InlineData("s([\"a\"])", "\"a\"")]
    [InlineData("s(1)", "null")]
    [InlineData("s()", "null")]
    [InlineData("s(other: \"a\")", "null")]
    public void Evaluate_CallWithOtherType_NullToKnowledgeAndNoCallOfService(string call, string expected)
    {
        var model = Models.Sound($"""
            <itemDefinition name="tNumbers" isCollection="true"><typeRef>number</typeRef></itemDefinition>
            <itemDefinition name="tToNumbers"><functionItem outputTypeRef="tNumbers"><parameters name="x" typeRef="number"/></functionItem></itemDefinition>
            <inputData id="i" name="word"><variable name="word" typeRef="string"/></inputData>
            <decision id="w" name="said"><informationRequirement><requiredInput href="#i"/></informationRequirement><literalExpression><text>if word = null then "none" else word</text></literalExpression></decision>
            <decisionService id="s" name="s"><outputDecision href="#w"/><inputData href="#i"/></decisionService>
            <businessKnowledgeModel id="k" name="k"><variable name="k" typeRef="tToNumbers"/><encapsulatedLogic><formalParameter name="x" typeRef="number"/>
              <literalExpression><text>if x = null then 0 else x</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
            <decision id="d" name="d"><knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement><knowledgeRequirement><requiredKnowledge href="#s"/></knowledgeRequirement>
              <literalExpression><text>{System.Security.SecurityElement.Escape(call)}</text></literalExpression></decision>
            """);
        Assert.Equal(expected, model.Evaluate("d", "{}").Value.ToString());
    }

    [Fact]
    public void Evaluate_ParameterNamedLikeAPath_FoundBeforeTheMember()
    {
        var model = Models.Sound("""
            <businessKnowledgeModel id="k" name="k"><encapsulatedLogic><formalParameter name="person.name" typeRef="string"/>
              <decisionTable><input><inputExpression><text>person.name</text></inputExpression></input><output/>
                <rule><inputEntry><text>"A"</text></inputEntry><outputEntry><text>person.name + "!"</text></outputEntry></rule></decisionTable></encapsulatedLogic></businessKnowledgeModel>
            <decision id="d" name="d"><knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>
              <invocation><literalExpression><text>k</text></literalExpression><binding><parameter name="person.name"/><literalExpression><text>"A"</text></literalExpression></binding></invocation></decision>
            """);
        Assert.Equal("\"A!\"", model.Evaluate("d", "{}").Value.ToString());
    }

    /// <summary>Writes a literal expression between the quotes.</summary>
    private static string Boxed(string text) => text.Replace("«", "<literalExpression><text>", StringComparison.Ordinal).Replace("»", "</text></literalExpression>", StringComparison.Ordinal);
}
