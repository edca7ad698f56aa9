using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

public sealed class JoinTests
{
    [Theory]
    [InlineData("Stream")]
    [InlineData("None")]
    [InlineData("Merge")]
    [InlineData("Converge")]
    public void Fork_BothBranchesArrive_JoinRunsOnce(string mode)
    {
        var @case = new CaseDriver(Forked(mode).Build()).Start();
        Assert.Equal(["left", "right"], @case.Waiting);

        @case.Complete("left", "a");
        Assert.Equal(["right"], @case.Waiting);
        Assert.Single(@case.State.Tokens);
        @case.Complete("right", "b").Complete("after", "c");

        Assert.Equal("granted", @case.State.Result);
        Assert.Equal(1, @case.Path.Count(a => a == "join"));
    }

    [Fact]
    public void Race_FirstArrives_TakesTheOtherBack()
    {
        var @case = new CaseDriver(Forked("Race").Build()).Start().Complete("right", "b");

        Assert.Equal(["after"], @case.Waiting);
        Assert.Contains(@case.Effects.OfType<CloseTask>(), e => e.Reason == CloseReason.Cancelled);
        Assert.Equal("granted", @case.Complete("after", "c").State.Result);
    }

    [Fact]
    public void Cascade_RunsOnceForEachToken()
    {
        var @case = new CaseDriver(Forked("Cascade").Build()).Start().Complete("left", "a").Complete("right", "b");

        Assert.Equal(2, @case.State.Tasks.Count(t => t.Activity == "after"));
    }

    [Theory]
    [InlineData("WaitAny", "after")]
    [InlineData("WaitAll", "right")]
    [InlineData("WaitAllActive", "right")]
    [InlineData("WaitAllInbound", "right")]
    [InlineData(null, "after")]
    public void FlowJoin_OlderMode_IsRead(string? mode, string waiting)
    {
        var flow = Branches().Add("join", "Elsa.FlowJoin", mode is null ? [] : [("mode", Literal(mode))]);

        Assert.Contains(waiting, new CaseDriver(flow.Build()).Start().Complete("left", "a").Waiting);
    }

    [Theory]
    [InlineData("WaitAny", "after")]
    [InlineData("WaitAll", "right")]
    public void JoinMode_AsItWasKeptBeforeMergeModes_IsRead(string mode, string waiting)
    {
        var flow = Branches().Add("join", "Elsa.FlowNode", ("customProperties", new System.Text.Json.Nodes.JsonObject { ["joinMode"] = mode }));

        Assert.Contains(waiting, new CaseDriver(flow.Build()).Start().Complete("left", "a").Waiting);
    }

    [Fact]
    public void Stream_BranchThatTurnsAway_DoesNotHoldTheJoin()
    {
        var flow = new FlowBuilder().Add("fork", "Elsa.FlowFork", ("branches", Json("""["l", "r"]""")))
            .Add("left", "Fill", ("who", Users("a")))
            .Add("right", "Review", ("participants", Users("b"))).Add("aside", "Elsa.FlowNode").Add("join", "Elsa.FlowNode").End("end", "granted")
            .Connect("fork:l>left", "fork:r>right", "left>join", "right:Approved>join", "right:Rejected>aside", "join>end");
        var @case = new CaseDriver(flow.Build()).Start(withSubmission: false).Complete("left", "a");
        Assert.Single(@case.State.Tokens);

        Assert.Equal("granted", @case.Complete("right", "b", "Rejected").State.Result);
    }

    [Fact]
    public void Merge_LoopBack_NeedsNoForwardToken()
    {
        var flow = new FlowBuilder().Merge("head", "Merge").Add("look", "Review", ("participants", Users("a", "b")), ("allowSuccessive", Literal(true)))
            .End("end", "granted").Connect("head>look", "look:Rejected>head", "look:Approved>end");

        Assert.Equal("granted", new CaseDriver(flow.Build()).Start().Complete("look", "a", "Rejected").Complete("look", "a", "Approved").State.Result);
    }

    [Fact]
    public void Flowchart_NothingUnderWay_Finishes()
    {
        var @case = new CaseDriver(new FlowBuilder().Add("a", "Elsa.FlowNode").Build()).Start();

        Assert.Equal(WorkflowStatus.Finished, @case.State.Status);
        Assert.Null(@case.State.Result);
    }

    [Fact]
    public void ManyBranches_JoinOnce()
    {
        var flow = new FlowBuilder().Add("fork", "Elsa.FlowNode").Merge("join", "Merge").End("end", "granted").Connect("join>end");
        for (var i = 0; i < 300; i++)
        {
            flow.Add($"b{i}", "Elsa.FlowNode").Connect($"fork>b{i}", $"b{i}>join");
        }

        var @case = new CaseDriver(flow.Build()).Start();

        Assert.Equal("granted", @case.State.Result);
        Assert.Equal(1, @case.Path.Count(a => a == "join"));
    }

    [Fact]
    public void NestedFlowchart_End_EndsOnlyItself()
    {
        const string Inner = """
            { "id": "inner", "type": "Elsa.Flowchart", "activities": [
              { "id": "in", "type": "Approvals.Fill" }, { "id": "stop", "type": "Elsa.End", "customProperties": { "approvals": { "result": "refused" } } } ],
              "connections": [ { "source": { "activity": "in", "port": "Done" }, "target": { "activity": "stop" } } ] }
            """;
        var json = new FlowBuilder().Add("x", "Elsa.FlowNode").End("end", "granted").Connect("x>inner", "inner>end").ToJson()
            .Replace("\"activities\":[", "\"activities\":[" + Inner + ",", StringComparison.Ordinal);
        var definition = WorkflowDefinition.Read(System.Text.Encoding.UTF8.GetBytes(json)).Value;

        Assert.Equal("granted", new CaseDriver(definition).Start(withSubmission: false).Complete("in", "applicant").State.Result);
    }

    private static FlowBuilder Forked(string mode) => Branches().Merge("join", mode);

    private static FlowBuilder Branches() => new FlowBuilder()
        .Add("apply", "Fill").Add("fork", "Elsa.FlowFork", ("branches", Json("""["l", "r"]""")))
        .Add("left", "Fill", ("who", Users("a"))).Add("right", "Fill", ("who", Users("b"))).Add("after", "Fill", ("who", Users("c")))
        .End("end", "granted")
        .Connect("apply>fork", "fork:l>left", "fork:r>right", "left>join", "right>join", "join>after", "after>end");
}
