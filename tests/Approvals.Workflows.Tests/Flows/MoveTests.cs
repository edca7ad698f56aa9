using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

/// <summary>An administrator moves a token: what goes with it, what stays, and what is refused because tokens would be lost or doubled.</summary>
public sealed class MoveTests
{
    private static readonly Actor Admin = CaseDriver.By("admin");

    /// <summary>apply → fork → (left → left2 | right) → join → last → grant → after → yes.</summary>
    internal static CaseDriver Forked(string mode = "Merge") => new CaseDriver(new FlowBuilder()
        .Add("apply", "Fill", ("who", Users("applicant"))).Add("fork", "Elsa.FlowNode")
        .Add("left", "Review", ("participants", Users("l")), ("limit", Limit(5)), ("onTimeout", Json("""{ "act": "remind" }"""))).Add("left2", "Review", ("participants", Users("l2")))
        .Add("right", "Review", ("participants", Users("r"))).Merge("join", mode)
        .Add("last", "Review", ("participants", Users("z")))
        .Add("grant", "Grant", ("kind", Literal("card")), ("validFrom", Formula("today"))).Add("after", "Fill", ("who", Users("c"))).End("yes", "granted")
        .Connect("apply>fork", "fork>left", "fork>right", "left:Approved>left2", "left2:Approved>join", "right:Approved>join", "join>last", "last:Approved>grant", "grant>after", "after>yes")
        .Build()).Start();

    internal static MovedByAdministrator Move(CaseDriver @case, string from, string to) =>
        new(@case.State.Executions.Single(e => e.Activity == from).Id, to, Admin, "r1");

    [Fact]
    public void Move_WithinABranch_LeavesTheOtherBranchAlone()
    {
        var @case = Forked();

        @case.Send(Move(@case, "left", "left2"));

        Assert.Equal(["left2", "right"], @case.Waiting);
        Assert.Equal(CloseReason.Moved, Assert.Single(@case.Effects.OfType<CloseTask>(), c => c.Reason == CloseReason.Moved).Reason);
        Assert.Empty(@case.State.Timers);
        @case.Complete("left2", "l2", "Approved").Complete("right", "r", "Approved");
        Assert.Equal(["last"], @case.Waiting);
    }

    [Fact]
    public void Move_BeyondTheJoin_TakesTheOtherBranchAndItsArrivalAlong()
    {
        var @case = Forked();
        @case.Complete("right", "r", "Approved");
        Assert.Single(@case.State.Tokens);

        @case.Send(Move(@case, "left", "last"));

        Assert.Equal(["last"], @case.Waiting);
        Assert.Empty(@case.State.Tokens);
    }

    [Fact]
    public void Move_BackBeforeTheFork_RunsBothBranchesAgainOnce()
    {
        var @case = Forked();
        @case.Complete("right", "r", "Approved");

        @case.Send(Move(@case, "left", "apply"));

        Assert.Equal(["apply"], @case.Waiting);
        @case.Complete("apply", "applicant").Complete("left", "l", "Approved").Complete("left2", "l2", "Approved");
        Assert.Equal(["right"], @case.Waiting);
        Assert.Single(@case.State.Tokens);
        @case.Complete("right", "r", "Approved");
        Assert.Equal(["last"], @case.Waiting);
    }

    [Theory]
    [InlineData("Merge")]
    [InlineData("Converge")]
    public void Move_IntoOneBranchOfAJoinThatWaitsForAll_IsRefusedWithTheMissingBranch(string mode)
    {
        var @case = Forked(mode);
        @case.Complete("left", "l", "Approved").Complete("left2", "l2", "Approved").Complete("right", "r", "Approved");

        var refused = Assert.IsType<Refused>(@case.Step(Move(@case, "last", "left2"))).Error;

        Assert.Equal("workflow.moveJoin", refused.Code);
        Assert.Equal(("join", "right"), (refused.Data["join"], refused.Data["branch"]));
    }

    [Fact]
    public void Move_IntoOneBranchOfAnOlderJoin_GoesThroughItAlone()
    {
        var @case = Forked("Stream");
        @case.Complete("left", "l", "Approved").Complete("left2", "l2", "Approved").Complete("right", "r", "Approved");

        @case.Send(Move(@case, "last", "left2"));
        @case.Complete("left2", "l2", "Approved");

        Assert.Equal(["last"], @case.Waiting);
    }

