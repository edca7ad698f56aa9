namespace Approvals.Domain;

/// <summary>A value that data states outright or computes: a string that starts with <c>=</c> is FEEL.</summary>
/// <typeparam name="T">Type of the value stated outright.</typeparam>
/// <param name="Constant">The value, when there is no expression.</param>
/// <param name="Expression">The expression that computes it.</param>
public sealed record FeelOr<T>(T? Constant, FeelExpression? Expression = null)
{
    /// <summary>The value as FEEL, whichever way it is given.</summary>
    public FeelOutcome Evaluate(FeelContext context, Func<T, FeelValue> constant) =>
        Expression is { } expression ? expression.Evaluate(context)
        : new FeelOutcome(Constant is null ? FeelValue.Null : constant(Constant), []);
}
