namespace Approvals.Workflows;

/// <summary>A piece once more, under ids that the definition does not have yet.</summary>
internal static class CopiedPiece
{
    public static FlowPiece Of(FlowPiece piece, HashSet<string> taken)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var inner in piece.Activities.SelectMany(a => a.WithDescendants()))
        {
            names[inner.Id] = NewBlocks.Next(taken, inner.Type);
        }

        string New(string id) => names.GetValueOrDefault(id, id);
        Connection Copied(Connection c) => c with { Source = New(c.Source), Target = New(c.Target) };
        var activities = piece.Activities.Select(a => names.Aggregate(a, (copy, name) => RenamedBlock.Of(copy, name.Key, name.Value)));
        return new FlowPiece([.. activities.Select(Aside)], [.. piece.Connections.Select(Copied)], [.. piece.Exits.Select(Copied)]);
    }

    /// <summary>A little off the one it is a copy of, so that both are seen.</summary>
    private static ActivityDefinition Aside(ActivityDefinition copy) =>
        NewBlocks.PositionOf(copy) is { } at ? NewBlocks.Placed(copy, new BlockPosition(at.X + 40, at.Y + 40)) : copy;
}
