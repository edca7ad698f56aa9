namespace Approvals.Workflows;

/// <summary>Looks for whatever would keep a definition from running, or make a case stop.</summary>
internal static class DefinitionCheck
{
    public static ImmutableArray<Problem> Of(WorkflowDefinition definition)
    {
        var program = definition.Program;
        return
        [
            .. program.Problems,
            .. program.Nodes.SelectMany(n => n.Activity.Check(n.Definition, program)),
            .. program.Nodes.SelectMany(n => n.Activity is Flowchart flowchart ? FlowchartCheck.Of(n, flowchart) : []),
            .. program.Nodes.SelectMany(n => ReturnCheck.Of(program, n)),
            .. program.Nodes.SelectMany(SkipCheck.Of),
        ];
    }
}

/// <summary>Connections, ports and branches of one flowchart.</summary>
internal static class FlowchartCheck
{
    public static IEnumerable<Problem> Of(ActivityNode node, Flowchart flowchart) =>
    [
        .. Connections(node),
        .. node.Children.SelectMany(c => Child(c, flowchart.Graph)),
        .. flowchart.Graph.Start is null ? [new Problem("workflow.check.noStart", Severity.Error, node.Id, node.Definition.Path)] : (Problem[])[],
    ];

    private static IEnumerable<Problem> Connections(ActivityNode node)
    {
        for (var i = 0; i < node.Definition.Connections.Length; i++)
        {
            var connection = node.Definition.Connections[i];
            var place = $"{node.Definition.Path}.connections[{i}]";
            if (node.Child(connection.Source) is not { } source || node.Child(connection.Target) is null)
            {
                yield return new Problem("workflow.check.connectionToNowhere", Severity.Error, node.Id, place)
                    .With("source", connection.Source).With("target", connection.Target);
            }
            else if (source.Activity.Outcomes is { } outcomes && !outcomes.Contains(connection.Port) && connection.Port != ActivityTexts.Own(source.Definition, SkipCheck.Name))
            {
                yield return new Problem("workflow.check.unknownPort", source.Activity.NeedsBranch ? Severity.Error : Severity.Warning, source.Id, place)
                    .With("port", connection.Port).With("offered", string.Join(", ", outcomes));
            }
        }
    }

    private static IEnumerable<Problem> Child(ActivityNode child, FlowGraph graph)
    {
        if (!graph.IsReachable(child.Id))
        {
            yield return new Problem("workflow.check.unreachable", Severity.Warning, child.Id, child.Definition.Path);
        }

        var ports = graph.Outbound(child.Id).Select(c => c.Port).ToHashSet(StringComparer.Ordinal);
        if (ports.Count == 0)
        {
            yield break;
        }

        foreach (var outcome in child.Activity.NeededOutcomes.Where(o => !ports.Contains(o)))
        {
            yield return new Problem("workflow.check.missingBranch", Severity.Error, child.Id, child.Definition.Path).With("outcome", outcome);
        }

        if (child.Activity is FlowSwitch && !ports.Contains("Default"))
        {
            yield return new Problem("workflow.check.missingDefault", Severity.Error, child.Id, child.Definition.Path);
        }

        if (child.Activity is Decide && !ports.Contains("NoMatch") && !ports.Contains("Done"))
        {
            yield return new Problem("workflow.check.noNoMatch", Severity.Warning, child.Id, child.Definition.Path);
        }
    }
}

/// <summary>Where reviews may return to.</summary>
internal static class ReturnCheck
{
    public static IEnumerable<Problem> Of(WorkflowProgram program, ActivityNode node) =>
        node.Activity is Review review ? review.ReturnTo.Constant.Where(t => t != "applicant").SelectMany(t => Target(program, node, t)) : [];

    private static IEnumerable<Problem> Target(WorkflowProgram program, ActivityNode node, string target)
    {
        if (program.Find(target) is not { } found)
        {
            yield return Problem("workflow.check.returnUnknown", node, target);
            yield break;
        }

        var inside = node;
        while (inside is not null && inside.Parent != found.Parent)
        {
            inside = inside.Parent;
        }

        if (inside is null || inside == found || found.Parent?.Activity is not IOrdersChildren order || !order.ComesBefore(target, inside.Id))
        {
            yield return Problem("workflow.check.returnNotBefore", node, target);
            yield break;
        }

        if (found.Parent.Activity is not Flowchart flowchart)
        {
            yield break;
        }

        var ancestors = flowchart.Graph.Ancestors(inside.Id);
        foreach (var across in found.Parent.Children.Where(c => c.Activity is Grant or PublicNotice && c != inside && c != found &&
            ancestors.Contains(c.Id) && order.ComesBefore(target, c.Id) && ActivityTexts.Own(c.Definition, "undo") is null))
        {
            yield return Problem("workflow.check.returnAcross", node, target).With("across", across.Id);
        }
    }

    private static Problem Problem(string code, ActivityNode node, string target) =>
        new Problem(code, Severity.Error, node.Id, $"{node.Definition.Path}.returnTo").With("target", target);
}
