namespace Approvals.Workflows;

/// <summary>Changes one activity of a definition, wherever it stands, and leaves the others as they are.</summary>
internal static class FlowTree
{
    /// <summary>The definition with one activity changed.</summary>
    public static Result<WorkflowDefinition> Change(WorkflowDefinition flow, string activity, Func<ActivityDefinition, Result<ActivityDefinition>> change) =>
        Changed(flow.Root, a => a.Id == activity, change) is { } changed
            ? changed.Map(root => flow with { Root = root })
            : FlowWeave.Nowhere(activity);

    /// <summary>The definition with the flowchart changed in which an activity stands; the outermost one where none is named.</summary>
    public static Result<WorkflowDefinition> ChangeFlowchart(WorkflowDefinition flow, string? activity, Func<ActivityDefinition, Result<ActivityDefinition>> change)
    {
        var changed = Changed(flow.Root, a => IsFlowchart(a) && (activity is null || a.Activities.Any(c => c.Id == activity)), change);
        return changed is { } result ? result.Map(root => flow with { Root = root })
            : activity is not null && flow.Activities.Any(a => a.Id == activity) ? new Error("workflow.edit.notInFlowchart").With("activity", activity)
            : FlowWeave.Nowhere(activity ?? "");
    }

    private static bool IsFlowchart(ActivityDefinition activity) => activity.Type == "Elsa.Flowchart";

    private static Result<ActivityDefinition>? Changed(
        ActivityDefinition activity, Func<ActivityDefinition, bool> isMeant, Func<ActivityDefinition, Result<ActivityDefinition>> change)
    {
        if (isMeant(activity))
        {
            return change(activity);
        }

        for (var i = 0; i < activity.Activities.Length; i++)
        {
            var at = i;
            if (Changed(activity.Activities[i], isMeant, change) is { } child)
            {
                return child.Map(c => activity with { Activities = activity.Activities.SetItem(at, c) });
            }
        }

        for (var i = 0; i < activity.Slots.Length; i++)
        {
            var at = i;
            if (Changed(activity.Slots[i].Activity, isMeant, change) is { } child)
            {
                return child.Map(c => activity with { Slots = activity.Slots.SetItem(at, activity.Slots[at] with { Activity = c }) });
            }
        }

        return null;
    }
}
