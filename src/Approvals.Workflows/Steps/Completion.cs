namespace Approvals.Workflows;

/// <summary>What follows when an activity is done, is cancelled, or ends the case.</summary>
internal static class Completion
{
    public static Error? Apply(StepRun run, string execution, Progress progress)
    {
        switch (progress.Kind)
        {
            case ProgressKind.Refuse:
                return progress.Error;
            case ProgressKind.Leave when run.Find(execution) is { } leaving:
                Leave(run, leaving, progress.Outcomes);
                break;
            case ProgressKind.Break when run.Find(execution) is { } breaking:
                Scopes.Break(run, breaking);
                break;
            case ProgressKind.Complete when run.Find(execution) is { } completing:
                Scopes.Complete(run, completing, progress.Outcomes);
                break;
            case ProgressKind.Finish when run.Find(execution) is { } last:
                run.Executed.Add(new ExecutedActivity(last.Activity, []));
                CaseEnd.Finish(run, run.Node(last).Definition);
                break;
        }

        return null;
    }

    /// <summary>An activity leaves by outcomes: its bookmarks go, its container decides what comes next.</summary>
    public static void Leave(StepRun run, Execution execution, ImmutableArray<string> outcomes)
    {
        var node = run.Node(execution);
        if (node.Activity.NeedsBranch && node.Parent?.Activity.HasWay(execution.Activity, outcomes) == false)
        {
            Bookmarks.Clear(run, execution.Id, CloseReason.DecidedByOther);
            Incidents.Add(run, new Incident("", execution.Id, execution.Activity, "workflow.noBranch") { Outcomes = outcomes });
            return;
        }

        node.Activity.Leaving(new ActivityContext(run, execution.Id, execution.Activity));
        Clear(run, execution, CloseReason.DecidedByOther, keepSelf: true);
        if (execution.Left)
        {
            Retire(run, execution);
            return;
        }

        run.Executed.Add(new ExecutedActivity(execution.Activity, outcomes));
        Rounds.End(run, execution, outcomes);
        Letters.Send(run, node, outcomes);
        run.Remove(execution);
        Passed(run, execution, outcomes);
    }

    /// <summary>An activity left: the case goes back to who returned it here, or on.</summary>
    public static void Passed(StepRun run, Execution execution, ImmutableArray<string> outcomes)
    {
        if (!Freezing.GoesBack(run, execution, outcomes))
        {
            Follow(run, execution, outcomes);
        }
    }

    /// <summary>What had left already goes for good; its container may be done.</summary>
    public static void Retire(StepRun run, Execution execution)
    {
        run.Remove(execution);
        if (run.Find(execution.Scope) is { } scope)
        {
            Apply(run, scope.Id, run.Node(scope).Activity.Settled(new ActivityContext(run, scope.Id, scope.Activity)));
        }
    }

    /// <summary>Tells the container that a child left.</summary>
    public static void Follow(StepRun run, Execution execution, ImmutableArray<string> outcomes)
    {
        if (run.Find(execution.Scope) is not { } scope)
        {
            CaseEnd.RootLeft(run, execution);
            return;
        }

        var progress = run.Node(scope).Activity.ChildLeft(new ActivityContext(run, scope.Id, scope.Activity), execution, outcomes);
        Apply(run, scope.Id, progress);
    }

    /// <summary>Takes an activity back with everything in it.</summary>
    public static void Cancel(StepRun run, Execution execution, CloseReason reason)
    {
        Clear(run, execution, reason, keepSelf: false);
        Rounds.End(run, execution, ["Cancelled"]);
        run.Remove(execution);
        Freezing.Cancelled(run, execution.Id);
    }

    private static void Clear(StepRun run, Execution execution, CloseReason reason, bool keepSelf)
    {
        foreach (var child in run.State.Executions)
        {
            if (child.Scope == execution.Id)
            {
                Cancel(run, child, keepSelf ? CloseReason.Cancelled : reason);
            }
        }

        Bookmarks.Clear(run, execution.Id, reason);
        Incidents.Clear(run, execution.Id);
        Clocks.Resume(run, execution.Activity);
        if (run.State.Tokens.Any(t => t.Scope == execution.Id))
        {
            run.State = run.State with { Tokens = run.State.Tokens.RemoveAll(t => t.Scope == execution.Id) };
        }
    }
}
