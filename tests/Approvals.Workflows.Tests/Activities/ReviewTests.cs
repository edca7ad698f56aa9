using Approvals.Feel;

using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

public sealed class ReviewTests
{
    [Fact]
    public void Review_ApprovedByOneOfAQueue_GoesOnAndFinishes()
    {
        var @case = new CaseDriver(Simple().Build()) { Form = Form("""{ "f": { "months": 4 } }""") };

        @case.Start().Complete("review", "u-Reviewer", "Approved");

        Assert.Equal(WorkflowStatus.Finished, @case.State.Status);
        Assert.Equal("granted", @case.State.Result);
        Assert.Equal(["apply", "review", "enough", "yes", "flow"], @case.Path);
        Assert.Equal("letter-granted", @case.Effect<SendLetter>().Letter);
        Assert.Equal("granted", @case.Effect<FinishCase>().Result);
    }

    [Fact]
    public void Review_Opened_GivesTaskWithQueueLimitAndActs()
    {
        var @case = new CaseDriver(Simple().Build()).Start();

        var task = @case.Effect<CreateTask>().Task;
        Assert.Equal(Candidate.OfRole("Reviewer", "r1", null, null, "s"), Assert.Single(task.Candidates));
        Assert.Equal(new PendingLimit(Limit.WorkingDays(5), @case.Now), task.Limit! with { Stops = default });
        Expect.Items(task.Outcomes, "Approved", "Rejected");
        Expect.Items(task.Acts, "transfer", "return");
        Assert.Equal("UnderReview", @case.State.Shown);
    }

    [Fact]
    public void Review_Rejected_TakesTheOtherPort()
    {
        var @case = new CaseDriver(Simple().Build()).Start().Complete("review", "u-Reviewer", "Rejected");

        Assert.Equal("refused", @case.State.Result);
        Assert.Equal("Refused", @case.State.Shown);
    }

    [Fact]
    public void AllOf_OneOfTwoApproved_Waits()
    {
        var @case = new CaseDriver(Panel("AllOf").Build()).Start().Complete("review", "a", "Approved");

        Assert.Equal(["review"], @case.Waiting);
        Assert.Equal(Candidate.OfUser("b"), Assert.Single(Assert.Single(@case.State.Tasks).Candidates));
        Assert.Equal("granted", @case.Complete("review", "b", "Approved").State.Result);
    }

    [Fact]
    public void AllOf_OneRejects_ClosesTheOthers()
    {
        var @case = new CaseDriver(Panel("AllOf").Build()).Start().Complete("review", "a", "Rejected");

        Assert.Equal("refused", @case.State.Result);
        Assert.Contains(@case.Effects.OfType<CloseTask>(), e => e.Reason == CloseReason.DecidedByOther);
    }

    [Fact]
    public void AllOf_Role_IsOneTaskAPerson()
    {
        var flow = new FlowBuilder().Add("review", "Review", ("participants", Role("Approver")), ("mode", Literal("AllOf"))).End("yes", "granted")
            .Connect("review:Approved>yes", "review:Rejected>yes");

        var @case = new CaseDriver(flow.Build()) { Roles = { ["Approver"] = ["x", "y", "z"] } }.Start();

        Assert.Equal(3, @case.State.Tasks.Count());
    }

    [Fact]
    public void InSequence_AsksOneAfterAnother()
    {
        var @case = new CaseDriver(Panel("InSequence").Build()).Start();

        Assert.Equal(Candidate.OfUser("a"), Assert.Single(Assert.Single(@case.State.Tasks).Candidates));
        @case.Complete("review", "a", "Approved");
        Assert.Equal(Candidate.OfUser("b"), Assert.Single(Assert.Single(@case.State.Tasks).Candidates));
        Assert.Equal("granted", @case.Complete("review", "b", "Approved").State.Result);
        Expect.Items(@case.State.Rounds["review"].Actors, "a", "b");
    }

