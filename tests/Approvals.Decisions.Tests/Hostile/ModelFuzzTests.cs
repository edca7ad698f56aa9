using System.Collections.Immutable;
using System.Text;
using Approvals.Feel;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Decisions.Tests.Hostile;

/// <summary>Whatever a model holds: it is refused or read, every question is answered, and memory stays bounded.</summary>
public sealed class ModelFuzzTests
{
    private const long MostBytesAModel = 768L * 1024 * 1024;

    private static readonly string[] Texts =
    [
        "1 +", "d", "k(1)", "s(1)", "", "-", "?", "[1..3]", "\"a\"", "for i in 1..1000000 return i", "for i in d return for j in d return i", "k(k(k(n + 1)))",
        "{a: b, b: a}", "function(x) x(x)", "(function(x) x(x))(function(x) x(x))", "item", "partial", "\"a\" + \"b\"", "matches(\"aaaaaaaaaaaa\", \"(a+)+$\")", "b.c.d",
        "string join(for i in 1..9999 return \"xxxxxxxxxx\")", "1/0", "10 ** 999", "@\"2026-02-30\"", "not(-)", "true", "null", "((((((((1))))))))", "some x in d satisfies d",
    ];

    private static readonly string[] Words =
    [
        "decisionTable", "literalExpression", "context", "relation", "invocation", "functionDefinition", "filter", "for", "some", "conditional", "list", "decision", "inputData",
        "businessKnowledgeModel", "decisionService", "itemDefinition", "input", "output", "rule", "text", "import", "variable", "typeRef", "href", "name", "#d", "#k", "#e", "urn:test#d", "isCollection",
    ];

    private static readonly string Seed = Models.Xml("""
        <import name="" namespace="urn:none" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/><import name="b" namespace="urn:test" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
        <itemDefinition name="tA" isCollection="true"><typeRef>tB</typeRef><allowedValues><text>&gt; 0</text></allowedValues></itemDefinition>
        <itemDefinition name="tB"><itemComponent name="x"><typeRef>number</typeRef></itemComponent><itemComponent name="y"><typeRef>tA</typeRef></itemComponent></itemDefinition>
        <itemDefinition name="tF"><functionItem outputTypeRef="tA"><parameters name="n" typeRef="number"/></functionItem></itemDefinition>
        <inputData id="a" name="a"><variable name="a" typeRef="number"/></inputData>
        <decision id="d" name="d"><variable name="d" typeRef="Any"/><informationRequirement><requiredInput href="#a"/></informationRequirement><informationRequirement><requiredDecision href="#e"/></informationRequirement>
          <knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement><knowledgeRequirement><requiredKnowledge href="#s"/></knowledgeRequirement>
          <context><contextEntry><variable name="f"/><functionDefinition><formalParameter name="n"/><literalExpression><text>if n &lt; 1 then 1 else n * f(n - 1)</text></literalExpression></functionDefinition></contextEntry>
            <contextEntry><variable name="r"/><relation><column name="c"/><row><literalExpression><text>f(5)</text></literalExpression></row></relation></contextEntry>
            <contextEntry><variable name="i"/><for iteratorVariable="v"><in><list><literalExpression><text>1</text></literalExpression></list></in><return><literalExpression><text>v + 1</text></literalExpression></return></for></contextEntry>
            <contextEntry><variable name="g"/><filter><in><literalExpression><text>[1, 2]</text></literalExpression></in><match><literalExpression><text>item &gt; 1</text></literalExpression></match></filter></contextEntry>
            <contextEntry><invocation><literalExpression><text>k</text></literalExpression><binding><parameter name="n"/><literalExpression><text>a</text></literalExpression></binding></invocation></contextEntry></context></decision>
        <decision id="e" name="e"><informationRequirement><requiredInput href="#a"/></informationRequirement><decisionTable hitPolicy="PRIORITY"><input><inputExpression typeRef="number"><text>a</text></inputExpression></input>
          <output name="o"><outputValues><text>"x", "y"</text></outputValues></output><rule><inputEntry><text>&lt; 5</text></inputEntry><outputEntry><text>"x"</text></outputEntry></rule>
          <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>"y"</text></outputEntry></rule></decisionTable></decision>
        <businessKnowledgeModel id="k" name="k"><variable name="k" typeRef="tF"/><encapsulatedLogic><formalParameter name="n" typeRef="number"/><conditional><if><literalExpression><text>n &gt; 3</text></literalExpression></if>
          <then><literalExpression><text>n</text></literalExpression></then><else><literalExpression><text>k(n + 1)</text></literalExpression></else></conditional></encapsulatedLogic></businessKnowledgeModel>
        <decisionService id="s" name="s"><outputDecision href="#e"/><inputData href="#a"/></decisionService>
        """);

