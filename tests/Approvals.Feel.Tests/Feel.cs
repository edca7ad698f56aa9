namespace Approvals.Feel.Tests;

/// <summary>Evaluates texts for the tests.</summary>
internal static class Feel
{
    public static FeelExpression Compile(string text, FeelScope? scope = null)
    {
        var compiled = FeelExpression.Compile(text, scope ?? FeelScope.Empty);
        Assert.True(compiled.IsSuccess, $"{text}: {compiled.Error?.Code} {string.Join(", ", compiled.Error?.Data.Select(p => $"{p.Key}={p.Value}") ?? [])}");
        return compiled.Value;
    }

    public static FeelOutcome Run(string text, FeelContext? context = null)
    {
        var given = context ?? FeelContext.Empty;
        return Compile(text, FeelScope.Of([.. given.Entries.Select(entry => entry.Key)])).Evaluate(given);
    }

    public static FeelValue Value(string text, FeelContext? context = null) => Run(text, context).Value;

    /// <summary>Whether an input satisfies unary tests, as FEEL text: true, false or null.</summary>
    public static string Test(string input, string tests, FeelContext? context = null)
    {
        var given = context ?? FeelContext.Empty;
        var compiled = FeelUnaryTests.Compile(tests, FeelScope.Of([.. given.Entries.Select(entry => entry.Key)]));
        Assert.True(compiled.IsSuccess, $"{tests}: {compiled.Error?.Code}");
        return compiled.Value.Evaluate(Value(input), given).Value.ToString();
    }

    /// <summary>Asserts that two texts have the same value.</summary>
    public static void Same(string text, string expected, FeelContext? context = null)
    {
        var outcome = Run(text, context);
        var wanted = Run(expected);
        Assert.True(
            wanted.Value == outcome.Value,
            $"{text} gave {outcome.Value}, not {wanted.Value}. {string.Join(" ", outcome.Diagnostics.Select(d => d.Message.En))}");
        Assert.True(!outcome.Value.IsNull || expected == "null", $"{expected} is null itself");
    }
}
