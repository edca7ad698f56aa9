using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

/// <summary>Rules about every path, with the shortest path that breaks them.</summary>
public sealed class PathRuleTests
{
    private static readonly MessageCatalog Texts = MessageCatalog.Load(typeof(WorkflowEngine).Assembly);

    [Fact]
    public void Precedes_EveryPathPasses_Holds() => Assert.Equal(PathVerdict.Holds, Check(Granting(5), PathRuleKind.Precedes, ["Grant"], ["PublicNotice"], 5).Verdict);

    [Fact]
    public void Precedes_NoticeTooShort_IsBrokenByTheShortestPath()
    {
        var result = Check(Granting(3), PathRuleKind.Precedes, ["Grant"], ["PublicNotice"], 5);

        Assert.Equal(PathVerdict.Broken, result.Verdict);
        Assert.Equal(["begin", "apply", "accept", "review", "notice"], result.Path.Select(p => p.Activity!).Take(5));
        Assert.Equal("PublicNotice (notice): NoObjection", result.Path[4].Describe(Texts, "en"));
    }

    [Fact]
    public void Precedes_ABranchAroundIt_IsBroken()
    {
        var flow = Reviews().Connect("begin>apply", "apply>choice", "choice:True>first", "choice:False>second", "first:Approved>second", "first:Rejected>no", "second:Approved>yes", "second:Rejected>no").Build();

        var result = Check(flow, PathRuleKind.Precedes, ["granted"], ["first"]);

        Assert.Equal(["begin", "apply", "choice", "second"], result.Path.Where(p => p.Kind == PathStepKind.Left).Select(p => p.Activity).Take(4));
        Assert.Equal("False", Assert.Single(result.Path.Single(p => p.Activity == "choice").Outcomes));
    }

    [Fact]
    public void Precedes_AReturnTakesBackWhatWasDone()
    {
        var flow = Reviews().Add("late", "Review", ("participants", Users("a")), ("returnTo", Json("""["apply"]""")))
            .Connect("begin>apply", "apply>choice", "choice:True>first", "choice:False>second", "first:Approved>late", "first:Rejected>no", "second:Approved>yes", "second:Rejected>no", "late:Approved>yes", "late:Rejected>no").Build();

        var result = Check(flow, PathRuleKind.Never, ["second"], ["first"]);

        Assert.Equal(PathVerdict.Holds, result.Verdict);
    }

    [Theory]
    [InlineData("flow", PathVerdict.Holds)]
    [InlineData("switchWithoutDefault", PathVerdict.Broken)]
    [InlineData("switchWithDefault", PathVerdict.Holds)]
    [InlineData("switchOfEvery", PathVerdict.Broken)]
    [InlineData("executed", PathVerdict.Holds)]
    [InlineData("completed", PathVerdict.Broken)]
    [InlineData("dispatched", PathVerdict.Broken)]
    [InlineData("named", PathVerdict.Broken)]
    public void Precedes_StepInsideAContainer_IsSeenThere(string container, PathVerdict verdict)
    {
        var open = new FlowBuilder().Add("box", Box(container)).Add("grant", "Grant").End("yes", "granted").Connect("box>grant", "grant>yes").Build();
        var check = Activity("check", "Review", ("participants", Users("a")));
        var child = new FlowBuilder().Document("definitionId", "child");
        child = container != "completed" ? child.Add("check", check) : child.Add("begin", "Elsa.FlowDecision", ("condition", Formula("case.x = 1")))
            .Add("check", check).Add("out", "Elsa.Complete").Connect("begin:True>check", "begin:False>out");

        var result = Check(open with { Flows = open.Flows.Add("child", child.Build()) }, PathRuleKind.Precedes, ["Grant"], ["Review"]);

        Assert.Equal(verdict, result.Verdict);
    }

    private static System.Text.Json.Nodes.JsonObject Box(string container)
    {
        var check = Activity("check", "Review", ("participants", Users("a")));
        var another = Activity("other", "Review", ("participants", Users("b")));
        System.Text.Json.Nodes.JsonObject Case(System.Text.Json.Nodes.JsonNode child) => new() { ["label"] = "a", ["condition"] = "case.x = 1", ["activity"] = child };
        return container switch
        {
            "flow" => Activity("box", "Elsa.FlowNode", ("body", check)),
            "switchWithoutDefault" => Activity("box", "Elsa.Switch", ("cases", new System.Text.Json.Nodes.JsonArray(Case(check)))),
            "switchWithDefault" => Activity("box", "Elsa.Switch", ("cases", new System.Text.Json.Nodes.JsonArray(Case(check))), ("default", another)),
            "switchOfEvery" => Activity("box", "Elsa.Switch", ("mode", Literal("MatchAny")),
                ("cases", new System.Text.Json.Nodes.JsonArray(Case(check), Case(Activity("free", "Elsa.FlowNode")))), ("default", another)),
            "dispatched" => Activity("box", "Elsa.DispatchWorkflow", ("workflowDefinitionId", Literal("child"))),
            "named" => Activity("box", "Elsa.ExecuteWorkflow", ("workflowDefinitionId", Formula("case.x"))),
            _ => Activity("box", "Elsa.ExecuteWorkflow", ("workflowDefinitionId", Literal("child"))),
        };
    }