    [Fact]
    public void Move_BackOverAGrant_IsRefused()
    {
        var @case = Forked();
        @case.Complete("left", "l", "Approved").Complete("left2", "l2", "Approved").Complete("right", "r", "Approved").Complete("last", "z", "Approved");

        Assert.Equal("workflow.moveAcross", @case.Refused(Move(@case, "after", "last")));
    }

    [Theory]
    [InlineData("yes", "workflow.moveEnds")]
    [InlineData("grant", "workflow.moveEnds")]
    [InlineData("left", "workflow.moveSame")]
    [InlineData("nothing", "workflow.moveUnknown")]
    [InlineData("flow", "workflow.moveOutside")]
    public void Move_ToWhereNoCaseIsMoved_IsRefused(string to, string code)
    {
        var @case = Forked();

        Assert.Equal(code, @case.Refused(Move(@case, "left", to)));
    }

    [Fact]
    public void Move_OfWhatIsGone_IsRefused()
    {
        var @case = Forked();

        Assert.Equal("workflow.moveGone", @case.Refused(new MovedByAdministrator("a999", "left2", Admin)));
    }

    [Fact]
    public void Move_WhileAReturnedCaseIsToComeBack_IsRefused()
    {
        var @case = ResumeReturnerTests.Case();
        @case.Send(new Returned(@case.Task("right").Id, CaseDriver.By("r"), "apply") { Fields = ["name"] });

        Assert.Equal("workflow.moveDuringReturn", @case.Refused(Move(@case, "apply", "left")));
    }

    [Fact]
    public void Move_OutOfABlock_TakesAllOfItBack()
    {
        var loop = Activity("each", "Elsa.ParallelForEach", ("items", Json("[1, 2]")), ("body", BlockTests.Person("p")));
        var @case = new CaseDriver(new FlowBuilder().Add("each", loop).Add("next", "Fill", ("who", Users("n"))).End("yes", "granted").Connect("each>next", "next>yes").Build())
            .Start(withSubmission: false);

        @case.Send(new MovedByAdministrator(@case.State.Tasks.First().Execution, "next", Admin));

        Assert.Equal(["next"], @case.Waiting);
        Assert.Equal("granted", @case.Complete("next", "n").State.Result);
    }

    [Fact]
    public void Move_FromAFault_MendsIt()
    {
        var @case = new CaseDriver(new FlowBuilder().Add("one", "Review", ("participants", Formula("unknown name"))).Add("two", "Review", ("participants", Users("b")))
            .End("yes", "granted").Connect("one:Approved>two", "two:Approved>yes").Build()).Start();
        Assert.Single(@case.State.Incidents);

        @case.Send(Move(@case, "one", "two"));

        Assert.Empty(@case.State.Incidents);
        Assert.Equal(["two"], @case.Waiting);
    }

    [Fact]
    public void Move_BetweenTwoSteps_StillKeepsThePersonFromTakingBoth()
    {
        var @case = new CaseDriver(new FlowBuilder().Add("one", "Review", ("participants", Users("a"))).Add("two", "Review", ("participants", Users("x")), ("mode", Literal("AllOf")))
            .Add("three", "Review", ("participants", Users("a", "b"))).End("yes", "granted").Connect("one:Approved>two", "two:Approved>three", "three:Approved>yes").Build()).Start();
        @case.Complete("one", "a", "Approved");

        @case.Send(Move(@case, "two", "three"));

        Assert.Equal("workflow.notCandidate", @case.Refused(new TaskCompleted(@case.Task("three").Id, CaseDriver.By("a"), "Approved")));
    }

    [Fact]
    public void CanEnd_FromAStateThatIsSound_Holds()
    {
        var @case = Forked();
        @case.Send(Move(@case, "left", "left2"));

        Assert.Equal(PathVerdict.Holds, PathRules.CanEnd(@case.Definition, @case.State).Verdict);
    }

    [Fact]
    public void CanEnd_FromAStepThatLeadsNowhere_IsBrokenWithThePath()
    {
        var @case = new CaseDriver(new FlowBuilder().Add("one", "Fill", ("who", Users("a"))).Add("fault", "Elsa.Fault").End("yes", "granted")
            .Connect("one>fault", "fault>yes").Build()).Start(withSubmission: false);

        Assert.Equal(PathVerdict.Broken, PathRules.CanEnd(@case.Definition, @case.State).Verdict);
    }
}
