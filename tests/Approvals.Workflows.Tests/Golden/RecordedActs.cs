using System.Text.Json.Nodes;
using Approvals.Feel;
using static Approvals.Workflows.Tests.FlowBuilder;
using static Approvals.Workflows.Tests.RecordedCases;

namespace Approvals.Workflows.Tests;

/// <summary>Recorded cases of what people may do with a task, of allotments, and of Elsa's own activities.</summary>
internal static class RecordedActs
{
    public static readonly IReadOnlyList<(string Name, Func<CaseDriver> Run)> All =
    [
        ("quota-and-recusal", Quota),
        ("signers-before-after-alongside-removed", AddedSigners),
        ("delegated-back-and-opinion-asked", DelegatedAndAdvised),
        ("returned-and-resumed", ReturnedAndResumed),
        ("sampled-and-not", Sampled),
        ("moved-by-administrator", Moved),
        ("substitute-for-the-absent", Substituted),
        ("waiting-list-refused-lapsed-taken", WaitingList),
        ("booking-rescheduled-no-show", Booked),
        ("offer-withdrawn-and-taken", OfferTakenBack),
        ("booking-proposed-cancelled", Proposed),
        ("effect-refused-and-mended", Refused),
        ("child-case-and-hearing", ChildAndHearing),
        ("entitlement-changed-and-copied", Changed),
        ("vote-with-score-in-two-rounds", Scored),
        ("panel-drawn-redrawn-and-convened", Drawn),
        ("elsa-blocks", Blocks),
        ("elsa-definitions-inside", Inside),
        ("elsa-signals-requests-timers", Outside),
        ("migrated-undone-and-migrated", Migrated),
    ];

    private static CaseDriver Migrated()
    {
        var @case = new CaseDriver(MigrationTests.Reviewed(limit: 5)).Start();
        @case.Send(new TaskClaimed(@case.Task("review").Id, CaseDriver.By("u-Reviewer")));
        var (first, before) = (@case.Definition, @case.State);
        MigrationTests.Move(Later(@case), MigrationTests.Reviewed(limit: 3, id: "examine", timeout: true), ("review", "examine"));
        @case.Definition = first;
        @case.Send(new MigrationUndone("v1", CaseDriver.By("admin"), before));
        MigrationTests.Move(Later(@case), MigrationTests.Reviewed(limit: 3, id: "check", role: "Other"), ("review", "check"));
        return @case.Complete("check", "u-Reviewer", "Approved");
    }

    private static CaseDriver Quota()
    {
        var @case = new CaseDriver(new FlowBuilder().Add("r", "Review", ("participants", Users("a", "b", "c", "d")), ("mode", Literal("Quota")), ("quota", Literal("1/2")))
            .End("yes", "granted").End("no", "refused").Connect("r:Approved>yes", "r:Rejected>no").Build()).Start().Complete("r", "a", "Rejected");
        return @case.And(new Recused(@case.Task("r", "b").Id, CaseDriver.By("b"), "r1")).Complete("r", "c", "Approved").Complete("r", "d", "Approved");
    }

    /// <summary>One steps aside, one does not answer; both seats are drawn for again, and one of the new ones steps aside during the vote.</summary>
    private static CaseDriver Drawn()
    {
        var @case = DrawnPanelTests.Draw(DrawnPanelTests.Started());
        var first = DrawnPanelTests.Invited(@case);
        DrawnPanelTests.TakePart(Later(@case), first[0]);
        @case.Send(new Recused(DrawnPanelTests.Task(@case, first[1]).Id, CaseDriver.By(first[1]), "r1"));
        @case.Send(new ExpertsDrawn(@case.State.Tasks.Single(t => t.Kind == TaskKind.Draw).Id, CaseDriver.By("m1"), "r2") { Without = [first[2]] });
        var second = DrawnPanelTests.Invited(@case);
        DrawnPanelTests.TakePart(@case, second[0]);
        DrawnPanelTests.TakePart(@case, second[1]);
        DrawnPanelTests.Convene(Later(@case));
        @case.Complete("panel", first[0], "Voted").Send(new Recused(DrawnPanelTests.Task(@case, second[0]).Id, CaseDriver.By(second[0]), "r3"));
        DrawnPanelTests.Convene(@case);
        @case.Complete("panel", second[1], "Voted");
        return @case.And(new VoteClosed(@case.Effect<CloseVote>().Vote, 1, new Tally(2, 0)));
    }

