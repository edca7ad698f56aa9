using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

public sealed class ReturnTests
{
    [Fact]
    public void AcrossTheFork_ClosesSiblingsDropsArrivalsAndRunsAllAgain()
    {
        var @case = AtTheFork();
        @case.Complete("left", "u-Left", "Approved");
        Assert.Single(@case.State.Tokens);

        @case.Send(new Returned(@case.Task("right").Id, CaseDriver.By("u-Right"), "apply", "o1") { Fields = ["name"] });

        Assert.Empty(@case.State.Tokens);
        var task = Assert.Single(@case.State.Tasks);
        Assert.Equal("apply", task.Activity);
        Expect.Items(task.Fields!.Editable!.Value, "name");
        Assert.Equal(("right", "o1"), (task.Return!.From, task.Return.Opinion));
        @case.Complete("apply", "applicant").Complete("check", "u-Check", "Approved");
        Assert.Equal(["left", "right"], @case.Waiting);
        Assert.Equal(2, @case.State.Rounds["left"].Number);
        @case.Complete("right", "u-Right", "Approved").Complete("left", "u-Left", "Approved");
        Assert.Equal("granted", @case.State.Result);
    }

    [Fact]
    public void AcrossTheFork_ClosesTheSiblingsOpenTaskWithTheReason()
    {
        var @case = AtTheFork();
        var sibling = @case.Task("left").Id;

        @case.Send(new Returned(@case.Task("right").Id, CaseDriver.By("u-Right"), "check"));

        Assert.Contains(new CloseTask(sibling, CloseReason.SiblingReturned), @case.Effects);
        Assert.Equal(["check"], @case.Waiting);
    }

    [Fact]
    public void ToSiblingBranch_IsRefused()
    {
        var @case = AtTheFork();

        Assert.Equal("workflow.returnNotBefore", @case.Refused(new Returned(@case.Task("right").Id, CaseDriver.By("u"), "left")));
    }

    [Fact]
    public void ToStepNotListed_IsRefused()
    {
        var @case = AtTheFork();

        Assert.Equal("workflow.returnNotAllowed", @case.Refused(new Returned(@case.Task("left").Id, CaseDriver.By("u"), "join")));
    }

    [Fact]
    public void InsideABranch_LeavesTheOtherBranchAlone()
    {
        var flow = new FlowBuilder().Add("fork", "Elsa.FlowNode")
            .Add("l1", "Review", ("participants", Users("a"))).Add("l2", "Review", ("participants", Users("b")), ("returnTo", Json("""["l1"]""")))
            .Add("right", "Fill", ("who", Users("c"))).Merge("join", "Merge").End("end", "granted")
            .Connect("fork>l1", "fork>right", "l1:Approved>l2", "l2:Approved>join", "right>join", "join>end");
        var @case = new CaseDriver(flow.Build()).Start(withSubmission: false).Complete("l1", "a", "Approved").Complete("right", "c");

        @case.Send(new Returned(@case.Task("l2").Id, CaseDriver.By("b"), "l1"));

        Assert.Equal(["l1"], @case.Waiting);
        Assert.Single(@case.State.Tokens);
        Assert.Equal("granted", @case.Complete("l1", "a", "Approved").Complete("l2", "b", "Approved").State.Result);
    }

    [Fact]
    public void ReturnedStep_KeepsTheRuleOfTwoInARow()
    {
        var @case = AtTheFork();
        @case.Send(new Returned(@case.Task("right").Id, CaseDriver.By("u-Right"), "check"));

        Assert.DoesNotContain("u-Check", @case.Task("check").Barred);
        @case.Complete("check", "u-Check", "Approved");
        Assert.Contains("u-Check", @case.Task("left").Barred);
    }

    [Fact]
    public void ToTheApplicant_InsideTheStep_OpensFieldsAndAsksAgain()
    {
        var @case = new CaseDriver(ReviewTests.Simple().Build()) { Form = ReviewTests.Form("""{ "f": { "months": 5 } }""") }.Start();
        @case.Send(new Returned(@case.Task("review").Id, CaseDriver.By("u-Reviewer"), null, "o1") { Fields = ["months"] });

        var correction = Assert.Single(@case.State.Tasks);
        Assert.Equal((TaskKind.Correction, "review"), (correction.Kind, correction.Activity));
        Assert.Equal("AwaitingCorrection", @case.State.Shown);
        @case.Complete("review", "applicant");
        Assert.Equal(2, @case.Task("review").Round);
        Assert.Equal("granted", @case.Complete("review", "u-Reviewer", "Approved").State.Result);
    }

    [Fact]
    public void ToTheApplicant_NamingNothing_IsRefused()
    {
        var @case = new CaseDriver(ReviewTests.Simple().Build()).Start();

        Assert.Equal("workflow.nothingToCorrect", @case.Refused(new Returned(@case.Task("review").Id, CaseDriver.By("u"))));
    }

    [Fact]
    public void TimerOfAClosedSibling_IsRefused()
    {
        var @case = AtTheFork();
        var timer = @case.State.Timers.First(t => t.Activity == "left").Id;
        @case.Send(new Returned(@case.Task("right").Id, CaseDriver.By("u-Right"), "check"));

        Assert.Equal("workflow.timerGone", @case.Refused(new TimerElapsed(timer)));
    }

    private static CaseDriver AtTheFork() => new CaseDriver(Flow().Build()).Start().Complete("check", "u-Check", "Approved");

    private static FlowBuilder Flow() => new FlowBuilder()
        .Add("apply", "Fill").Add("check", "Review", ("participants", Role("Check")))
        .Add("fork", "Elsa.FlowFork", ("branches", Json("""["l", "r"]""")))
        .Add("left", "Review", ("participants", Role("Left")), ("limit", Limit(3)), ("onTimeout", Json("""{ "act": "remind" }""")), ("returnTo", Json("""["apply"]""")))
        .Add("right", "Review", ("participants", Role("Right")), ("returnTo", Json("""["apply", "check", "left"]""")))
        .Merge("join", "Merge").End("yes", "granted").End("no", "refused")
        .Connect("apply>check", "check:Approved>fork", "check:Rejected>no", "fork:l>left", "fork:r>right", "left:Approved>join", "right:Approved>join",
            "left:Rejected>no", "right:Rejected>no", "join>yes");
}
