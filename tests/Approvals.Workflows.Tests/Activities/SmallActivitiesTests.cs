using Approvals.Decisions;
using Approvals.Feel;

using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

public sealed class SmallActivitiesTests
{
    [Fact]
    public void Delay_SetsATimerInSeconds()
    {
        var @case = new CaseDriver(new FlowBuilder().Add("d", "Elsa.Delay", ("timeSpan", Literal("01:00:00"))).Build()).Start();

        Assert.Equal(new Limit(3600, LimitUnit.Seconds), Assert.Single(@case.State.Timers).Limit!.Limit);
        Assert.Equal(WorkflowStatus.Finished, @case.Elapse("d").State.Status);
    }

    [Fact]
    public void WaitWorkingDays_SetsALimit() => Assert.Equal(
        Limit.WorkingDays(3), new CaseDriver(new FlowBuilder().Add("w", "WaitWorkingDays", ("days", Formula("1 + 2"))).Build()).Start().State.Timers.Single().Limit!.Limit);

    [Theory]
    [InlineData("today + duration(\"P2D\")", true)]
    [InlineData("today", false)]
    public void WaitUntil_WaitsOnlyForTheFuture(string date, bool waits)
    {
        var @case = new CaseDriver(new FlowBuilder().Add("w", "WaitUntil", ("date", Formula(date))).Build()).Start();

        Assert.Equal(waits, @case.State.Timers.Any(t => t.Day == new DateOnly(2026, 3, 4)));
        Assert.Equal(waits, @case.State.Status == WorkflowStatus.Waiting);
    }

    [Fact]
    public void Fill_Limit_TimesOut()
    {
        var flow = new FlowBuilder().Add("f", "Fill", ("limit", Limit(2))).End("late", "terminated").Connect("f:TimedOut>late");

        Assert.Equal("terminated", new CaseDriver(flow.Build()).Start(withSubmission: false).Elapse("f").State.Result);
    }

    [Fact]
    public void Notify_GoesOn()
    {
        var flow = new FlowBuilder().Add("n", "Notify", ("to", Json("""[{ "kind": "applicant" }, { "kind": "employerAgent" }]""")), ("template", Literal("t")),
            ("channels", Json("""["mail"]""")));
        var sent = new CaseDriver(flow.Build()).Start().Effect<Notify>();

        Expect.Items(sent.To, Candidate.OfUser("applicant"), Candidate.OfRole("EmployerAgent", null, null, "u1"));
        Expect.Items(sent.Channels, "mail");
    }

    [Fact]
    public void Grant_EmitsTheRight()
    {
        var flow = new FlowBuilder().Add("g", "Grant", ("kind", Literal("card")), ("level", Formula("\"A\"")), ("validFrom", Formula("today")),
            ("validTo", Formula("today + duration(\"P5Y\")")), ("items", Json("""["x"]""")));
        var granted = new CaseDriver(flow.Build()).Start().Effect<GrantEntitlement>();

        Assert.Equal(("card", "A", new DateOnly(2026, 3, 2), new DateOnly(2031, 3, 2)), (granted.Kind, granted.Level, granted.ValidFrom, granted.ValidTo!.Value));
        Assert.Equal("x", granted.Items.AsList()[0].AsString());
    }

    [Fact]
    public void SetVariable_IsSeenByExpressions()
    {
        var flow = new FlowBuilder().Variable("x")
            .Add("set", "Elsa.SetVariable", ("variable", System.Text.Json.Nodes.JsonNode.Parse("""{ "id": "id-x", "name": "x" }""")), ("value", Formula("1 + 1")))
            .Add("if", "Elsa.FlowDecision", ("condition", Formula("x = 2"))).End("yes", "granted").Connect("set>if", "if:True>yes");

        Assert.Equal("granted", new CaseDriver(flow.Build()).Start().State.Result);
    }

    [Theory]
    [InlineData("MatchFirst", "granted")]
    [InlineData("MatchAny", null)]
    public void FlowSwitch_FollowsItsMode(string mode, string? result)
    {
        var cases = System.Text.Json.Nodes.JsonNode.Parse("""
            [ { "label": "a", "condition": { "type": "FEEL", "value": "1 = 1" } }, { "label": "b", "condition": { "type": "FEEL", "value": "2 = 2" } } ]
            """);
        var flow = new FlowBuilder().Add("s", "Elsa.FlowSwitch", ("cases", cases), ("mode", Literal(mode)))
            .End("yes", "granted").Add("wait", "Fill").Connect("s:b>wait", "s:a>yes", "s:Default>wait");
        var @case = new CaseDriver(flow.Build()).Start(withSubmission: false);

        Assert.Equal(mode == "MatchFirst" ? result : "granted", @case.State.Result);
        Assert.Equal(mode == "MatchAny", @case.Effects.OfType<CreateTask>().Any() || @case.Path.Contains("wait"));
    }

