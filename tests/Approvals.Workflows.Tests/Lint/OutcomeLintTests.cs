using Approvals.Feel;
using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

/// <summary>Connections from outcomes that a step's settings no longer produce.</summary>
public sealed class OutcomeLintTests
{
    private static readonly MessageCatalog Texts = MessageCatalog.Load(typeof(WorkflowEngine).Assembly, typeof(FeelExpression).Assembly);

    private static readonly LintKnowledge Knowledge = new()
    {
        Answers = (decision, output) => decision == "grading" && output == "result" ? [FeelValue.Of("pass"), FeelValue.Of("fail"), FeelValue.Null] : null,
    };

    [Theory]
    [InlineData("grading", "decide:pass>yes decide:fail>no decide:NoMatch>no", "")]
    [InlineData("grading", "decide:pass>yes decide:Done>no decide:NoMatch>no", "")]
    [InlineData("grading", "decide:pass>yes decide:fail>no decide:Done>no", "Done")]
    [InlineData("grading", "decide:pass>yes decide:special>no decide:Done>no", "special")]
    [InlineData("another", "decide:pass>yes decide:special>no decide:Done>no", "")]
    public void Decision_LeavesByTheAnswersOfItsTable(string decision, string ways, string lost) => Assert.Equal(lost, Lost(
        Before().Add("decide", "Decide", ("decision", Literal(decision)), ("result", Literal("result"))).Connect(["apply>decide", .. ways.Split(' ')])));

    [Fact]
    public void Decision_WhoseAnswerIsOneOfSeveralUnknownOutputs_IsLeftAlone() => Assert.Equal("", Lost(
        Before().Add("decide", "Decide", ("decision", Literal("grading"))).Connect("apply>decide", "decide:pass>yes", "decide:other>no")));

    [Fact]
    public void TimeOut_OfAStepWithoutALimit_IsTold()
    {
        Assert.Equal("TimedOut", Lost(Before().Connect("apply>yes", "apply:TimedOut>no")));
        Assert.Equal("", Lost(Before().Add("again", "Fill", ("form", Literal("f")), ("limit", Limit(5))).Connect("apply>again", "again>yes", "again:TimedOut>no")));
    }

    [Theory]
    [InlineData("remind", "TimedOut")]
    [InlineData("outcome", "")]
    public void TimeOut_OfAReview_LeadsOnOnlyWhereItIsSaid(string act, string lost) => Assert.Equal(lost, Lost(
        Before().Add("look", "Review", ("participants", Users("a")), ("limit", Limit(5)), ("onTimeout", Json($$"""{ "act": "{{act}}" }""")))
            .Connect("apply>look", "look:Approved>yes", "look:Rejected>no", "look:TimedOut>no")));

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "refused")]
    public void ResultOfAnotherCase_LeadsOnOnlyWhereItIsWaitedFor(bool wait, string lost) => Assert.Equal(lost, Lost(
        Before().Add("other", "StartCase", ("service", Literal("s")), ("wait", Literal(wait))).Connect("apply>other", "other>yes", "other:refused>no")));

    [Fact]
    public void LostOutcome_IsToldInBothLanguages()
    {
        var problem = Assert.Single(WorkflowLint.Of(Before().Connect("apply>yes", "apply:TimedOut>no").Build(), Knowledge), p => p.Code == "workflow.lint.lostOutcome");

        Assert.Equal(("apply", Severity.Warning, "Done"), (problem.Activity, problem.Severity, problem.Data["offered"]));
        Assert.Contains("TimedOut", problem.Describe(Texts, "en"), StringComparison.Ordinal);
        Assert.DoesNotContain("{", problem.Describe(Texts, "zh-CN"), StringComparison.Ordinal);
    }

    private static string Lost(FlowBuilder flow) =>
        string.Join(' ', WorkflowLint.Of(flow.Build(), Knowledge).Where(p => p.Code == "workflow.lint.lostOutcome").Select(p => p.Data["port"]));

    private static FlowBuilder Before() => new FlowBuilder().Add("begin", "Elsa.Start").Add("apply", "Fill", ("form", Literal("f"))).End("yes", "granted").End("no", "refused").Connect("begin>apply");
}
