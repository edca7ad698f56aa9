namespace Approvals.Workflows;

/// <summary>Where a token is moved: within one container, from the child it is at, or in, to another child.</summary>
/// <param name="Scope">The container under way.</param>
/// <param name="Moved">The child of the container that is left.</param>
/// <param name="Target">The child that is run instead.</param>
/// <param name="Flowchart">The container, where it is a flowchart; null for a sequence, in which nothing stands beside.</param>
internal sealed record MovePlace(Execution Scope, Execution Moved, ActivityNode Target, Flowchart? Flowchart)
{
    public bool IsReachable => Flowchart?.Graph.IsReachable(Target.Id) ?? true;

    /// <summary>
    /// Whether what is at an activity beside goes with the token. It stays only in another branch: when something comes before both the
    /// token and its target on every path, and not before the other.
    /// </summary>
    public bool Takes(string beside) => Flowchart is not { } flowchart ||
        !flowchart.Graph.Ids.Any(c => flowchart.ComesBefore(c, Moved.Activity) && flowchart.ComesBefore(c, Target.Id) && !flowchart.ComesBefore(c, beside));

    /// <summary>Whether the target leads to an activity that stays for a promise only, so that it will be run again.</summary>
    public bool ComesAgain(string stayed) => Leads(Target.Id, stayed);

    /// <summary>Something that is done, cannot be undone, and would be run again.</summary>
    public ActivityNode? DoneAndRunAgain(StepRun run) => run.State.Rounds.Where(r => r.Value.Outcome is not (null or "Cancelled"))
        .Select(r => run.Program.Find(r.Key)).OfType<ActivityNode>()
        .FirstOrDefault(n => n.Activity is Grant or StartCase or AlterEntitlement or RegisterRelative && ChildOf(n) is { } child && Leads(Target.Id, child.Id));

    /// <summary>
    /// A join that waits for all, could be come to, and would never get a token from one of its branches; null when there is none.
    /// </summary>
    public (string Join, string Branch)? Starved(ImmutableArray<string> underWay, ImmutableArray<Token> waiting)
    {
        if (Flowchart is not { } flowchart)
        {
            return null;
        }

        var needed =
            from at in flowchart.Graph.Ids
            let mode = flowchart.Mode(at)
            let sources = mode == MergeMode.Converge ? flowchart.Graph.Inbound(at) : mode == MergeMode.Merge ? flowchart.Graph.ForwardInbound(at) : []
            where sources.Count > 1 && (waiting.Any(t => t.To == at) || underWay.Any(a => Leads(a, at)))
            from source in sources
            where !waiting.Any(t => t.To == at && t.From == source.Source && t.Port == source.Port) && !underWay.Any(a => Leads(a, source.Source))
            select ((string, string)?)(at, source.Source);
        return needed.FirstOrDefault();
    }

    /// <summary>Whether the flow goes from one child to another without a loop, or they are the same.</summary>
    private bool Leads(string from, string to) => from == to ||
        (Flowchart is { } flowchart ? flowchart.Graph.Ancestors(to).Contains(from) : ((IOrdersChildren)Target.Parent!.Activity).ComesBefore(from, to));

    private ActivityNode? ChildOf(ActivityNode? node)
    {
        while (node is not null && node.Parent?.Id != Scope.Activity)
        {
            node = node.Parent;
        }

        return node;
    }
}
