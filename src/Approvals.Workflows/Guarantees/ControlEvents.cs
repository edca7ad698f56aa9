namespace Approvals.Workflows;

/// <summary>What may happen next in a control state.</summary>
internal static class ControlEvents
{
    /// <summary>Lets one of the possible events happen, the next of the script; false when there is none.</summary>
    public static bool Happen(ControlRun run, bool withWithdrawal)
    {
        var events = Possible(run, withWithdrawal);
        if (events.Count == 0)
        {
            return false;
        }

        events[run.Script.Choose(events.Count)]();
        run.Drain();
        return true;
    }

    private static List<Action> Possible(ControlRun run, bool withWithdrawal)
    {
        var events = new List<Action>();
        foreach (var node in run.State.Root?.WithDescendants() ?? [])
        {
            if (!node.IsFrozen && !node.IsStuck && node.Children.Count == 0 && run.Node(node).Activity.Waits)
            {
                events.AddRange(node.Left ? OfPromise(run, node) : OfWaiting(run, node));
            }
        }

        if (withWithdrawal && !run.State.IsGranted)
        {
            events.Add(() => Withdraw(run));
        }

        return events;
    }

    private static IEnumerable<Action> OfWaiting(ControlRun run, ControlNode node)
    {
        var source = run.Node(node);
        foreach (var by in run.Outcomes.Of(source).Where(o => !o.Contains("PromiseMissed") && IsPossible(run, source, o)))
        {
            yield return () => run.Leave(node, by);
        }

        foreach (var (target, scope) in ControlReturns.Targets(run, node))
        {
            yield return () => ControlReturns.Take(run, node, target, scope);
        }

        if (source.Activity is Accept accept)
        {
            if (accept.CorrectionLimit.Expression is not null && !run.State.Corrected.Contains(node.Activity))
            {
                yield return () => AskCorrection(run, node, source);
            }

            if (!accept.Conditional.Constant.IsEmpty)
            {
                yield return () => Stay(run, node, source);
            }
        }
    }

    /// <summary>A correction is missed only after one was asked for.</summary>
    private static bool IsPossible(ControlRun run, ActivityNode source, ImmutableArray<string> by) =>
        source.Activity is not Accept || !by.Contains("CorrectionMissed") || run.State.Corrected.Contains(source.Id);

    private static IEnumerable<Action> OfPromise(ControlRun run, ControlNode node)
    {
        yield return () =>
        {
            node.Scope!.Children.Remove(node);
            ControlJoins.Settle(run, node.Scope);
        };
        if (run.Node(node).Activity is Accept { ConditionalLimit.Expression: not null })
        {
            yield return () =>
            {
                ControlReturns.TakeBack(run, node.Scope!, node.Activity, except: node);
                node.Left = false;
                run.Leave(node, ["PromiseMissed"]);
            };
        }
    }

    private static void AskCorrection(ControlRun run, ControlNode node, ActivityNode source)
    {
        run.State.Corrected.Add(node.Activity);
        run.Path.Add(new PathStep(PathStepKind.CorrectionAsked, node.Activity, source.Definition.DisplayName));
        run.Monitor.AsksCorrection(source);
    }

    /// <summary>The flow goes on while the acceptance stays for what was promised.</summary>
    private static void Stay(ControlRun run, ControlNode node, ActivityNode source)
    {
        node.Left = true;
        run.Path.Add(new PathStep(PathStepKind.Left, node.Activity, source.Definition.DisplayName) { Outcomes = ["Accepted"] });
        run.Monitor.Leaves(source, ["Accepted"]);
        ControlContainers.ChildLeft(run, node.Scope!, node, ["Accepted"]);
    }

    private static void Withdraw(ControlRun run)
    {
        run.Path.Add(new PathStep(PathStepKind.Withdrawn, null, null));
        var fill = run.State.HasWayOut
            ? run.Program.Nodes.FirstOrDefault(n => n.Activity is Fill && n.Parent?.Activity.HasWay(n.Id, ["Withdrawn"]) == true)
            : null;
        var scope = fill is null ? null : run.State.Root?.WithDescendants().FirstOrDefault(n => n.Activity == fill.Parent!.Id);
        if (fill is null || scope is null)
        {
            run.End("withdrawn", null);
            return;
        }

        scope.Children.Clear();
        scope.Tokens.Clear();
        run.Leave(new ControlNode(fill.Id, scope), ["Withdrawn"]);
    }
}
