namespace Approvals.Workflows;

/// <summary>What reaches beyond an activity's own container: a break ends a loop, a completion ends the definition around it.</summary>
internal static class Scopes
{
    /// <summary>What a definition's names mean at its start: its variables, and null for an input, until it is given.</summary>
    public static ImmutableSortedDictionary<string, FeelValue> Variables(WorkflowDefinition definition) => definition.Inputs
        .Aggregate(ImmutableSortedDictionary.Create<string, FeelValue>(StringComparer.Ordinal), (sum, input) => sum.SetItem(input, FeelValue.Null))
        .SetItems(definition.Variables.Select(v => KeyValuePair.Create(v.Name, v.Default)));

    public static void Break(StepRun run, Execution execution)
    {
        for (var scope = run.Find(execution.Scope); scope is not null && run.Node(scope).Activity is not Subflow; scope = run.Find(scope.Scope))
        {
            if (run.Node(scope).Activity is Block { IsLoop: true })
            {
                run.Executed.Add(new ExecutedActivity(execution.Activity, ["Done"]));
                Completion.Leave(run, scope, ["Done"]);
                return;
            }
        }

        Completion.Leave(run, execution, ["Done"]);
    }

    public static void Complete(StepRun run, Execution execution, ImmutableArray<string> outcomes)
    {
        run.Executed.Add(new ExecutedActivity(execution.Activity, outcomes));
        if (run.Definition(execution) is { } scope)
        {
            Completion.Leave(run, scope, outcomes.IsEmpty ? ["Done"] : outcomes);
            return;
        }

        run.State = run.State with { Outcomes = outcomes };
        CaseEnd.Finish(run, run.Node(execution).Definition);
    }
}