    [Fact]
    public void ProvablyConstantCondition_ClosesItsOtherBranch()
    {
        var flow = new FlowBuilder().Variable("always", true).Add("begin", "Elsa.Start").Add("choice", "Elsa.FlowDecision", ("condition", Formula("always = true")))
            .Add("check", "Review", ("participants", Users("a"))).End("yes", "granted").End("no", "refused")
            .Connect("begin>choice", "choice:True>check", "choice:False>yes", "check:Approved>yes", "check:Rejected>no").Build();

        Assert.Equal(PathVerdict.Holds, Check(flow, PathRuleKind.Precedes, ["granted"], ["check"]).Verdict);
    }

    [Theory]
    [InlineData("second", PathVerdict.Holds)]
    [InlineData("apply", PathVerdict.Broken)]
    public void Never_AfterAnother_LooksAtTheOrder(string by, PathVerdict verdict) => Assert.Equal(verdict, Check(InSeries(false), PathRuleKind.Never, ["first"], [by]).Verdict);

    [Fact]
    public void PersonDecides_TableAfterThePerson_IsBroken()
    {
        var flow = Reviews().Add("table", "Decide", ("decision", Literal("d"))).Connect("begin>apply", "apply>first", "first:Approved>table", "first:Rejected>table", "table:bad>no", "table:good>yes").Build();

        Assert.Equal(PathVerdict.Broken, Check(flow, PathRuleKind.Precedes, ["refused"], ["person"]).Verdict);
        Assert.Equal(PathVerdict.Holds, Check(InSeries(false), PathRuleKind.Precedes, ["refused"], ["person"]).Verdict);
    }

    [Theory]
    [InlineData(false, PathVerdict.Holds)]
    [InlineData(true, PathVerdict.Broken)]
    public void DistinctPeople_NextStep_DependsOnWhetherTwoInARowAreAllowed(bool allowed, PathVerdict verdict)
    {
        Assert.Equal(verdict, Check(InSeries(allowed), PathRuleKind.DistinctPeople, ["first", "second"], []).Verdict);
        Assert.Equal(verdict, Check(InSeries(allowed), PathRuleKind.DistinctPeople, ["granted"], []).Verdict);
    }

    [Theory]
    [InlineData("first", PathVerdict.Holds)]
    [InlineData("other", PathVerdict.Broken)]
    public void DistinctPeople_StepsApart_AreDistinctWhereTheLaterOneSaysFromWhich(string from, PathVerdict verdict)
    {
        var flow = Reviews(allowSuccessive: true).Add("last", "Review", ("participants", Users("a")), ("allowSuccessive", Literal(true)), ("distinctFrom", Json($"""["{from}"]""")))
            .Connect("begin>apply", "apply>first", "first:Approved>second", "first:Rejected>no", "second:Approved>last", "second:Rejected>no", "last:Approved>yes", "last:Rejected>no").Build();

        Assert.Equal(verdict, Check(flow, PathRuleKind.DistinctPeople, ["first", "last"], []).Verdict);
        Assert.Equal(verdict, Check(flow, PathRuleKind.DistinctPeople, ["granted"], []).Verdict);
    }

    [Theory]
    [InlineData("Merge", PathVerdict.Broken)]
    [InlineData("Stream", PathVerdict.Holds)]
    public void CanEnd_JoinOfExclusiveBranches_StopsWithoutAResultUnlessItStreams(string mode, PathVerdict verdict)
    {
        var flow = new FlowBuilder().Add("begin", "Elsa.Start").Add("choice", "Elsa.FlowDecision", ("condition", Formula("case.x = 1"))).Merge("join", mode).End("yes", "granted")
            .Connect("begin>choice", "choice:True>join", "choice:False>join", "join>yes").Build();

        Assert.Equal(verdict, Check(flow, PathRuleKind.CanEnd, ["granted"], []).Verdict);
    }

    [Fact]
    public void CanEnd_RoundWithoutAWayOut_IsBroken()
    {
        var flow = Reviews().Connect("begin>apply", "apply>first", "first:Approved>yes", "first:Rejected>choice", "choice:True>stay", "choice:False>stay", "stay>stay")
            .Add("stay", "WaitWorkingDays", ("days", Literal(1))).Build();

        var result = Check(flow, PathRuleKind.CanEnd, [], []);

        Assert.Equal("choice", result.Path[^1].Activity);
    }

