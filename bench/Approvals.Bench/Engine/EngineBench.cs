using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Approvals.Decisions;
using Approvals.Feel;
using Approvals.Workflows;

namespace Approvals.Bench.Engine;

/// <summary>The engine alone, in memory, on one core: a flowchart of ten activities, and a step early and late in a long case.</summary>
internal static class EngineBench
{
    private static readonly StepContext Context = new()
    {
        Instant = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)),
        Today = new DateOnly(2026, 3, 2),
        Data = FeelContext.Empty.With("applicant", FeelValue.Of(FeelContext.Empty.With("id", FeelValue.Of("a")))),
        Facts = FactSet.Empty,
        Decisions = new NoDecisions(),
    };

    public static void Run(bool smoke, TextWriter output)
    {
        Activities("ten activities that only connect", Chain("Elsa.FlowNode"), smoke, output);
        Activities("ten activities, of which four set variables and two decide", Mixed(), smoke, output);
        Late(smoke, output);
    }

    private static void Activities(string what, WorkflowDefinition definition, bool smoke, TextWriter output)
    {
        var cases = smoke ? 200 : 40_000;
        RunCases(definition, cases / 4);
        var best = 0d;
        for (var round = 0; round < (smoke ? 1 : 5); round++)
        {
            var watch = Stopwatch.StartNew();
            var activities = RunCases(definition, cases);
            best = Math.Max(best, activities / watch.Elapsed.TotalSeconds);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {best:N0} activities/s"));
    }

    private static long RunCases(WorkflowDefinition definition, int cases)
    {
        var activities = 0L;
        for (var i = 0; i < cases; i++)
        {
            activities += ((Stepped)WorkflowEngine.Step(definition, WorkflowState.New, new Started(new Actor("a")), Context)).Executed.Length - 1;
        }

        return activities;
    }

    /// <summary>A case that goes round between two people: what a step costs at first and after 200 steps.</summary>
    private static void Late(bool smoke, TextWriter output)
    {
        var definition = Loop();
        var early = After(definition, 2);
        var late = After(definition, 200);
        var (first, last) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < (smoke ? 1 : 9); round++)
        {
            first = Math.Min(first, Cost(definition, early, smoke));
            last = Math.Min(last, Cost(definition, late, smoke));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"a step at first {first:N2} µs, after 200 steps {last:N2} µs: {last / first:N2} ×; state {early.ToJson().Length} and {late.ToJson().Length} bytes"));
    }

    private static WorkflowState After(WorkflowDefinition definition, int steps)
    {
        var state = ((Stepped)WorkflowEngine.Step(definition, WorkflowState.New, new Started(new Actor("a")), Context)).State;
        for (var i = 0; i < steps; i++)
        {
            state = ((Stepped)WorkflowEngine.Step(definition, state, Next(state), Context)).State;
        }

        return state;
    }

    private static double Cost(WorkflowDefinition definition, WorkflowState state, bool smoke)
    {
        var (times, next) = (smoke ? 50 : 20_000, Next(state));
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < times; i++)
        {
            _ = WorkflowEngine.Step(definition, state, next, Context);
        }

        return watch.Elapsed.TotalMicroseconds / times;
    }

    private static TaskCompleted Next(WorkflowState state) => new(state.Tasks.First().Id, new Actor("a"), "Done");

    private static WorkflowDefinition Chain(string type) => Build(
        [.. Enumerable.Range(0, 10).Select(i => new JsonObject { ["id"] = "a" + i, ["type"] = type })],
        [.. Enumerable.Range(0, 9).Select(i => Connection("a" + i, "Done", "a" + (i + 1)))]);

    private static WorkflowDefinition Mixed()
    {
        JsonObject[] activities =
        [
            new() { ["id"] = "a0", ["type"] = "Elsa.Start" }, Set("a1", "1"), Set("a2", "count + 1"), Decision("a3"), Set("a4", "count * 2"),
            Node("a5"), Decision("a6"), Set("a7", "count - 3"), Node("a8"), Node("a9"),
        ];
        return Build(activities, [.. Enumerable.Range(0, 9).Select(i => Connection("a" + i, i is 3 or 6 ? "True" : "Done", "a" + (i + 1)))]);
    }

    private static WorkflowDefinition Loop() => Build(
        [Person("a0"), Set("a1", "count + 1"), Person("a2")], [Connection("a0", "Done", "a1"), Connection("a1", "Done", "a2"), Connection("a2", "Done", "a0")]);

    private static JsonObject Node(string id) => new() { ["id"] = id, ["type"] = "Elsa.FlowNode" };

    private static JsonObject Person(string id) => new() { ["id"] = id, ["type"] = "Approvals.Fill" };

    private static JsonObject Set(string id, string value) =>
        new() { ["id"] = id, ["type"] = "Elsa.SetVariable", ["variable"] = new JsonObject { ["id"] = "v" }, ["value"] = Feel(value) };

    private static JsonObject Decision(string id) => new() { ["id"] = id, ["type"] = "Elsa.FlowDecision", ["condition"] = Feel("count > 0") };

    private static JsonObject Feel(string text) => new() { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = "FEEL", ["value"] = text } };

    private static JsonObject Connection(string from, string port, string to) => new()
    {
        ["source"] = new JsonObject { ["activity"] = from, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
    };

    private static WorkflowDefinition Build(JsonObject[] activities, JsonObject[] connections)
    {
        var json = new JsonObject
        {
            ["definitionId"] = "bench",
            ["variables"] = new JsonArray(new JsonObject { ["id"] = "v", ["name"] = "count", ["typeName"] = "Int32", ["value"] = "0" }),
            ["root"] = new JsonObject { ["id"] = "flow", ["type"] = "Elsa.Flowchart", ["activities"] = new JsonArray([.. activities]), ["connections"] = new JsonArray([.. connections]) },
        };
        return WorkflowDefinition.Read(Encoding.UTF8.GetBytes(json.ToJsonString())).Value;
    }

    private sealed class NoDecisions : IDecisions
    {
        public Result<DecisionResult> Evaluate(string decision, FeelContext inputs) => new Error("decision.unknown");
    }
}
