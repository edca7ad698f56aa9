using System.Globalization;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>Finds the rules that match, by looking at one after the other.</summary>
internal static class RuleScan
{
    public static List<TableRule> Matches(DecisionTable table, FeelValue[] values, FeelContext scope, FeelRun run)
    {
        var matched = new List<TableRule>();
        foreach (var rule in table.Rules)
        {
            if (Matches(table, rule, values, scope, run))
            {
                matched.Add(rule);
                if (table.Policy == HitPolicy.First)
                {
                    break;
                }
            }

            if (run.IsExhausted)
            {
                return [];
            }
        }

        return matched;
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
