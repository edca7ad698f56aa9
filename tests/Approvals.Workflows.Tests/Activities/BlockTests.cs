using System.Text.Json.Nodes;
using Approvals.Feel;
using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

/// <summary>Elsa's blocks: what runs, in which order, and where they end.</summary>
public sealed class BlockTests
{
    [Theory]
    [InlineData("1 = 1", "then")]
    [InlineData("1 = 2", "else")]
    public void If_RunsTheChildOfItsCondition(string condition, string line) =>
        Expect.Items(Run(Activity("a", "Elsa.If", ("condition", Formula(condition)), ("then", Line("t", "\"then\"")), ("else", Line("e", "\"else\"")))), line);

    [Fact]
    public void FlowNode_WithBody_RunsItBeforeItLeaves()
    {
        var flow = new FlowBuilder().Add("node", FlowBuilder.Activity("node", "Elsa.FlowNode", ("body", Line("inside", "\"inside\""))))
            .Add("after", Line("after", "\"after\"")).Connect("node>after");

        Expect.Items(new CaseDriver(flow.Build()).Start().Lines, "inside", "after");
    }

    [Fact]
    public void If_WithoutAChildForItsCondition_IsDone() =>
        Assert.Empty(Run(Activity("a", "Elsa.If", ("condition", Formula("1 = 2")), ("then", Line("t", "\"then\"")))));

    [Theory]
    [InlineData("MatchFirst", "one")]
    [InlineData("MatchAny", "one,two")]
    public void Switch_RunsTheCasesThatFit(string mode, string lines) => Assert.Equal(lines, string.Join(',', Run(Cases(mode, "true", "true"))));

    [Fact]
    public void Switch_NoCaseFits_RunsTheDefault() => Expect.Items(Run(Cases("MatchFirst", "false", "false")), "default");

    [Fact]
    public void While_RunsUntilItsConditionFails() => Expect.Items(
        Run(Activity("a", "Elsa.While", ("condition", Formula("n < 3")), ("body", Sequence("s", Line("l", "n"), Set("n", "n + 1"))))), "0", "1", "2");

    [Theory]
    [InlineData(1, 3, 1, true, "1,2,3")]
    [InlineData(1, 3, 1, false, "1,2")]
    [InlineData(3, 1, 2, true, "3,1")]
    [InlineData(0, -2, 1, false, "0,-1")]
    [InlineData(5, 5, 1, false, "")]
    public void For_CountsFromOneNumberToAnother(int start, int end, int step, bool inclusive, string lines) => Assert.Equal(lines, string.Join(',', Run(Activity(
        "a", "Elsa.For", ("start", Literal(start)), ("end", Literal(end)), ("step", Literal(step)), ("outerBoundInclusive", Literal(inclusive)), ("currentValue", Into("n")),
        ("body", Line("l", "n"))))));

    [Fact]
    public void For_StepOfZero_IsAnIncident()
    {
        var @case = Case(Activity("a", "Elsa.For", ("start", Literal(0)), ("end", Literal(3)), ("step", Literal(0)), ("body", Line("l", "n")))).Start(withSubmission: false);
        Assert.Equal("workflow.stepNotPositive", Assert.Single(@case.State.Incidents).Code);
    }

    [Fact]
    public void ForEach_RunsItsBodyForEachItemInTurn() => Expect.Items(
        Run(Activity("a", "Elsa.ForEach", ("items", Json("""["x", "y"]""")), ("currentValue", Into("n")), ("body", Line("l", "string(CurrentIndex) + CurrentValue + n")))), "0xx", "1yy");

    [Fact]
    public void ForEach_WaitsInItsBody_GoesOnWithTheNextItem()
    {
        var @case = Case(Activity("a", "Elsa.ForEach", ("items", Json("""["x", "y"]""")), ("body", Sequence("s", Person("p"), Line("l", "CurrentValue"))))).Start(withSubmission: false);
        Assert.Empty(@case.Lines);
        @case.Complete("p", "p");
        Expect.Items(@case.Lines, "x");
        Expect.Items(@case.Complete("p", "p").Lines, "x", "y");
        Assert.Equal("granted", @case.State.Result);
    }

    [Fact]
    public void ParallelForEach_RunsItsBodyForAllItemsAtOnce_EachWithItsOwnValue()
    {
        var @case = Case(Activity("a", "Elsa.ParallelForEach", ("items", Json("""["x", "y"]""")), ("body", Sequence("s", Person("p"), Line("l", "CurrentValue"))))).Start(withSubmission: false);
        Assert.Equal(2, @case.State.Tasks.Count());
        var second = @case.State.Tasks.Last();
        @case.Send(new TaskCompleted(second.Id, CaseDriver.By("p"), "Done"));
        Assert.Equal(WorkflowStatus.Waiting, @case.State.Status);
        Expect.Items(@case.Complete("p", "p").Lines, "y", "x");
        Assert.Equal("granted", @case.State.Result);
    }

