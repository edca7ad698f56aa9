namespace Approvals.Workflows;

/// <summary>Whether everything under way has a place in the definition: its step, the container around it, the join that waits for it.</summary>
internal static class Places
{
    public static Error? Check(StepRun run) =>
        run.State.Executions.Select(e => Of(run, e)).FirstOrDefault(e => e is not null)
        ?? run.State.Tokens.Select(t => Of(run, t)).FirstOrDefault(e => e is not null)
        ?? run.State.Executions.Select(e => JoinThatNeverFills(run, e)).FirstOrDefault(e => e is not null);

    private static Error? Of(StepRun run, Execution execution)
    {
        if (run.Program.Find(execution.Activity) is not { Activity: not Unsupported } node)
        {
            return Refusal("workflow.move.noPlace", execution.Activity);
        }

        var container = execution.Scope is { } scope ? run.Find(scope)?.Activity : null;
        return node.Parent?.Id == container
            ? null
            : Refusal("workflow.move.otherContainer", execution.Activity).With("container", node.Parent?.Id ?? "–").With("was", container ?? "–");
    }

    private static Error? Of(StepRun run, Token token) =>
        Chart(run, run.Find(token.Scope)) is { } chart
        && chart.Graph.Outbound(token.From).Any(c => c.Port == token.Port && c.Target == token.To)
            ? null
            : Refusal("workflow.move.arrivalLost", token.To).With("from", token.From).With("port", token.Port);

    /// <summary>
    /// A join that waits for every branch is reached from where the case stands, and for one of its branches there is neither an arrival
    /// nor anything under way that could still bring one: the fork was passed before that branch was there.
    /// </summary>
    private static Error? JoinThatNeverFills(StepRun run, Execution scope)
    {
        if (Chart(run, scope) is not { } chart)
        {
            return null;
        }

        var arrived = run.State.Tokens.Where(t => t.Scope == scope.Id).ToList();
        var live = run.State.Executions.Where(e => e.Scope == scope.Id && !e.Left).Select(e => e.Activity).ToHashSet(StringComparer.Ordinal);
        foreach (var join in chart.Graph.Ids.Where(id => chart.Mode(id) is MergeMode.Merge or MergeMode.Converge && chart.Graph.ForwardInbound(id).Count > 1))
        {
            var inbound = chart.Graph.ForwardInbound(join);
            var missing = inbound.FirstOrDefault(c => !arrived.Exists(t => t.From == c.Source && t.Port == c.Port && t.To == join) && !CanCome(chart, c, live, arrived));
            if (missing is not null && inbound.Any(c => c != missing && (arrived.Exists(t => t.To == join && t.From == c.Source) || CanCome(chart, c, live, arrived))))
            {
                return Refusal("workflow.move.joinNever", join).With("from", missing.Source);
            }
        }

        return null;
    }

    private static bool CanCome(Flowchart chart, Connection connection, HashSet<string> live, List<Token> arrived)
    {
        if (live.Contains(connection.Source) || arrived.Exists(t => t.To == connection.Source))
        {
            return true;
        }

        var before = chart.Graph.Ancestors(connection.Source);
        return live.Overlaps(before) || arrived.Exists(t => before.Contains(t.To));
    }

    private static Flowchart? Chart(StepRun run, Execution? scope) => scope is null ? null : run.Node(scope).Activity as Flowchart;

    private static Error Refusal(string code, string activity) => new Error(code, ErrorKind.Conflict).With("activity", activity);
}
