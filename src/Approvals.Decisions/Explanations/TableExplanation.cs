using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>Says why each rule of a table matched or not.</summary>
internal static class TableExplanation
{
    public static Result<DecisionExplanation> Of(DecisionTable table, Decision decision, FeelContext inputs)
    {
        var run = new DecisionRun();
        var scope = new DecisionEvaluation(inputs, run).Scope(decision);
        var values = table.InputValues(run, scope);
        return values is null
            ? run.Feel.Diagnostics[^1].ToError()
            : new DecisionExplanation([.. table.Rules.Select(rule => Explain(table, rule, values, scope, run.Feel))]);
    }

    private static RuleExplanation Explain(DecisionTable table, TableRule rule, FeelValue[] values, FeelContext scope, FeelRun run)
    {
        var failed = ImmutableArray.CreateBuilder<FailedCell>();
        for (var i = 0; i < values.Length; i++)
        {
            if (rule.Cells[i].Evaluate(values[i], scope, run) != FeelValue.True)
            {
                failed.Add(new FailedCell(table.Inputs[i].Label, rule.Cells[i].Text, values[i], Why(table.Inputs[i].Label, rule.Cells[i], values[i])));
            }
        }

        return new RuleExplanation(rule.Number, failed.Count == 0, rule.Annotations, failed.ToImmutable());
    }

    private static LocalText Why(string label, FeelUnaryTests cell, FeelValue actual) => DecisionTexts.Text(
        "decisions.cellFailed",
        ("input", new LocalText(label, label)),
        ("actual", FeelWords.Of(actual)),
        ("wanted", cell.Describe()));
}
