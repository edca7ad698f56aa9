namespace Approvals.Feel.Tests.Conformance;

/// <summary>
/// One line of a table: <c>expression ⇒ value ∵ reason</c>. The value is FEEL text; <c>null!</c> is a null that must be explained
/// by a diagnostic with a place; <c>refused</c> is a text that must not compile.
/// </summary>
internal static class Case
{
    private const string Explained = "null!";
    private const string Refused = "refused";

    public static TheoryData<string, string, string> Table(string lines)
    {
        var table = new TheoryData<string, string, string>();
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var value = line.LastIndexOf('⇒');
            var reason = line.LastIndexOf('∵');
            table.Add(line[..value].Trim(), line[(value + 1)..reason].Trim(), line[(reason + 1)..].Trim());
        }

        return table;
    }

    public static void Holds(string expression, string expected, string reason, FeelContext? context = null)
    {
        if (expected == Refused)
        {
            Assert.True(FeelExpression.Compile(expression, FeelScope.Empty).Error is { } error && error.Data.ContainsKey("line"), $"{expression} compiles: {reason}");
            return;
        }

        var outcome = Feel.Run(expression, context);
        var wanted = expected == Explained ? FeelValue.Null : Feel.Value(expected);
        var said = string.Join(" ", outcome.Diagnostics.Select(diagnostic => diagnostic.Message.En));
        Assert.True(wanted == outcome.Value, $"{expression} gave {outcome.Value}, not {wanted}: {reason}. {said}");
        Assert.True(expected != Explained || outcome.Diagnostics.Any(diagnostic => diagnostic is { Line: > 0, Column: > 0 }), $"{expression} says nothing: {reason}");
    }
}
