using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>How the matching rules of a table become its result (DMN 1.5, 8.2.10).</summary>
internal enum HitPolicy
{
    Unique,
    Any,
    Priority,
    First,
    RuleOrder,
    OutputOrder,
    Collect,
}

/// <summary>What Collect makes of the outputs.</summary>
internal enum Aggregation
{
    List,
    Sum,
    Count,
    Minimum,
    Maximum,
}

/// <summary>An input column.</summary>
internal sealed record TableInput(string Label, FeelExpression Expression, ItemType Type)
{
    public FeelUnaryTests? AllowedValues { get; init; }
}

/// <summary>An output column.</summary>
internal sealed record TableOutput(string Name, string Label, ItemType Type)
{
    public FeelUnaryTests? AllowedValues { get; init; }

    /// <summary>The allowed values from the most important on.</summary>
    public ImmutableArray<FeelValue> Order { get; init; } = [];

    public FeelExpression? Default { get; init; }
}

/// <summary>A rule.</summary>
internal sealed record TableRule(
    int Number, string? Id, ImmutableArray<FeelUnaryTests> Cells, ImmutableArray<FeelExpression> Outputs, ImmutableSortedDictionary<string, string> Annotations)
{
    /// <summary>The types that output cells declare themselves; empty when none does.</summary>
    public ImmutableArray<ItemType> OutputTypes { get; init; } = [];
}

/// <summary>A compiled decision table (DMN 1.5, 8).</summary>
internal sealed class DecisionTable(string decision, ImmutableArray<TableInput> inputs, ImmutableArray<TableOutput> outputs, ImmutableArray<TableRule> rules) : Box
{
    private readonly ImmutableArray<MatchedRule> _hits = [.. rules.Select(rule => new MatchedRule(decision, rule.Number, rule.Id, rule.Annotations))];

    /// <summary>Finds matching rules without looking at the others; null when the table is too small for one.</summary>
    public TableIndex? Index { get; init; }

    /// <summary>The decision or other element that the table stands in.</summary>
    public string Owner => decision;

    /// <summary>Its id in the file.</summary>
    public string? Id { get; init; }

    /// <summary>What is told at every evaluation: cells that do not fit their columns.</summary>
    public ImmutableArray<FeelDiagnostic> Misfits { get; init; } = [];

    /// <summary>What a check finds and somebody has accepted.</summary>
    public ImmutableArray<AcceptedFinding> Accepted { get; init; } = [];

    public HitPolicy Policy { get; init; }

    public Aggregation Aggregation { get; init; }

    public ImmutableArray<TableInput> Inputs => inputs;

    public ImmutableArray<TableOutput> Outputs => outputs;

    public ImmutableArray<TableRule> Rules => rules;

    public override FeelValue Evaluate(DecisionRun run, FeelContext scope)
    {
        var before = run.Feel.DiagnosticCount;
        if (InputValues(run, scope) is not { } values)
        {
            return FeelValue.Null;
        }

        var matched = RuleSearch.Find(this, values, scope, run.Feel);
        if (matched.Count > 0)
        {
            // What other rules' cells could not be asked does not matter, unless nothing can ever be.
            run.Feel.Forget(before);
            foreach (var misfit in Misfits)
            {
                run.Feel.Add(misfit);
            }
        }

        return matched.Count == 1 && Policy is (HitPolicy.Unique or HitPolicy.Any or HitPolicy.First or HitPolicy.Priority)
            ? One(matched[0], run, scope)
            : Several(matched, run, scope);
    }

    private FeelValue One(int rule, DecisionRun run, FeelContext scope)
    {
        var value = HitPolicies.Combined(this, Result(rules[rule], run, scope));
        run.Matched.Add(_hits[rule]);
        return run.Feel.Bounded(value);
    }

    private FeelValue Several(RuleSet matched, DecisionRun run, FeelContext scope)
    {
        var results = new List<FeelValue[]>(matched.Count);
        for (var i = 0; i < matched.Count; i++)
        {
            results.Add(Result(rules[matched[i]], run, scope));
        }

        var hits = HitPolicies.Decide(this, results, run.Feel);
        foreach (var index in hits.Rules)
        {
            run.Matched.Add(_hits[matched[index]]);
        }

        return hits.IsDefault ? Default(run, scope) ?? hits.Value : run.Feel.Bounded(hits.Value);
    }

    /// <summary>The values of the input columns; null, with a diagnostic, when one is not allowed.</summary>
    public FeelValue[]? InputValues(DecisionRun run, FeelContext scope)
    {
        var values = new FeelValue[inputs.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var input = inputs[i];
            var before = run.Feel.DiagnosticCount;
            values[i] = input.Type.CoerceOrKeep(input.Expression.Evaluate(scope, run.Feel), input.Label, run.Feel);
            if (!values[i].IsNull && input.AllowedValues is { } allowed && allowed.Evaluate(values[i], scope, run.Feel) != FeelValue.True)
            {
                run.Feel.Add(new FeelDiagnostic("feel.notAllowed", 1, 1)
                    .With("what", input.Label).With("value", FeelWords.Told(values[i])).With("type", allowed.Text).With("decision", decision));
                return null;
            }

            run.Feel.Describe(before, "column", input.Label);
            run.Feel.Describe(before, "decision", decision);
        }

        return values;
    }

    /// <summary>The values of a rule's outputs.</summary>
    private FeelValue[] Result(TableRule rule, DecisionRun run, FeelContext scope)
    {
        var before = run.Feel.DiagnosticCount;
        var values = new FeelValue[outputs.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var value = rule.Outputs[i].Evaluate(scope, run.Feel);
            var own = rule.OutputTypes.IsEmpty ? value : rule.OutputTypes[i].Coerce(value, outputs[i].Label, run.Feel);
            values[i] = Checked(outputs[i], own, scope, run.Feel);
        }

        run.Feel.Describe(before, "rule", rule.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        run.Feel.Describe(before, "decision", decision);
        return values;
    }

    private static FeelValue Checked(TableOutput output, FeelValue value, FeelContext scope, FeelRun run)
    {
        var typed = output.Type.Coerce(value, output.Label, run);
        if (typed.IsNull || output.AllowedValues is not { } allowed || allowed.Evaluate(typed, scope, run) == FeelValue.True)
        {
            return typed;
        }

        run.Add(new FeelDiagnostic("feel.notAllowed", 1, 1).With("what", output.Label).With("value", FeelWords.Told(typed)).With("type", allowed.Text));
        return FeelValue.Null;
    }

    private FeelValue? Default(DecisionRun run, FeelContext scope)
    {
        if (outputs.All(output => output.Default is null))
        {
            return null;
        }

        var values = outputs.Select(output => output.Default is null ? FeelValue.Null : output.Type.Coerce(output.Default.Evaluate(scope, run.Feel), output.Label, run.Feel));
        return HitPolicies.Combined(this, [.. values]);
    }
}
