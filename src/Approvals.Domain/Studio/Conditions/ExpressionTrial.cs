namespace Approvals.Domain.Studio.Conditions;

/// <summary>Values to try an expression with.</summary>
public static class ExpressionTrial
{
    private const int MostSamples = 200;

    /// <summary>A context of FEEL values by path; an error names one that cannot be read.</summary>
    public static Result<FeelContext> Context(IReadOnlyDictionary<string, string> samples)
    {
        var context = FeelContext.Empty;
        foreach (var (path, text) in samples.Take(MostSamples))
        {
            var compiled = FeelExpression.Compile(string.IsNullOrWhiteSpace(text) ? "null" : text, FeelScope.Empty);
            if (!compiled.IsSuccess || !compiled.Value.References.IsEmpty || !ConditionTokens.IsPath(path))
            {
                return new Error("studio.expression.sample").With("name", path);
            }

            context = ExpressionSamples.Put(context, path.Split('.'), compiled.Value.Evaluate(FeelContext.Empty).Value);
        }

        return context;
    }

    /// <summary>The value at a path; null where a step leads nowhere.</summary>
    public static FeelValue At(FeelContext context, string path)
    {
        var value = FeelValue.Of(context);
        foreach (var step in path.Split('.'))
        {
            value = value.TryGetContext(out var inner) ? inner[step] : FeelValue.Null;
        }

        return value;
    }
}
