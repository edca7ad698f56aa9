using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

/// <summary>What the limits of steps sum to, beside the limit of the whole case.</summary>
public sealed class LimitLintTests
{
    private static readonly MessageCatalog Texts = MessageCatalog.Load(typeof(WorkflowEngine).Assembly);

    [Theory]
    [InlineData(3, 4, "first → left")]
    [InlineData(3, 3, null)]
    public void LimitsAlongTheLongestWay_AreSummed_BranchesAtOnceAsTheLonger(int first, int second, string? path)
    {
        var flow = Begun().Add("first", Reviewed("first", first))
            .Add("more", "Elsa.Parallel", ("activities", new System.Text.Json.Nodes.JsonArray(Reviewed("right", second - 1), Reviewed("left", second))))
            .Connect("apply>first", "first:Approved>more", "first:Rejected>no", "first:TimedOut>first", "more>yes");

        Assert.Equal(path, Summed(flow, new LintKnowledge { Statutory = Limit.WorkingDays(6) })?.Data["path"]);
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "recommend → accept → check")]
    public void WhatComesBeforeAcceptance_CountsOnlyWhereTheClockRunsFromReceipt(bool atAcceptance, string? path)
    {
        var flow = Begun().Add("recommend", Reviewed("recommend", 5)).Add("accept", "Accept", ("participants", Users("a")), ("limit", FlowBuilder.Limit(5))).Add("check", Reviewed("check", 5))
            .Connect("apply>recommend", "recommend:Approved>accept", "recommend:Rejected>no", "accept:Accepted>check", "accept:Declined>no", "check:Approved>yes", "check:Rejected>no");

        Assert.Equal(path, Summed(flow, new LintKnowledge { Statutory = Limit.WorkingDays(5), StartsAtAcceptance = atAcceptance })?.Data["path"]);
    }

    [Theory]
    [InlineData("counts", "", "first → panel → last")]
    [InlineData("stopped", "", null)]
    [InlineData("counts", "panel", null)]
    [InlineData("counts", "Approvals.Vote", null)]
    public void StepAtWhichTheClockStands_OrThatTheServiceExcludes_TakesNothing(string clock, string excluded, string? path)
    {
        var flow = Begun().Add("first", Reviewed("first", 5)).Add("panel", "Vote", ("panel", Users("x")), ("limit", FlowBuilder.Limit(15)), ("clock", Literal(clock))).Add("last", Reviewed("last", 5))
            .Connect("apply>first", "first:Approved>panel", "first:Rejected>no", "panel:Passed>last", "panel:Failed>no", "panel:NoQuorum>no", "last:Approved>yes", "last:Rejected>no");

        Assert.Equal(path, Summed(flow, new LintKnowledge { Statutory = Limit.WorkingDays(20), Excludes = [excluded] })?.Data["path"]);
    }

    [Fact]
    public void WhatThePartiesTake_AndWhatFollowsTheGrant_TakesNothing()
    {
        var flow = Begun().Add("hearing", "Defence", ("limit", FlowBuilder.Limit(10))).Add("more", "Fill", ("form", Literal("f")), ("limit", FlowBuilder.Limit(10))).Add("decide", Reviewed("decide", 10))
            .Add("grant", "Grant", ("kind", Literal("k"))).Add("card", Reviewed("card", 10))
            .Connect("apply>hearing", "hearing>more", "hearing:Silent>more", "more>decide", "more:TimedOut>no", "decide:Approved>grant", "decide:Rejected>no", "grant>card", "card:Approved>yes", "card:Rejected>yes");

        Assert.Null(Summed(flow, new LintKnowledge { Statutory = Limit.WorkingDays(10) }));
    }

    [Fact]
    public void SumBeyondThePromiseAlone_IsToldAsSuch_InBothLanguages()
    {
        var flow = Begun().Add("first", Reviewed("first", 5)).Add("last", Reviewed("last", 5)).Connect("apply>first", "first:Approved>last", "first:Rejected>no", "last:Approved>yes", "last:Rejected>no");

        var problem = Summed(flow, new LintKnowledge { Statutory = Limit.WorkingDays(20), Promised = Limit.WorkingDays(8) });

        Assert.Equal(("workflow.lint.limitsPromised", "10", "8", Severity.Warning), (problem!.Code, problem.Data["length"], problem.Data["whole"], problem.Severity));
        Assert.NotEqual(problem.Describe(Texts, "en"), problem.Describe(Texts, "zh-CN"));
        Assert.DoesNotContain("{", problem.Describe(Texts, "zh-CN") + problem.Describe(Texts, "en"), StringComparison.Ordinal);
    }

    private static Problem? Summed(FlowBuilder flow, LintKnowledge knowledge) =>
        WorkflowLint.Of(flow.Build(), knowledge).SingleOrDefault(p => p.Code.StartsWith("workflow.lint.limits", StringComparison.Ordinal));

    private static FlowBuilder Begun() => new FlowBuilder().Add("begin", "Elsa.Start").Add("apply", "Fill", ("form", Literal("f"))).End("yes", "granted").End("no", "refused").Connect("begin>apply");

    private static System.Text.Json.Nodes.JsonObject Reviewed(string id, int days) => Activity(id, "Review", ("participants", Users("a")), ("limit", FlowBuilder.Limit(days)));
}
