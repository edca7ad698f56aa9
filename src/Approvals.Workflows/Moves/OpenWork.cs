namespace Approvals.Workflows;

/// <summary>
/// What waits at a step, as the new version would open it: its form, outcomes, acts, the length of its limit and who may take it from the
/// queue. What happened stays: ids, holders, delegations, the day it was received on, the times its clock stood.
/// </summary>
internal static class OpenWork
{
    public static Error? Renew(StepRun run, Execution execution)
    {
        var waiting = run.State.Bookmarks.Where(b => b.Execution == execution.Id).ToList();
        if (waiting.Count == 0 || execution.Left || Freezing.IsFrozen(run, execution.Id) || waiting.Exists(b => b is SignalBookmark { Name: SignalNames.Notice })
            || run.State.Incidents.Any(i => i.Execution == execution.Id))
        {
            return null;
        }

        var (opened, failure) = run.Rehearse(execution);
        if (failure is not null)
        {
            return new Error("workflow.move.stepFails", ErrorKind.Conflict)
                .With("activity", execution.Activity).With("reason", failure.Code).With("input", failure.Input ?? "–");
        }

        return run.Missing.Count > 0 || opened.IsEmpty ? null : Renew(run, execution, waiting, opened);
    }

    private static Error? Renew(StepRun run, Execution execution, List<Bookmark> waiting, ImmutableArray<Bookmark> opened)
    {
        var kinds = opened.OfType<TaskBookmark>().Select(t => t.Kind).ToHashSet();
        var tasks = waiting.OfType<TaskBookmark>().Where(t => kinds.Contains(t.Kind)).ToList();
        if (tasks.Count == 0 && waiting.Exists(b => b is TaskBookmark { Kind: not (TaskKind.Correction or TaskKind.Promise or TaskKind.Opinion) }))
        {
            return new Error("workflow.move.otherKind", ErrorKind.Conflict).With("activity", execution.Activity);
        }

        if (tasks.Count == 0 && kinds.Count > 0)
        {
            return null; // the applicant corrects: the office's own task comes anew afterwards
        }

        var aside = execution.Memory is ReviewMemory review ? review.Added.Select(a => a.Opened).ToHashSet() : [];
        foreach (var task in tasks.Where(t => !aside.Contains(t.Id)))
        {
            var like = opened.OfType<TaskBookmark>().First(t => t.Kind == task.Kind);
            Bookmarks.Replace(run, Renewed(task, like, isOnly: tasks.Count == 1 && opened.OfType<TaskBookmark>().Count() == 1));
        }

        Timers(run, waiting, opened, tasks.Select(t => t.Limit?.ReceivedOn).FirstOrDefault(t => t is not null));
        return null;
    }

    private static TaskBookmark Renewed(TaskBookmark task, TaskBookmark like, bool isOnly) => task with
    {
        Form = like.Form,
        Fields = task.Return is { Fields.IsEmpty: false } ? task.Fields : like.Fields,
        Documents = task.Return is { Documents.IsEmpty: false } ? task.Documents : like.Documents,
        Outcomes = like.Outcomes,
        Acts = like.Acts,
        ReturnTo = like.ReturnTo,
        Limit = Kept(task.Limit, like.Limit),
        Candidates = isOnly && task is { Holder: null, Delegation: null } and not { Candidates: [UserCandidate] } ? like.Candidates : task.Candidates,
        Barred = [.. task.Barred.Union(like.Barred, StringComparer.Ordinal)],
    };

    /// <summary>The new length from the old day on.</summary>
    private static PendingLimit? Kept(PendingLimit? limit, PendingLimit? like) =>
        like is null ? null : limit is null ? like : limit with { Limit = like.Limit };

    private static void Timers(StepRun run, List<Bookmark> waiting, ImmutableArray<Bookmark> opened, DateTimeOffset? received)
    {
        var running = waiting.OfType<TimerBookmark>().ToList();
        var wanted = opened.OfType<TimerBookmark>().Where(t => t.Limit is not null).ToList();
        foreach (var timer in running.Where(t => t.Limit is not null))
        {
            if (wanted.Find(t => t.Purpose == timer.Purpose) is { } like)
            {
                Bookmarks.Replace(run, timer with { Limit = Kept(timer.Limit, like.Limit) });
            }
            else if (timer.Purpose is Workflows.Timers.Limit or Workflows.Timers.Silence)
            {
                Bookmarks.Close(run, timer, CloseReason.Cancelled);
            }
        }

        foreach (var added in wanted.Where(t => running.TrueForAll(r => r.Purpose != t.Purpose)))
        {
            var limit = received is { } day ? added.Limit! with { ReceivedOn = day } : added.Limit;
            run.State = run.State with { Bookmarks = run.State.Bookmarks.Add(added with { Id = run.NextId("k"), Limit = limit }) };
        }
    }
}