    [Fact]
    public void Read_MutatedModels_NoExceptionAndBoundedMemory() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20261121, 7), Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => Survives(Mutated(new Random(seed)))));

    [Theory]
    [InlineData("<list>", "</list>", 280)]
    [InlineData("<context><contextEntry>", "</contextEntry></context>", 140)]
    [InlineData("<list>", "</list>", 100_000)]
    public void Read_DeepNesting_RefusedOrNamed(string open, string close, int depth)
    {
        var xml = Models.Xml($"<decision id=\"d\" name=\"d\">{string.Concat(Enumerable.Repeat(open, depth))}{string.Concat(Enumerable.Repeat(close, depth))}</decision>");
        var read = DecisionModel.Read(Encoding.UTF8.GetBytes(xml));
        Assert.Contains("decisions.tooDeep", read.IsSuccess ? read.Value.Check().Select(problem => problem.Code) : [read.Error.Code]);
    }

    [Theory]
    [InlineData("<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><definitions name=\"&e;\"/>", "decisions.notXml")]
    [InlineData("<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><definitions name=\"&b;\"/>", "decisions.notXml")]
    [InlineData("<other/>", "decisions.notDefinitions")]
    [InlineData("", "decisions.notXml")]
    public void Read_HostileXml_Refused(string xml, string code) => Assert.Equal(code, DecisionModel.Read(Encoding.UTF8.GetBytes(xml)).Error?.Code);

    [Fact]
    public void Read_MoreThanSixteenMebibytes_Refused() =>
        Assert.Equal("decisions.tooLarge", DecisionModel.Read(Encoding.UTF8.GetBytes(Models.Xml($"<description>{new string('x', DecisionModel.MostBytes)}</description>"))).Error?.Code);

    [Fact]
    public void Read_EachDecisionRequiresAllBefore_Refused()
    {
        var decisions = Enumerable.Range(0, 400).Select(i => $"<decision id=\"d{i}\" name=\"d{i}\">{string.Concat(Enumerable.Range(0, i).Select(j => $"<informationRequirement><requiredDecision href=\"#d{j}\"/></informationRequirement>"))}</decision>");
        Assert.Equal("decisions.tooEntangled", DecisionModel.Read(Encoding.UTF8.GetBytes(Models.Xml(string.Concat(decisions)))).Error?.Code);
    }

    [Fact]
    public void Explain_InputOfAMillionItems_ToldInShortAndWithinTheBounds()
    {
        var model = Models.Read("""
            <decision id="d" name="d"><decisionTable hitPolicy="FIRST"><input><inputExpression typeRef="number"><text>for i in 1..900000 return i</text></inputExpression></input><output/>
              <rule><inputEntry><text>&lt; 5</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
              <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>2</text></outputEntry></rule></decisionTable></decision>
            """);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var why = model.Explain("d", FeelContext.Empty).Value.Rules[0].FailedCells.Single().Why;
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytesAModel / 6);
        Assert.InRange(why.En.Length, 100, 1000);
        Assert.Contains("3, 4, 5", why.Zh);
        Assert.All(model.Evaluate("d", FeelContext.Empty).Value.Diagnostics, diagnostic => Assert.InRange(diagnostic.Message.En.Length, 1, 1000));
    }

    private static void Survives(string xml)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = DecisionModel.Read(Encoding.UTF8.GetBytes(xml));
        if (read.IsSuccess)
        {
            var model = read.Value;
            Assert.All(model.Check(), problem => Assert.NotEmpty(problem.Message.Zh));
            var inputs = FeelContext.Of(("a", FeelValue.Of(3)), ("e", FeelValue.Of("x")));
            var answer = model.Ask(new DecisionQuery { Inputs = inputs });
            Assert.All(answer.Diagnostics, diagnostic => Assert.NotEmpty(diagnostic.Message.En));
            model.Ask(new DecisionQuery { Names = ["k", "s", "d"], Inputs = inputs, InputNamespaces = ImmutableDictionary<string, string>.Empty.Add("a", "urn:test") });
            foreach (var decision in model.Decisions)
            {
                model.Explain(decision.Id, inputs);
                model.Trace(decision.Id, inputs);
            }
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytesAModel);
    }

    private static string Mutated(Random random)
    {
        var xml = new StringBuilder(Seed);
        for (var i = random.Next(1, 8); i > 0; i--)
        {
            Mutate(xml, random);
        }

        return xml.ToString();
    }

    private static void Mutate(StringBuilder xml, Random random)
    {
        var text = xml.ToString();
        switch (random.Next(6))
        {
            case 0:
                xml[random.Next(xml.Length)] = (char)random.Next(32, 127);
                break;
            case 1:
                var from = text.IndexOf("<text>", random.Next(text.Length), StringComparison.Ordinal);
                var to = from < 0 ? -1 : text.IndexOf("</text>", from, StringComparison.Ordinal);
                xml.Remove(Math.Max(0, from), Math.Max(0, to - from)).Insert(Math.Max(0, from), to < 0 ? "" : "<text>" + System.Security.SecurityElement.Escape(Texts[random.Next(Texts.Length)]));
                break;
            case 2:
                xml.Replace(Words[random.Next(Words.Length)], Words[random.Next(Words.Length)]);
                break;
            case 3:
                var start = random.Next(text.Length);
                xml.Remove(start, Math.Min(random.Next(40), text.Length - start));
                break;
            case 4:
                Double(xml, text, Words[random.Next(20)], random);
                break;
            default:
                xml.Replace($"\"{(char)random.Next('a', 's')}\"", $"\"{(char)random.Next('a', 's')}\"");
                break;
        }
    }

    /// <summary>Puts an element a second time, inside or after itself.</summary>
    private static void Double(StringBuilder xml, string text, string name, Random random)
    {
        var from = text.IndexOf("<" + name, random.Next(text.Length), StringComparison.Ordinal);
        var to = from < 0 ? -1 : text.IndexOf("</" + name + ">", from, StringComparison.Ordinal);
        if (to > 0)
        {
            var end = to + name.Length + 3;
            xml.Insert(random.Next(2) == 0 ? end : to, text[from..end]);
        }
    }
}