    [Fact]
    public void OwnOutcome_IsOfferedAndFollowed()
    {
        var flow = new FlowBuilder().Add("review", "Review", ("participants", Users("a")), ("outcomes", Json("""[{ "name": "Doubtful" }]""")))
            .End("yes", "granted").End("hm", "terminated").Connect("review:Approved>yes", "review:Doubtful>hm", "review:Rejected>hm");

        Assert.Equal("terminated", new CaseDriver(flow.Build()).Start().Complete("review", "a", "Doubtful").State.Result);
    }

    [Fact]
    public void UnknownOutcome_IsRefused()
    {
        var @case = new CaseDriver(Simple().Build()).Start();

        Assert.Equal("workflow.unknownOutcome", @case.Refused(new TaskCompleted(@case.Task("review").Id, CaseDriver.By("u"), "Maybe")));
    }

    [Fact]
    public void OwnCase_IsRefused()
    {
        var @case = new CaseDriver(Simple().Build()).Start();

        Assert.Equal("workflow.ownCase", @case.Refused(new TaskCompleted(@case.Task("review").Id, CaseDriver.By("applicant"), "Approved")));
        Assert.Equal("workflow.ownCase", @case.Refused(new TaskClaimed(@case.Task("review").Id, new Actor("x", "applicant"))));
    }

    [Fact]
    public void Relative_IsRefused()
    {
        var @case = new CaseDriver(Simple().Build()) { Related = ["cousin"] }.Start();

        Assert.Equal("workflow.relative", @case.Refused(new TaskCompleted(@case.Task("review").Id, CaseDriver.By("cousin"), "Approved")));
    }

    [Fact]
    public void SuccessiveSteps_BySamePerson_AreRefusedUnlessAllowed()
    {
        Assert.Equal("workflow.successiveSteps", Second(allow: false).Refused(
            new TaskCompleted(Second(allow: false).Task("second").Id, CaseDriver.By("u-Reviewer"), "Approved")));
        Assert.Equal("granted", Second(allow: true).Complete("second", "u-Reviewer", "Approved").State.Result);
    }

    [Fact]
    public void SuccessiveSteps_OnlyCandidateTookTheStepBefore_IsAnIncident()
    {
        var flow = TwoSteps(allow: false, second: Users("u-Reviewer"));
        var @case = new CaseDriver(flow.Build()).Start().Complete("first", "u-Reviewer", "Approved");

        Assert.Equal("workflow.nobodyFits", Assert.Single(@case.State.Incidents).Code);
    }

    [Fact]
    public void WhenSame_AutoApprove_NeedsNobody()
    {
        var flow = TwoSteps(allow: true, second: Users("u-Reviewer"), ("whenSame", Literal("autoApprove")));

        Assert.Equal("granted", new CaseDriver(flow.Build()).Start().Complete("first", "u-Reviewer", "Approved").State.Result);
    }

    [Theory]
    [InlineData("skip", "granted")]
    [InlineData("lead", null)]
    [InlineData("incident", null)]
    public void WhenNobody_Fits_FollowsTheRule(string rule, string? result)
    {
        var flow = new FlowBuilder().Add("review", "Review", ("participants", Role("Ghost")), ("whenNobody", Literal(rule))).End("yes", "granted")
            .Connect("review:Approved>yes", "review:Rejected>yes");
        var @case = new CaseDriver(flow.Build()) { Roles = { ["Ghost"] = [] } }.Start();

        Assert.Equal(result, @case.State.Result);
        Assert.Equal(rule == "incident", @case.State.Incidents.Length == 1);
        Assert.Equal(rule == "lead", @case.State.Tasks.Any(t => t.Candidates is [RoleCandidate { Role: "Lead" }]));
    }

    [Theory]
    [InlineData("""{ "act": "remind" }""", "reminder")]
    [InlineData("""{ "act": "escalate", "to": [{ "kind": "users", "users": ["chief"] }] }""", "escalation")]
    public void Timeout_Tells_AndKeepsTheTask(string rule, string template)
    {
        var @case = new CaseDriver(Timed(rule).Build()).Start().Elapse("review");

        Assert.Equal(template, @case.Effect<Notify>().Template);
        Assert.Single(@case.State.Tasks);
        Assert.Equal(template == "escalation", @case.Task("review").Candidates.Contains(Candidate.OfUser("chief")));
    }

