namespace Approvals.Workflows;

/// <summary>Tasks that somebody else prepares (委派): they come back with a proposal, and whose task it is decides.</summary>
internal static class Delegations
{
    public static Error? Take(StepRun run, Delegated delegated) =>
        delegated.To is { } to ? Give(run, delegated, to) : TakeBack(run, delegated);

    /// <summary>Whether a task is being prepared by somebody else.</summary>
    public static bool IsOut(StepRun run, string task) => Bookmarks.Find<TaskBookmark>(run, task) is { Delegation.Proposed: null, Delegation: not null };

    /// <summary>The delegate is done: the task goes back with what is proposed.</summary>
    public static Error? Back(StepRun run, TaskCompleted completed)
    {
        if (TaskGuard.Of(run, completed.Task, completed.By, completed.Outcome) is { } error)
        {
            return error;
        }

        var task = Bookmarks.Find<TaskBookmark>(run, completed.Task)!;
        Return(run, task, task.Delegation! with { Proposed = completed.Outcome, Opinion = completed.Opinion });
        return null;
    }

    /// <summary>A delegate only proposes: every other act is for whose task it is.</summary>
    public static Error? Guard(StepRun run, string task) => IsOut(run, task) ? new Error("workflow.delegateProposes", ErrorKind.Conflict) : null;

    private static Error? Give(StepRun run, Delegated delegated, string to)
    {
        if ((TaskGuard.Of(run, delegated.Task, delegated.By) ?? Guard(run, delegated.Task)) is { } error)
        {
            return error;
        }

        var task = Bookmarks.Find<TaskBookmark>(run, delegated.Task)!;
        if (!task.Acts.Contains("delegate"))
        {
            return new Error("workflow.actNotAllowed", ErrorKind.Conflict).With("act", "delegate");
        }

        var own = delegated.By.OnBehalfOf ?? delegated.By.User;
        var moved = task with { Candidates = [Candidate.OfUser(to)], Holder = to, Delegation = new Delegation(own, task.Candidates) };
        if (delegated.By.Is(to))
        {
            return new Error("workflow.alreadyParticipant", ErrorKind.Conflict);
        }

        if (TaskDesk.Receiver(run, moved, to) is { } partial)
        {
            return partial;
        }

        TaskDesk.Change(run, moved, "Delegated");
        return null;
    }

    private static Error? TakeBack(StepRun run, Delegated delegated)
    {
        if (Bookmarks.Find<TaskBookmark>(run, delegated.Task) is not { Delegation: { Proposed: null } delegation } task)
        {
            return new Error("workflow.notDelegated", ErrorKind.Conflict);
        }

        if (!delegated.By.Is(delegation.By))
        {
            return new Error("workflow.heldByOther", ErrorKind.Conflict).With("holder", task.Holder ?? delegation.By);
        }

        Return(run, task, null);
        return null;
    }

    private static void Return(StepRun run, TaskBookmark task, Delegation? proposal) => TaskDesk.Change(
        run, task with { Candidates = task.Delegation!.Candidates, Holder = task.Delegation.By, Delegation = proposal }, "DelegatedBack");
}
