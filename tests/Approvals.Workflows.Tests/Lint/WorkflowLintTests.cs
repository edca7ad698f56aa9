using Approvals.Feel;
using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

/// <summary>What lint tells a policy editor, each with activity, place and a text in both languages.</summary>
public sealed class WorkflowLintTests
{
    private static readonly MessageCatalog Texts = MessageCatalog.Load(typeof(WorkflowEngine).Assembly, typeof(FeelExpression).Assembly);

    private static readonly LintKnowledge Knowledge = new()
    {
        Statutory = Approvals.Workflows.Limit.WorkingDays(20),
        Fields = System.Collections.Immutable.ImmutableDictionary<string, FeelType>.Empty.Add("form.f.amount", FeelType.Number).Add("form.f.name", FeelType.String),
        Staffing = [new StaffedRole("Reviewer", "city", null, 2), new StaffedRole("Approver", null, null, 1), new StaffedRole("Lead", "city", null, 0)],
    };

    [Fact]
    public void SoundFlow_HasNothingToTell() => Assert.Empty(WorkflowLint.Of(Sound().Build(), Knowledge));

    [Theory]
    [InlineData("deadEnd", "stop", Severity.Error)]
    [InlineData("joinNever", "join", Severity.Error)]
    [InlineData("joinOutcomes", "join", Severity.Error)]
    [InlineData("joinLeft", "join", Severity.Warning)]
    [InlineData("modes", "join", Severity.Warning)]
    [InlineData("round", "again", Severity.Warning)]
    [InlineData("endlessRound", "again", Severity.Error)]
    [InlineData("alwaysTrue", "choice", Severity.Warning)]
    [InlineData("alwaysFalse", "choice", Severity.Warning)]
    [InlineData("caseTaken", "switch", Severity.Warning)]
    [InlineData("unknownName", "choice", Severity.Error)]
    [InlineData("unknownMember", "choice", Severity.Warning)]
    [InlineData("type", "choice", Severity.Error)]
    [InlineData("nobody", "other", Severity.Error)]
    [InlineData("onePerson", "other", Severity.Warning)]
    [InlineData("limit", "other", Severity.Error)]
    public void EachMistake_IsToldAtItsActivity(string mistake, string activity, Severity severity)
    {
        var problem = Assert.Single(WorkflowLint.Of(With(mistake).Build(), Knowledge), p => p.Code == $"workflow.lint.{mistake}");

        Assert.Equal((activity, severity), (problem.Activity, problem.Severity));
        Assert.StartsWith("root", problem.Place, StringComparison.Ordinal);
        Assert.DoesNotContain("{", problem.Describe(Texts, "en"), StringComparison.Ordinal);
        Assert.NotEqual(problem.Describe(Texts, "en"), problem.Describe(Texts, "zh-CN"));
    }

    [Theory]
    [InlineData("Converge", false)]
    [InlineData("WaitAll", false)]
    [InlineData("WaitAll", true)]
    public void JoinOfTwoOutcomesOfOneStep_IsToldByBoth_BeyondTheBoundToo(string mode, bool beyond)
    {
        var problem = Assert.Single(WorkflowLint.Of(TwoOutcomes(mode).Build(), Knowledge with { Bound = beyond ? 1 : PathRules.Bound }), p => p.Code.StartsWith("workflow.lint.join", StringComparison.Ordinal));

        Assert.Equal(("workflow.lint.joinOutcomes", "other", "Approved, Rejected"), (problem.Code, problem.Data["from"], problem.Data["outcomes"]));
    }

    [Theory]
    [InlineData("Stream")]
    [InlineData("Race")]
    public void JoinOfTwoOutcomes_ThatDoesNotWaitForBoth_IsLeftAlone(string mode) =>
        Assert.DoesNotContain(WorkflowLint.Of(TwoOutcomes(mode).Build(), Knowledge), p => p.Code.StartsWith("workflow.lint.join", StringComparison.Ordinal));

    [Fact]
    public void JoinOfTwoBranchesOfAFork_IsLeftAlone()
    {
        var fork = Before().Add("fork", "Elsa.FlowFork", ("branches", Json("""["a", "b"]"""))).Merge("join", "Converge").Connect("apply>fork", "fork:a>join", "fork:b>join", "join>yes");

        Assert.DoesNotContain(WorkflowLint.Of(fork.Build(), Knowledge), p => p.Code.StartsWith("workflow.lint.join", StringComparison.Ordinal));
    }

    [Fact]
    public void JoinOfTwoOutcomes_ThatARoundBringsTogether_IsLeftAlone()
    {
        var round = Before().Add("other", "Review", ("participants", Users("a"))).Add("rest", "WaitWorkingDays", ("days", Literal(1))).Merge("join", "Converge")
            .Connect("apply>other", "other:Approved>join", "other:Approved>rest", "rest>other", "other:Rejected>join", "join>yes");

        Assert.DoesNotContain(WorkflowLint.Of(round.Build(), Knowledge), p => p.Code is "workflow.lint.joinOutcomes" or "workflow.lint.joinNever");
    }

    private static FlowBuilder TwoOutcomes(string mode)
    {
        var flow = Before().Add("other", "Review", ("participants", Users("a"))).Connect("apply>other", "other:Approved>join", "other:Rejected>join", "join>yes");
        return mode == "WaitAll" ? flow.Add("join", "Elsa.FlowJoin", ("mode", Literal(mode))) : flow.Merge("join", mode);
    }