    [Fact]
    public void Timeout_Outcome_Leaves()
    {
        var @case = new CaseDriver(Timed("""{ "act": "outcome", "outcome": "TimedOut" }""").Build()).Start().Elapse("review");

        Assert.Equal("refused", @case.State.Result);
        Assert.Equal(CloseReason.TimedOut, @case.Effect<CloseTask>().Reason);
    }

    [Fact]
    public void Recused_FromAQueue_LeavesItToTheOthers()
    {
        var @case = new CaseDriver(Simple().Build()).Start();
        @case.Send(new Recused(@case.Task("review").Id, CaseDriver.By("u-Reviewer")));

        Assert.Equal("workflow.successiveSteps", @case.Refused(new TaskCompleted(@case.Task("review").Id, CaseDriver.By("u-Reviewer"), "Approved")));
        Assert.Equal("Recused", @case.Effect<ChangeTask>().Reason);
    }

    [Fact]
    public void Clock_Stopped_StandsWhileTheReviewWaits()
    {
        var flow = new FlowBuilder().Add("review", "Review", ("participants", Users("a")), ("clock", Literal("stopped"))).End("yes", "granted")
            .Connect("review:Approved>yes", "review:Rejected>yes");
        var @case = new CaseDriver(flow.Build()).Start();
        var from = @case.Now;

        Assert.Equal(new ClockStop(from, null, "review"), Assert.Single(@case.State.Clock.Stops));
        @case.Now = from.AddDays(2);
        @case.Complete("review", "a", "Approved");
        Assert.Equal(new ClockStop(from, from.AddDays(2), "review"), Assert.Single(@case.State.Clock.Stops));
    }

    internal static FeelContext Form(string json) => FeelJson.Parse(json).AsContext();

    internal static FlowBuilder Simple() => new FlowBuilder()
        .Add("apply", "Fill", ("form", Literal("f")))
        .Add("review", "Review", ("participants", Role("Reviewer")), ("limit", Limit(5)), ("allowed", Json("""["transfer"]""")),
            ("returnTo", Json("""["apply", "applicant"]""")))
        .Add("enough", "Elsa.FlowDecision", ("condition", Formula("form.f.months >= 4")))
        .End("yes", "granted").End("no", "refused")
        .Connect("apply>review", "review:Approved>enough", "review:Rejected>no", "enough:True>yes", "enough:False>no");

    private static FlowBuilder Panel(string mode) => new FlowBuilder()
        .Add("review", "Review", ("participants", Users("a", "b")), ("mode", Literal(mode))).End("yes", "granted").End("no", "refused")
        .Connect("review:Approved>yes", "review:Rejected>no");

    private static FlowBuilder Timed(string rule) => new FlowBuilder()
        .Add("review", "Review", ("participants", Users("a")), ("limit", Limit(1)), ("onTimeout", Json(rule))).End("yes", "granted").End("no", "refused")
        .Connect("review:Approved>yes", "review:Rejected>no", "review:TimedOut>no");

    private static CaseDriver Second(bool allow) =>
        new CaseDriver(TwoSteps(allow, Role("Reviewer")).Build()).Start().Complete("first", "u-Reviewer", "Approved");

    private static FlowBuilder TwoSteps(
        bool allow, System.Text.Json.Nodes.JsonObject second, params (string, System.Text.Json.Nodes.JsonNode?)[] inputs) => new FlowBuilder()
        .Add("first", "Review", ("participants", Role("Reviewer")))
        .Add("between", "Elsa.FlowNode")
        .Add("second", "Review", [("participants", second), ("allowSuccessive", Literal(allow)), .. inputs])
        .End("yes", "granted").End("no", "refused")
        .Connect("first:Approved>between", "first:Rejected>no", "between>second", "second:Approved>yes", "second:Rejected>no");
}
