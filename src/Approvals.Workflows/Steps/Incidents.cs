namespace Approvals.Workflows;

/// <summary>Incidents: raised, cleared, retried, skipped.</summary>
internal static class Incidents
{
    public static void Add(StepRun run, Incident incident)
    {
        Clear(run, incident.Execution);
        var numbered = incident with { Id = run.NextId("i") };
        run.State = run.State with { Incidents = run.State.Incidents.Add(numbered) };
    }

    public static void Clear(StepRun run, string execution)
    {
        if (run.State.Incidents.Any(i => i.Execution == execution))
        {
            run.State = run.State with { Incidents = run.State.Incidents.RemoveAll(i => i.Execution == execution) };
        }
    }

    public static Error? Resolve(StepRun run, IncidentResolved resolved)
    {
        var incident = run.State.Incidents.FirstOrDefault(i => i.Id == resolved.Incident);
        if (incident is null || run.Find(incident.Execution) is not { } execution)
        {
            return new Error("workflow.incidentGone", ErrorKind.Conflict);
        }

        if (Freezing.IsFrozen(run, execution.Id))
        {
            return new Error("workflow.taskFrozen", ErrorKind.Conflict);
        }

        Clear(run, execution.Id);
        if (resolved.Resolution == IncidentResolution.Skip)
        {
            Completion.Leave(run, execution, [resolved.Outcome ?? "Done"]);
            return null;
        }

        var error = Retry(run, execution, incident);
        foreach (var timer in run.State.Timers.Where(t => t.Execution == execution.Id))
        {
            run.Effects.Add(new ScheduleTimer(timer)); // it may have elapsed while the incident stood
        }

        return error;
    }

    private static Error? Retry(StepRun run, Execution execution, Incident incident)
    {
        if (incident.Outcomes is { } outcomes)
        {
            Completion.Leave(run, execution, outcomes);
            return null;
        }

        if (incident.Event is { } answer && run.Node(execution).Activity.AsksAnew(answer))
        {
            Bookmarks.Clear(run, execution.Id, CloseReason.Cancelled);
        }
        else if (incident.Event is { } @event && EventDispatch.BookmarkOf(run, @event) is { } bookmark)
        {
            return run.Attempt(execution, @event, (activity, context) => activity.Resume(context, bookmark, @event));
        }

        return run.Attempt(execution, null, static (activity, context) => activity.Run(context));
    }
}
