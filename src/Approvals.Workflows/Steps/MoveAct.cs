namespace Approvals.Workflows;

/// <summary>
/// An administrator puts a token at another activity. The tokens stay sound: of what stands beside it, only branches that the target
/// cannot meet again stay; what was done and cannot be undone is not run twice; and every join that waits for all still gets all.
/// </summary>
internal static class MoveAct
{
    public static Error? Take(StepRun run, MovedByAdministrator moved)
    {
        if (run.Find(moved.Execution) is not { Scope: not null, Left: false } execution)
        {
            return Conflict("workflow.moveGone");
        }

        if (run.Program.Find(moved.To) is not { } target)
        {
            return new Error("workflow.moveUnknown").With("target", moved.To);
        }

        if (!run.State.Returns.IsEmpty)
        {
            return Conflict("workflow.moveDuringReturn");
        }

        if (Place(run, execution, target) is not { } place)
        {
            return Conflict("workflow.moveOutside");
        }

        return Refusal(run, place) ?? Move(run, place);
    }

    private static Error? Refusal(StepRun run, MovePlace place) =>
        place.Moved.Activity == place.Target.Id ? Conflict("workflow.moveSame")
        : place.Target.Activity is End or Finish or Complete or Grant ? Conflict("workflow.moveEnds")
        : !place.IsReachable ? Conflict("workflow.moveOutside")
        : place.DoneAndRunAgain(run) is { } across
            ? Conflict("workflow.moveAcross").With("target", place.Target.Id).With("across", across.Id)
        : null;

    private static Error? Move(StepRun run, MovePlace place)
    {
        var scope = place.Scope.Id;
        var tokens = run.State.Tokens.RemoveAll(t => t.Scope == scope && place.Takes(t.From));
        var others = run.State.Executions.Where(e => e.Scope == scope && (e.Left ? place.ComesAgain(e.Activity) : e.Id == place.Moved.Id || place.Takes(e.Activity))).ToList();
        var left = run.State.Executions.Where(e => e.Scope == scope && !e.Left && !others.Contains(e)).Select(e => e.Activity);
        if (place.Starved([.. left, place.Target.Id], [.. tokens.Where(t => t.Scope == scope)]) is var (join, branch))
        {
            return Conflict("workflow.moveJoin").With("join", join).With("branch", branch);
        }

        var after = After(run, place);
        run.State = run.State with { Tokens = tokens };
        foreach (var other in others)
        {
            Completion.Cancel(run, other, CloseReason.Moved);
        }

        run.Schedule(place.Target.Id, scope, after);
        return null;
    }

    /// <summary>Who took the steps before, and who acted in the step that is left, takes none directly after.</summary>
    private static ImmutableArray<string> After(StepRun run, MovePlace place) => run.State.Rounds.TryGetValue(place.Target.Id, out var before) && !before.After.IsEmpty
        ? before.After
        : [.. place.Moved.After.Union(Rounds.After(run, place.Moved), StringComparer.Ordinal).Where(a => a != place.Target.Id)];

    private static MovePlace? Place(StepRun run, Execution from, ActivityNode target)
    {
        for (var child = from; run.Find(child.Scope) is { } scope; child = scope)
        {
            if (scope.Activity == target.Parent?.Id)
            {
                return target.Parent.Activity switch
                {
                    Flowchart flowchart => new MovePlace(scope, child, target, flowchart),
                    Sequence => new MovePlace(scope, child, target, null),
                    _ => null,
                };
            }
        }

        return null;
    }

    private static Error Conflict(string code) => new(code, ErrorKind.Conflict);
}
