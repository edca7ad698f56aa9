using Approvals.Decisions;
using Approvals.Feel;

using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

/// <summary>The cases whose histories are recorded: one for each of the main semantics.</summary>
internal static class RecordedCases
{
    public static readonly IReadOnlyList<(string Name, Func<CaseDriver> Run)> All =
    [
        ("accepted-conditionally-and-kept", PromiseKept),
        ("accepted-conditionally-and-missed", PromiseMissed),
        ("correction-asked-once", CorrectionOnce),
        ("silence-accepts", Silence),
        ("returned-across-the-fork", AcrossTheFork),
        ("returned-to-the-applicant", ToTheApplicant),
        ("all-of-and-in-sequence", AllAndSequence),
        ("vote-at-the-border-and-notice", VoteAndNotice),
        ("decision-grant-and-variables", DecideAndGrant),
        ("incident-mended", IncidentMended),
        ("race-and-cascade", RaceAndCascade),
        ("clock-claim-transfer-extend", ClockAndDesk),
        ("withdrawn", Withdrawn),
        .. RecordedActs.All,
    ];

    private static CaseDriver Accepting() => new CaseDriver(new FlowBuilder()
        .Add("apply", "Fill", ("form", Literal("f")))
        .Add("accept", "Accept", ("participants", Role("IntakeOfficer")), ("limit", Limit(5)), ("correctionLimit", Limit(10)),
            ("conditional", Json("""["consent", "photo"]""")), ("conditionalLimit", Limit(10)))
        .Add("review", "Review", ("participants", Role("Reviewer")), ("limit", Limit(5)), ("onTimeout", Json("""{ "act": "escalate" }""")))
        .End("yes", "granted").End("no", "notAccepted").End("broken", "terminated")
        .Connect("apply>accept", "accept:Accepted>review", "accept:Declined>no", "accept:CorrectionMissed>no", "accept:PromiseMissed>broken",
            "review:Approved>yes", "review:Rejected>no").Build()).Start();

    private static CaseDriver PromiseKept()
    {
        var @case = Accepting().Complete("accept", "officer", "AcceptedConditionally", documents: ["consent", "photo"]);
        Later(@case).Send(new DocumentsSupplied(Kind(@case, TaskKind.Promise), CaseDriver.By("applicant")) { Documents = ["photo"] });
        @case.Send(new DocumentsSupplied(Kind(@case, TaskKind.Promise), CaseDriver.By("applicant")) { Documents = ["consent"] });
        return Later(@case).Elapse("review").Complete("review", "u-Reviewer", "Approved");
    }

    private static CaseDriver PromiseMissed() =>
        Later(Accepting().Complete("accept", "officer", "AcceptedConditionally", documents: ["consent"])).Elapse("accept");

    private static CaseDriver CorrectionOnce() => Later(Later(Accepting().Complete("accept", "officer", "Correction", fields: ["name"]))
        .Complete("accept", "applicant")).Complete("accept", "officer", "Accepted").Complete("review", "u-Reviewer", "Rejected");

    private static CaseDriver Silence() => Later(Accepting()).Elapse("accept");

    private static CaseDriver AcrossTheFork()
    {
        var flow = new FlowBuilder().Add("apply", "Fill").Add("check", "Review", ("participants", Role("Check")))
            .Add("fork", "Elsa.FlowFork", ("branches", Json("""["l", "r"]""")))
            .Add("left", "Review", ("participants", Role("Left")), ("limit", Limit(3)), ("onTimeout", Json("""{ "act": "remind" }""")))
            .Add("right", "Review", ("participants", Role("Right")), ("returnTo", Json("""["apply", "check"]""")))
            .Merge("join", "Merge").End("yes", "granted").End("no", "refused")
            .Connect("apply>check", "check:Approved>fork", "check:Rejected>no", "fork:l>left", "fork:r>right", "left:Approved>join",
                "right:Approved>join", "left:Rejected>no", "right:Rejected>no", "join>yes");
        var @case = new CaseDriver(flow.Build()).Start().Complete("check", "u-Check", "Approved").Elapse("left").Complete("left", "u-Left", "Approved");
        @case.Send(new Returned(@case.Task("right").Id, CaseDriver.By("u-Right"), "apply", "o1") { Fields = ["name"] });
        return Later(@case).Complete("apply", "applicant").Complete("check", "u-Check", "Approved").Complete("right", "u-Right", "Approved")
            .Complete("left", "u-Left", "Approved");
    }

    private static CaseDriver ToTheApplicant()
    {
        var @case = new CaseDriver(ReviewTests.Simple().Build()) { Form = ReviewTests.Form("""{ "f": { "months": 5 } }""") }.Start();
        @case.Send(new Returned(@case.Task("review").Id, CaseDriver.By("u-Reviewer"), null, "o1") { Fields = ["months"], Documents = ["contract"] });
        return Later(@case).Complete("review", "applicant").Complete("review", "u-Reviewer", "Approved");
    }

    private static CaseDriver AllAndSequence() => new CaseDriver(new FlowBuilder()
        .Add("all", "Review", ("participants", Users("a", "b", "c")), ("mode", Literal("AllOf")))
        .Add("turn", "Review", ("participants", Users("a", "d", "e")), ("mode", Literal("InSequence")), ("limit", Limit(4)))
        .End("yes", "granted").End("no", "refused").Connect("all:Approved>turn", "all:Rejected>no", "turn:Approved>yes", "turn:Rejected>no").Build())
        .Start().Complete("all", "b", "Approved").Complete("all", "a", "Approved").Complete("all", "c", "Approved")
        .Complete("turn", "d", "Approved").Complete("turn", "e", "Approved");

