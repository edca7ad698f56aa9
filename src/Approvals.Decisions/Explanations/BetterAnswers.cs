using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>
/// Searches a table for the nearest better answer. Better is what the output's allowed values name earlier; near is the rule with
/// the fewest cells to change, its own and those of rules asked before it that apply now.
/// </summary>
internal sealed class BetterAnswers(DecisionTable table, FeelContext scope, FeelRun run, FeelValue[] values, TableWords words)
{
    /// <summary>The nearest better answer; null when there is none, or the output does not say what is better.</summary>
    public static Result<BetterAnswer?> Of(DecisionTable table, Decision decision, FeelContext inputs, TableWords words)
    {
        var run = new DecisionRun(inputs);
        var scope = new DecisionEvaluation(inputs, run).Scope(decision);
        return table.InputValues(run, scope) is { } values
            ? Result<BetterAnswer?>.Success(new BetterAnswers(table, scope, run.Feel, values, words).Nearest())
            : run.Feel.Diagnostics[^1].ToError();
    }

    private BetterAnswer? Nearest()
    {
        var column = Enumerable.Range(0, table.Outputs.Length).FirstOrDefault(i => !table.Outputs[i].Order.IsEmpty, -1);
        if (column < 0 || table.Policy is not (HitPolicy.First or HitPolicy.Unique or HitPolicy.Priority or HitPolicy.Any))
        {
            return null;
        }

        var order = table.Outputs[column].Order;
        var ranked = table.Rules.Select(rule => (Rule: rule, Rank: Rank(order, rule.Outputs[column].Evaluate(scope, run)), Applies: Unmet(rule).IsEmpty)).ToList();
        var now = Now(ranked, order.Length);
        return ranked.Where(r => r.Rank < now && r.Rank >= 0).Select(r => Candidate(r.Rule, order[r.Rank], [.. ranked.Where(x => x.Applies && x.Rank > r.Rank).Select(x => x.Rule)]))
            .OrderBy(c => c.Missing.Length + c.InTheWay.Length).ThenBy(c => order.IndexOf(c.Value)).ThenBy(c => c.Rule).FirstOrDefault();
    }

    /// <summary>How good the answer is now; without one, worse than all.</summary>
    private int Now(List<(TableRule Rule, int Rank, bool Applies)> ranked, int worst)
    {
        var applying = ranked.Where(r => r.Applies && r.Rank >= 0).ToList();
        return applying.Count == 0 ? worst : table.Policy == HitPolicy.First ? applying[0].Rank : applying.Min(r => r.Rank);
    }

    private BetterAnswer Candidate(TableRule rule, FeelValue value, IReadOnlyList<TableRule> worse) => new(
        value, rule.Number, rule.Annotations, Unmet(rule),
        table.Policy == HitPolicy.First ? [.. worse.Where(w => w.Number < rule.Number).Select(Hindering)] : []);

    private HinderingRule Hindering(TableRule rule) => new(
        rule.Number, rule.Annotations, [.. Enumerable.Range(0, values.Length).Where(i => !rule.Cells[i].IsAny).Select(i => Cell(rule, i, "decisions.cellHinders"))]);

    private ImmutableArray<FailedCell> Unmet(TableRule rule) =>
        [.. Enumerable.Range(0, values.Length).Where(i => rule.Cells[i].Evaluate(values[i], scope, run) != FeelValue.True).Select(i => Cell(rule, i, "decisions.cellFailed"))];

    private FailedCell Cell(TableRule rule, int column, string code) => TableExplanation.Cell(table.Inputs[column], rule.Cells[column], values[column], words, code);

    private static int Rank(ImmutableArray<FeelValue> order, FeelValue value) => order.IndexOf(value);
}
