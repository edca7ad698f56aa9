namespace Approvals.Workflows;

/// <summary>Values that expressions always have, whatever a case brings: they read nothing, or only variables that nothing ever sets.</summary>
internal sealed class ProvableValue
{
    private readonly ImmutableSortedDictionary<string, FeelValue> _fixed;

    public ProvableValue(WorkflowProgram program)
    {
        var written = Written(program).Concat(program.Source.Inputs).ToHashSet(StringComparer.Ordinal);
        _fixed = program.Source.Variables.Where(v => !written.Contains(v.Name))
            .ToImmutableSortedDictionary(v => v.Name, v => v.Default, StringComparer.Ordinal);
    }

    /// <summary>The flag an input always has; null when it may be the one or the other.</summary>
    public bool? Flag(FeelInput<bool> input) =>
        Of(input.Expression) is { } value && input.Read(value, out var flag) ? flag : null;

    /// <summary>The value an expression always has; null when it may have another, or fails.</summary>
    public FeelValue? Of(InputExpression? expression)
    {
        if (expression is null or BrokenExpression || expression.Needs != FactNeeds.None || !expression.References.All(r => _fixed.ContainsKey(r.Split('.')[0])))
        {
            return null;
        }

        if (expression is not ConstantExpression && Moves(expression.Text))
        {
            return null;
        }

        var evaluation = new Evaluation(FeelContext.From(_fixed.Where(v => expression.References.Any(r => r.Split('.')[0] == v.Key))));
        var value = expression.Evaluate(evaluation);
        return evaluation.Failed is null && !value.IsNull ? value : null;
    }

    /// <summary>Functions of the clock read no name.</summary>
    private static bool Moves(string text) => text.Contains("now", StringComparison.Ordinal) || text.Contains("today", StringComparison.Ordinal);

    /// <summary>Every variable that some property of an activity may set: it is named as the place of an output, or as the variable to set.</summary>
    private static IEnumerable<string> Written(WorkflowProgram program)
    {
        foreach (var node in program.Nodes)
        {
            switch (node.Activity)
            {
                case SetVariable set:
                    yield return set.Variable;
                    break;
                case Decide decide:
                    foreach (var into in decide.Into.Constant.Entries)
                    {
                        yield return into.Key;
                    }

                    break;
            }

            foreach (var id in node.Definition.Properties.SelectMany(p => MemoryIds(p.Value)))
            {
                yield return program.VariableNames.GetValueOrDefault(id, id);
            }
        }
    }

    private static IEnumerable<string> MemoryIds(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object when Raw.Get(json, "memoryReference") is { } memory && Raw.Text(memory, "id") is { } id => [id],
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => MemoryIds(p.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(MemoryIds),
        _ => [],
    };
}
