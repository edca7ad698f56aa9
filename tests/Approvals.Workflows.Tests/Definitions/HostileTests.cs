using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

/// <summary>Definitions made to break the engine: refused with the place, or run to an incident, in bounded time.</summary>
public sealed class HostileTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    [Fact]
    public void CycleWithoutWait_IsAnIncident() => Within(() => Assert.Equal("workflow.tooManyActivities", Assert.Single(
        new CaseDriver(new FlowBuilder().Add("a", "Elsa.FlowNode").Add("b", "Elsa.FlowNode").Connect("a>b", "b>a").Build()).Start().State.Incidents).Code));

    [Fact]
    public void LoopsWithoutEnd_AreIncidents() => Within(() =>
    {
        Assert.Equal("workflow.tooManyActivities", Run(Activity("w", "Elsa.While", ("condition", Formula("true")), ("body", Line("l", "1")))).Code);
        Assert.Equal("workflow.tooManyActivities", Run(Activity("w", "Elsa.For", ("start", Literal(0)), ("end", Literal(2_000_000_000)), ("body", Line("l", "1")))).Code);
    });

    [Fact]
    public void LoopsWithoutBody_AreDoneOrIncidents() => Within(() =>
    {
        var empty = new CaseDriver(new FlowBuilder().Add("w", Activity("w", "Elsa.For", ("start", Literal(0)), ("end", Literal(2_000_000_000)))).Build()).Start();
        Assert.Equal(WorkflowStatus.Finished, empty.State.Status);
        Assert.Equal(WorkflowStatus.Finished, new CaseDriver(new FlowBuilder().Add("w", "Elsa.While", ("condition", Formula("true"))).Build()).Start().State.Status);
    });

    [Fact]
    public void ParallelForEach_OverTooMany_IsAnIncident() => Within(() => Assert.Equal("workflow.tooManyItems", Run(Activity(
        "p", "Elsa.ParallelForEach", ("items", Formula("for i in 1..20000 return i")), ("body", Line("l", "1")))).Code));

    [Fact]
    public void TenThousandActivities_Run() => Within(() =>
    {
        var flow = new FlowBuilder();
        for (var i = 0; i < 9_990; i++)
        {
            flow.Add($"a{i}", "Elsa.FlowNode");
            flow = i == 0 ? flow : flow.Connect($"a{i - 1}>a{i}");
        }

        var definition = flow.Build();
        Assert.Empty(definition.Check());
        Assert.Equal(WorkflowStatus.Finished, Step(definition).State.Status);
    });

    [Fact]
    public void MoreThanTenThousandActivities_AreRefusedWithThePlace() => Within(() =>
    {
        var activities = new JsonArray([.. Enumerable.Range(0, 10_001).Select(i => (JsonNode)new JsonObject { ["id"] = $"a{i}", ["type"] = "Elsa.FlowNode" })]);
        var error = Read(new JsonObject { ["root"] = new JsonObject { ["id"] = "r", ["type"] = "Elsa.Flowchart", ["activities"] = activities } }.ToJsonString());
        Assert.Equal(("workflow.read.tooMany", "root.activities[9999]"), (error.Code, error.Data["path"]));
    });

    [Theory]
    [InlineData("Merge")]
    [InlineData("Converge")]
    [InlineData("Stream")]
    [InlineData("Cascade")]
    [InlineData("Race")]
    public void ThousandBranches_JoinInEveryMode(string mode) => Within(() =>
    {
        var flow = new FlowBuilder().Add("fork", "Elsa.FlowNode").Merge("join", mode);
        for (var i = 0; i < 1_000; i++)
        {
            flow.Add($"b{i}", "Elsa.FlowNode").Connect($"fork>b{i}", $"b{i}>join");
        }

        var stepped = Step(flow.End("yes", "granted").Connect("join>yes").Build());
        Assert.Equal(WorkflowStatus.Finished, stepped.State.Status);
        Assert.Equal(1, stepped.Executed.Count(e => e.Activity == "yes"));
    });

    [Fact]
    public void ThousandPeopleAtOnce_AreAskedAndJoin() => Within(() =>
    {
        var flow = new FlowBuilder().Add("fork", "Elsa.FlowNode").Merge("join", "Merge");
        for (var i = 0; i < 1_000; i++)
        {
            flow.Add($"b{i}", "Fill", ("who", Users("p"))).Connect($"fork>b{i}", $"b{i}>join");
        }

        var definition = flow.End("yes", "granted").Connect("join>yes").Build();
        var state = Step(definition).State;
        for (var i = 0; i < 1_000; i++)
        {
            state = ((Stepped)WorkflowEngine.Step(definition, state, new TaskCompleted(state.Tasks.First().Id, CaseDriver.By("p"), "Done"), new CaseDriver(definition).Context())).State;
        }

        Assert.Equal("granted", state.Result);
    });

    [Theory]
    [InlineData("""{ "root": { "id": "r", "type": "Elsa.HttpEndpoint" } }""", "workflow.check.unsupportedActivity", "root")]
    [InlineData("""{ "root": { "id": "r", "type": "Elsa.Flowchart", "activities": [ { "id": "a", "type": "Elsa.Start" } ], "connections": [ { "source": "a", "target": "b" } ] } }""", "workflow.check.connectionToNowhere", "root.connections[0]")]
    [InlineData("""{ "root": { "id": "r", "type": "Elsa.Flowchart", "activities": [ { "id": "a", "type": "Elsa.Start" }, { "id": "a", "type": "Elsa.End" } ] } }""", "workflow.check.duplicateId", "root.activities[1]")]
    [InlineData("""{ "root": { "id": "r", "type": "Elsa.While", "condition": { "expression": { "type": "Liquid", "value": "x" } } } }""", "workflow.check.unsupportedExpression", "root.condition")]
    public void Mistakes_AreNamedWithTheirPlace_AndRunToAnEnd(string json, string code, string place)
    {
        var definition = WorkflowDefinition.Read(Encoding.UTF8.GetBytes(json)).Value;
        Assert.Contains(definition.Check(), p => p.Code == code && p.Place == place && p.Severity == Severity.Error);
        var state = Step(definition).State;
        Assert.True(state.Status == WorkflowStatus.Finished || !state.Incidents.IsEmpty);
    }

    [Fact]
    public void DeepNesting_IsRefusedWithThePlace() => Within(() =>
    {
        var inner = """{ "id": "end", "type": "Elsa.End" }""";
        for (var i = 0; i < 45; i++)
        {
            inner = $$"""{ "id": "s{{i}}", "type": "Elsa.Sequence", "activities": [ {{inner}} ] }""";
        }

        Assert.Equal("workflow.read.tooDeep", Read($$"""{ "root": {{inner}} }""").Code);
        Assert.Equal("workflow.read.json", Read(new string('[', 100_000)).Code);
    });

    [Fact]
    public void FiftyMegabytes_AreRefused() => Within(() =>
        Assert.Equal("workflow.read.tooLarge", WorkflowDefinition.Read(new byte[50 * 1024 * 1024]).Error!.Code));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("nothing")]
    [InlineData("{ \"root\": { \"id\": \"r\", }")]
    [InlineData("{ \"root\": { \"id\": \"\\ud800\" } }")]
    public void BrokenJson_IsRefusedWithLineAndColumn(string json)
    {
        var error = Read(json);
        Assert.Equal("workflow.read.json", error.Code);
        Assert.True(error.Data.ContainsKey("line") && error.Data.ContainsKey("column"));
    }

    [Theory]
    [InlineData("[]", "workflow.read.notObject")]
    [InlineData("{}", "workflow.read.noRoot")]
    [InlineData("""{ "root": { "id": "r" } }""", "workflow.read.noType")]
    [InlineData("""{ "root": { "id": "r", "type": "Elsa.Flowchart", "connections": [ { "source": 1 } ] } }""", "workflow.read.connection")]
    public void MissingParts_AreRefused(string json, string code) => Assert.Equal(code, Read(json).Code);

    private static Incident Run(JsonObject activity) =>
        Assert.Single(Step(new FlowBuilder().Add(activity["id"]!.GetValue<string>(), activity).Build()).State.Incidents);

    private static Stepped Step(WorkflowDefinition definition) =>
        (Stepped)WorkflowEngine.Step(definition, WorkflowState.New, new Started(CaseDriver.By("a")), new CaseDriver(definition).Context());

    private static Error Read(string json) => WorkflowDefinition.Read(Encoding.UTF8.GetBytes(json)).Error!;

    private static void Within(Action act)
    {
        var watch = Stopwatch.StartNew();
        act();
        Assert.True(watch.Elapsed < Bound, $"took {watch.Elapsed}");
    }
}
