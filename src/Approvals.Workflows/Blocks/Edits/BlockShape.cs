namespace Approvals.Workflows;

/// <summary>What an activity alone says about the ways on from it.</summary>
internal static class BlockShape
{
    private static readonly ImmutableArray<string> Gateways = ["Elsa.FlowFork", "Elsa.FlowSwitch", "Elsa.FlowDecision"];

    /// <summary>Whether no way on from it is the main one: it only parts them, or its outcomes are the author's.</summary>
    public static bool IsOpen(ActivityDefinition activity) => Gateways.Contains(activity.Type) || Compiled(activity).Outcomes is null;

    /// <summary>Whether it does nothing but bring ways together.</summary>
    public static bool IsMeeting(ActivityDefinition activity) => activity.Type == "Elsa.FlowJoin" || (activity.Type == "Elsa.FlowNode" && activity.Slot("body") is null);

    /// <summary>Whether a case begins at it: nothing can stand before it, and there is one of it.</summary>
    public static bool IsBeginning(ActivityDefinition activity) => activity.Type == "Elsa.Start";

    /// <summary>The outcome of the main way.</summary>
    public static string MainPort(ActivityDefinition activity) => Compiled(activity).MainOutcome;

    /// <summary>The outcomes without a way on from which a case would stop.</summary>
    public static ImmutableArray<string> NeededPorts(ActivityDefinition activity) => [.. Compiled(activity).NeededOutcomes];

    /// <summary>Whether the case may go on after it.</summary>
    public static bool GoesOn(ActivityDefinition activity) => activity.Type is not ("Elsa.End" or "Elsa.Finish" or "Elsa.Complete" or "Elsa.Fault" or "Elsa.Break");

    private static Activity Compiled(ActivityDefinition activity) =>
        ActivityCatalog.Read(new ActivityReader(activity, new ExpressionReader(FeelScope.Of([]), ImmutableDictionary<string, string>.Empty, [], ImmutableArray.CreateBuilder<Problem>())));
}
