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