    [Fact]
    public void AtMostOnce_TwoAcceptancesThatMayAsk_IsBroken()
    {
        var once = Accepting().Connect("accept:Accepted>yes").Build();
        var twice = Accepting().Add("again", "Accept", ("participants", Users("b")), ("correctionLimit", Limit(5)))
            .Connect("accept:Accepted>again", "again:Accepted>yes", "again:Declined>no", "again:CorrectionMissed>no").Build();

        Assert.Equal(PathVerdict.Holds, Check(once, PathRuleKind.AtMostOnce, ["Correction"], []).Verdict);
        Assert.Equal(2, Check(twice, PathRuleKind.AtMostOnce, ["Correction"], []).Path.Count(p => p.Kind == PathStepKind.CorrectionAsked));
    }

    [Fact]
    public void Tells_EndWithoutTheLetter_IsBroken()
    {
        var rule = new PathRule("r", PathRuleKind.Tells, ["refused"], []) { Letters = ["letter-refused"] };

        Assert.Equal(PathVerdict.Holds, PathRules.Check(InSeries(false), rule).Verdict);
        Assert.Equal(PathVerdict.Broken, PathRules.Check(InSeries(false), rule with { Letters = ["other"] }).Verdict);
    }

    [Fact]
    public void BeyondTheBound_IsUndecidedAndSaysHowFar()
    {
        var result = PathRules.Check(InSeries(false), new PathRule("r", PathRuleKind.Never, ["terminated"], []), bound: 2);

        Assert.Equal(PathVerdict.Undecided, result.Verdict);
        Assert.InRange(result.States, 2, 20);
    }

    [Fact]
    public void ManyConditionsInARowAndARoundOfThem_AreSeenInFull()
    {
        var flow = Reviews().Connect("begin>c0");
        for (var i = 0; i < 60; i++)
        {
            flow.Add($"c{i}", "Elsa.FlowDecision", ("condition", Formula($"form.f.x = {i}"))).Connect($"c{i}:True>c{i + 1}", i == 59 ? "c59:False>c0" : $"c{i}:False>c{i + 1}");
        }

        var definition = flow.Add("c60", "Elsa.FlowNode").Connect("c60>yes").Build();

        Assert.Equal(PathVerdict.Holds, Check(definition, PathRuleKind.CanEnd, ["granted"], []).Verdict);
        Assert.Equal(PathVerdict.Broken, Check(definition, PathRuleKind.Never, ["granted"], []).Verdict);
    }

    [Fact]
    public void EveryKindOfStep_HasAText() =>
        Assert.All(Enum.GetValues<PathStepKind>(), kind => Assert.DoesNotContain("workflow.path", new PathStep(kind, "a", new LocalText("名", "name")).Describe(Texts, "zh-CN"), StringComparison.Ordinal));

    private static FlowBuilder Reviews(bool allowSuccessive = false) => new FlowBuilder().Add("begin", "Elsa.Start").Add("apply", "Fill", ("form", Literal("f")))
        .Add("choice", "Elsa.FlowDecision", ("condition", Formula("form.f.x = 1")))
        .Add("first", "Review", ("participants", Users("a", "b")), ("allowSuccessive", Literal(allowSuccessive)))
        .Add("second", "Review", ("participants", Users("a", "b")), ("allowSuccessive", Literal(allowSuccessive)), ("returnTo", Json("""["first", "apply"]""")))
        .End("yes", "granted").End("no", "refused");

    private static FlowBuilder Accepting() => Reviews().Add("accept", "Accept", ("participants", Users("a")), ("correctionLimit", Limit(5)))
        .Connect("begin>apply", "apply>accept", "accept:Declined>no", "accept:CorrectionMissed>no");

    private static WorkflowDefinition InSeries(bool allowSuccessive) => Reviews(allowSuccessive)
        .Connect("begin>apply", "apply>first", "first:Approved>second", "first:Rejected>no", "second:Approved>yes", "second:Rejected>no").Build();

    private static WorkflowDefinition Granting(int days) => new FlowBuilder().Add("begin", "Elsa.Start").Add("apply", "Fill", ("form", Literal("f")))
        .Add("accept", "Accept", ("participants", Users("a"))).Add("review", "Review", ("participants", Users("b")), ("returnTo", Json("""["apply"]""")))
        .Add("notice", "PublicNotice", ("workingDays", Literal(days))).Add("grant", "Grant", ("kind", Literal("k"))).End("yes", "granted").End("no", "refused")
        .Connect("begin>apply", "apply>accept", "accept:Accepted>review", "accept:Declined>no", "review:Approved>notice", "review:Rejected>no", "notice:NoObjection>grant", "notice:Objection>review", "grant>yes")
        .Build();

    private static PathRuleResult Check(WorkflowDefinition definition, PathRuleKind kind, string[] target, string[] by, int? days = null) =>
        PathRules.Check(definition, new PathRule("r", kind, [.. target], [.. by]) { MinWorkingDays = days });
}
