namespace Approvals.Decisions;

/// <summary>What decisions need and give, from the graph.</summary>
internal static class DecisionInfos
{
    public static DecisionInfo Of(Decision decision) => new(
        decision.Id,
        decision.Name,
        string.IsNullOrWhiteSpace(decision.Label) ? decision.Name : decision.Label,
        [.. Closure(decision).OfType<InputData>().Select(data => new DecisionInput(data.Name, data.Type.Type))],
        decision.Table is { Outputs.Length: > 1 } table ? [.. table.Outputs.Select(output => output.Name)] : []);

    /// <summary>The element and all it requires, directly or through others, in order of first appearance.</summary>
    public static IReadOnlyCollection<GraphElement> Closure(GraphElement element)
    {
        var seen = new HashSet<GraphElement>();
        var ordered = new List<GraphElement>();
        var open = new Stack<GraphElement>([element]);
        while (open.TryPop(out var next))
        {
            if (!seen.Add(next))
            {
                continue;
            }

            ordered.Add(next);
            foreach (var required in Required(next).Reverse())
            {
                open.Push(required);
            }
        }

        return ordered;
    }

    /// <summary>The elements of other models that the element requires, directly or through others.</summary>
    public static IEnumerable<GraphElement> Imported(GraphElement element) =>
        Required(element).Where(required => required.Model != element.Model).SelectMany(Closure);

    /// <summary>What an element requires directly.</summary>
    public static IEnumerable<GraphElement> Required(GraphElement element) => element switch
    {
        LogicElement logic => logic.Requirements.Select(requirement => requirement.Element),
        Service service => service.Outputs.Select(output => output.Element),
        _ => [],
    };
}
