namespace Approvals.Decisions;

/// <summary>Finds decisions that require themselves, directly or through others.</summary>
internal static class CycleCheck
{
    public static void Check(IEnumerable<GraphElement> elements, Problems problems)
    {
        var done = new HashSet<LogicElement>();
        foreach (var element in elements.OfType<LogicElement>())
        {
            Walk(element, [], done, problems);
        }
    }

    private static bool Walk(LogicElement element, HashSet<LogicElement> path, HashSet<LogicElement> done, Problems problems)
    {
        if (path.Contains(element) || path.Count > DecisionEvaluation.MostDepth)
        {
            problems.Add("decisions.cycle", element.Name);
            return false;
        }

        if (!done.Add(element))
        {
            return true;
        }

        // A knowledge model may call itself.
        path.Add(element);
        foreach (var required in element.Requirements.Select(requirement => requirement.Element).OfType<LogicElement>())
        {
            if (!(required == element && element is Knowledge) && !Walk(required, path, done, problems))
            {
                break;
            }
        }

        path.Remove(element);
        return true;
    }
}
