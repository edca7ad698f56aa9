namespace Approvals.Workflows;

/// <summary>The outcomes that an activity of a definition may leave by, for words and checks.</summary>
public static class ActivityOutcomes
{
    /// <summary>The outcomes it may leave by: those its type has, those it may come to, the one of a skip, and those that a connection follows.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="activity">The activity's id.</param>
    /// <returns>Each once; empty when there is no such activity.</returns>
    public static ImmutableArray<string> Of(WorkflowDefinition definition, string activity) => definition.Program.Find(activity) is { } node
        ? [.. (node.Activity.Outcomes ?? []).Concat(node.Activity.PossibleOutcomes).Concat(Skip(node)).Concat(Connected(node)).Distinct(StringComparer.Ordinal)]
        : [];

    /// <summary>The outcomes it may leave by that the definition's author made up, such as the answers of a decision; they have no name but the one the author gives.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="activity">The activity's id.</param>
    public static ImmutableArray<string> Authored(WorkflowDefinition definition, string activity) =>
        definition.Program.Find(activity) is { Activity: Decide or FlowFork or FlowSwitch or Subflow }
            ? [.. Of(definition, activity).Where(o => !IsOfPlatform(o))]
            : [];

    /// <summary>Whether an activity can leave by an outcome; an answer of a decision may be anything.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="activity">The activity's id.</param>
    /// <param name="outcome">The outcome.</param>
    public static bool IsPossible(WorkflowDefinition definition, string activity, string outcome) =>
        definition.Program.Find(activity) is { Activity.Outcomes: null } || Of(definition, activity).Contains(outcome);

    private static bool IsOfPlatform(string outcome) => outcome is "Done" or "NoMatch" or "Default" or "True" or "False" or "true" or "false";

    private static IEnumerable<string> Skip(ActivityNode node) => ActivityTexts.Own(node.Definition, SkipCheck.Name) is { } skip ? [skip] : [];

    private static IEnumerable<string> Connected(ActivityNode node) =>
        node.Parent?.Activity is Flowchart flowchart ? flowchart.Graph.Outbound(node.Id).Select(c => c.Port) : [];
}
