namespace Approvals.Workflows;

/// <summary>Derives the case's shown state, in the glossary's words, from where its tokens wait.</summary>
internal static class ShownStates
{
    public static WorkflowState Derive(StepRun run)
    {
        var state = run.State;
        return state with { Shown = state.Status == WorkflowStatus.Finished ? Final(run) : Waiting(run) ?? state.Shown };
    }

    private static string Final(StepRun run)
    {
        var end = run.Effects.OfType<FinishCase>().LastOrDefault()?.Activity;
        return (end is null ? null : run.Program.Find(end)?.Definition.ShownState) ?? run.State.Result switch
        {
            "refused" or "notAccepted" => "Refused",
            "withdrawn" => "Withdrawn",
            "terminated" => "Terminated",
            _ => "Finished",
        };
    }

    private static string? Waiting(StepRun run)
    {
        if (run.State.Tasks.Any(t => t.Kind == TaskKind.Correction))
        {
            return "AwaitingCorrection";
        }

        string? shown = null;
        foreach (var execution in run.State.Executions)
        {
            if (!execution.Left && !Freezing.IsFrozen(run, execution.Id) && run.Program.Find(execution.Activity) is { } node)
            {
                shown = node.Definition.ShownState ?? node.Activity.ShownState ?? shown;
            }
        }

        return shown;
    }
}
