namespace Approvals.Workflows;

/// <summary>What kind of step an activity is, for whoever looks at a map of the flow.</summary>
public enum ActivityKind
{
    /// <summary>The applicant, or somebody for them, enters something.</summary>
    Fill,

    /// <summary>Somebody of the authorities decides.</summary>
    Decide,

    /// <summary>Rules decide.</summary>
    Rule,

    /// <summary>A public notice.</summary>
    Notice,

    /// <summary>Something or somebody is waited for.</summary>
    Wait,

    /// <summary>Something is granted, sent or changed.</summary>
    Effect,

    /// <summary>The end.</summary>
    End,
}

/// <summary>What the activities of a definition are, told by themselves.</summary>
public static class ActivityKinds
{
    /// <summary>The kind of an activity; <see cref="ActivityKind.Effect"/> when there is no such activity.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="activity">The activity's id.</param>
    public static ActivityKind Of(WorkflowDefinition definition, string activity) =>
        definition.Program.Find(activity)?.Activity.MapKind ?? ActivityKind.Effect;

    /// <summary>Whether any activity of a definition opens cases of other services.</summary>
    /// <param name="definition">The definition.</param>
    public static bool StartsCases(WorkflowDefinition definition) => definition.Program.Nodes.Any(n => n.Activity is StartCase);
}
