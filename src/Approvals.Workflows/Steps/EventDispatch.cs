namespace Approvals.Workflows;

/// <summary>Brings an event to whom it concerns, or refuses it.</summary>
internal static class EventDispatch
{
    public static Error? Take(StepRun run, WorkflowEvent @event) => (run.State.Status, @event) switch
    {
        (WorkflowStatus.New, Started started) => Start(run, started),
        (_, Started) => Conflict("workflow.alreadyStarted"),
        (WorkflowStatus.New, _) => Conflict("workflow.notStarted"),
        (WorkflowStatus.Finished, _) => Conflict("workflow.finished"),
        _ => Waiting(run, @event),
    };

    /// <summary>The bookmark an event is for; null when it is gone.</summary>
    public static Bookmark? BookmarkOf(StepRun run, WorkflowEvent @event) => @event switch
    {
        TaskCompleted e => Bookmarks.Find<TaskBookmark>(run, e.Task),
        Returned e => Bookmarks.Find<TaskBookmark>(run, e.Task),
        Recused e => Bookmarks.Find<TaskBookmark>(run, e.Task),
        DocumentsSupplied e => Bookmarks.Find<TaskBookmark>(run, e.Task),
        TimerElapsed e => Bookmarks.Find<TimerBookmark>(run, e.Timer),
        VoteClosed e => Bookmarks.Find<SignalBookmark>(run, e.Vote),
        ObjectionFiled e => Bookmarks.Find<SignalBookmark>(run, e.Notice),
        NoticeEnded e => Bookmarks.Find<SignalBookmark>(run, e.Notice),
        ExternalReplied e => Bookmarks.Find<SignalBookmark>(run, e.Request),
        SignalReceived e => run.State.Bookmarks.OfType<SignalBookmark>().FirstOrDefault(b => b.Name == SignalNames.Event && b.Subject == e.Name),
        ObjectionDecided e => run.State.Tasks.FirstOrDefault(t => t.Kind == TaskKind.Ruling && t.Subject == e.Objection),
        _ => null,
    };

    private static Error? Start(StepRun run, Started started)
    {
        var variables = run.Program.Source.Variables.ToImmutableSortedDictionary(v => v.Name, v => v.Default, StringComparer.Ordinal);
        run.State = run.State with
        {
            Status = WorkflowStatus.Waiting,
            Clock = new CaseClock { ReceivedOn = run.Context.Instant },
            Variables = variables.SetItems(started.Inputs),
        };
        run.Trigger = started.Trigger;
        run.Offer = started.Submission is null ? null : started;
        run.Schedule(run.Program.Root.Id, null, []);
        return null;
    }

    private static Error? Waiting(StepRun run, WorkflowEvent @event) => @event switch
    {
        TaskClaimed e => TaskDesk.Claim(run, e),
        Transferred e => TaskDesk.Transfer(run, e),
        Reassigned e => TaskDesk.Reassign(run, e),
        LimitExtended e => TaskDesk.Extend(run, e),
        TaskCompleted e => ByPerson(run, e.Task, e.By, e.Outcome, e),
        Returned { To: not null } e => TaskGuard.Of(run, e.Task, e.By) ?? ReturnAct.Take(run, e),
        Returned e => ByPerson(run, e.Task, e.By, null, e),
        Recused e => TaskGuard.Of(run, e.Task, e.By, stepsAside: true) ?? Resume(run, e, "workflow.taskClosed"),
        DocumentsSupplied e => ByPerson(run, e.Task, e.By, null, e),
        ObjectionDecided e => BookmarkOf(run, e) is { } ruling ? ByPerson(run, ruling.Id, e.By, null, e) : Conflict("workflow.objectionGone"),
        TimerElapsed e => Resume(run, e, "workflow.timerGone"),
        VoteClosed e => Resume(run, e, "workflow.voteGone"),
        ObjectionFiled e => Resume(run, e, "workflow.noticeGone"),
        NoticeEnded e => Resume(run, e, "workflow.noticeGone"),
        ExternalReplied e => Resume(run, e, "workflow.replyGone"),
        SignalReceived e => SignalDelivery.Take(run, e),
        ClockStopped => Clocks.StopAll(run),
        ClockResumed => Clocks.ResumeAll(run),
        Withdrawn => CaseEnd.Withdraw(run),
        CancelRequested => Cancelled(run),
        IncidentResolved e => Incidents.Resolve(run, e),
        _ => throw new InvalidOperationException($"No rule for {@event.GetType().Name}."),
    };

    private static Error? ByPerson(StepRun run, string task, Actor by, string? outcome, WorkflowEvent @event) =>
        TaskGuard.Of(run, task, by, outcome) ?? Resume(run, @event, "workflow.taskClosed");

    private static Error? Resume(StepRun run, WorkflowEvent @event, string gone)
    {
        if (BookmarkOf(run, @event) is not { } bookmark || run.Find(bookmark.Execution) is not { } execution)
        {
            return Conflict(gone);
        }

        return run.State.Incidents.Any(i => i.Execution == execution.Id)
            ? Conflict("workflow.incidentOpen")
            : run.Attempt(execution, @event, (activity, context) => activity.Resume(context, bookmark, @event));
    }

    private static Error? Cancelled(StepRun run)
    {
        CaseEnd.Cancel(run);
        return null;
    }

    private static Error Conflict(string code) => new(code, ErrorKind.Conflict);
}