    [Theory]
    [InlineData("Elsa.ForEach", "y")]
    [InlineData("Elsa.ParallelForEach", "x,y")]
    public void Break_EndsTheLoopAroundIt(string loop, string tasks)
    {
        var body = Sequence("s", Activity("i", "Elsa.If", ("condition", Formula("CurrentValue = \"x\"")), ("then", Line("l", "1")), ("else", Sequence("q", Person("p"), Activity("b", "Elsa.Break")))),
            Activity("w", "Elsa.If", ("condition", Formula("CurrentIndex > 5")), ("then", Person("never"))));
        var @case = Case(Activity("a", loop, ("items", Json("""["x", "y", "z"]""")), ("body", body))).Start(withSubmission: false);
        Assert.True(@case.State.Tasks.Count() >= tasks.Split(',').Length - 1);
        @case.Complete("p", "p");
        Assert.Equal("granted", @case.State.Result);
        Expect.Items(@case.Lines, "1");
    }

    [Fact]
    public void Break_OutsideOfALoop_IsAWarningAndDoesNothing()
    {
        var @case = Case(Activity("a", "Elsa.Break"));
        Assert.Contains(@case.Definition.Check(), p => p is { Code: "workflow.check.breakOutsideLoop", Severity: Severity.Warning });
        Assert.Equal("granted", @case.Start().State.Result);
    }

    [Fact]
    public void Parallel_IsDoneWhenEachChildHasLeft()
    {
        var @case = Case(Activity("a", "Elsa.Parallel", ("activities", new JsonArray(Person("p"), Person("q"))))).Start(withSubmission: false);
        @case.Complete("q", "p");
        Assert.Equal(WorkflowStatus.Waiting, @case.State.Status);
        Assert.Equal("granted", @case.Complete("p", "p").State.Result);
    }

    [Theory]
    [InlineData("WaitAny", false)]
    [InlineData("WaitAll", true)]
    public void Fork_WaitsAsItsModeSays(string mode, bool waits)
    {
        var @case = Case(Activity("a", "Elsa.Fork", ("joinMode", Literal(mode)), ("branches", new JsonArray(Person("p"), Sequence("s", Person("q")))))).Start(withSubmission: false);
        @case.Complete("q", "p");
        Assert.Equal(waits, @case.State.Status == WorkflowStatus.Waiting);
    }

    [Fact]
    public void NestedFlowchart_IsDoneAtItsEnd_AndReturnsItsVariables()
    {
        var inner = Activity("inner", "Elsa.Flowchart",
            ("variables", new JsonArray(new JsonObject { ["id"] = "id-own", ["name"] = "own", ["typeName"] = "Int32", ["value"] = "7" })),
            ("activities", new JsonArray(Line("l", "own"), Set("n", "own + 1"), Activity("e", "Elsa.End"))),
            ("connections", new JsonArray(Arrow("l", "n-set"), Arrow("n-set", "e"))));
        var @case = Case(inner).Start(withSubmission: false);
        Expect.Items(@case.Lines, "7");
        Assert.Equal(FeelValue.Of(8), @case.State.Variables["n"]);
        Assert.Equal("granted", @case.State.Result);
    }

    [Fact]
    public void ChildrenInLists_AreWrittenBackInPlace()
    {
        var definition = Case(Cases("MatchFirst", "true", "true")).Definition;
        var again = WorkflowDefinition.Read(definition.Write()).Value;
        Assert.Equal(definition.Write(), again.Write());
        Assert.Equal("two", again.Activity("w")!.Slots.Length == 3 ? "two" : "?");
        Assert.Contains(again.Activities, a => a.Id == "c2");
    }

    private static JsonObject Cases(string mode, string first, string second) => Activity("w", "Elsa.Switch", ("mode", Literal(mode)), ("default", Line("d", "\"default\"")),
        ("cases", new JsonArray(Case("One", first, Line("c1", "\"one\"")), Case("Two", second, Line("c2", "\"two\"")))));

    private static JsonObject Case(string label, string condition, JsonObject activity) =>
        new() { ["label"] = label, ["condition"] = new JsonObject { ["type"] = "FEEL", ["value"] = condition }, ["activity"] = activity };

    internal static JsonObject Arrow(string from, string to) =>
        new() { ["source"] = new JsonObject { ["activity"] = from, ["port"] = "Done" }, ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" } };

    internal static JsonObject Person(string id) => Activity(id, "Fill", ("who", Users("p")));

    internal static JsonObject Set(string variable, string formula) =>
        Activity(variable + "-set", "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = "id-" + variable }), ("value", Formula(formula)));

    private static CaseDriver Case(JsonObject activity)
    {
        var id = activity["id"]!.GetValue<string>();
        return new CaseDriver(new FlowBuilder().Variable("n", 0).Add(id, activity).End("yes", "granted").Connect($"{id}>yes").Build());
    }

    private static List<string> Run(JsonObject activity)
    {
        var @case = Case(activity).Start(withSubmission: false);
        Assert.Equal("granted", @case.State.Result);
        return [.. @case.Lines];
    }
}
