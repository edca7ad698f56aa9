namespace Approvals.Workflows;

/// <summary>Everything a policy editor should know about a definition before it is published.</summary>
public static class WorkflowLint
{
    /// <summary>What keeps it from running (<see cref="WorkflowDefinition.Check"/>), and what would not do what it seems to.</summary>
    public static ImmutableArray<Problem> Of(WorkflowDefinition definition, LintKnowledge knowledge)
    {
        var program = definition.Program;
        var provable = new ProvableValue(program);
        return
        [
            .. definition.Check(),
            .. FlowLint.Of(program, knowledge.Bound),
            .. OutcomeLint.Of(program, knowledge),
            .. LoopLint.Of(program),
            .. ConditionLint.Of(program, provable),
            .. NameLint.Of(program),
            .. TypeLint.Of(program, knowledge.Fields),
            .. StaffingLint.Of(program, knowledge.Staffing),
            .. LimitLint.Of(program, knowledge),
        ];
    }

    /// <summary>A problem of an activity as a whole.</summary>
    internal static Problem At(ActivityDefinition activity, string code, Severity severity) => new(code, severity, activity.Id, activity.Path);

    /// <summary>A problem of an input.</summary>
    internal static Problem At(ActivityDefinition activity, string input, string code, Severity severity) =>
        new Problem(code, severity, activity.Id, $"{activity.Path}.{input}").With("input", input);
}
