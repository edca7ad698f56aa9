namespace Approvals.Feel;

/// <summary>How deep values lie in each other; what walks a value by recursion relies on the bound.</summary>
internal static class Nesting
{
    /// <summary>Values nested deeper are refused by the evaluator and by the reader of JSON.</summary>
    public const int Limit = 200;

    public static int Of(ReadOnlySpan<FeelValue> values)
    {
        var deepest = 0;
        foreach (ref readonly var value in values)
        {
            deepest = Math.Max(deepest, Of(value));
        }

        return deepest;
    }

    public static int Of(in FeelValue value) => value.Kind switch
    {
        FeelKind.List => value.List.Depth,
        FeelKind.Context => value.Context.Depth,
        _ => 0,
    };
}
