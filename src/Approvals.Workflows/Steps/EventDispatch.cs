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
        SignerAdded e => Bookmarks.Find<TaskBookmark>(run, e.Task),
        SignerRemoved e => WithSigner(run, e),
        StatementFiled e => Bookmarks.Find<TaskBookmark>(run, e.Task),
        OfferMade e => Bookmarks.Find<SignalBookmark>(run, e.Entry),
        OfferAnswered e => run.State.Tasks.FirstOrDefault(t => t.Kind == TaskKind.Offer && t.Subject == e.Offer),
        OfferWithdrawn e => run.State.Tasks.FirstOrDefault(t => t.Kind == TaskKind.Offer && t.Subject == e.Offer),
        BookingChanged e => Bookmarks.Find<SignalBookmark>(run, e.Booking),
        ChildFinished e => Bookmarks.Find<SignalBookmark>(run, e.Child),
        TimerElapsed e => Bookmarks.Find<TimerBookmark>(run, e.Timer),
        ExpertsDrawn e => Bookmarks.Find<TaskBookmark>(run, e.Task),
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
        var variables = Scopes.Variables(run.Program.Source);
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
        Transferred e => Delegations.Guard(run, e.Task) ?? TaskDesk.Transfer(run, e),
        Reassigned e => TaskDesk.Reassign(run, e),
        LimitExtended e => Delegations.Guard(run, e.Task) ?? TaskDesk.Extend(run, e),
        TaskCompleted e when Delegations.IsOut(run, e.Task) => Delegations.Back(run, e),
        TaskCompleted e when Bookmarks.Find<TaskBookmark>(run, e.Task) is { Kind: TaskKind.Opinion } => Opinions.Give(run, e.Task, e.By),
        TaskCompleted e => ByPerson(run, e.Task, e.By, e.Outcome, e),
        Returned { To: not null } e => TaskGuard.Of(run, e.Task, e.By) ?? Delegations.Guard(run, e.Task) ?? ReturnAct.Take(run, e),
        Returned e => Delegations.Guard(run, e.Task) ?? ByPerson(run, e.Task, e.By, null, e),
        Delegated e => Delegations.Take(run, e),
        SignerAdded e => Delegations.Guard(run, e.Task) ?? ByPerson(run, e.Task, e.By, null, e),
        SignerRemoved e => Resume(run, e, "workflow.signerGone"),
        OpinionAsked e => Opinions.Ask(run, e),
        OpinionGiven e => Opinions.Give(run, e.Task, e.By),
        StatementFiled e => ByPerson(run, e.Task, e.By, null, e),
        OfferMade e => Resume(run, e, "workflow.entryGone"),
        OfferAnswered e => BookmarkOf(run, e) is { } offer ? ByPerson(run, offer.Id, e.By, null, e) : Conflict("workflow.offerGone"),
        OfferWithdrawn e => Resume(run, e, "workflow.offerGone"),
        BookingChanged e => Resume(run, e, "workflow.bookingGone"),
        ChildFinished e => Resume(run, e, "workflow.childGone"),
        Recused e => Delegations.Guard(run, e.Task) ?? TaskGuard.Of(run, e.Task, e.By, stepsAside: true) ?? Resume(run, e, "workflow.taskClosed"),
        DocumentsSupplied e => ByPerson(run, e.Task, e.By, null, e),
        ObjectionDecided e => BookmarkOf(run, e) is { } ruling ? ByPerson(run, ruling.Id, e.By, null, e) : Conflict("workflow.objectionGone"),
        TimerElapsed e => Resume(run, e, "workflow.timerGone"),
        ExpertsDrawn e => ByPerson(run, e.Task, e.By, null, e),
        VoteClosed e => Resume(run, e, "workflow.voteGone"),
        ObjectionFiled e => Resume(run, e, "workflow.noticeGone"),
        NoticeEnded e => Resume(run, e, "workflow.noticeGone"),
        ExternalReplied e => Resume(run, e, "workflow.replyGone"),
        SignalReceived e => SignalDelivery.Take(run, e),
        _ => OnCase(run, @event),
    };

    private static Error? OnCase(StepRun run, WorkflowEvent @event) => @event switch
    {
        ClockStopped => Clocks.StopAll(run),
        ClockResumed => Clocks.ResumeAll(run),
        Withdrawn => CaseEnd.Withdraw(run),
        CancelRequested => Cancelled(run),
        IncidentResolved e => Incidents.Resolve(run, e),
        MigratedTo e => VersionMove.Take(run, e),
        MigrationUndone e => VersionMove.Undo(run, e),
        MovedByAdministrator e => MoveAct.Take(run, e),
        _ => throw new InvalidOperationException($"No rule for {@event.GetType().Name}."),
    };

    private static Error? ByPerson(StepRun run, string task, Actor by, string? outcome, WorkflowEvent @event) =>
        TaskGuard.Of(run, task, by, outcome) ?? Resume(run, @event, "workflow.taskClosed");

    private static TaskBookmark? WithSigner(StepRun run, SignerRemoved removed)
    {
        var execution = run.State.Executions.FirstOrDefault(e =>
            e.Memory is ReviewMemory memory && memory.Added.Any(a => a.Task == removed.Task && a.User == removed.User));
        return execution is null ? null : run.State.Tasks.FirstOrDefault(t => t.Execution == execution.Id && t.Kind == TaskKind.Review);
    }

    public static Error? Resume(StepRun run, WorkflowEvent @event, string gone)
    {
        if (BookmarkOf(run, @event) is not { } bookmark || run.Find(bookmark.Execution) is not { } execution)
        {
            return Conflict(gone);
        }

        if (Freezing.IsFrozen(run, execution.Id))
        {
            return Freezing.Hold(run, @event);
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
