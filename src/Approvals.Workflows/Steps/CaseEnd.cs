namespace Approvals.Workflows;

/// <summary>How a case ends: by its definition, by the applicant, by the office.</summary>
internal static class CaseEnd
{
    private const string WithdrawnPort = "Withdrawn";

    /// <summary>Finish, or an End of the outermost flowchart, was reached.</summary>
    public static void Finish(StepRun run, ActivityDefinition by)
    {
        if (ActivityTexts.Own(by, "letter") is { Length: > 0 } letter)
        {
            run.Effects.Add(new SendLetter(by.Id, letter));
        }

        Close(run, by.Result, by.Id, CloseReason.Cancelled);
    }

    /// <summary>The root left: nothing is left to do.</summary>
    public static void RootLeft(StepRun run, Execution root)
    {
        var end = run.Executed.Count > 1 ? run.Program.Find(run.Executed[^2].Activity) : null;
        if (end?.Activity is End && end.Parent?.Id == root.Activity)
        {
            Finish(run, end.Definition);
            return;
        }

        Close(run, null, null, CloseReason.Cancelled);
    }

    public static Error? Withdraw(StepRun run)
    {
        if (run.Program.Nodes.Any(n => n.Activity is Grant && run.State.Rounds.TryGetValue(n.Id, out var round) && round.Outcome == "Done"))
        {
            return new Error("workflow.alreadyGranted", ErrorKind.Conflict);
        }

        if (WayOut(run) is not { } fill)
        {
            Close(run, "withdrawn", null, CloseReason.Withdrawn);
            return null;
        }

        var scope = run.State.Executions.First(e => e.Activity == fill.Parent!.Id);
        CancelChildren(run, scope, CloseReason.Withdrawn);
        var left = new Execution(run.NextId("a"), fill.Id, scope.Id);
        run.Executed.Add(new ExecutedActivity(fill.Id, [WithdrawnPort]));
        Letters.Send(run, fill, [WithdrawnPort]);
        Completion.Follow(run, left, [WithdrawnPort]);
        return null;
    }

    public static void Cancel(StepRun run) => Close(run, "terminated", null, CloseReason.Cancelled);

    private static void CancelChildren(StepRun run, Execution scope, CloseReason reason)
    {
        run.State = run.State with { Tokens = run.State.Tokens.RemoveAll(t => t.Scope == scope.Id) };
        foreach (var child in run.State.Executions.Where(e => e.Scope == scope.Id))
        {
            Completion.Cancel(run, child, reason);
        }
    }

    /// <summary>A Fill that ran and whose Withdrawn port leads somewhere.</summary>
    private static ActivityNode? WayOut(StepRun run) => run.Program.Nodes.FirstOrDefault(n =>
        n.Activity is Fill && run.State.Rounds.ContainsKey(n.Id) && n.Parent?.Activity.HasWay(n.Id, [WithdrawnPort]) == true &&
        run.State.Executions.Any(e => e.Activity == n.Parent.Id));

    private static void Close(StepRun run, string? result, string? activity, CloseReason reason)
    {
        foreach (var root in run.State.Executions.Where(e => e.Scope is null))
        {
            Completion.Cancel(run, root, reason);
        }

        run.State = run.State with { Status = WorkflowStatus.Finished, Result = result };
        run.Effects.Add(new FinishCase(result, activity));
    }
}
