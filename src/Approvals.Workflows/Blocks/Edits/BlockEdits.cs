namespace Approvals.Workflows;

/// <summary>
/// The changes of a flow that the block designer and the free canvas make: pure functions from a definition to a definition. What a change
/// does not speak of keeps its id, its place, its properties.
/// </summary>
public static class BlockEdits
{
    private const int RowHeight = 120;

    /// <summary>Puts a new block in; its ids are derived from its kind.</summary>
    /// <param name="flow">The definition.</param>
    /// <param name="block">What.</param>
    /// <param name="place">Where.</param>
    /// <param name="lead">Whether its outcomes aside of the main way lead at once where the flow's other steps of its kind lead with them.</param>
    public static Result<WorkflowDefinition> Insert(WorkflowDefinition flow, NewBlock block, BlockPlace place, bool lead = false) => Within(flow, place.After, flowchart =>
    {
        var beside = flowchart.Activities.FirstOrDefault(a => a.Id == place.After) is { } after && NewBlocks.PositionOf(after) is { } at
            ? at with { Y = at.Y + RowHeight }
            : new BlockPosition(0, 0);
        return NewBlocks.Make(block, Ids(flow), beside).Bind(piece => FlowWeave.Insert(flowchart, piece, place).Map(woven => lead ? OpenWays.Lead(woven, piece.Entry) : woven));
    });

    /// <summary>Puts a block elsewhere, also into another branch; a parting goes with its branches.</summary>
    public static Result<WorkflowDefinition> Move(WorkflowDefinition flow, string activity, BlockPlace place) => Piece(flow, activity, (flowchart, piece) =>
    {
        if (BlockShape.IsBeginning(piece.Activities[0]))
        {
            return new Error("workflow.edit.startStays").With("activity", activity);
        }

        if (place.After is null || piece.Holds(place.After))
        {
            return new Error("workflow.edit.intoItself").With("activity", activity);
        }

        if (piece.Exits.IsEmpty)
        {
            return new Error("workflow.edit.noWayOn").With("activity", activity);
        }

        var target = place.Target is { } led && piece.Holds(led) ? null : place.Target;
        return FlowWeave.Insert(FlowWeave.Remove(flowchart, piece), piece, place with { Target = target });
    });

    /// <summary>Puts a copy of a block elsewhere, under ids of its own.</summary>
    public static Result<WorkflowDefinition> Copy(WorkflowDefinition flow, string activity, BlockPlace place) =>
        Piece(flow, activity, (flowchart, piece) => BlockShape.IsBeginning(piece.Activities[0])
            ? new Error("workflow.edit.startStays").With("activity", activity)
            : FlowWeave.Insert(flowchart, CopiedPiece.Of(piece, Ids(flow)), place));

    /// <summary>
    /// Takes a block out: what led to it leads to what follows. Blocks that only it led to would be lost; that is refused unless it is said
    /// that they go too.
    /// </summary>
    public static Result<WorkflowDefinition> Delete(WorkflowDefinition flow, string activity, bool withBranches) => Piece(flow, activity, (flowchart, piece) =>
    {
        var left = FlowWeave.Remove(flowchart, piece);
        var (before, after) = (new FlowGraph(flowchart), new FlowGraph(left));
        var lost = left.Activities.Select(a => a.Id).Where(id => before.IsReachable(id) && !after.IsReachable(id)).ToHashSet(StringComparer.Ordinal);
        var inside = piece.Activities.Skip(1).Count(a => !BlockShape.IsMeeting(a));
        return (lost.Count > 0 || inside > 0) && !withBranches
            ? new Error("workflow.edit.hasBranches").With("activity", activity).With("count", $"{lost.Count + inside}")
            : Branches.Without(left, lost);
    });

    /// <summary>Adds a branch to a parting.</summary>
    public static Result<WorkflowDefinition> AddBranch(WorkflowDefinition flow, string split, string label) => Within(flow, split, f => Branches.Add(f, split, label));

