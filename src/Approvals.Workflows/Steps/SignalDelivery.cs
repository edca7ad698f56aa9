namespace Approvals.Workflows;

/// <summary>Brings a signal to every event of this case that waits for it.</summary>
internal static class SignalDelivery
{
    public static Error? Take(StepRun run, SignalReceived signal)
    {
        var waiting = run.State.Bookmarks.OfType<SignalBookmark>().Where(b => b.Name == SignalNames.Event && b.Subject == signal.Name).ToList();
        foreach (var bookmark in waiting)
        {
            if (Bookmarks.Find<SignalBookmark>(run, bookmark.Id) is not null && run.Find(bookmark.Execution) is { } execution &&
                !run.State.Incidents.Any(i => i.Execution == execution.Id))
            {
                run.Attempt(execution, signal, (activity, context) => activity.Resume(context, bookmark, signal));
            }
        }

        return waiting.Count > 0 ? null : new Error("workflow.signalNotAwaited", ErrorKind.Conflict).With("name", signal.Name);
    }
}
