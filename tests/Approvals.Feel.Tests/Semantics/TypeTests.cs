namespace Approvals.Feel.Tests;

/// <summary><c>instance of</c> (DMN 1.5, 10.3.2.3, table 55) and conformance of types (10.3.2.9).</summary>
public sealed class TypeTests
{
    [Theory]
    [InlineData("1 instance of number", "true")]
    [InlineData("1 instance of string", "false")]
    [InlineData("null instance of number", "false")]
    [InlineData("null instance of Null", "true")]
    [InlineData("1 instance of Any", "true")]
    [InlineData("\"a\" instance of string", "true")]
    [InlineData("true instance of boolean", "true")]
    [InlineData("@\"2026-01-01\" instance of date", "true")]
    [InlineData("@\"10:00:00\" instance of time", "true")]
    [InlineData("@\"2026-01-01T10:00:00\" instance of date and time", "true")]
    [InlineData("@\"2026-01-01T10:00:00\" instance of date", "false")]
    [InlineData("@\"P1D\" instance of days and time duration", "true")]
    [InlineData("@\"P1M\" instance of years and months duration", "true")]
    [InlineData("@\"P1M\" instance of days and time duration", "false")]
    [InlineData("[1, 2] instance of list", "true")]
    [InlineData("[1, 2] instance of list<number>", "true")]
    [InlineData("[1, \"a\"] instance of list<number>", "false")]
    [InlineData("[1, \"a\"] instance of list<Any>", "true")]
    [InlineData("[] instance of list<string>", "true")]
    [InlineData("[[1]] instance of list<list<number>>", "true")]
    [InlineData("1 instance of list<number>", "false")]
    [InlineData("{a: 1} instance of context", "true")]
    [InlineData("{a: 1} instance of context<a: number>", "true")]
    [InlineData("{a: 1, b: 2} instance of context<a: number>", "true")]
    [InlineData("{a: \"x\"} instance of context<a: number>", "false")]
    [InlineData("{} instance of context<a: number>", "false")]
    [InlineData("{a b: 1} instance of context<a b: number>", "true")]
    [InlineData("[1..2] instance of range<number>", "true")]
    [InlineData("[1..2] instance of range<string>", "false")]
    [InlineData("count instance of function", "true")]
    [InlineData("(function(a) a) instance of function<number> -> number", "true")]
    [InlineData("(function(a) a) instance of function<> -> number", "false")]
    [InlineData("1 + 1 instance of number", "null")]
    [InlineData("(1 + 1) instance of number and true", "true")]
    [InlineData("-1 instance of number", "null")]
    public void InstanceOf_ByType(string text, string expected) => Feel.Same(text, expected);

    [Fact]
    public void InstanceOf_NamedTypeOfScope_Known()
    {
        var scope = FeelScope.Empty.WithType("Level Code", FeelType.String);
        Assert.Equal(FeelValue.True, Feel.Compile("\"A\" instance of Level Code", scope).Evaluate(FeelContext.Empty).Value);
    }

    [Theory]
    [InlineData("number", "1", "1")]
    [InlineData("number", "[1]", "1")]
    [InlineData("number", "[1, 2]", "")]
    [InlineData("number", "\"1\"", "")]
    [InlineData("number", "null", "null")]
    [InlineData("list", "1", "[1]")]
    [InlineData("list", "[1]", "[1]")]
    [InlineData("date and time", "@\"2026-01-01\"", "@\"2026-01-01T00:00:00Z\"")]
    [InlineData("date", "@\"2026-01-01T00:00:00\"", "")]
    [InlineData("context", "{a: 1}", "{a: 1}")]
    public void Coerce_ToType_OrNothing(string type, string value, string expected) =>
        Assert.Equal(expected, FeelType.OfName(type)!.Coerce(Feel.Value(value))?.ToString() ?? "");
}
