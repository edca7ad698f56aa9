namespace Approvals.Feel.Tests;

public sealed class SmokeTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("if 1 < 2 then \"a\" else \"b\"", "\"a\"")]
    [InlineData("{a: 1, b: a + 1}.b", "2")]
    [InlineData("[1,2,3][item > 1]", "[2,3]")]
    [InlineData("for x in [1,2,3] return x * 2", "[2,4,6]")]
    [InlineData("some x in [1,2,3] satisfies x > 2", "true")]
    [InlineData("count([1,2,3])", "3")]
    [InlineData("contains(\"abc\", \"b\")", "true")]
    [InlineData("date(\"2026-01-31\") + duration(\"P1M\")", "@\"2026-02-28\"")]
    [InlineData("5 in ]1..5[", "false")]
    [InlineData("5 in (> 3, 1)", "true")]
    [InlineData("date and time(\"2026-01-01T00:00:00\").year", "2026")]
    public void Evaluate_Sample_Value(string text, string expected) => Feel.Same(text, expected);
}