    private static CaseDriver Reviewed(string mode = "AnyOf") => new CaseDriver(new FlowBuilder().Add("r", "Review", ("participants", Users("a", "b")), ("mode", Literal(mode)),
            ("allowed", Json("""["addSigner", "removeSigner", "delegate", "askOpinion"]""")), ("limit", Limit(5)))
        .End("yes", "granted").End("no", "refused").Connect("r:Approved>yes", "r:Rejected>no").Build()).Start();

    private static CaseDriver AddedSigners()
    {
        var @case = Reviewed("InSequence");
        var task = @case.Task("r").Id;
        @case.And(new SignerAdded(task, CaseDriver.By("a"), "x", SignerPlace.Alongside)).And(new SignerAdded(task, CaseDriver.By("a"), "y", SignerPlace.After, "o1"))
            .And(new SignerRemoved(task, CaseDriver.By("a"), "x", "o2")).And(new SignerAdded(task, CaseDriver.By("a"), "z", SignerPlace.Before));
        return Later(@case).Complete("r", "z", "Approved").Complete("r", "a", "Approved").Complete("r", "y", "Approved").Complete("r", "b", "Approved");
    }

    private static CaseDriver DelegatedAndAdvised()
    {
        var @case = Reviewed();
        var task = @case.Task("r").Id;
        @case.And(new OpinionAsked(task, CaseDriver.By("a"), "x", "q1")).And(new Delegated(task, CaseDriver.By("a"), "d", "o1"));
        @case.And(new OpinionGiven(@case.State.Tasks.Last().Id, CaseDriver.By("x"), "o2"));
        return Later(@case).And(new TaskCompleted(task, CaseDriver.By("d"), "Rejected", Opinion: "o3")).And(new TaskCompleted(task, CaseDriver.By("a"), "Approved"));
    }

    private static CaseDriver ReturnedAndResumed()
    {
        var @case = ResumeReturnerTests.Case();
        @case.Send(new Returned(@case.Task("right").Id, CaseDriver.By("r"), "apply", "o1") { Fields = ["name"] });
        Later(@case).Send(new TimerElapsed(@case.State.Timers.First().Id));
        return Later(@case).Complete("apply", "applicant").Complete("right", "r", "Approved").Complete("left", "l", "Approved");
    }

    private static CaseDriver Moved()
    {
        var @case = MoveTests.Forked();
        @case.And(MoveTests.Move(@case, "left", "left2")).Complete("left2", "l2", "Approved");
        Later(@case).And(MoveTests.Move(@case, "right", "apply")).Complete("apply", "applicant").Complete("right", "r", "Approved");
        return Later(@case).And(MoveTests.Move(@case, "left", "last")).Complete("last", "z", "Approved").Complete("after", "c");
    }

    private static CaseDriver Substituted()
    {
        var @case = new CaseDriver(new FlowBuilder().Add("r", "Review", ("participants", Users("a", "b")), ("mode", Literal("AllOf"))).Add("s", "Review", ("participants", Users("c")))
            .End("yes", "granted").Connect("r:Approved>s", "s:Approved>yes").Build())
        { Substitutes = { ["a"] = ["x"] } }.Start();
        var by = new Actor("x", "a") { Substitution = "s1" };
        return Later(@case.And(new TaskClaimed(@case.Task("r", "a").Id, by))).And(new TaskCompleted(@case.Task("r", "a").Id, by, "Approved")).Complete("r", "b", "Approved")
            .Complete("s", "c", "Approved");
    }

    private static CaseDriver Sampled()
    {
        var @case = new CaseDriver(new FlowBuilder().Add("one", "Review", ("participants", Users("a")), ("sample", Literal("1/10")))
            .Add("two", "Review", ("participants", Users("b")), ("sample", Literal("1/10"))).End("yes", "granted").Connect("one:Approved>two", "two:Approved>yes").Build())
        { Drawn = 0.09m };
        @case.Start().Drawn = 0.4m;
        return @case.Complete("one", "a", "Approved");
    }

    private static CaseDriver WaitingList()
    {
        var @case = AllotmentTests.Offer(AllotmentTests.Waiting(), "o1").And(new OfferAnswered("o1", CaseDriver.By("applicant"), false, "r1"));
        Later(AllotmentTests.Offer(@case, "o2")).Elapse("list");
        return AllotmentTests.Offer(Later(@case), "o3").And(new OfferAnswered("o3", CaseDriver.By("applicant"), true));
    }

