namespace Approvals.Workflows;

/// <summary>A flowchart as blocks. Going there and back changes nothing but the order in which activities and connections stand.</summary>
/// <param name="Flowchart">The flowchart without its activities and connections.</param>
/// <param name="Root">What is reached from the start; null for an empty flowchart.</param>
/// <param name="Apart">Activities that nothing leads to, and connections that lead nowhere or are there twice.</param>
public sealed record FlowBlocks(ActivityDefinition Flowchart, FlowBlock? Root, FreeBlock Apart)
{
    /// <summary>Whether the designer can show all of it as blocks: each fork closes at one join, and loops are only by return.</summary>
    public bool IsStructured => Apart is { Activities.IsEmpty: true, Connections.IsEmpty: true } && !Parts(Root).Any(b => b is FreeBlock);

    /// <summary>The blocks of a flowchart.</summary>
    public static FlowBlocks Of(ActivityDefinition flowchart) => new BlockReading(flowchart).Read();

    /// <summary>The flowchart of these blocks.</summary>
    public ActivityDefinition ToGraph()
    {
        var parts = Parts(Root).Append(Apart).ToList();
        return Flowchart with
        {
            Activities = [.. parts.SelectMany(ActivitiesOf)],
            Connections = [.. parts.SelectMany(ConnectionsOf)],
        };
    }

    /// <summary>A block and all blocks in it, outer ones first.</summary>
    private static IEnumerable<FlowBlock> Parts(FlowBlock? block) => block switch
    {
        null => [],
        SeriesBlock series => [series, .. series.Blocks.SelectMany(Parts)],
        ForkBlock fork => [fork, .. fork.Branches.SelectMany(b => Parts(b.Body))],
        _ => [block],
    };

    private static IEnumerable<ActivityDefinition> ActivitiesOf(FlowBlock block) => block switch
    {
        StepBlock step => [step.Activity],
        ForkBlock fork => [fork.Split],
        FreeBlock free => free.Activities,
        _ => [],
    };

    private static IEnumerable<Connection> ConnectionsOf(FlowBlock block) => block switch
    {
        SeriesBlock series => series.Links,
        ForkBlock fork => fork.Branches.SelectMany(b => b.Leave is null ? new[] { b.Enter } : [b.Enter, b.Leave]),
        FreeBlock free => free.Connections,
        _ => [],
    };
}
