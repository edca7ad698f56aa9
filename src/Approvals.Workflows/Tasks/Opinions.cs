namespace Approvals.Workflows;

/// <summary>Opinions that whoever has a task asks others for; the step does not wait for them.</summary>
internal static class Opinions
{
    private const string Given = "Given";

    public static Error? Ask(StepRun run, OpinionAsked asked)
    {
        if (TaskGuard.Of(run, asked.Task, asked.By) is { } error)
        {
            return error;
        }

        var task = Bookmarks.Find<TaskBookmark>(run, asked.Task)!;
        if (!task.Acts.Contains("askOpinion"))
        {
            return new Error("workflow.actNotAllowed", ErrorKind.Conflict).With("act", "askOpinion");
        }

        var who = Candidate.OfUser(asked.Of);
        if (asked.By.Is(asked.Of) || run.State.Tasks.Any(t => t.Kind == TaskKind.Opinion && t.Subject == task.Id && t.Candidates.Contains(who)))
        {
            return new Error("workflow.alreadyParticipant", ErrorKind.Conflict);
        }

        Bookmarks.Add(run, new TaskBookmark(run.NextId("k"), task.Execution, task.Activity, TaskKind.Opinion, [who])
        {
            Subject = task.Id,
            Outcomes = [Given],
            Round = task.Round,
        });
        return null;
    }

    public static Error? Give(StepRun run, string task, Actor by)
    {
        if (TaskGuard.Of(run, task, by, Given) is { } error)
        {
            return error;
        }

        Bookmarks.Close(run, Bookmarks.Find<TaskBookmark>(run, task)!, CloseReason.Completed, by, Given);
        return null;
    }

    /// <summary>The task that asked is closed: nobody needs its opinions any more.</summary>
    public static void Close(StepRun run, string asker)
    {
        foreach (var opinion in run.State.Tasks.Where(t => t.Kind == TaskKind.Opinion && t.Subject == asker).ToList())
        {
            Bookmarks.Close(run, opinion, CloseReason.DecidedByOther);
        }
    }
}
