using FsCheck;
using FsCheck.Fluent;
using static Approvals.Workflows.Tests.FlowBuilder;

namespace Approvals.Workflows.Tests;

/// <summary>
/// The explored control states are exactly those that the engine itself comes to when every event is tried in every state: small random
/// graphs of any shape, with joins of every mode, loops and returns.
/// </summary>
public sealed class ControlStatesTests
{
    private const int Most = 40;

    private static readonly string[] Modes = ["Stream", "Merge", "Converge", "Cascade", "Race"];

    private int _compared;

    [Fact]
    public void ExploredStates_AreThoseOfTheEngine()
    {
        Prop.ForAll<int[]>(numbers => Same(Build(numbers))).Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithEndSize(60));

        Assert.True(_compared > 60, $"only {_compared} graphs were small enough");
    }

    [Fact]
    public void ExploredStates_OfStructuredGraphs_AreThoseOfTheEngine() => Prop.ForAll<int[]>(shape => Same(RandomFlow.Build(shape.Select(n => n * 3))))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithEndSize(12));

    private bool Same(WorkflowDefinition definition)
    {
        if (ByEngine(definition) is not { } real)
        {
            return true; // too many states to try them all, or it goes round without a wait
        }

        _compared++;
        var explored = ControlStates.Explore(definition.Program, new NoMonitor(), withWithdrawal: false).States.Select(s => Signature(s.State)).ToHashSet(StringComparer.Ordinal);
        Assert.True(real.SetEquals(explored), $"only the engine: {string.Join(" ; ", real.Except(explored))}\nonly explored: {string.Join(" ; ", explored.Except(real))}");
        return true;
    }

    /// <summary>Every state the engine comes to; null when there are too many.</summary>
    private static HashSet<string>? ByEngine(WorkflowDefinition definition)
    {
        var start = new CaseDriver(definition).Start(withSubmission: false);
        var seen = new Dictionary<string, WorkflowState> { [Signature(start.State)] = start.State };
        var open = new Queue<WorkflowState>([start.State]);
        while (open.TryDequeue(out var state))
        {
            foreach (var next in Events(state).Select(e => After(definition, state, e)).OfType<WorkflowState>())
            {
                if (next.Incidents.Length > 0 || seen.Count > Most)
                {
                    return null;
                }

                if (seen.TryAdd(Signature(next), next))
                {
                    open.Enqueue(next);
                }
            }
        }

        return start.State.Incidents.Length > 0 ? null : [.. seen.Keys];
    }

    private static IEnumerable<WorkflowEvent> Events(WorkflowState state) => state.Tasks.SelectMany(task => task.Outcomes
        .Select(o => (WorkflowEvent)new TaskCompleted(task.Id, Actor(task), o))
        .Concat(task.ReturnTo.Where(t => t != "applicant").Select(t => new Returned(task.Id, Actor(task), t))));

    private static WorkflowState? After(WorkflowDefinition definition, WorkflowState state, WorkflowEvent @event)
    {
        var driver = new CaseDriver(definition);
        var context = driver.Context();
        var outcome = WorkflowEngine.Step(definition, state, @event, context);
        while (outcome is NeedFacts need)
        {
            context = need.Queries.Aggregate(context, (c, q) => c with { Facts = c.Facts.With(q, new UsersAnswer([])) });
            outcome = WorkflowEngine.Step(definition, state, @event, context);
        }

        return (outcome as Stepped)?.State;
    }

    private static Actor Actor(TaskBookmark task) => new(task.Candidates.OfType<UserCandidate>().First().Id);

    private static string Signature(WorkflowState state) => state.Status == WorkflowStatus.Finished ? $"over {state.Result}" : Signature(
        state.Executions.Where(e => e.Activity != "flow").Select(e => e.Activity), state.Tokens.Select(t => $"{t.From}:{t.Port}>{t.To}"));

    private static string Signature(ControlCase state) => state.IsOver ? $"over {state.Result}" : Signature(
        state.Root!.Children.Select(c => c.Activity), state.Root.Tokens.Select(t => $"{t.From}:{t.Port}>{t.To}"));

    private static string Signature(IEnumerable<string> activities, IEnumerable<string> tokens) =>
        $"{string.Join(',', activities.Order(StringComparer.Ordinal))} | {string.Join(',', tokens.Order(StringComparer.Ordinal))}";

    /// <summary>A graph of up to seven nodes: steps of people, nodes that join in some mode, and connections anywhere.</summary>
    private static WorkflowDefinition Build(int[] numbers)
    {
        var choices = new Queue<int>(numbers.Select(n => Math.Abs(n % 1_000)));
        int Next(int limit) => choices.TryDequeue(out var choice) ? choice % limit : 0;
        var count = 2 + Next(6);
        var flow = new FlowBuilder().Add("n0", "Elsa.Start");
        var reviews = new HashSet<int>();
        for (var i = 1; i <= count; i++)
        {
            if (Next(2) == 0)
            {
                reviews.Add(i);
                flow.Add($"n{i}", "Review", ("participants", Users("a")), ("allowSuccessive", Literal(true)), ("returnTo", Json($"[\"n{1 + Next(count)}\"]")),
                    ("customProperties", new System.Text.Json.Nodes.JsonObject { ["mergeMode"] = Modes[Next(5)] }));
            }
            else
            {
                flow.Merge($"n{i}", Modes[Next(5)]);
            }
        }

        // only steps of people lead back, so that nothing goes round without a wait
        string Target(int from) => Next(6) == 0 || (from == count && !reviews.Contains(from)) ? "end" : reviews.Contains(from) ? $"n{1 + Next(count)}" : $"n{from + 1 + Next(count - from)}";
        flow.End("end", "granted").Connect($"n0>n{1 + Next(count)}", $"n0>n{1 + Next(count)}");
        for (var i = 1; i <= count; i++)
        {
            string[] ports = reviews.Contains(i) ? ["Approved", "Rejected"] : ["Done", "Done"];
            flow.Connect([.. ports.Select(port => $"n{i}:{port}>{Target(i)}")]);
        }

        return flow.Build();
    }
}
