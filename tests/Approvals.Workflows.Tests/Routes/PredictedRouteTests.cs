using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

public sealed class PredictedRouteTests
{
    [Fact]
    public void Start_ShowsTheFavourableWay() => Assert.Equal(["apply", "review", "left", "right", "notice"], Route(new CaseDriver(Flow().Build())));

    [Fact]
    public void UnderWay_ShowsWhatComesAfter() => Assert.Equal(["left", "right", "notice"], Route(new CaseDriver(Flow().Build()).Start()));

    [Fact]
    public void KnownCondition_IsFollowed() => Assert.Equal(
        ["refusal"], Route(new CaseDriver(Flow().Build()) { Form = ReviewTests.Form("""{ "f": { "months": 2 } }""") }.Start()));

    [Fact]
    public void ParallelBranches_BeginTogether_AndWhatFollowsWaitsForBoth()
    {
        var @case = new CaseDriver(Flow().Build());
        var after = PredictedRoute.Of(@case.Definition, @case.State, @case.Context()).ToDictionary(s => s.Activity, s => s.After.Order());

        Assert.Equal(["review"], after["left"]);
        Assert.Equal(["review"], after["right"]);
        Assert.Equal(["left", "right"], after["notice"]);
    }

    [Fact]
    public void LongerBranch_ComesWholeBeforeWhatFollowsTheJoin()
    {
        var flow = new FlowBuilder().Add("fork", "Elsa.FlowFork", ("branches", Json("""["l", "r"]""")))
            .Add("short", "WaitWorkingDays", ("days", Literal(1))).Add("long", "WaitWorkingDays", ("days", Literal(2))).Add("longer", "WaitWorkingDays", ("days", Literal(3)))
            .Merge("join", "Merge").Add("last", "WaitWorkingDays", ("days", Literal(4)))
            .Connect("fork:l>short", "fork:r>long", "long>longer", "short>join", "longer>join", "join>last");

        Assert.Equal(["short", "long", "longer", "last"], Route(new CaseDriver(flow.Build())));
    }

    [Fact]
    public void Outcome_LeadsToTheStepsAndEndsNext()
    {
        var @case = new CaseDriver(Flow().Build()).Start();

        Assert.Equal(["left", "right"], After(@case, "review", "Approved")!.Steps.Select(s => s.Activity));
        Assert.Equal(["refusal"], After(@case, "review", "Rejected")!.Steps.Select(s => s.Activity));
        Assert.Equal("refused", Assert.Single(After(@case, "refusal", "Approved")!.Ends).Result);
        Assert.Null(After(@case, "review", "Unheard"));
    }

    [Fact]
    public void Outcome_BeforeAJoin_AwaitsTheOtherBranch()
    {
        var @case = new CaseDriver(Flow().Build()) { Form = ReviewTests.Form("""{ "f": { "months": 5 } }""") }.Start();
        @case.Complete("review", "a", "Approved");

        var after = After(@case, "left", "Approved")!;
        Assert.Empty(after.Steps);
        Assert.Equal(["right"], after.AwaitsOthers.Select(a => a.Id));
    }

    private static RouteAfter? After(CaseDriver @case, string activity, string outcome) =>
        RouteAfter.Of(@case.Definition, @case.State, @case.Context(), activity, outcome);

    [Fact]
    public void Step_CarriesNameAndLimit()
    {
        var @case = new CaseDriver(Flow().Build());
        var step = PredictedRoute.Of(@case.Definition, @case.State, @case.Context()).Single(s => s.Activity == "notice");

        Assert.Equal(Limit.WorkingDays(5), step.Limit);
        Assert.Equal("OnNotice", step.ShownState);
    }

    [Fact]
    public void Finished_HasNoWay()
    {
        var @case = new CaseDriver(Flow().Build()).Start();
        @case.Send(new Withdrawn(CaseDriver.By("applicant")));

        Assert.Empty(Route(@case));
    }

    private static IEnumerable<string> Route(CaseDriver @case) =>
        PredictedRoute.Of(@case.Definition, @case.State, @case.Context()).Select(s => s.Activity);

    private static FlowBuilder Flow() => new FlowBuilder().Variable("both")
        .Add("apply", "Fill").Add("review", "Review", ("participants", Users("a")), ("limit", Limit(5)))
        .Add("enough", "Elsa.FlowDecision", ("condition", Formula("form.f.months >= 4")))
        .Add("set", "Elsa.SetVariable", ("variable", System.Text.Json.Nodes.JsonNode.Parse("""{ "id": "id-both", "name": "both" }""")), ("value", Formula("true")))
        .Add("fork", "Elsa.FlowFork", ("branches", Json("""["l", "r"]""")))
        .Add("left", "Review", ("participants", Users("b"))).Add("right", "Review", ("participants", Users("c"))).Merge("join", "Merge")
        .Add("agreed", "Elsa.FlowDecision", ("condition", Formula("both = true")))
        .Add("notice", "PublicNotice", ("template", Literal("t")), ("workingDays", Literal(5)), ("rulings", Users("d")))
        .Add("refusal", "Review", ("participants", Users("e")))
        .End("yes", "granted").End("no", "refused")
        .Connect("apply>review", "review:Approved>enough", "review:Rejected>refusal", "enough:True>set", "enough:False>refusal", "set>fork", "fork:l>left",
            "fork:r>right", "left:Approved>join", "right:Approved>join", "left:Rejected>refusal", "right:Rejected>refusal", "join>agreed",
            "agreed:True>notice", "agreed:False>refusal", "notice:NoObjection>yes", "notice:Objection>refusal", "refusal:Approved>no", "refusal:Rejected>no");
}
