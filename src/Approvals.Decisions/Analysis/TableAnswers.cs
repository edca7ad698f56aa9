using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>What a table can answer, where its cells alone say it.</summary>
internal static class TableAnswers
{
    /// <summary>The values of an output in the order of the rules, each once; nothing where a rule works one out or several rules decide together.</summary>
    /// <param name="table">The table.</param>
    /// <param name="output">The output's name; empty for the only one.</param>
    public static ImmutableArray<FeelValue>? Of(DecisionTable table, string output)
    {
        if (table.Policy is HitPolicy.Collect or HitPolicy.RuleOrder or HitPolicy.OutputOrder || Column(table, output) is not { } column)
        {
            return null;
        }

        var outputs = new RuleOutputs(table);
        var given = Enumerable.Range(0, table.Rules.Length).Select(rule => outputs.Of(rule, column));
        if (table.Outputs[column].Default is { } otherwise)
        {
            given = given.Append(RuleOutputs.Constant(otherwise));
        }

        FeelValue?[] values = [.. given];
        return Array.Exists(values, value => value is null) ? null : [.. values.Select(value => value!.Value).Distinct()];
    }

    /// <summary>A table of one output gives its value, one of several a context by their names.</summary>
    private static int? Column(DecisionTable table, string output)
    {
        if (output.Length == 0 || table.Outputs.Length == 1)
        {
            return output.Length == 0 && table.Outputs.Length == 1 ? 0 : null;
        }

        for (var i = 0; i < table.Outputs.Length; i++)
        {
            if (table.Outputs[i].Name == output)
            {
                return i;
            }
        }

        return null;
    }
}
