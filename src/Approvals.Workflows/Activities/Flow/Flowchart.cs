namespace Approvals.Workflows;

/// <summary>
/// A flowchart, token-based as in Elsa 3: an activity follows every connection whose port is among its outcomes; where several
/// meet, the merge mode says what happens. It is done when nothing in it is under way, or when an End is reached.
/// </summary>
internal sealed class Flowchart : Activity, IOrdersChildren
{
    private readonly Lazy<FlowGraph> _graph;
    private readonly Dictionary<string, MergeMode> _modes;

    private Flowchart(ActivityDefinition definition)
    {
        _graph = new Lazy<FlowGraph>(() => new FlowGraph(definition));
        _modes = definition.Activities.DistinctBy(a => a.Id).ToDictionary(a => a.Id, MergeModes.Of, StringComparer.Ordinal);
        Ends = [.. definition.Activities.Where(a => a.Type == "Elsa.End").Select(a => a.Id)];
    }

    public FlowGraph Graph => _graph.Value;

    private ImmutableHashSet<string> Ends { get; }

    public static Activity Read(ActivityReader reader) => new Flowchart(reader.Definition);

    public MergeMode Mode(string activity) => _modes.GetValueOrDefault(activity);

    public bool ComesBefore(string earlier, string later) => Graph.Dominates(earlier, later);

    public override bool HasWay(string child, ImmutableArray<string> outcomes)
    {
        var outbound = Graph.Outbound(child);
        return outbound.Count == 0 || outbound.Any(c => outcomes.Contains(c.Port));
    }

    public override Progress Run(ActivityContext context)
    {
        if ((context.Run.Trigger is { } trigger && Graph.Ids.Contains(trigger) ? trigger : Graph.Start) is not { } start)
        {
            return Progress.Done;
        }

        context.DeclareVariables();
        context.Schedule(start, context.Execution.After);
        return Progress.Wait;
    }

    public override Progress ChildLeft(ActivityContext context, Execution child, ImmutableArray<string> outcomes)
    {
        if (Ends.Contains(child.Activity))
        {
            return Progress.Done;
        }

        var after = Rounds.After(context.Run, child);
        context.Passed(after);
        var arrivals = Graph.Outbound(child.Activity).Where(c => outcomes.Contains(c.Port))
            .Select(c => new Token(context.Execution.Id, c.Source, c.Port, c.Target) { After = after }).ToList();
        context.Run.State = context.Run.State with { Tokens = context.Run.State.Tokens.AddRange(arrivals) };
        Joins.Release(context.Run, context.Execution.Id, this);
        return Settled(context);
    }

    /// <summary>Done when nothing is under way: a token that can never be joined does not keep it open.</summary>
    public override Progress Settled(ActivityContext context) =>
        context.Run.State.Executions.Any(e => e.Scope == context.Execution.Id) ? Progress.Wait : Progress.Done;
}
