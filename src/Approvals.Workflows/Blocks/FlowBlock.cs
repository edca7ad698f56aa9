namespace Approvals.Workflows;

/// <summary>A part of a flowchart as the block designer shows it: a closed union.</summary>
public abstract record FlowBlock
{
    private protected FlowBlock() { }
}

/// <summary>One activity.</summary>
/// <param name="Activity">The activity, whole.</param>
public sealed record StepBlock(ActivityDefinition Activity) : FlowBlock;

/// <summary>Blocks one after another. Between a fork and the block after it there is no link: its branches lead there.</summary>
/// <param name="Blocks">The blocks, in order.</param>
/// <param name="Links">The connections from a block to the next.</param>
public sealed record SeriesBlock(ImmutableArray<FlowBlock> Blocks, ImmutableArray<Connection> Links) : FlowBlock;

/// <summary>An activity with several ways on, which meet again at the block after it, or end.</summary>
/// <param name="Split">The activity.</param>
/// <param name="Branches">The ways on, in the order of the connections.</param>
public sealed record ForkBlock(ActivityDefinition Split, ImmutableArray<BranchBlock> Branches) : FlowBlock;

/// <summary>One way on from a fork.</summary>
/// <param name="Enter">The connection by which it begins.</param>
/// <param name="Body">What lies on it; null when it leads straight to where the ways meet.</param>
/// <param name="Leave">The connection to where the ways meet; null when it ends, or leads there straight.</param>
public sealed record BranchBlock(Connection Enter, SeriesBlock? Body, Connection? Leave);

/// <summary>A part that is not well structured: drawn as the graph it is.</summary>
/// <param name="Activities">Its activities, in the order of the document.</param>
/// <param name="Connections">The connections among them, and from them to the block after it.</param>
public sealed record FreeBlock(ImmutableArray<ActivityDefinition> Activities, ImmutableArray<Connection> Connections) : FlowBlock;