    [Theory]
    [InlineData("form.f.amount > 3 and form.f.name = \"x\"")]
    [InlineData("form.f.other > \"x\"")]
    [InlineData("if form.f.amount > 1 then true else form.f.name = \"a\"")]
    [InlineData("string length(form.f.name) > form.f.amount")]
    public void ExpressionThatFitsItsTypes_OrOfUnknownType_IsLeftAlone(string expression) =>
        Assert.DoesNotContain(WorkflowLint.Of(Deciding(expression).Build(), Knowledge), p => p.Code == "workflow.lint.type");

    [Fact]
    public void ThousandParallelBranchesAndAChainOfThousands_AreLintedWithinTheBound()
    {
        var wide = Before().Merge("join", "Merge").Connect("join>yes");
        var chain = Before().Connect("apply>c0");
        for (var i = 0; i < 1_000; i++)
        {
            wide.Add($"w{i}", "Fill", ("form", Literal("f"))).Connect($"apply>w{i}", $"w{i}>join");
            chain.Add($"c{i}", "Elsa.FlowNode").Connect(i == 999 ? "c999>yes" : $"c{i}>c{i + 1}");
        }

        Assert.Contains(WorkflowLint.Of(wide.Build(), Knowledge with { Bound = 500 }), p => p.Code == "workflow.lint.bound");
        Assert.DoesNotContain(WorkflowLint.Of(chain.Build(), Knowledge), p => p.Code == "workflow.lint.round");
    }

    [Fact]
    public void BeyondTheBound_IsTold() =>
        Assert.Contains(WorkflowLint.Of(Sound().Build(), Knowledge with { Bound = 1 }), p => p.Code == "workflow.lint.bound");

    private static FlowBuilder Sound() => new FlowBuilder().Add("begin", "Elsa.Start").Add("apply", "Fill", ("form", Literal("f")))
        .Add("review", "Review", ("participants", Json("""[{ "kind": "role", "role": "Reviewer", "level": "city" }]""")), ("limit", Limit(5)))
        .End("yes", "granted").End("no", "refused").Connect("begin>apply", "apply>review", "review:Rejected>no", "review:Approved>yes");

    private static FlowBuilder Before() => new FlowBuilder().Add("begin", "Elsa.Start").Add("apply", "Fill", ("form", Literal("f"))).End("yes", "granted").End("no", "refused").Connect("begin>apply");

    private static FlowBuilder Deciding(string condition) => Before().Add("choice", "Elsa.FlowDecision", ("condition", Formula(condition)))
        .Connect("apply>choice", "choice:True>yes", "choice:False>no");

    private static FlowBuilder Reviewing(string role, int limit) => Before()
        .Add("other", "Review", ("participants", Json($$"""[{ "kind": "role", "role": "{{role}}", "level": "city" }]""")), ("limit", Limit(limit)))
        .Connect("apply>other", "other:Approved>yes", "other:Rejected>no");

    private static FlowBuilder With(string mistake) => mistake switch
    {
        "deadEnd" => Before().Add("stop", "Elsa.FlowNode").Connect("apply>stop", "apply:TimedOut>no"),
        "joinNever" => Before().Add("choice", "Elsa.FlowDecision", ("condition", Formula("form.f.amount > 1"))).Merge("join", "Merge")
            .Add("left", "Elsa.FlowNode").Add("right", "Elsa.FlowNode").Connect("apply>choice", "choice:True>left", "choice:False>right", "left>join", "right>join", "join>yes"),
        "joinOutcomes" => TwoOutcomes("Merge"),
        "joinLeft" => Before().Add("left", "Fill", ("form", Literal("f"))).Add("choice", "Elsa.FlowDecision", ("condition", Formula("form.f.amount > 1"))).Add("aside", "Elsa.FlowNode").Merge("join", "Converge")
            .Connect("apply>left", "apply>choice", "left>join", "choice:True>join", "choice:False>aside", "join>yes", "aside>aside2").Add("aside2", "Elsa.FlowNode"),
        "modes" => Before().Add("left", "Fill", ("form", Literal("f"))).Add("right", "Fill", ("form", Literal("f"))).Add("join", "Elsa.FlowNode")
            .Connect("apply>left", "apply>right", "left>join", "right>join", "join>yes"),
        "round" => Before().Add("again", "Elsa.FlowNode").Add("choice", "Elsa.FlowDecision", ("condition", Formula("form.f.amount > 1"))).Connect("apply>again", "again>choice", "choice:True>again", "choice:False>yes"),
        "endlessRound" => Before().Add("again", "Elsa.FlowNode").Add("more", "Elsa.FlowNode").Connect("apply>again", "again>more", "more>again"),
        "alwaysTrue" => Deciding("1 = 1"),
        "alwaysFalse" => Deciding("never").Variable("never", false),
        "caseTaken" => Before().Add("switch", "Elsa.FlowSwitch", ("cases", Json("""[{ "label": "a", "condition": "form.f.amount > 1" }, { "label": "b", "condition": "form.f.amount > 1" }]""")))
            .Connect("apply>switch", "switch:a>yes", "switch:b>no", "switch:Default>no"),
        "unknownName" => Deciding("amuont > 3"),
        "unknownMember" => Deciding("case.nmuber = \"x\""),
        "type" => Deciding("form.f.amount > form.f.name"),
        "nobody" => Reviewing("Lead", 5),
        "onePerson" => Reviewing("Approver", 5),
        _ => Reviewing("Reviewer", 25),
    };
}
