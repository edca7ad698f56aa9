namespace Approvals.Workflows;

/// <summary>Brings a signal to every event of this case that waits for it.</summary>
internal static class SignalDelivery
{
    /// <summary>Takes an event that this step itself brought about, or that was held; one that nobody waits for any more is gone.</summary>
    public static void Again(StepRun run, WorkflowEvent @event)
    {
        if (@event is SignalReceived signal)
        {
            Take(run, signal);
        }
        else if (EventDispatch.BookmarkOf(run, @event) is not null)
        {
            EventDispatch.Resume(run, @event, "workflow.timerGone");
        }
    }

    public static Error? Take(StepRun run, SignalReceived signal)
    {
        var waiting = run.State.Bookmarks.OfType<SignalBookmark>().Where(b => b.Name == SignalNames.Event && b.Subject == signal.Name).ToList();
        foreach (var bookmark in waiting)
        {
            if (Freezing.IsFrozen(run, bookmark.Execution))
            {
                Freezing.Hold(run, signal);
            }
            else if (Bookmarks.Find<SignalBookmark>(run, bookmark.Id) is not null && run.Find(bookmark.Execution) is { } execution &&
                !run.State.Incidents.Any(i => i.Execution == execution.Id))
            {
                run.Attempt(execution, signal, (activity, context) => activity.Resume(context, bookmark, signal));
            }
        }

        return waiting.Count > 0 ? null : new Error("workflow.signalNotAwaited", ErrorKind.Conflict).With("name", signal.Name);
    }
}
