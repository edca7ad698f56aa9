namespace Approvals.Workflows;

/// <summary>
/// A return after which the case comes straight back (<c>resumeReturner</c>): what the target led to stands still, tasks hidden and
/// clocks stopped, arrivals at joins kept; when the target leaves by its favourable outcome, the returner runs again and the others
/// go on. By any other outcome the case takes another way, and what stood still is taken back.
/// </summary>
internal static class Freezing
{
    public static void Begin(StepRun run, Execution returner, ReturnRegion region, ReturnNote note)
    {
        Bookmarks.Clear(run, returner.Id, CloseReason.SiblingReturned);
        Clocks.Resume(run, returner.Activity);
        run.Replace(run.Find(returner.Id)! with { Memory = null });
        foreach (var again in run.State.Executions.Where(e => e.Scope == region.Scope.Id && e.Activity == region.Target))
        {
            Completion.Cancel(run, again, CloseReason.SiblingReturned);
        }

        ImmutableArray<string> frozen = [.. run.State.Executions.Where(e => IsIn(run, e, region) && !IsFrozen(run, e.Id)).Select(e => e.Id)];
        var stop = new ClockStop(run.Context.Instant, null, returner.Activity);
        foreach (var task in run.State.Tasks.Where(t => frozen.Contains(t.Execution)).ToList())
        {
            var still = task with { Frozen = true, Limit = task.Limit is { } limit ? limit with { Stops = limit.Stops.Add(stop) } : null };
            Bookmarks.Replace(run, still);
            run.Effects.Add(new ChangeTask(still with { Candidates = [], Holder = null }, "Frozen"));
        }

        Clocks.ChangeLimits(run, t => frozen.Contains(t.Execution), limit => limit with { Stops = limit.Stops.Add(stop) });
        var target = run.Schedule(region.Target, region.Scope.Id, Rounds.Of(run, region.Target).After, note);
        run.State = run.State with { Returns = run.State.Returns.Add(new PendingReturn(target.Id, returner.Id) { Frozen = frozen }) };
    }

    public static bool IsFrozen(StepRun run, string execution)
    {
        foreach (var pending in run.State.Returns)
        {
            if (pending.Frozen.Contains(execution))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Keeps an event until the branch it is for goes on.</summary>
    public static Error? Hold(StepRun run, WorkflowEvent @event)
    {
        run.State = run.State with { Held = run.State.Held.Add(@event) };
        return null;
    }

    /// <summary>Drops what was held for branches that were taken back meanwhile.</summary>
    public static void Forget(StepRun run)
    {
        if (!run.State.Held.IsEmpty)
        {
            run.State = run.State with { Held = run.State.Held.RemoveAll(e => !run.State.Bookmarks.Any(b => IsFrozen(run, b.Execution) && IsFor(run, e, b))) };
        }
    }

    private static bool IsFor(StepRun run, WorkflowEvent held, Bookmark bookmark) => held is SignalReceived signal
        ? bookmark is SignalBookmark { Name: SignalNames.Event } awaited && awaited.Subject == signal.Name
        : EventDispatch.BookmarkOf(run, held) == bookmark;

    /// <summary>An activity leaves; true when the case was only returned to it and goes straight back.</summary>
    public static bool GoesBack(StepRun run, Execution left, ImmutableArray<string> outcomes)
    {
        if (run.State.Returns.FirstOrDefault(r => r.Target == left.Id) is not { } pending)
        {
            return false;
        }

        var activity = run.Node(left).Activity;
        if ((activity.Outcomes is null || outcomes.Contains(activity.MainOutcome)) && run.Find(pending.Returner) is { } returner)
        {
            Thaw(run, pending);
            run.Repeat(returner);
            return true;
        }

        run.State = run.State with { Returns = run.State.Returns.Remove(pending) };
        if (run.Find(left.Scope) is { } scope && run.Node(scope).Activity is IOrdersChildren order)
        {
            new ReturnRegion(scope, order, left.Activity).Cancel(run, CloseReason.SiblingReturned, except: left.Id);
        }

        return false;
    }

    /// <summary>An execution is taken back; who waited for it waits no longer.</summary>
    public static void Cancelled(StepRun run, string execution)
    {
        foreach (var pending in run.State.Returns.Where(r => r.Target == execution || r.Returner == execution).ToList())
        {
            Thaw(run, pending);
            if (pending.Target == execution && run.Find(pending.Returner) is { } returner)
            {
                run.Repeat(returner);
            }
        }
    }

    private static void Thaw(StepRun run, PendingReturn pending)
    {
        run.State = run.State with { Returns = run.State.Returns.Remove(pending) };
        var stopper = run.Find(pending.Returner)?.Activity;
        foreach (var task in run.State.Tasks.Where(t => pending.Frozen.Contains(t.Execution)).ToList())
        {
            var going = task with { Frozen = false, Limit = task.Limit is { } limit ? Going(run, limit, stopper) : null };
            Bookmarks.Replace(run, going);
            run.Effects.Add(new ChangeTask(going, "Thawed"));
        }

        Clocks.ChangeLimits(run, t => pending.Frozen.Contains(t.Execution), limit => Going(run, limit, stopper));
        foreach (var held in run.State.Held.Where(e => EventDispatch.BookmarkOf(run, e) is not { } bookmark || pending.Frozen.Contains(bookmark.Execution)).ToList())
        {
            run.State = run.State with { Held = run.State.Held.Remove(held) };
            run.Replay(held);
        }
    }

    private static PendingLimit Going(StepRun run, PendingLimit limit, string? stopper) => limit with
    {
        Stops = [.. limit.Stops.Select(s => s.To is null && s.Activity == stopper ? s with { To = run.Context.Instant } : s)],
    };

    private static bool IsIn(StepRun run, Execution execution, ReturnRegion region)
    {
        for (var child = execution; run.Find(child.Scope) is { } scope; child = scope)
        {
            if (scope.Id == region.Scope.Id)
            {
                return region.Order.ComesBefore(region.Target, child.Activity);
            }
        }

        return false;
    }
}
