namespace Approvals.Workflows;

/// <summary>What names mean in expressions: variables, the application's data, the instant, and the facts known so far.</summary>
internal sealed class ValueSource(StepContext context)
{
    private FeelContext? _names;
    private ImmutableSortedDictionary<string, FeelValue>? _variables;

    public FeelContext Names(StepRun run, Execution execution)
    {
        if (_names is null || !ReferenceEquals(_variables, run.State.Variables))
        {
            _variables = run.State.Variables;
            _names = Of(context, _variables);
        }

        return Scoped(run, execution, _names);
    }

    public bool HasFacts(StepRun run, FactNeeds needs)
    {
        var known = true;
        foreach (var (_, _, need) in FactNames.All)
        {
            if (needs.HasFlag(need) && FactNames.Query(need, context.Data) is { } query && run.Ask(query) is null)
            {
                known = false;
            }
        }

        return known;
    }

    /// <summary>Variables first, so that none hides the platform's own names.</summary>
    public static FeelContext Of(StepContext context, ImmutableSortedDictionary<string, FeelValue> variables) =>
        FeelContext.From(Entries(context, variables));

    private static IEnumerable<KeyValuePair<string, FeelValue>> Entries(
        StepContext context, ImmutableSortedDictionary<string, FeelValue> variables)
    {
        foreach (var variable in variables)
        {
            yield return variable;
        }

        foreach (var entry in context.Data.Entries)
        {
            yield return entry.Key is FactNames.Applicant or FactNames.Case ? KeyValuePair.Create(entry.Key, WithFacts(context, entry.Key, entry.Value)) : entry;
        }

        yield return KeyValuePair.Create("today", FeelValue.Of(context.Today));
        yield return KeyValuePair.Create("now", FeelValue.Of(context.Instant));
    }

    private static FeelValue WithFacts(StepContext context, string name, FeelValue value)
    {
        if (!value.TryGetContext(out var known))
        {
            return value;
        }

        foreach (var (of, fact, need) in FactNames.All)
        {
            if (of == name && FactNames.Query(need, context.Data) is { } query && context.Facts.Find(query) is ValueAnswer answer)
            {
                known = known.With(fact, answer.Value);
            }
        }

        return FeelValue.Of(known);
    }

    private static FeelContext Scoped(StepRun run, Execution execution, FeelContext names)
    {
        if (run.Find(execution.Scope) is not { } scope)
        {
            return Own(execution, names);
        }

        return Own(execution, Scoped(run, scope, names));
    }

    private static FeelContext Own(Execution execution, FeelContext names) => execution.Variables is { } own
        ? own.Aggregate(names, (sum, variable) => sum.With(variable.Key, variable.Value))
        : names;
}

/// <summary>Who applies.</summary>
internal static class Applicant
{
    public static string? Id(FeelContext data) =>
        data["applicant"].TryGetContext(out var applicant) && applicant["id"].TryGetString(out var id) ? id : null;

    /// <summary>An entry of <c>case</c> as text.</summary>
    public static string? Case(FeelContext data, string name) =>
        data["case"].TryGetContext(out var own) ? ValueReaders.Plain(own[name]) : null;
}
