namespace Approvals.Workflows;

/// <summary>The control state of a case under way, from its whole state.</summary>
internal static class StateReading
{
    public static ControlCase Of(WorkflowProgram program, WorkflowState state)
    {
        var root = state.Executions.First(e => e.Scope is null);
        var read = new ControlCase { Root = Add(root, null, state, program), IsOver = state.Status == WorkflowStatus.Finished };
        foreach (var (activity, round) in state.Rounds)
        {
            var node = program.Find(activity);
            read.IsGranted |= node?.Activity is Grant && round.Outcome == "Done";
            read.HasWayOut |= node?.Activity is Fill && node.Parent?.Activity.HasWay(activity, ["Withdrawn"]) == true;
            if (round.Corrected)
            {
                read.Corrected.Add(activity);
            }
        }

        return read;
    }

    private static ControlNode Add(Execution execution, ControlNode? scope, WorkflowState state, WorkflowProgram program)
    {
        var node = new ControlNode(execution.Activity, scope) { After = execution.After, Left = execution.Left };
        node.Tokens.AddRange(state.Tokens.Where(t => t.Scope == execution.Id).Select(t => new ControlToken(t.From, t.Port, t.To, t.After)));
        foreach (var child in state.Executions.Where(e => e.Scope == execution.Id))
        {
            node.Children.Add(Add(child, node, state, program));
        }

        node.Position = Position(node, program);
        return node;
    }

    /// <summary>A sequence has come as far as the child that runs.</summary>
    private static int Position(ControlNode node, WorkflowProgram program)
    {
        var definition = program.Find(node.Activity)!.Definition;
        return definition.Type is "Elsa.Sequence" or "Elsa.Container"
            ? node.Children.Select(c => definition.Activities.ToList().FindIndex(a => a.Id == c.Activity) + 1).DefaultIfEmpty().Max()
            : 0;
    }
}
