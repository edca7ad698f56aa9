namespace Approvals.Workflows.Tests;

public sealed class TaskDeskTests
{
    [Fact]
    public void Claimed_HoldsTheTask()
    {
        var @case = Started();
        @case.Send(new TaskClaimed(@case.Task("review").Id, CaseDriver.By("a")));

        Assert.Equal("a", @case.Task("review").Holder);
        Assert.Equal("workflow.heldByOther", @case.Refused(new TaskClaimed(@case.Task("review").Id, CaseDriver.By("b"))));
        Assert.Equal("workflow.heldByOther", @case.Refused(new TaskCompleted(@case.Task("review").Id, CaseDriver.By("b"), "Approved")));
        Assert.Equal("granted", @case.Complete("review", "a", "Approved").State.Result);
    }

    [Fact]
    public void Transferred_OnlyTheReceiverMayAct()
    {
        var @case = Started();
        @case.Send(new Transferred(@case.Task("review").Id, CaseDriver.By("a"), "b"));

        Assert.Equal("workflow.heldByOther", @case.Refused(new TaskCompleted(@case.Task("review").Id, CaseDriver.By("a"), "Approved")));
        Assert.Equal("granted", @case.Complete("review", "b", "Approved").State.Result);
    }

    [Theory]
    [InlineData("applicant", "workflow.ownCase")]
    [InlineData("cousin", "workflow.relative")]
    public void Transferred_ToSomebodyPartial_IsRefused(string to, string code)
    {
        var @case = Started();
        @case.Related = ["cousin"];

        Assert.Equal(code, @case.Refused(new Transferred(@case.Task("review").Id, CaseDriver.By("a"), to)));
    }

    [Fact]
    public void Reassigned_ToNobody_PutsItBack()
    {
        var @case = Started();
        @case.Send(new TaskClaimed(@case.Task("review").Id, CaseDriver.By("a")));
        @case.Send(new Reassigned(@case.Task("review").Id, CaseDriver.By("lead"), null));
        Assert.Null(@case.Task("review").Holder);

        @case.Send(new Reassigned(@case.Task("review").Id, CaseDriver.By("lead"), "b"));
        Assert.Equal("b", @case.Task("review").Holder);
    }

    [Fact]
    public void LimitExtended_MovesTaskAndTimer()
    {
        var flow = new FlowBuilder().Add("wait", "Fill", ("limit", FlowBuilder.Limit(5)));
        var @case = new CaseDriver(flow.Build()).Start(withSubmission: false);

        @case.Send(new LimitExtended(@case.Task("wait").Id, CaseDriver.By("lead"), 15));

        Assert.Equal(15, @case.Task("wait").Limit!.Limit.Length);
        Assert.Equal(15, Assert.Single(@case.State.Timers).Limit!.Limit.Length);
        Assert.Equal("workflow.limitNotLonger", @case.Refused(new LimitExtended(@case.Task("wait").Id, CaseDriver.By("lead"), 15)));
    }

    [Fact]
    public void ClockStopped_StopsOpenLimitsUntilResumed()
    {
        var @case = Started();
        var from = @case.Now;
        @case.Send(new ClockStopped(CaseDriver.By("lead")));
        Assert.Equal("workflow.clockStopped", @case.Refused(new ClockStopped(CaseDriver.By("lead"))));
        @case.Now = from.AddDays(1);
        @case.Send(new ClockResumed(CaseDriver.By("lead")));

        Assert.Equal(new ClockStop(from, from.AddDays(1)), Assert.Single(@case.Task("review").Limit!.Stops));
        Assert.Equal("workflow.clockRuns", @case.Refused(new ClockResumed(null)));
    }

    [Fact]
    public void Closed_Task_IsRefused()
    {
        var @case = Started();

        Assert.Equal("workflow.taskClosed", @case.Refused(new TaskCompleted("k99", CaseDriver.By("a"), "Approved")));
    }

    [Fact]
    public void NamedCandidates_OthersAreRefused_SubstitutesAreNot()
    {
        var @case = new CaseDriver(new FlowBuilder().Add("wait", "Fill").Build()).Start(withSubmission: false);

        Assert.Equal("workflow.notCandidate", @case.Refused(new TaskCompleted(@case.Task("wait").Id, CaseDriver.By("x"), "Done")));
        @case.Send(new TaskCompleted(@case.Task("wait").Id, new Actor("clerk", "applicant"), "Done"));
        Assert.Equal(WorkflowStatus.Finished, @case.State.Status);
    }

    private static CaseDriver Started() =>
        new CaseDriver(ReviewTests.Simple().Build()) { Form = ReviewTests.Form("""{ "f": { "months": 4 } }""") }.Start();
}
