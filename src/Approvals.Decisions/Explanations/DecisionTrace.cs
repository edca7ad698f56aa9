using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>The decisions behind a decision, each explained.</summary>
internal static class DecisionTrace
{
    public static ImmutableArray<DecisionStep> Of(Decision decision, FeelContext inputs, TableWords words)
    {
        var evaluation = new DecisionEvaluation(inputs, new DecisionRun(inputs));
        evaluation.Value(new Requirement("", decision));

        var ordered = new List<Decision>();
        Order(decision, evaluation, [], ordered);

        // All steps together may take as much again as the evaluation, however many they are.
        var explaining = new DecisionRun(evaluation.Run.Feel.Clock);
        return [.. ordered.Select(step => Step(step, evaluation, explaining, words))];
    }

    /// <summary>What is required comes first; the evaluation went no deeper than its bound, and so does this.</summary>
    private static void Order(Decision decision, DecisionEvaluation evaluation, HashSet<Decision> seen, List<Decision> ordered)
    {
        if (!evaluation.Has(decision) || !seen.Add(decision))
        {
            return;
        }

        foreach (var required in decision.Requirements.Select(requirement => requirement.Element).OfType<Decision>())
        {
            Order(required, evaluation, seen, ordered);
        }

        ordered.Add(decision);
    }

    private static DecisionStep Step(Decision decision, DecisionEvaluation evaluation, DecisionRun explaining, TableWords words)
    {
        var value = evaluation.Value(new Requirement("", decision));
        var explained = decision.Table is { } table
            ? TableExplanation.Of(table, evaluation.Scope(decision), explaining, words)
            : Result<DecisionExplanation>.Failure(new Error("decisions.notTable"));
        return new DecisionStep(decision.Name, value, explained.IsSuccess ? explained.Value : null);
    }
}