    private static CaseDriver VoteAndNotice()
    {
        var flow = new FlowBuilder()
            .Add("panel", "Vote", ("panel", Users("m1", "m2", "m3", "m4")), ("quorum", Literal("1/2")), ("pass", Literal("2/3")), ("limit", Limit(15)),
                ("clock", Literal("stopped")), ("notice", Literal("special-procedure")))
            .Add("notice", "PublicNotice", ("template", Literal("t")), ("workingDays", Literal(5)), ("rulings", Role("Judge")))
            .End("yes", "granted").End("no", "refused")
            .Connect("panel:Passed>notice", "panel:Failed>no", "panel:NoQuorum>no", "notice:NoObjection>yes", "notice:Objection>no");
        var @case = new CaseDriver(flow.Build()).Start().Complete("panel", "m1", "Voted").Complete("panel", "m3", "Voted");
        @case.Send(new Recused(@case.Task("panel", "m4").Id, CaseDriver.By("m4")));
        Later(@case).Complete("panel", "m2", "Voted");
        @case.Send(new VoteClosed(@case.Effect<CloseVote>().Vote, 1, new Tally(2, 1)));
        @case.Send(new ObjectionFiled(@case.Effect<PublishNotice>().Notice, "o1"));
        Later(@case).Elapse("notice");
        @case.Send(new ObjectionDecided("o1", CaseDriver.By("judge"), Upheld: false));
        return @case;
    }

    private static CaseDriver DecideAndGrant() => new CaseDriver(new FlowBuilder().Variable("all").Variable("twice")
        .Add("d", "Decide", ("decision", Literal("level")), ("inputs", Json("""{ "months": "=form.f.months", "rights": "=applicant.entitlements" }""")),
            ("result", Literal("way")), ("into", Json("""{ "all": "" }""")))
        .Add("set", "Elsa.SetVariable", ("variable", System.Text.Json.Nodes.JsonNode.Parse("""{ "id": "id-twice" }""")), ("value", Formula("all.months * 2")))
        .Add("g", "Grant", ("kind", Literal("card")), ("validFrom", Formula("today")), ("validTo", Formula("today + duration(\"P5Y\")")), ("items", Formula("[twice]")))
        .End("yes", "granted").Connect("d:pass>set", "set>g", "g>yes").Build())
    {
        Form = ReviewTests.Form("""{ "f": { "months": 4.5 } }"""),
        Decide = (_, inputs) => new DecisionResult(FeelValue.Of(inputs.With("way", FeelValue.Of("pass"))), [], []),
    }.Start();

    private static CaseDriver IncidentMended()
    {
        var @case = new CaseDriver(ReviewTests.Simple().Build()).Start().Complete("review", "u-Reviewer", "Approved");
        @case.Form = ReviewTests.Form("""{ "f": { "months": 3 } }""");
        Later(@case).Send(new IncidentResolved(@case.State.Incidents[0].Id, CaseDriver.By("operator"), Reason: "r1"));
        return @case;
    }

    private static CaseDriver RaceAndCascade() => new CaseDriver(new FlowBuilder()
        .Add("fork", "Elsa.FlowNode").Add("a", "Fill", ("who", Users("a"))).Add("b", "Fill", ("who", Users("b"))).Add("c", "Fill", ("who", Users("c")))
        .Merge("race", "Race").Merge("each", "Cascade").Add("last", "Fill", ("who", Users("z")))
        .Connect("fork>a", "fork>b", "fork>c", "a>race", "b>race", "race>each", "c>each", "each>last").Build())
        .Start(withSubmission: false).Complete("b", "b").Complete("c", "c").Complete("last", "z").Complete("last", "z");

    private static CaseDriver ClockAndDesk()
    {
        var @case = new CaseDriver(ReviewTests.Simple().Build()) { Form = ReviewTests.Form("""{ "f": { "months": 4 } }""") }.Start();
        @case.Send(new TaskClaimed(@case.Task("review").Id, CaseDriver.By("u-Reviewer")));
        @case.Send(new ClockStopped(CaseDriver.By("lead"), "r1"));
        Later(@case).Send(new ClockResumed(CaseDriver.By("lead")));
        @case.Send(new LimitExtended(@case.Task("review").Id, CaseDriver.By("head"), 15, "r2"));
        @case.Send(new Transferred(@case.Task("review").Id, CaseDriver.By("u-Reviewer"), "w"));
        @case.Send(new Reassigned(@case.Task("review").Id, CaseDriver.By("lead"), "x"));
        @case.Send(new TaskCompleted(@case.Task("review").Id, new Actor("substitute", "x"), "Approved"));
        return @case;
    }

    private static CaseDriver Withdrawn()
    {
        var @case = new CaseDriver(ReviewTests.Simple().End("gone", "withdrawn").Connect("apply:Withdrawn>gone").Build()).Start();
        Later(@case).Send(new Withdrawn(CaseDriver.By("applicant"), "r1"));
        return @case;
    }

    internal static CaseDriver Later(CaseDriver @case)
    {
        @case.Now = @case.Now.AddDays(1).AddMinutes(7);
        return @case;
    }

    private static string Kind(CaseDriver @case, TaskKind kind) => @case.State.Tasks.First(t => t.Kind == kind).Id;
}
