namespace Approvals.Workflows;

/// <summary>Conditions that always have the same answer, and cases that an earlier one takes away.</summary>
internal static class ConditionLint
{
    public static IEnumerable<Problem> Of(WorkflowProgram program, ProvableValue provable) => program.Nodes.SelectMany(n => Of(n, provable));

    private static IEnumerable<Problem> Of(ActivityNode node, ProvableValue provable) => node.Activity switch
    {
        FlowDecision decision => Constant(node, decision.Condition, provable),
        If choice => Constant(node, choice.Condition, provable),
        While loop => Constant(node, loop.Condition, provable),
        FlowSwitch chooses => [.. chooses.Cases.SelectMany(c => Constant(node, c.Condition, provable)), .. Repeated(node, chooses)],
        _ => [],
    };

    private static IEnumerable<Problem> Constant(ActivityNode node, FeelInput<bool> condition, ProvableValue provable) => provable.Flag(condition) is { } always
        ? [WorkflowLint.At(node.Definition, condition.Name, always ? "workflow.lint.alwaysTrue" : "workflow.lint.alwaysFalse", Severity.Warning).With("expression", condition.Expression!.Text)]
        : [];

    private static IEnumerable<Problem> Repeated(ActivityNode node, FlowSwitch chooses) => chooses.Mode.Constant is "MatchAny" or "1"
        ? []
        : chooses.Cases.Where(c => c.Condition.Expression is not null).GroupBy(c => c.Condition.Expression!.Text.Trim(), StringComparer.Ordinal)
            .SelectMany(same => same.Skip(1).Select(c => WorkflowLint.At(node.Definition, c.Condition.Name, "workflow.lint.caseTaken", Severity.Warning)
                .With("label", c.Label).With("earlier", same.First().Label)));
}
