namespace Approvals.Workflows;

/// <summary>Limits of single steps, and of all steps along a way, that are longer than the law or the office's promise allows for the whole case.</summary>
internal static class LimitLint
{
    public static IEnumerable<Problem> Of(WorkflowProgram program, LintKnowledge knowledge) =>
        knowledge.Statutory is { } statutory && Single(program, statutory).ToList() is { Count: > 0 } single ? single : Together(program, knowledge);

    /// <summary>A sum is a warning: the case's own clock ends where it ends, but not every step can then use its limit.</summary>
    private static IEnumerable<Problem> Together(WorkflowProgram program, LintKnowledge knowledge) =>
        Beyond(program, knowledge, knowledge.Statutory, "workflow.lint.limits") ?? Beyond(program, knowledge, knowledge.Promised, "workflow.lint.limitsPromised") ?? [];

    private static IEnumerable<Problem>? Beyond(WorkflowProgram program, LintKnowledge knowledge, Limit? whole, string code)
    {
        if (whole is null)
        {
            return null;
        }

        var way = new LimitSum(program, whole.Unit, knowledge).Longest();
        return way.Length <= whole.Length ? null
            : [WorkflowLint.At(program.Root.Definition, code, Severity.Warning)
                .With("length", $"{way.Length}").With("whole", $"{whole.Length}").With("path", string.Join(" → ", way.Steps.Select(s => s.Id)))];
    }

    private static IEnumerable<Problem> Single(WorkflowProgram program, Limit statutory) => program.Nodes
        .Where(n => n.Activity.Clock?.Constant != "stopped" && n.Activity is not Fill)
        .Select(n => (Node: n, Limit: n.Activity.MainLimit?.Constant))
        .Where(l => l.Limit is { } limit && limit.Unit == statutory.Unit && limit.Length > statutory.Length)
        .Select(l => WorkflowLint.At(l.Node.Definition, "limit", "workflow.lint.limit", Severity.Error)
            .With("length", $"{l.Limit!.Length}").With("statutory", $"{statutory.Length}"));
}
