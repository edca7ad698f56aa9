using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

public sealed class AcceptTests
{
    [Fact]
    public void Accepted_StartsTheCaseClock()
    {
        var @case = Started();
        @case.Now = @case.Now.AddDays(1);

        @case.Complete("accept", "officer", "Accepted");

        Assert.Equal(@case.Now, @case.State.Clock.AcceptedOn);
        Assert.Equal(["review"], @case.Waiting);
    }

    [Fact]
    public void Silence_AcceptsAsOfReceipt()
    {
        var @case = Started();
        var received = @case.Now;
        @case.Now = @case.Now.AddDays(7);

        @case.Elapse("accept");

        Assert.Equal(received, @case.State.Clock.AcceptedOn);
        Assert.True(@case.State.Rounds["accept"].Silent);
        Assert.Equal(["review"], @case.Waiting);
    }

    [Fact]
    public void Declined_Leaves() => Assert.Equal("notAccepted", Started().Complete("accept", "officer", "Declined").State.Result);

    [Fact]
    public void Correction_OpensNamedFieldsForTheApplicant_Once()
    {
        var @case = Started().Complete("accept", "officer", "Correction", fields: ["name"], documents: ["contract"]);

        var task = Assert.Single(@case.State.Tasks);
        Assert.Equal(TaskKind.Correction, task.Kind);
        Assert.Equal(Candidate.OfUser("applicant"), Assert.Single(task.Candidates));
        Expect.Items(task.Fields!.Editable!.Value, "name");
        Expect.Items(task.Documents, "contract");
        Assert.Equal("AwaitingCorrection", @case.State.Shown);
        Assert.Equal("correction-notice", @case.Effect<SendLetter>().Letter);

        @case.Complete("accept", "applicant");
        Assert.Equal("AwaitingAcceptance", @case.State.Shown);
        Assert.DoesNotContain("Correction", @case.Task("accept").Outcomes);
    }

    [Fact]
    public void Correction_NamingNothing_IsRefused()
    {
        var @case = Started();

        Assert.Equal("workflow.nothingToCorrect", @case.Refused(new TaskCompleted(@case.Task("accept").Id, CaseDriver.By("officer"), "Correction")));
    }

    [Fact]
    public void Correction_Missed_Leaves()
    {
        var @case = Started().Complete("accept", "officer", "Correction", fields: ["name"]).Elapse("accept");

        Assert.Equal("notAccepted", @case.State.Result);
        Assert.Equal(CloseReason.TimedOut, @case.Effect<CloseTask>().Reason);
    }

    [Fact]
    public void Silence_AfterCorrection_AcceptsAsOfCompletion()
    {
        var @case = Started().Complete("accept", "officer", "Correction", fields: ["name"]);
        @case.Now = @case.Now.AddDays(3);
        @case.Complete("accept", "applicant");
        var completed = @case.Now;
        @case.Now = @case.Now.AddDays(7);

        Assert.Equal(completed, @case.Elapse("accept").State.Clock.AcceptedOn);
    }

    [Fact]
    public void Conditional_GoesOnWhileThePromiseStands()
    {
        var @case = Promised();

        Assert.Equal(["review"], @case.Waiting);
        Assert.Contains(@case.State.Tasks, t => t.Kind == TaskKind.Promise);
        @case.Send(new DocumentsSupplied(@case.State.Tasks.First(t => t.Kind == TaskKind.Promise).Id, CaseDriver.By("applicant")) { Documents = ["consent"] });
        Assert.DoesNotContain(@case.State.Tasks, t => t.Kind == TaskKind.Promise);
        Assert.Empty(@case.State.Timers);
        Assert.Equal("granted", @case.Complete("review", "u-Reviewer", "Approved").State.Result);
    }

    [Fact]
    public void Conditional_PromiseMissed_TakesBackWhatFollowed()
    {
        var @case = Promised().Elapse("accept");

        Assert.Equal("terminated", @case.State.Result);
        Assert.Equal("letter-terminated", @case.Effect<SendLetter>().Letter);
    }

    [Fact]
    public void Conditional_CaseFinishesBefore_ClosesThePromise() =>
        Assert.Equal("granted", Promised().Complete("review", "u-Reviewer", "Approved").State.Result);

    [Fact]
    public void Conditional_DocumentThatMayNotFollow_IsRefused()
    {
        var @case = Started();

        Assert.Equal("workflow.mayNotFollow", @case.Refused(
            new TaskCompleted(@case.Task("accept").Id, CaseDriver.By("officer"), "AcceptedConditionally") { Documents = ["passport"] }));
    }

    private static CaseDriver Promised() => Started().Complete("accept", "officer", "AcceptedConditionally", documents: ["consent"]);

    private static CaseDriver Started() => new CaseDriver(Flow().Build()).Start();

    private static FlowBuilder Flow() => new FlowBuilder()
        .Add("apply", "Fill", ("form", Literal("f")))
        .Add("accept", "Accept", ("participants", Role("IntakeOfficer")), ("limit", Limit(5)), ("correctionLimit", Limit(10)),
            ("conditional", Json("""["consent"]""")), ("conditionalLimit", Limit(10)),
            ("customProperties", System.Text.Json.Nodes.JsonNode.Parse("""{ "approvals": { "letters": { "Correction": "correction-notice" } } }""")))
        .Add("review", "Review", ("participants", Role("Reviewer")))
        .End("yes", "granted").End("no", "notAccepted").End("broken", "terminated")
        .Connect("apply>accept", "accept:Accepted>review", "accept:Declined>no", "accept:CorrectionMissed>no", "accept:PromiseMissed>broken",
            "review:Approved>yes", "review:Rejected>no");
}
