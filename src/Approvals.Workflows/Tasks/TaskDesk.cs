using System.Globalization;

namespace Approvals.Workflows;

/// <summary>Acts on a task that do not end it: claim, transfer, reassign, extend.</summary>
internal static class TaskDesk
{
    public static Error? Claim(StepRun run, TaskClaimed claimed)
    {
        if (TaskGuard.Of(run, claimed.Task, claimed.By) is { } error)
        {
            return error;
        }

        Change(run, Task(run, claimed.Task) with { Holder = claimed.By.OnBehalfOf ?? claimed.By.User }, "Claimed");
        return null;
    }

    public static Error? Transfer(StepRun run, Transferred transferred)
    {
        if (TaskGuard.Of(run, transferred.Task, transferred.By) is { } error)
        {
            return error;
        }

        var task = Task(run, transferred.Task);
        if (!task.Acts.Contains("transfer"))
        {
            return new Error("workflow.actNotAllowed", ErrorKind.Conflict).With("act", "transfer");
        }

        var moved = task with { Candidates = [Candidate.OfUser(transferred.To)], Holder = transferred.To, Delegation = null };
        if (Receiver(run, moved, transferred.To) is { } partial)
        {
            return partial;
        }

        Change(run, moved, "Transferred");
        return null;
    }

    public static Error? Reassign(StepRun run, Reassigned reassigned)
    {
        if (Bookmarks.Find<TaskBookmark>(run, reassigned.Task) is not { } task)
        {
            return new Error("workflow.taskClosed", ErrorKind.Conflict);
        }

        if (task.Frozen)
        {
            return new Error("workflow.taskFrozen", ErrorKind.Conflict);
        }

        task = task.Delegation is { } delegation ? task with { Candidates = delegation.Candidates, Delegation = null } : task;
        if (reassigned.To is not { } to)
        {
            Change(run, task with { Holder = null }, "Released");
            return null;
        }

        var moved = task with { Holder = to, Candidates = task.Candidates.All(c => c is UserCandidate) ? [Candidate.OfUser(to)] : task.Candidates };
        if (Receiver(run, moved, to) is { } partial)
        {
            return partial;
        }

        Change(run, moved, "Reassigned");
        return null;
    }

    public static Error? Extend(StepRun run, LimitExtended extended)
    {
        if (Bookmarks.Find<TaskBookmark>(run, extended.Task) is not { Limit: { } limit } task)
        {
            return new Error("workflow.taskClosed", ErrorKind.Conflict);
        }

        if (extended.Length <= limit.Limit.Length)
        {
            return new Error("workflow.limitNotLonger").With("length", limit.Limit.Length.ToString(CultureInfo.InvariantCulture));
        }

        var longer = limit with { Limit = limit.Limit with { Length = extended.Length } };
        Change(run, task with { Limit = longer }, "Extended");
        foreach (var timer in run.State.Timers.Where(t => t.Execution == task.Execution && t.Limit?.Limit == limit.Limit && t.Limit.ReceivedOn == limit.ReceivedOn).ToList())
        {
            var moved = timer with { Limit = longer };
            Bookmarks.Replace(run, moved);
            run.Effects.Add(new ScheduleTimer(moved));
        }

        return null;
    }

    public static void Change(StepRun run, TaskBookmark task, string reason)
    {
        Bookmarks.Replace(run, task);
        run.Effects.Add(new ChangeTask(task, reason));
    }

    /// <summary>Whether somebody may be given a task: not partial, and not at the same step already.</summary>
    public static Error? Receiver(StepRun run, TaskBookmark task, string to) =>
        run.State.Tasks.Any(t => t.Execution == task.Execution && t.Id != task.Id && t.Candidates.Contains(Candidate.OfUser(to)))
            ? new Error("workflow.alreadyParticipant", ErrorKind.Conflict)
            : TaskGuard.Person(run, task, new Actor(to));

    private static TaskBookmark Task(StepRun run, string id) => Bookmarks.Find<TaskBookmark>(run, id)!;
}
