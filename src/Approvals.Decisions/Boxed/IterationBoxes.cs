using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>
/// A boxed filter, <c>for</c>, <c>some</c> or <c>every</c>: walked by FEEL itself, within its bounds, with the boxed body as a
/// function.
/// </summary>
internal sealed class IterationBox(FeelExpression walk, string variable, Box domain, Box body) : Box
{
    // No member of an item can be spelled like this, so a filter finds these names and not an item's.
    private const string Domain = "boxed domain ∎";
    private const string Body = "boxed body ∎";

    public static FeelExpression For { get; } = Compiled($"for item in {Domain} return {Body}(item, partial)");

    public static FeelExpression Some { get; } = Compiled($"some item in {Domain} satisfies {Body}(item, null)");

    public static FeelExpression Every { get; } = Compiled($"every item in {Domain} satisfies {Body}(item, null)");

    public static FeelExpression Filter { get; } = Compiled($"{Domain}[{Body}(item, null)]");

    public override IEnumerable<Box> Parts => [domain, body];

    public override FeelValue Evaluate(DecisionRun run, FeelContext scope)
    {
        var refused = FeelValue.Null;
        var function = FeelFunction.Of([("item", null), ("partial", null)], (_, arguments) =>
        {
            var value = body.Evaluate(run, Inner(scope, arguments[0], arguments[1]));
            refused = ReferenceEquals(walk, For) || value.IsNull || value.Kind == FeelKind.Boolean ? refused : value;
            return value;
        });
        var walked = walk.Evaluate(FeelContext.Of((Domain, domain.Evaluate(run, scope)), (Body, FeelValue.Of(function))), run.Feel);
        return refused.IsNull ? walked : NotBoolean.Of(refused, run);
    }

    /// <summary>In a filter the members of an item are visible.</summary>
    private FeelContext Inner(FeelContext scope, FeelValue item, FeelValue partial)
    {
        if (ReferenceEquals(walk, Filter) && item.TryGetContext(out var members))
        {
            scope = members.Entries.Aggregate(scope, (sum, member) => sum.With(member.Key, member.Value));
        }

        scope = scope.With(variable, item);
        return ReferenceEquals(walk, For) ? scope.With("partial", partial) : scope;
    }

    private static FeelExpression Compiled(string text) => FeelExpression.Compile(text, FeelScope.Of(Domain, Body)).Value;
}

/// <summary>A condition of a boxed expression that gave something else than a boolean: the whole is null.</summary>
internal static class NotBoolean
{
    public static FeelValue Of(FeelValue value, DecisionRun run)
    {
        run.Feel.Add(new FeelDiagnostic("feel.notBoolean", 1, 1).With("what", FeelWords.Told(value)).With("kind", KindNames.Of(value)));
        return FeelValue.Null;
    }
}
