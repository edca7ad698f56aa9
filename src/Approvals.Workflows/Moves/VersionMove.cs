namespace Approvals.Workflows;

/// <summary>Takes a case to another version of its definition, or back; refused, with the step that has no place, rather than guessed.</summary>
internal static class VersionMove
{
    public static Error? Take(StepRun run, MigratedTo migrated)
    {
        Rewrite(run, new ActivityMap(migrated.Activities));
        if (Places.Check(run) is { } noPlace)
        {
            return noPlace;
        }

        foreach (var execution in run.State.Executions)
        {
            if (OpenWork.Renew(run, execution) is { } error)
            {
                return error;
            }

            if (run.Missing.Count > 0)
            {
                return null;
            }
        }

        Announce(run, "Migrated");
        foreach (var scope in run.State.Executions.Where(e => run.Node(e).Activity is Flowchart).ToList())
        {
            Joins.Release(run, scope.Id, (Flowchart)run.Node(scope).Activity);
        }

        return null;
    }

    /// <summary>Back to the very state before, of which every task and timer is told again.</summary>
    public static Error? Undo(StepRun run, MigrationUndone undone)
    {
        var before = undone.Before.Bookmarks.Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var added in run.State.Bookmarks.Where(b => !before.Contains(b.Id)))
        {
            Bookmarks.Close(run, added, CloseReason.Cancelled);
        }

        var open = run.State.Bookmarks.Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        if (undone.Before.Bookmarks.Any(b => b is not TimerBookmark && !open.Contains(b.Id)))
        {
            return new Error("workflow.move.wentOn", ErrorKind.Conflict);
        }

        run.State = undone.Before with { Counter = Math.Max(run.State.Counter, undone.Before.Counter) };
        Announce(run, "MigrationUndone");
        return null;
    }

    private static void Rewrite(StepRun run, ActivityMap map)
    {
        var state = run.State;
        var declared = run.Program.Source.Variables.Where(v => !state.Variables.ContainsKey(v.Name)).DistinctBy(v => v.Name)
            .Select(v => KeyValuePair.Create(v.Name, v.Default));
        run.State = state with
        {
            Executions = [.. state.Executions.Select(map.Of).Select(e => Declared(run, e))],
            Tokens = [.. state.Tokens.Select(map.Of)],
            Bookmarks = [.. state.Bookmarks.Select(map.Of)],
            Incidents = [.. state.Incidents.Select(map.Of)],
            Held = [.. state.Held.Select(map.Of)],
            Rounds = map.Of(state.Rounds),
            Clock = state.Clock with { Stops = [.. state.Clock.Stops.Select(map.Of)] },
            Variables = state.Variables.AddRange(declared),
        };
    }

    /// <summary>A container under way gets the variables that its new version declares besides.</summary>
    private static Execution Declared(StepRun run, Execution execution)
    {
        var own = run.Program.Find(execution.Activity)?.Variables;
        return own is null or { IsEmpty: true } || execution.Scope is null
            ? execution
            : execution with { Variables = own.SetItems(execution.Variables ?? own) };
    }

    private static void Announce(StepRun run, string reason)
    {
        foreach (var bookmark in run.State.Bookmarks)
        {
            switch (bookmark)
            {
                case TaskBookmark task:
                    run.Effects.Add(new ChangeTask(task.Frozen ? task with { Candidates = [], Holder = null } : task, reason));
                    break;
                case TimerBookmark timer:
                    run.Effects.Add(new ScheduleTimer(timer));
                    break;
            }
        }
    }
}