    /// <summary>Removes a branch with what only it leads to.</summary>
    public static Result<WorkflowDefinition> RemoveBranch(WorkflowDefinition flow, string split, string label) => Within(flow, split, f => Branches.Remove(f, split, label));

    /// <summary>Gives a branch another name.</summary>
    public static Result<WorkflowDefinition> RenameBranch(WorkflowDefinition flow, string split, string label, string name) =>
        Within(flow, split, f => Branches.Rename(f, split, label, name));

    /// <summary>Puts a branch at another place among its sisters, from 0.</summary>
    public static Result<WorkflowDefinition> MoveBranch(WorkflowDefinition flow, string split, string label, int index) =>
        Within(flow, split, f => Branches.Move(f, split, label, index));

    /// <summary>Connects two activities; <paramref name="instead"/> of where the outcome leads now.</summary>
    public static Result<WorkflowDefinition> Connect(WorkflowDefinition flow, string source, string port, string target, bool instead = false) =>
        Within(flow, source, f => FlowLinks.Connect(f, source, port, target, instead));

    /// <summary>Takes a connection away.</summary>
    public static Result<WorkflowDefinition> Disconnect(WorkflowDefinition flow, string source, string port, string target) =>
        Within(flow, source, f => FlowLinks.Disconnect(f, source, port, target));

    /// <summary>Gives a connection other bends.</summary>
    public static Result<WorkflowDefinition> Bend(WorkflowDefinition flow, string source, string port, string target, IEnumerable<BlockPosition> vertices) =>
        Within(flow, source, f => FlowLinks.Bend(f, source, port, target, vertices));

    /// <summary>Puts an activity at another place of the canvas.</summary>
    public static Result<WorkflowDefinition> Place(WorkflowDefinition flow, string activity, BlockPosition at) => Activity(flow, activity, a => NewBlocks.Placed(a, at));

    /// <summary>Gives an activity another id, and everything in the definition that means it.</summary>
    public static Result<WorkflowDefinition> Rename(WorkflowDefinition flow, string activity, string id)
    {
        if (!flow.Activities.Any(a => a.Id == activity))
        {
            return FlowWeave.Nowhere(activity);
        }

        if (id.Length is 0 or > 80 || !char.IsAsciiLetter(id[0]) || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            return new Error("workflow.edit.badId").With("id", id);
        }

        return flow.Activities.Any(a => a.Id == id)
            ? new Error("workflow.edit.idTaken", ErrorKind.Conflict).With("id", id)
            : flow with { Root = RenamedBlock.Of(flow.Root, activity, id) };
    }

    /// <summary>Writes a setting of the catalogue, or takes it away.</summary>
    /// <param name="flow">The definition.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="setting">The setting's name in <see cref="BlockCatalog"/>.</param>
    /// <param name="value">For an input its expression <c>{ type, value }</c>, for anything else the value itself; null takes it away.</param>
    public static Result<WorkflowDefinition> Set(WorkflowDefinition flow, string activity, string setting, JsonElement? value) =>
        FlowTree.Change(flow, activity, a => BlockSettings.Write(a, setting, value));

    private static Result<WorkflowDefinition> Activity(WorkflowDefinition flow, string activity, Func<ActivityDefinition, ActivityDefinition> change) =>
        FlowTree.Change(flow, activity, a => change(a));

    private static Result<WorkflowDefinition> Piece(WorkflowDefinition flow, string activity, Func<ActivityDefinition, FlowPiece, Result<ActivityDefinition>> change) =>
        Within(flow, activity, flowchart => flowchart.Activities.Any(a => a.Id == activity)
            ? change(flowchart, new FlowPieces(flowchart).Of(activity))
            : FlowWeave.Nowhere(activity));

    private static Result<WorkflowDefinition> Within(WorkflowDefinition flow, string? activity, Func<ActivityDefinition, Result<ActivityDefinition>> change) =>
        FlowTree.ChangeFlowchart(flow, activity, change);

    private static HashSet<string> Ids(WorkflowDefinition flow) => flow.Activities.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
}
