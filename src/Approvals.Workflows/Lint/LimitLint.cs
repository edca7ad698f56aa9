namespace Approvals.Workflows;

/// <summary>Limits of single steps that are longer than the law allows for the whole case.</summary>
internal static class LimitLint
{
    public static IEnumerable<Problem> Of(WorkflowProgram program, Limit? statutory) => statutory is null ? [] : program.Nodes
        .Where(n => n.Activity.Clock?.Constant != "stopped" && n.Activity is not Fill)
        .Select(n => (Node: n, Limit: n.Activity.MainLimit?.Constant))
        .Where(l => l.Limit is { } limit && limit.Unit == statutory.Unit && limit.Length > statutory.Length)
        .Select(l => WorkflowLint.At(l.Node.Definition, "limit", "workflow.lint.limit", Severity.Error)
            .With("length", $"{l.Limit!.Length}").With("statutory", $"{statutory.Length}"));
}
