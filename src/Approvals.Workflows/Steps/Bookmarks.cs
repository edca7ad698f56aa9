namespace Approvals.Workflows;

/// <summary>Bookmarks and the effects that keep their projection true.</summary>
internal static class Bookmarks
{
    public static void Add(StepRun run, Bookmark bookmark)
    {
        run.State = run.State with { Bookmarks = run.State.Bookmarks.Add(bookmark) };
        switch (bookmark)
        {
            case TaskBookmark task:
                run.Effects.Add(new CreateTask(task));
                break;
            case TimerBookmark timer:
                run.Effects.Add(new ScheduleTimer(timer));
                break;
        }
    }

    public static T? Find<T>(StepRun run, string id) where T : Bookmark =>
        run.State.Bookmarks.OfType<T>().FirstOrDefault(b => b.Id == id);

    public static void Replace(StepRun run, Bookmark bookmark)
    {
        var at = run.State.Bookmarks.ToList().FindIndex(b => b.Id == bookmark.Id);
        run.State = run.State with { Bookmarks = run.State.Bookmarks.SetItem(at, bookmark) };
    }

    public static void Remove(StepRun run, Bookmark bookmark) =>
        run.State = run.State with { Bookmarks = run.State.Bookmarks.RemoveAll(b => b.Id == bookmark.Id) };

    /// <summary>Removes a bookmark and says so to whatever it stood for.</summary>
    public static void Close(StepRun run, Bookmark bookmark, CloseReason reason, Actor? by = null, string? outcome = null)
    {
        Remove(run, bookmark);
        switch (bookmark)
        {
            case TaskBookmark:
                run.Effects.Add(new CloseTask(bookmark.Id, reason, by, outcome));
                Opinions.Close(run, bookmark.Id);
                break;
            case TimerBookmark:
                run.Effects.Add(new CancelTimer(bookmark.Id));
                break;
            case SignalBookmark { Name: SignalNames.Notice }:
                run.Effects.Add(new WithdrawNotice(bookmark.Id, reason.ToString()));
                break;
            case SignalBookmark { Name: SignalNames.WaitingList }:
                run.Effects.Add(new LeaveWaitingList(bookmark.Id, reason.ToString()));
                break;
            case SignalBookmark { Name: SignalNames.Booking }:
                run.Effects.Add(new ChangeBooking(bookmark.Id, BookingState.Cancelled));
                break;
            case SignalBookmark { Name: SignalNames.Child, Subject: SignalNames.CancelWithParent }:
                run.Effects.Add(new CancelChild(bookmark.Id));
                break;
        }
    }

    public static void Clear(StepRun run, string execution, CloseReason reason)
    {
        foreach (var bookmark in run.State.Bookmarks)
        {
            if (bookmark.Execution == execution && Find<Bookmark>(run, bookmark.Id) is not null)
            {
                Close(run, bookmark, reason);
            }
        }
    }
}

/// <summary>Names of what is awaited from outside.</summary>
internal static class SignalNames
{
    public const string Notice = "notice";
    public const string Vote = "vote";
    public const string Event = "event";
    public const string RunTask = "runTask";
    public const string Http = "http";
    public const string Child = "child";
    public const string WaitingList = "waitingList";
    public const string Booking = "booking";

    /// <summary>Subject of a child that ends with its parent.</summary>
    public const string CancelWithParent = "cancel";
}
