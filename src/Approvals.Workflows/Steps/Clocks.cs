namespace Approvals.Workflows;

/// <summary>The case's clock and the clocks of open limits.</summary>
internal static class Clocks
{
    /// <summary>The case's clock stands while an activity waits.</summary>
    public static void Stop(StepRun run, string activity)
    {
        if (!run.State.Clock.Stops.Any(s => s.Activity == activity && s.To is null))
        {
            Change(run, stops => stops.Add(new ClockStop(run.Context.Instant, null, activity)));
        }
    }

    public static void Resume(StepRun run, string? activity)
    {
        if (run.State.Clock.Stops.Any(s => s.To is null && s.Activity == activity))
        {
            Change(run, stops => Closed(run, stops, activity));
        }
    }

    public static Error? StopAll(StepRun run)
    {
        if (run.State.Clock.Stops.Any(s => s is { To: null, Activity: null }))
        {
            return new Error("workflow.clockStopped", ErrorKind.Conflict);
        }

        var stop = new ClockStop(run.Context.Instant);
        Change(run, stops => stops.Add(stop));
        ChangeLimits(run, "ClockStopped", limit => limit with { Stops = limit.Stops.Add(stop) });
        return null;
    }

    public static Error? ResumeAll(StepRun run)
    {
        if (!run.State.Clock.Stops.Any(s => s is { To: null, Activity: null }))
        {
            return new Error("workflow.clockRuns", ErrorKind.Conflict);
        }

        Resume(run, null);
        ChangeLimits(run, "ClockResumed", limit => limit with { Stops = Closed(run, limit.Stops, null) });
        return null;
    }

    /// <summary>A limit that runs from now; it stands at once while a person stopped the clocks.</summary>
    public static PendingLimit Begin(StepRun run, Limit limit) => new(limit, run.Context.Instant)
    {
        Stops = [.. run.State.Clock.Stops.Where(s => s is { To: null, Activity: null }).Select(s => s with { From = run.Context.Instant })],
    };

    /// <summary>A limit that was put away, with the stops that persons ordered meanwhile.</summary>
    public static PendingLimit? Current(StepRun run, PendingLimit? limit) => limit is null ? null : limit with
    {
        Stops =
        [
            .. limit.Stops.Where(s => s.Activity is not null),
            .. run.State.Clock.Stops.Where(s => s.Activity is null && (s.To is null || s.To > limit.ReceivedOn))
                .Select(s => s.From < limit.ReceivedOn ? s with { From = limit.ReceivedOn } : s),
        ],
    };

    /// <summary>Stops, or lets run again, the limits of some executions.</summary>
    public static void ChangeLimits(StepRun run, Func<Bookmark, bool> which, Func<PendingLimit, PendingLimit> change)
    {
        foreach (var timer in run.State.Timers.Where(t => t.Limit is not null && which(t)).ToList())
        {
            var moved = timer with { Limit = change(timer.Limit!) };
            Bookmarks.Replace(run, moved);
            run.Effects.Add(new ScheduleTimer(moved));
        }
    }

    private static ImmutableArray<ClockStop> Closed(StepRun run, ImmutableArray<ClockStop> stops, string? activity) =>
        [.. stops.Select(s => s.To is null && s.Activity == activity ? s with { To = run.Context.Instant } : s)];

    private static void Change(StepRun run, Func<ImmutableArray<ClockStop>, ImmutableArray<ClockStop>> change) =>
        run.State = run.State with { Clock = run.State.Clock with { Stops = change(run.State.Clock.Stops) } };

    private static void ChangeLimits(StepRun run, string reason, Func<PendingLimit, PendingLimit> change)
    {
        foreach (var bookmark in run.State.Bookmarks)
        {
            switch (bookmark)
            {
                case TaskBookmark { Limit: { } limit } task:
                    var changed = task with { Limit = change(limit) };
                    Bookmarks.Replace(run, changed);
                    run.Effects.Add(new ChangeTask(changed, reason));
                    break;
                case TimerBookmark { Limit: { } limit } timer:
                    var moved = timer with { Limit = change(limit) };
                    Bookmarks.Replace(run, moved);
                    run.Effects.Add(new ScheduleTimer(moved));
                    break;
            }
        }
    }
}