    private static CaseDriver Booked()
    {
        var @case = Later(AllotmentTests.Booking(untilAttended: true)).Elapse("book").Complete("book", "hospital", "Confirmed");
        var booking = @case.Effect<RequestBooking>().Booking;
        return Later(@case).And(new BookingChanged(booking, BookingState.Rescheduled, CaseDriver.By("applicant"), "r1")).Complete("book", "hospital", "Confirmed")
            .And(new BookingChanged(booking, BookingState.NoShow));
    }

    private static CaseDriver OfferTakenBack()
    {
        var @case = AllotmentTests.Offer(AllotmentTests.Waiting(), "o1").And(new OfferWithdrawn("o1", CaseDriver.By("provider"), "r1"));
        return AllotmentTests.Offer(Later(@case), "o2").And(new OfferAnswered("o2", CaseDriver.By("applicant"), true));
    }

    private static CaseDriver Proposed()
    {
        var @case = AllotmentTests.Booking(untilAttended: true);
        var booking = @case.Effect<RequestBooking>().Booking;
        @case.Send(new BookingChanged(booking, BookingState.Proposed, CaseDriver.By("hospital"), "r1"));
        Later(@case).Complete("book", "applicant", "Rescheduled").And(new BookingChanged(booking, BookingState.Proposed, CaseDriver.By("hospital")));
        return Later(@case).Complete("book", "applicant", "Confirmed").Complete("book", "hospital", "Cancelled");
    }

    /// <summary>A change that cannot be carried out stops the case; it is retried after mending, and a second one is skipped.</summary>
    private static CaseDriver Refused()
    {
        var @case = new CaseDriver(new FlowBuilder().Add("s", "ChangeEntitlement", ("change", Literal("suspend")), ("kind", Literal("card")), ("reason", Literal("short")))
            .Add("list", "JoinWaitingList", ("list", Literal("flats"))).End("yes", "granted").End("no", "refused")
            .Connect("s>list", "list:Taken>yes", "list:Removed>no").Build())
        { Refuses = _ => new RefusalAnswer("entitlements.none") }.Start();
        @case.Refuses = effect => effect is JoinWaitingList ? new RefusalAnswer("waiting.noList") : null;
        Later(@case).Send(new IncidentResolved(@case.State.Incidents[0].Id, CaseDriver.By("operator"), Reason: "o1"));
        @case.Refuses = _ => null;
        return Later(@case).And(new IncidentResolved(@case.State.Incidents[0].Id, CaseDriver.By("operator"), IncidentResolution.Skip, "Removed", "o2"));
    }

    private static CaseDriver ChildAndHearing()
    {
        var @case = new CaseDriver(new FlowBuilder().Add("child", "StartCase", ("service", Literal("other")), ("data", Json("""{ "a": 1 }""")), ("onParentEnd", Literal("cancel")))
            .Add("hear", "Defence", ("limit", Limit(5)), ("clock", Literal("stopped"))).End("yes", "granted").End("no", "refused")
            .Connect("child:refused>hear", "child>yes", "hear>yes", "hear:Silent>no").Build()).Start();
        @case.Send(new ChildFinished(@case.Effect<StartChild>().Child, "refused", "n2"));
        return Later(@case).And(new StatementFiled(@case.Task("hear").Id, CaseDriver.By("applicant"), Opinion: "o1"));
    }

    private static CaseDriver Changed() => new CaseDriver(new FlowBuilder()
        .Add("s", "ChangeEntitlement", ("change", Literal("suspend")), ("kind", Literal("card")), ("reason", Literal("short")))
        .Add("e", "ChangeEntitlement", ("change", Literal("extend")), ("entitlement", Literal("e-1")), ("validTo", Formula("today + duration(\"P1Y\")")), ("reason", Literal("cured")))
        .Add("c", "Copy", ("to", Users("x"))).End("yes", "granted").Connect("s>e", "e>c", "c>yes").Build()).Start();

