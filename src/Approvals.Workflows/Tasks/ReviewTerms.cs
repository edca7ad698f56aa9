namespace Approvals.Workflows;

/// <summary>How a review under way is decided, evaluated.</summary>
/// <param name="Mode"><c>AnyOf</c>, <c>AllOf</c>, <c>InSequence</c> or <c>Quota</c>.</param>
/// <param name="Needed">With a quota: how many must approve; 0 in other modes.</param>
public sealed record ReviewTerms(string Mode, int Needed)
{
    /// <summary>The terms of a review under way.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="state">Where the case stands.</param>
    /// <param name="context">What expressions see.</param>
    /// <param name="activity">The review.</param>
    /// <param name="seats">How many sit in it where a quota counts.</param>
    /// <returns>The terms; null when the activity is no review or they cannot be told.</returns>
    public static ReviewTerms? Of(WorkflowDefinition definition, WorkflowState state, StepContext context, string activity, int seats)
    {
        var program = definition.Program;
        var view = new RouteView(context, state.Variables, program.VariableNames.Values.ToHashSet(StringComparer.Ordinal));
        return program.Find(activity)?.Activity is Review { Panel: { } panel } && view.TryValue(panel.Mode, out var mode)
            ? new ReviewTerms(mode, seats > 0 && view.TryValue(panel.Quota, out var quota) ? quota.Of(seats) : 0)
            : null;
    }
}
