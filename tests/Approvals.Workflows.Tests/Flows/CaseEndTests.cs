using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

public sealed class CaseEndTests
{
    [Fact]
    public void Withdrawn_WithoutAWay_EndsTheCase()
    {
        var @case = new CaseDriver(ReviewTests.Simple().Build()).Start();
        @case.Send(new Withdrawn(CaseDriver.By("applicant")));

        Assert.Equal(("withdrawn", "Withdrawn"), (@case.State.Result, @case.State.Shown));
        Assert.Equal(CloseReason.Withdrawn, @case.Effect<CloseTask>().Reason);
        Assert.Equal("workflow.finished", @case.Refused(new Withdrawn(CaseDriver.By("applicant"))));
    }

    [Fact]
    public void Withdrawn_WithAWay_FollowsTheFirstFill()
    {
        var @case = new CaseDriver(ReviewTests.Simple().End("gone", "withdrawn").Connect("apply:Withdrawn>gone").Build()).Start();
        @case.Send(new Withdrawn(CaseDriver.By("applicant")));

        Assert.Equal("withdrawn", @case.State.Result);
        Assert.Equal("letter-withdrawn", @case.Effect<SendLetter>().Letter);
    }

    [Fact]
    public void Withdrawn_AfterAGrant_IsRefused()
    {
        var flow = new FlowBuilder().Add("grant", "Grant", ("kind", Literal("k")), ("validFrom", Formula("today"))).Add("wait", "Fill").Connect("grant>wait");
        var @case = new CaseDriver(flow.Build()).Start(withSubmission: false);

        Assert.Equal("workflow.alreadyGranted", @case.Refused(new Withdrawn(CaseDriver.By("applicant"))));
    }

    [Fact]
    public void CancelRequested_Terminates()
    {
        var @case = new CaseDriver(ReviewTests.Simple().Build()).Start();
        @case.Send(new CancelRequested(CaseDriver.By("lead")));

        Assert.Equal(("terminated", "Terminated"), (@case.State.Result, @case.State.Shown));
    }

    [Fact]
    public void Finish_EndsWhateverElseIsUnderWay()
    {
        var flow = new FlowBuilder().Add("fork", "Elsa.FlowNode").Add("wait", "Fill", ("who", Users("a"))).Add("other", "Fill", ("who", Users("b")))
            .End("fin", "granted", "Elsa.Finish").Connect("fork>wait", "fork>other", "other>fin");

        Assert.Equal("granted", new CaseDriver(flow.Build()).Start(withSubmission: false).Complete("other", "b").State.Result);
    }

    [Fact]
    public void Started_Twice_IsRefused() => Assert.Equal(
        "workflow.alreadyStarted", new CaseDriver(ReviewTests.Simple().Build()).Start().Refused(new Started(null)));

    [Fact]
    public void AnyEvent_BeforeStarted_IsRefused() => Assert.Equal(
        "workflow.notStarted", new CaseDriver(ReviewTests.Simple().Build()).Refused(new Withdrawn(CaseDriver.By("a"))));

    [Fact]
    public void Started_WithoutSubmission_LeavesTheFillOpen() => Assert.Equal(
        ["apply"], new CaseDriver(ReviewTests.Simple().Build()).Start(withSubmission: false).Waiting);
}
