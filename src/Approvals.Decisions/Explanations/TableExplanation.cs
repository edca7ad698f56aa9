using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>Says why each rule of a table matched or not.</summary>
internal static class TableExplanation
{
    public static Result<DecisionExplanation> Of(DecisionTable table, Decision decision, FeelContext inputs, TableWords words)
    {
        var run = new DecisionRun(inputs);
        return Of(table, new DecisionEvaluation(inputs, run).Scope(decision), run, words);
    }

    /// <summary>What the columns read.</summary>
    public static Result<ImmutableArray<FeelValue>> Values(DecisionTable table, Decision decision, FeelContext inputs)
    {
        var run = new DecisionRun(inputs);
        var values = table.InputValues(run, new DecisionEvaluation(inputs, run).Scope(decision));
        return values is null ? run.Feel.Diagnostics[^1].ToError() : values.ToImmutableArray();
    }

    /// <param name="table">The table.</param>
    /// <param name="scope">The values of what its decision requires.</param>
    /// <param name="run">Bounds the work.</param>
    /// <param name="words">What people call what the table reads.</param>
    public static Result<DecisionExplanation> Of(DecisionTable table, FeelContext scope, DecisionRun run, TableWords words)
    {
        var values = table.InputValues(run, scope);
        return values is null
            ? run.Feel.Diagnostics[^1].ToError()
            : new DecisionExplanation([.. table.Rules.Select(rule => Explain(table, rule, values, scope, run.Feel, words))]);
    }

    private static RuleExplanation Explain(DecisionTable table, TableRule rule, FeelValue[] values, FeelContext scope, FeelRun run, TableWords words)
    {
        var failed = ImmutableArray.CreateBuilder<FailedCell>();
        for (var i = 0; i < values.Length; i++)
        {
            if (rule.Cells[i].Evaluate(values[i], scope, run) != FeelValue.True)
            {
                failed.Add(Cell(table.Inputs[i], rule.Cells[i], values[i], words, "decisions.cellFailed"));
            }
        }

        return new RuleExplanation(rule.Number, failed.Count == 0, rule.Annotations, failed.ToImmutable());
    }

    /// <summary>What a cell asks and what was given, said by a text of the catalogue.</summary>
    internal static FailedCell Cell(TableInput input, FeelUnaryTests cell, FeelValue actual, TableWords words, string code)
    {
        // What a column reads has a name of its own where it is one thing: "way", or "urgent" in "urgent = true".
        var reads = input.Expression.References is [var only] ? only : null;

        // The table has one label, in its authors' first language; the name in the other comes from what feeds the column.
        var label = new LocalText(input.Label, (reads is null ? null : words.Column(reads)?.En) ?? input.Label);
        Func<string, LocalText?>? names = reads is null ? null : code => words.Value(reads, code);
        var why = DecisionTexts.Text(
            code, ("input", label), ("actual", FeelWords.Of(actual, names)), ("wanted", cell.Describe(names)));
        return new FailedCell(label, cell.Text, actual, why);
    }
}