    [Fact]
    public void Sequence_RunsInOrder_AndReturnsWithin()
    {
        const string Json = """
            { "definitionId": "s", "root": { "id": "flow", "type": "Elsa.Sequence", "activities": [
              { "id": "one", "type": "Approvals.Review", "participants": [ { "kind": "users", "users": ["a"] } ] },
              { "id": "two", "type": "Approvals.Review", "participants": [ { "kind": "users", "users": ["b"] } ], "returnTo": ["one"] } ] } }
            """;
        var @case = new CaseDriver(WorkflowDefinition.Read(System.Text.Encoding.UTF8.GetBytes(Json)).Value).Start().Complete("one", "a", "Approved");
        @case.Send(new Returned(@case.Task("two").Id, CaseDriver.By("b"), "one"));

        Assert.Equal(["one"], @case.Waiting);
        Assert.Equal(WorkflowStatus.Finished, @case.Complete("one", "a", "Approved").Complete("two", "b", "Approved").State.Status);
    }

    [Theory]
    [InlineData(true, "granted")]
    [InlineData(false, "terminated")]
    public void Decide_CollectedList_MatchesWhenSomethingIsInIt(bool any, string result)
    {
        var flow = new FlowBuilder().Add("d", "Decide", ("decision", Literal("table")))
            .End("yes", "granted").End("none", "terminated").Connect("d:Done>yes", "d:NoMatch>none");
        var @case = new CaseDriver(flow.Build())
        {
            Decide = (_, _) => new DecisionResult(FeelValue.Of(any ? [FeelValue.Of("card")] : Array.Empty<FeelValue>()), [], []),
        }.Start();

        Assert.Equal(result, @case.State.Result);
    }

    [Theory]
    [InlineData("pass", "granted")]
    [InlineData("else", "refused")]
    [InlineData(null, "terminated")]
    public void Decide_LeavesByTheValue(string? value, string result)
    {
        var flow = new FlowBuilder().Variable("all")
            .Add("d", "Decide", ("decision", Literal("table")), ("inputs", Json("""{ "months": "=form.f.months", "rights": "=count(applicant.entitlements)" }""")),
                ("result", Literal("way")), ("into", Json("""{ "all": "" }""")))
            .End("yes", "granted").End("no", "refused").End("none", "terminated").Connect("d:pass>yes", "d:else>no", "d:NoMatch>none");
        var @case = new CaseDriver(flow.Build())
        {
            Form = ReviewTests.Form("""{ "f": { "months": 4 } }"""),
            Decide = (_, inputs) => new DecisionResult(
                value is null || inputs["months"] != FeelValue.Of(4) || inputs["rights"] != FeelValue.Of(0) ? FeelValue.Null
                    : FeelValue.Of(FeelContext.Empty.With("way", FeelValue.Of(value))),
                [], []),
        }.Start();

        Assert.Equal(result, @case.State.Result);
        Assert.Equal([new Entitlements("applicant")], @case.Asked);
        Assert.Equal("table", @case.Effect<RecordDecision>().Decision);
    }

    [Fact]
    public void Decide_InputsNotThere_AreNull()
    {
        var given = FeelContext.Empty;
        var flow = new FlowBuilder().Add("d", "Decide", ("decision", Literal("t")), ("inputs", Json("""{ "a": "=form.later.field", "b": "=form.f.gone" }""")));
        var @case = new CaseDriver(flow.Build())
        {
            Form = ReviewTests.Form("""{ "f": { } }"""),
            Decide = (_, inputs) =>
            {
                given = inputs;
                return new DecisionResult(FeelValue.Of("x"), [], []);
            },
        }.Start();

        Assert.Empty(@case.State.Incidents);
        Assert.Equal(["a", "b"], given.Entries.Where(e => e.Value.IsNull).Select(e => e.Key));
    }

    [Fact]
    public void Decide_Failing_IsAnIncident()
    {
        var @case = new CaseDriver(new FlowBuilder().Add("d", "Decide", ("decision", Literal("nope"))).Build()).Start();

        Assert.Equal("workflow.decisionFailed", Assert.Single(@case.State.Incidents).Code);
    }

    [Theory]
    [InlineData("""[{ "kind": "role", "role": "R", "level": "province" }]""", "R r3")]
    [InlineData("""[{ "kind": "role", "role": "R", "region": "=case.city" }]""", "R r2")]
    [InlineData("""[{ "kind": "field", "path": "=form.f.person" }]""", "p1")]
    [InlineData("""[{ "kind": "expression", "value": "=[\"p1\", \"p2\"]" }]""", "p1,p2")]
    [InlineData("""[{ "kind": "manager", "of": "=form.f.person" }]""", "boss-of-p1")]
    [InlineData("""[{ "kind": "previousActor", "activity": "apply" }]""", "applicant")]
    public void Participants_OfEachKind_AreResolved(string participants, string expected)
    {
        var flow = new FlowBuilder().Add("apply", "Fill").Add("n", "Notify", ("to", Json(participants)), ("template", Literal("t"))).Connect("apply>n");
        var to = new CaseDriver(flow.Build()) { Form = ReviewTests.Form("""{ "f": { "person": "p1" } }""") }.Start().Effect<Notify>().To;

        Assert.Equal(expected, string.Join(",", to.Select(c => c is RoleCandidate r ? $"{r.Role} {r.Region}" : ((UserCandidate)c).Id)));
    }
}
