using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>What a hit policy makes of the matching rules.</summary>
/// <param name="Value">The result.</param>
/// <param name="Rules">The rules that count as hit, as places in the list of matching rules.</param>
/// <param name="IsDefault">Whether nothing matched, so that the default output is the result.</param>
internal readonly record struct Hits(FeelValue Value, IEnumerable<int> Rules, bool IsDefault = false);

/// <summary>The hit policies and aggregations (DMN 1.5, 8.2.10 and 8.2.11).</summary>
internal static class HitPolicies
{
    /// <param name="table">The table.</param>
    /// <param name="results">The outputs of each matching rule, in rule order.</param>
    /// <param name="run">Where a violation of the policy is told.</param>
    public static Hits Decide(DecisionTable table, List<FeelValue[]> results, FeelRun run)
    {
        if (results.Count == 0)
        {
            return new Hits(Nothing(table), [], IsDefault: true);
        }

        var all = Enumerable.Range(0, results.Count);
        return table.Policy switch
        {
            HitPolicy.Unique when results.Count > 1 => Violated("feel.severalRules", all, run),
            HitPolicy.Any when !results.TrueForAll(result => result.AsSpan().SequenceEqual(results[0])) => Violated("feel.differentOutputs", all, run),
            HitPolicy.Any => new Hits(Combined(table, results[0]), all),
            HitPolicy.Priority => First(table, results, Ordered(table, results)[0]),
            HitPolicy.OutputOrder => Listed(table, results, Ordered(table, results)),
            HitPolicy.RuleOrder => Listed(table, results, all),
            HitPolicy.Collect => new Hits(Collected(table, results, run), all),
            _ => First(table, results, 0),
        };
    }

    /// <summary>Without a match and a default: the list or the count of no outputs where outputs are collected, else null.</summary>
    private static FeelValue Nothing(DecisionTable table) => (table.Policy, table.Aggregation) switch
    {
        (HitPolicy.Collect, Aggregation.List) => FeelValue.Of(FeelList.Of()),
        (HitPolicy.Collect, Aggregation.Count) => FeelValue.Of(0),
        _ => FeelValue.Null,
    };

    /// <summary>One output's value, or a context of several by their names.</summary>
    public static FeelValue Combined(DecisionTable table, FeelValue[] values) => values.Length == 1
        ? values[0]
        : FeelValue.Of(FeelContext.From(table.Outputs.Select((output, i) => KeyValuePair.Create(output.Name, values[i]))));

    private static Hits First(DecisionTable table, List<FeelValue[]> results, int index) => new(Combined(table, results[index]), [index]);

    private static Hits Listed(DecisionTable table, List<FeelValue[]> results, IEnumerable<int> order) =>
        new(FeelValue.Of(order.Select(index => Combined(table, results[index]))), order);

    private static Hits Violated(string code, IEnumerable<int> rules, FeelRun run)
    {
        run.Add(new FeelDiagnostic(code, 1, 1));
        return new Hits(FeelValue.Null, rules);
    }

    /// <summary>By the place of the first output among its allowed values, then of the second, and so on; then by rule.</summary>
    private static List<int> Ordered(DecisionTable table, List<FeelValue[]> results)
    {
        var ordered = Enumerable.Range(0, results.Count).OrderBy(_ => 0);
        for (var i = 0; i < table.Outputs.Length; i++)
        {
            var (column, order) = (i, table.Outputs[i].Order);
            ordered = ordered.ThenBy(index => order.IndexOf(results[index][column]) is >= 0 and var at ? at : int.MaxValue);
        }

        return [.. ordered];
    }

    private static FeelValue Collected(DecisionTable table, List<FeelValue[]> results, FeelRun run)
    {
        var values = FeelValue.Of(results.Select(result => Combined(table, result)));
        var function = table.Aggregation switch
        {
            Aggregation.Sum => "sum",
            Aggregation.Minimum => "min",
            Aggregation.Maximum => "max",
            Aggregation.Count => "count",
            _ => null,
        };
        return function is null ? values : FeelFunction.BuiltIn(function)!.Call(run, values);
    }
}
