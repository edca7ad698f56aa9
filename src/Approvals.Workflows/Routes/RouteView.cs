namespace Approvals.Workflows;

/// <summary>
/// What can be told now about a way not gone yet: an expression can be evaluated only when everything it reads is known, that is,
/// the forms it names are handed in and the variables are set.
/// </summary>
internal sealed class RouteView(StepContext context, ImmutableSortedDictionary<string, FeelValue> variables, IReadOnlySet<string> variableNames)
{
    private ImmutableSortedDictionary<string, FeelValue> _variables = variables;

    public StepContext Context => context;

    /// <summary>The value of an input, if it can be told.</summary>
    public bool TryValue<T>(FeelInput<T> input, out T value)
    {
        value = input.Fallback;
        if (input.Expression is not { } expression)
        {
            return !input.Required;
        }

        if (expression is BrokenExpression || !HasFacts(expression.Needs) || !expression.References.All(IsKnown))
        {
            return false;
        }

        var evaluation = new Evaluation(ValueSource.Of(context, _variables));
        var result = expression.Evaluate(evaluation);
        return evaluation.Failed is null && (result.IsNull ? !input.Required : input.Read(result, out value));
    }

    /// <summary>Sets a variable on the way ahead; null makes it unknown.</summary>
    public void Set(string name, FeelValue? value) => _variables = value is { } known ? _variables.SetItem(name, known) : _variables.Remove(name);

    private bool HasFacts(FactNeeds needs) => needs == FactNeeds.None || FactNames.All.All(f =>
        !needs.HasFlag(f.Need) || (FactNames.Query(f.Need, context.Data) is { } query && context.Facts.Find(query) is not null));

    private bool IsKnown(string reference)
    {
        var parts = reference.Split('.');
        if (variableNames.Contains(parts[0]))
        {
            return _variables.TryGetValue(parts[0], out var value) && !value.IsNull;
        }

        return parts[0] != "form" || parts.Length < 2 ||
            (context.Data["form"].TryGetContext(out var forms) && forms.TryGet(parts[1], out var form) && !form.IsNull);
    }
}
