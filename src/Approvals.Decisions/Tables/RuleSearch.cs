using System.Globalization;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>Finds the rules that match: by the table's index where it can tell, else by looking at one after the other.</summary>
internal static class RuleSearch
{
    public static RuleSet Find(DecisionTable table, FeelValue[] values, FeelContext scope, FeelRun run)
    {
        var candidates = default(RuleSet);
        if (table.Index is not { } index || !index.TryFind(values, ref candidates, out var hasNull))
        {
            return RuleScan.Matches(table, values, scope, run);
        }

        var matched = index.HasRest ? Asked(table, index, candidates, values, scope, run) : table.Policy == HitPolicy.First ? candidates.First() : candidates;

        // Where nothing matched, the cells that could not be asked are told.
        if (matched.Count == 0 && (hasNull || index.HasRest) && !run.IsExhausted)
        {
            RuleScan.Tell(table, index.Telling(values), values, scope, run);
        }

        return matched;
    }

    /// <summary>The candidates that satisfy the cells which the index does not decide.</summary>
    private static RuleSet Asked(DecisionTable table, TableIndex index, in RuleSet candidates, FeelValue[] values, FeelContext scope, FeelRun run)
    {
        var matched = default(RuleSet);
        var before = run.DiagnosticCount;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (IsSatisfied(table.Rules[candidates[i]], index.Rest(candidates[i]), values, scope, run))
            {
                matched.Add(candidates[i]);
                if (table.Policy == HitPolicy.First)
                {
                    break;
                }
            }
        }

        run.Forget(before);
        return run.IsExhausted ? default : matched;
    }

    private static bool IsSatisfied(TableRule rule, ReadOnlySpan<int> cells, FeelValue[] values, FeelContext scope, FeelRun run)
    {
        foreach (var cell in cells)
        {
            if (rule.Cells[cell].Evaluate(values[cell], scope, run) != FeelValue.True)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Finds the rules that match, by looking at one after the other.</summary>
internal static class RuleScan
{
    public static RuleSet Matches(DecisionTable table, FeelValue[] values, FeelContext scope, FeelRun run)
    {
        var matched = default(RuleSet);
        for (var i = 0; i < table.Rules.Length; i++)
        {
            if (Matches(table, table.Rules[i], values, scope, run))
            {
                matched.Add(i);
                if (table.Policy == HitPolicy.First)
                {
                    break;
                }
            }

            if (run.IsExhausted)
            {
                return default;
            }
        }

        return matched;
    }

    /// <summary>Looks at rules that do not match for what they say, until no more is kept.</summary>
    public static void Tell(DecisionTable table, IEnumerable<int> rules, FeelValue[] values, FeelContext scope, FeelRun run)
    {
        foreach (var rule in rules.TakeWhile(_ => run.KeepsDiagnostics))
        {
            Matches(table, table.Rules[rule], values, scope, run);
        }
    }

    private static bool Matches(DecisionTable table, TableRule rule, FeelValue[] values, FeelContext scope, FeelRun run)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var before = run.DiagnosticCount;
            if (rule.Cells[i].Evaluate(values[i], scope, run) != FeelValue.True)
            {
                Describe(run, before, rule.Number, table.Inputs[i].Label);
                return false;
            }
        }

        return true;
    }

    private static void Describe(FeelRun run, int before, int rule, string column)
    {
        if (run.DiagnosticCount > before)
        {
            run.Describe(before, "rule", rule.ToString(CultureInfo.InvariantCulture));
            run.Describe(before, "column", column);
        }
    }
}
