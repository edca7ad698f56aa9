namespace Approvals.Workflows;

/// <summary>
/// Who may act on a task. The application checks roles; the engine checks what lies in the case: named candidates, the holder,
/// own case, relatives, two steps in a row, the outcomes offered.
/// </summary>
internal static class TaskGuard
{
    public static Error? Of(StepRun run, string task, Actor by, string? outcome = null, bool stepsAside = false)
    {
        if (Bookmarks.Find<TaskBookmark>(run, task) is not { } found)
        {
            return new Error("workflow.taskClosed", ErrorKind.Conflict);
        }

        if (run.State.Incidents.Any(i => i.Execution == found.Execution))
        {
            return new Error("workflow.incidentOpen", ErrorKind.Conflict);
        }

        if (found.Frozen)
        {
            return new Error("workflow.taskFrozen", ErrorKind.Conflict);
        }

        return Holder(found, by) ?? Named(found, by) ?? StandsIn(run, found, by) ?? (stepsAside || !TaskKinds.Decides(found.Kind) ? null : Impartial(run, found, by)) ?? (outcome is null || found.Outcomes.Contains(outcome)
            ? null
            : new Error("workflow.unknownOutcome").With("outcome", outcome).With("offered", string.Join(", ", found.Outcomes)));
    }

    /// <summary>Whether a person may do the task at all.</summary>
    public static Error? Person(StepRun run, TaskBookmark task, Actor by) =>
        Named(task, by) ?? (TaskKinds.Decides(task.Kind) ? Impartial(run, task, by) : null);

    private static Error? Named(TaskBookmark task, Actor by) =>
        task.Candidates.Any(c => c is RoleCandidate) || task.Candidates.OfType<UserCandidate>().Any(c => by.Is(c.Id)) ||
        (task.Holder is not null && by.Is(task.Holder))
            ? null
            : new Error("workflow.notCandidate", ErrorKind.Forbidden);

    private static Error? Holder(TaskBookmark task, Actor by) => task.Holder is null || by.Is(task.Holder)
        ? null
        : new Error("workflow.heldByOther", ErrorKind.Conflict).With("holder", task.Holder);

    /// <summary>A substitute acts as one on that day, and nobody has two voices in one round: neither the substitute nor the absent.</summary>
    private static Error? StandsIn(StepRun run, TaskBookmark task, Actor by)
    {
        var round = Rounds.Of(run, task.Activity);
        if (by is { Substitution: not null, OnBehalfOf: { } absent } && run.Ask(new Substitutes(absent)) is UsersAnswer answer && !answer.Users.Contains(by.User))
        {
            return new Error("workflow.notSubstitute", ErrorKind.Forbidden);
        }

        return task.Kind == TaskKind.Review && (by.Substitution is not null || !round.For.IsEmpty) && Rounds.Involved(round).Any(by.Is)
            ? new Error("workflow.twoVoices", ErrorKind.Forbidden)
            : null;
    }

    private static Error? Impartial(StepRun run, TaskBookmark task, Actor by)
    {
        if (Applicant.Id(run.Context.Data) is { } applicant)
        {
            if (by.Is(applicant))
            {
                return new Error("workflow.ownCase", ErrorKind.Forbidden);
            }

            if (run.Ask(new Relations(applicant)) is UsersAnswer related && related.Users.Any(by.Is))
            {
                return new Error("workflow.relative", ErrorKind.Forbidden);
            }
        }

        return task.Barred.Any(by.Is) ? new Error("workflow.successiveSteps", ErrorKind.Forbidden) : null;
    }
}
