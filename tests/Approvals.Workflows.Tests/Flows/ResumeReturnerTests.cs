using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

/// <summary>Returns after which the case comes straight back while parallel branches stand still.</summary>
public sealed class ResumeReturnerTests
{
    [Fact]
    public void Return_SiblingsStandStill_HiddenAndWithoutClock()
    {
        var @case = Returned();
        var left = @case.Task("left");
        Assert.True(left.Frozen);
        Assert.Null(Assert.Single(left.Limit!.Stops).To);
        var shown = @case.Effects.OfType<ChangeTask>().Single(c => c.Reason == "Frozen").Task;
        Assert.Empty(shown.Candidates);
        Assert.Equal("workflow.taskFrozen", @case.Refused(new TaskClaimed(left.Id, CaseDriver.By("l"))));
        Assert.Equal(("apply", "right"), (Assert.Single(@case.State.Tasks, t => !t.Frozen).Activity, @case.Task("apply").Return!.From));
    }

    [Fact]
    public void TargetDone_GoesStraightBack_AndSiblingsGoOn()
    {
        var @case = Returned();
        @case.Now = @case.Now.AddDays(2);
        @case.Complete("apply", "applicant");
        Assert.Equal(["left", "right"], @case.Waiting);
        Assert.DoesNotContain("check", @case.Path.Skip(@case.Path.LastIndexOf("apply")));
        var stop = Assert.Single(@case.Task("left").Limit!.Stops);
        Assert.Equal(@case.Now, stop.To);
        Assert.Equal(2, @case.State.Rounds["right"].Number);
        Assert.Equal(1, @case.State.Rounds["left"].Number);
        Assert.Equal("granted", @case.Complete("left", "l", "Approved").Complete("right", "r", "Approved").State.Result);
    }

    [Fact]
    public void ArrivalAtTheJoin_Stays()
    {
        var @case = Case().Complete("left", "l", "Approved");
        @case.Send(new Returned(@case.Task("right").Id, CaseDriver.By("r"), "apply"));
        Assert.Single(@case.State.Tokens);
        Assert.Equal("granted", @case.Complete("apply", "applicant").Complete("right", "r", "Approved").State.Result);
        Assert.Equal(1, @case.State.Rounds["left"].Number);
    }

    [Fact]
    public void TimerOfAStandingBranch_IsHeld_AndCountsAfterwards()
    {
        var @case = Returned();
        @case.Send(new TimerElapsed(@case.State.Timers.Single(t => t.Activity == "left").Id));
        Assert.Single(@case.State.Held);
        @case.Complete("apply", "applicant");
        Assert.Empty(@case.State.Held);
        Assert.Equal("reminder", @case.Effect<Notify>().Template);
    }

    [Fact]
    public void TargetLeavesOtherwise_TheCaseTakesThatWay_AndNothingStaysBehind()
    {
        var @case = Case();
        @case.Send(new Returned(@case.Task("right").Id, CaseDriver.By("r"), "check"));
        @case.Complete("check", "c", "Rejected");
        Assert.Equal("refused", @case.State.Result);
        Assert.Contains(@case.Effects.OfType<CloseTask>(), c => c.Reason == CloseReason.SiblingReturned);
    }

    [Fact]
    public void TargetReturnsFurther_BothComeBackInOrder()
    {
        var @case = Case("resumeReturner");
        @case.Send(new Returned(@case.Task("right").Id, CaseDriver.By("r"), "check"));
        @case.Send(new Returned(@case.Task("check").Id, CaseDriver.By("c"), "apply"));
        Assert.Equal(2, @case.State.Returns.Length);
        @case.Complete("apply", "applicant");
        Assert.Equal("check", Assert.Single(@case.State.Tasks, t => !t.Frozen).Activity);
        @case.Complete("check", "c", "Approved");
        Assert.Equal(["left", "right"], @case.Waiting);
        Assert.Equal("granted", @case.Complete("right", "r", "Approved").Complete("left", "l", "Approved").State.Result);
    }

    [Fact]
    public void TargetReturnsFurtherToStartAgain_WhatStoodStillIsTakenBack()
    {
        var @case = Case("restartAll");
        @case.Send(new Returned(@case.Task("right").Id, CaseDriver.By("r"), "check"));
        @case.Send(new Returned(@case.Task("check").Id, CaseDriver.By("c"), "apply"));
        Assert.Empty(@case.State.Returns);
        Assert.Equal("apply", Assert.Single(@case.State.Tasks).Activity);
        @case.Complete("apply", "applicant").Complete("check", "c", "Approved");
        Assert.Equal("granted", @case.Complete("right", "r", "Approved").Complete("left", "l", "Approved").State.Result);
    }

    [Fact]
    public void Withdrawn_WhileReturned_LeavesNothing()
    {
        var @case = Returned();
        @case.Send(new Withdrawn(CaseDriver.By("applicant")));
        Assert.Equal("withdrawn", @case.State.Result);
    }

    [Fact]
    public void ObjectionDuringAReturn_IsRuledOnAfterwards()
    {
        var flow = new FlowBuilder().Add("apply", "Fill").Add("fork", "Elsa.FlowNode")
            .Add("notice", "PublicNotice", ("template", Literal("t")), ("workingDays", Literal(5)), ("rulings", Users("j")))
            .Add("right", "Review", ("participants", Users("r")), ("returnTo", Json("""["apply"]""")), ("onReturn", Literal("resumeReturner")))
            .Connect("apply>fork", "fork>notice", "fork>right");
        var @case = new CaseDriver(flow.Build()).Start();
        @case.Send(new Returned(@case.Task("right").Id, CaseDriver.By("r"), "apply"));
        @case.Send(new ObjectionFiled(@case.Effect<PublishNotice>().Notice, "o1"));
        Assert.DoesNotContain(@case.State.Tasks, t => t.Kind == TaskKind.Ruling);
        @case.Complete("apply", "applicant");
        Assert.Contains(@case.State.Tasks, t => t.Kind == TaskKind.Ruling);
    }

    private static CaseDriver Returned()
    {
        var @case = Case();
        @case.Send(new Returned(@case.Task("right").Id, CaseDriver.By("r"), "apply", "o1") { Fields = ["name"] });
        return @case;
    }

    internal static CaseDriver Case(string checkReturns = "restartAll") => new CaseDriver(new FlowBuilder().Add("apply", "Fill")
        .Add("check", "Review", ("participants", Users("c")), ("returnTo", Json("""["apply"]""")), ("onReturn", Literal(checkReturns))).Add("fork", "Elsa.FlowNode")
        .Add("left", "Review", ("participants", Users("l")), ("limit", Limit(3)), ("onTimeout", Json("""{ "act": "remind" }""")))
        .Add("right", "Review", ("participants", Users("r")), ("returnTo", Json("""["apply", "check"]""")), ("onReturn", Literal("resumeReturner")))
        .Merge("join", "Merge").End("yes", "granted").End("no", "refused")
        .Connect("apply>check", "check:Approved>fork", "check:Rejected>no", "fork>left", "fork>right", "left:Approved>join", "left:Rejected>no", "right:Approved>join", "right:Rejected>no", "join>yes")
        .Build()).Start().Complete("check", "c", "Approved");
}