    private static CaseDriver Scored()
    {
        var @case = new CaseDriver(new FlowBuilder().Add("v", "Vote", ("panel", Users("a", "b", "c")), ("quorum", Literal("2/3")), ("pass", Literal("2/3")), ("passScore", Literal(80)),
            ("rounds", Literal(2)), ("limit", Limit(3))).End("yes", "granted").End("no", "refused").Connect("v:Passed>yes", "v:Failed>no", "v:NoQuorum>no").Build()).Start();
        foreach (var score in new[] { 79.5m, 85m })
        {
            @case.Complete("v", "a", "Voted").Complete("v", "b", "Voted").Elapse("v");
            @case.Send(new VoteClosed(@case.Effect<CloseVote>().Vote, @case.Effect<CloseVote>().Round, new Tally(2, 0) { Score = score }, "sheets"));
        }

        return @case;
    }

    private static CaseDriver Blocks()
    {
        var loop = Activity("each", "Elsa.ForEach", ("items", Json("""["x", "y", "z"]""")), ("currentValue", Into("n")), ("body", Sequence("s", BlockTests.Person("p"),
            Activity("if", "Elsa.If", ("condition", Formula("CurrentValue = \"y\"")), ("then", Activity("b", "Elsa.Break")), ("else", Line("l", "n"))))));
        var fork = Activity("fork", "Elsa.Fork", ("joinMode", Literal("WaitAny")), ("branches", new JsonArray(BlockTests.Person("q"), BlockTests.Person("r"))));
        var many = Activity("many", "Elsa.ParallelForEach", ("items", Json("[1, 2]")), ("body", Sequence("t", BlockTests.Person("u"), Line("m", "CurrentValue"))));
        var @case = new CaseDriver(new FlowBuilder().Variable("n", 0).Add("each", loop).Add("fork", fork).Add("many", many).End("yes", "granted").Connect("each>fork", "fork>many", "many>yes").Build())
            .Start(withSubmission: false).Complete("p", "p").Complete("p", "p").Complete("r", "p");
        return @case.And(new TaskCompleted(@case.State.Tasks.Last().Id, CaseDriver.By("p"), "Done")).Complete("u", "p");
    }

    private static CaseDriver Inside()
    {
        var child = new FlowBuilder().Document("definitionId", "child").Document("inputs", new JsonArray(new JsonObject { ["name"] = "who" })).Variable("own", 1)
            .Add("p", BlockTests.Person("p")).Add("o", "Elsa.SetOutput", ("outputName", Literal("sum")), ("outputValue", Formula("own + who"))).Connect("p>o").Build();
        var flow = new FlowBuilder().Variable("out").Add("call", "Elsa.ExecuteWorkflow", ("workflowDefinitionId", Literal("child")), ("input", Json("""{ "who": 2 }""")), ("result", Into("out")))
            .Add("send", "Elsa.DispatchWorkflow", ("workflowDefinitionId", Formula("\"child\"")), ("input", Json("""{ "who": 5 }"""))).Add("c", "Elsa.Correlate", ("correlationId", Literal("w")))
            .Connect("call>send", "send>c").Build();
        return new CaseDriver(flow with { Flows = flow.Flows.Add("child", child) }).Start(withSubmission: false).Complete("call/p", "p").Complete("send/child/p", "p");
    }

    private static CaseDriver Outside()
    {
        var @case = new CaseDriver(new FlowBuilder().Variable("got").Add("run", "Elsa.RunTask", ("taskName", Literal("t")), ("result", Into("got")))
            .Add("http", "Elsa.FlowSendHttpRequest", ("url", Literal("https://a.example/")), ("expectedStatusCodes", Json("[200]"))).Add("cron", "Elsa.Cron", ("cronExpression", Literal("0 9 * * MON")))
            .Add("event", "Elsa.Event", ("eventName", Literal("paid"))).Add("tell", "Elsa.PublishEvent", ("eventName", Literal("done"))).Add("fault", "Elsa.Fault", ("code", Literal("E")))
            .Connect("run>http", "http:200>cron", "cron>event", "event>tell", "tell>fault").Build()).Start();
        @case.Send(new ExternalReplied(@case.Effect<CompleteRunTask>().Request, FeelValue.Of(7)));
        @case.Send(new ExternalReplied(@case.Effect<SendHttp>().Request, FeelValue.Of("ok")) { Status = 200 });
        Later(@case).Elapse("cron").Send(new SignalReceived("paid", FeelValue.Of(1)));
        return @case.And(new IncidentResolved(@case.State.Incidents[0].Id, CaseDriver.By("o"), IncidentResolution.Skip, Reason: "r1"));
    }
}
