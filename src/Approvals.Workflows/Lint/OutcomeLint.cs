namespace Approvals.Workflows;

/// <summary>Connections from outcomes that the settings of a step no longer produce: they look as if they led somewhere.</summary>
internal static class OutcomeLint
{
    private const string Otherwise = "Done";
    private const string NoMatch = "NoMatch";
    private const string NoShow = "NoShow";

    public static IEnumerable<Problem> Of(WorkflowProgram program, LintKnowledge knowledge) =>
        from node in program.Nodes
        where node.Activity is Flowchart
        from child in node.Children
        let ports = ((Flowchart)node.Activity).Graph.Outbound(child.Id).Select(c => c.Port).Distinct(StringComparer.Ordinal).ToImmutableArray()
        let answers = child.Activity is Decide decide ? Answers(decide, knowledge) : null
        from port in ports
        where answers is { } known ? IsLost(port, ports, known) : IsLost(port, child.Activity)
        select WorkflowLint.At(child.Definition, "workflow.lint.lostOutcome", Severity.Warning)
            .With("port", port).With("offered", string.Join(", ", answers is { } offered ? offered.Add(NoMatch) : [.. child.Activity.PossibleOutcomes]));

    /// <summary>A decision leaves by its answer; by <c>Done</c> only where an answer has no way of its own.</summary>
    private static bool IsLost(string port, ImmutableArray<string> ports, ImmutableArray<string> answers) =>
        port != NoMatch && !answers.Contains(port) && (port != Otherwise || answers.All(answer => ports.Contains(answer)));

    /// <summary>A time-out without a limit that leads on, nobody coming to an appointment and the result of a case that are not waited for.</summary>
    private static bool IsLost(string port, Activity activity) => (port, activity) switch
    {
        (Review.TimedOut, Fill { Limit.Expression: null }) => true,
        (Review.TimedOut, Review { OnTimeout.IsFixed: true }) or (NoShow, Book) => !activity.PossibleOutcomes.Contains(port),
        (not Otherwise, StartCase { Wait: { IsFixed: true, Constant: false } }) => true,
        _ => false,
    };

    /// <summary>All that the table of a decision can answer; nothing where that is not known before.</summary>
    private static ImmutableArray<string>? Answers(Decide decide, LintKnowledge knowledge)
    {
        if (!decide.Decision.IsFixed || !decide.Result.IsFixed || knowledge.Answers(decide.Decision.Constant, decide.Result.Constant) is not { IsEmpty: false } values)
        {
            return null;
        }

        var texts = values.Where(value => !value.IsNull).Select(ValueReaders.Plain).ToList();
        return texts.Count == 0 || texts.Contains(null) ? null : [.. texts.OfType<string>()];
    }
}
