using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>What the rules of a table give, as far as it is known without an input.</summary>
internal sealed class RuleOutputs
{
    private readonly DecisionTable _table;
    private readonly FeelValue?[][] _values;

    public RuleOutputs(DecisionTable table)
    {
        _table = table;
        _values = [.. table.Rules.Select(rule => rule.Outputs.Select(Constant).ToArray())];
    }

    /// <summary>The value of an expression that reads nothing from outside.</summary>
    public static FeelValue? Constant(FeelExpression expression)
    {
        if (!expression.References.IsEmpty)
        {
            return null;
        }

        var outcome = expression.Evaluate(FeelContext.Empty);
        return outcome.Diagnostics.IsEmpty ? outcome.Value : null;
    }

    /// <summary>An output of a rule; nothing when it rests on the input.</summary>
    public FeelValue? Of(int rule, int output) => _values[rule][output];

    /// <summary>Whether two rules give the same; nothing when that rests on the input.</summary>
    public bool? Same(int left, int right)
    {
        bool? same = true;
        for (var i = 0; i < _table.Outputs.Length; i++)
        {
            if (_values[left][i] is { } first && _values[right][i] is { } second)
            {
                if (first != second)
                {
                    return false;
                }
            }
            else if (_table.Rules[left].Outputs[i].Text != _table.Rules[right].Outputs[i].Text)
            {
                same = null;
            }
        }

        return same;
    }

    /// <summary>The rules from the first that decides to the last, by the hit policy; nothing when the policy lets several decide or rests on outputs that are not known.</summary>
    public IReadOnlyList<int>? Precedence()
    {
        var rules = Enumerable.Range(0, _table.Rules.Length);
        if (_table.Policy == HitPolicy.First)
        {
            return [.. rules];
        }

        if (_table.Policy != HitPolicy.Priority || _values.Any(values => Array.Exists(values, value => value is null)))
        {
            return null;
        }

        var ordered = rules.OrderBy(_ => 0);
        for (var i = 0; i < _table.Outputs.Length; i++)
        {
            var (column, order) = (i, _table.Outputs[i].Order);
            ordered = ordered.ThenBy(rule => order.IndexOf(_values[rule][column]!.Value) is >= 0 and var at ? at : int.MaxValue);
        }

        return [.. ordered];
    }
}
