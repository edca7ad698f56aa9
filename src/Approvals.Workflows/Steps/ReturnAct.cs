namespace Approvals.Workflows;

/// <summary>
/// Returning to a step that comes before on every path. <c>restartAll</c>: everything the step led to is taken back, siblings of
/// the returner included, arrivals at joins too, and it runs again. <c>resumeReturner</c>: see <see cref="Freezing"/>.
/// </summary>
internal static class ReturnAct
{
    public const string ResumeReturner = "resumeReturner";

    public static Error? Take(StepRun run, Returned returned)
    {
        if (run.Missing.Count > 0)
        {
            return null;
        }

        var task = Bookmarks.Find<TaskBookmark>(run, returned.Task)!;
        var named = returned.To!;
        if (!task.ReturnTo.Contains(named))
        {
            return new Error("workflow.returnNotAllowed", ErrorKind.Conflict).With("target", named);
        }

        var target = run.Program.Named(run.Program.Find(task.Activity)!, named)?.Id ?? named;
        if (Region(run, run.Find(task.Execution)!, target) is not { } region)
        {
            return new Error("workflow.returnNotBefore", ErrorKind.Conflict).With("target", named);
        }

        Bookmarks.Close(run, task, CloseReason.Returned, returned.By);
        Rounds.Acted(run, task.Activity, returned.By);
        var note = new ReturnNote(task.Activity, returned.By, returned.Opinion) { Fields = returned.Fields, Documents = returned.Documents };
        if (run.Program.Find(task.Activity)!.Activity is Review review &&
            new ActivityContext(run, task.Execution, task.Activity).Value(review.OnReturn) == ResumeReturner)
        {
            Rounds.Set(run, task.Activity, Rounds.Of(run, task.Activity) with { Outcome = "Returned" });
            Freezing.Begin(run, run.Find(task.Execution)!, region, note);
            return null;
        }

        region.Cancel(run, CloseReason.SiblingReturned, except: null);
        Rounds.Set(run, task.Activity, Rounds.Of(run, task.Activity) with { Outcome = "Returned" });
        run.Schedule(target, region.Scope.Id, Rounds.Of(run, target).After, note);
        return null;
    }

    /// <summary>What a step led to, seen from an execution in it; null when the step does not come before on every path.</summary>
    public static ReturnRegion? Region(StepRun run, Execution from, string target)
    {
        if (run.Program.Find(target)?.Parent is not { } container)
        {
            return null;
        }

        for (var child = from; run.Find(child.Scope) is { } scope; child = scope)
        {
            if (scope.Activity == container.Id)
            {
                return child.Activity != target && container.Activity is IOrdersChildren order && order.ComesBefore(target, child.Activity)
                    ? new ReturnRegion(scope, order, target)
                    : null;
            }
        }

        return null;
    }
}

/// <summary>A container that knows which child comes before which on every path.</summary>
internal interface IOrdersChildren
{
    /// <summary>Whether every path to a child passes another first, or it is the same child.</summary>
    public bool ComesBefore(string earlier, string later);
}

/// <summary>Everything in a container that a step leads to, the step included.</summary>
internal sealed record ReturnRegion(Execution Scope, IOrdersChildren Order, string Target)
{
    public void Cancel(StepRun run, CloseReason reason, string? except)
    {
        run.State = run.State with { Tokens = run.State.Tokens.RemoveAll(t => t.Scope == Scope.Id && Order.ComesBefore(Target, t.From)) };
        foreach (var child in run.State.Executions.Where(e => e.Scope == Scope.Id && e.Id != except && Order.ComesBefore(Target, e.Activity)))
        {
            Completion.Cancel(run, child, reason);
        }
    }
}
