namespace Approvals.Feel.Tests;

/// <summary>Range functions (DMN 1.5, 10.3.4.9, table 78), range texts, and context functions (10.3.4.10).</summary>
public sealed class RangeAndContextFunctionTests
{
    public static TheoryData<string, string> Range_FunctionsRows { get; } = new()
    {
        { "before(1, 10)", "true" },
        { "before(10, 1)", "false" },
        { "before(1, [1..10])", "false" },
        { "before(1, (1..10])", "true" },
        { "before([1..10], 10)", "false" },
        { "before([1..10), 10)", "true" },
        { "before([1..10], [15..20])", "true" },
        { "before([1..10), [10..20])", "true" },
        { "before(1, \"a\")", "null" },
        { "before(1, null)", "null" },
        { "after(10, 5)", "true" },
        { "after(12, [1..10])", "true" },
        { "after(10, [1..10))", "true" },
        { "after([11..20], 11)", "false" },
        { "after((11..20], 11)", "true" },
        { "meets([1..5], [5..10])", "true" },
        { "meets([1..5), [5..10])", "false" },
        { "meets([1..5], (5..10])", "false" },
        { "met by([5..10], [1..5])", "true" },
        { "overlaps([1..5], [3..8])", "true" },
        { "overlaps([3..8], [1..5])", "true" },
        { "overlaps([1..8], [3..5])", "true" },
        { "overlaps([1..5], [6..8])", "false" },
        { "overlaps([1..5], [5..8])", "true" },
        { "overlaps([1..5), [5..8])", "false" },
        { "overlaps before([1..5], [3..8])", "true" },
        { "overlaps before([1..5], [6..8])", "false" },
        { "overlaps before([1..5), [1..5])", "false" },
        { "overlaps before([1..5), (1..5])", "true" },
        { "overlaps after([3..8], [1..5])", "true" },
        { "overlaps after([1..5], [3..8])", "false" },
        { "finishes(10, [1..10])", "true" },
        { "finishes(10, [1..10))", "false" },
        { "finishes([5..10], [1..10])", "true" },
        { "finishes([5..10), [1..10])", "false" },
        { "finishes([1..10], (1..10])", "false" },
        { "finished by([1..10], 10)", "true" },
        { "finished by([1..10], [5..10])", "true" },
        { "includes([1..10], 5)", "true" },
        { "includes([1..10], 12)", "false" },
        { "includes([1..10], [4..6])", "true" },
        { "includes([1..10), [5..10])", "false" },
        { "includes((1..10], (1..5])", "true" },
        { "during(5, [1..10])", "true" },
        { "during([4..6], [1..10])", "true" },
        { "during(1, (1..10])", "false" },
        { "starts(1, [1..10])", "true" },
        { "starts(1, (1..10])", "false" },
        { "starts([1..5], [1..10])", "true" },
        { "starts((1..5], [1..10])", "false" },
        { "started by([1..10], 1)", "true" },
        { "started by([1..10], [1..5])", "true" },
        { "coincides(5, 5)", "true" },
        { "coincides(3, 4)", "false" },
        { "coincides([1..5], [1..5])", "true" },
        { "coincides([1..5], [1..5))", "false" },
        { "coincides([1..5], 1)", "null" },
        { "includes([@\"2026-01-01\"..@\"2026-12-31\"], @\"2026-05-05\")", "true" },
        { "before(point1: 1, point2: 2)", "true" },
        { "includes(range: [1..3], point: 2)", "true" },
        { "range(\"[1..3]\")", "[1..3]" },
        { "range(\"(\\\"a\\\"..\\\"d\\\")\")", "(\"a\"..\"d\")" },
        { "range(\"[date(\\\"2026-01-01\\\")..date(\\\"2026-12-31\\\")]\")", "[@\"2026-01-01\"..@\"2026-12-31\"]" },
        { "range(\"[1..)\").start", "1" },
        { "range(\"[3..1]\")", "null" },
        { "range(\"[a..b]\")", "null" },
        { "range(\"nothing\")", "null" },
    };

    [Theory]
    [MemberData(nameof(Range_FunctionsRows))]
    public void Range_Functions(string text, string expected) => Feel.Same(text, expected);

    [Theory]
    [InlineData("get value({a: 1}, \"a\")", "1")]
    [InlineData("get value({a: 1}, \"b\")", "null")]
    [InlineData("get value(null, \"b\")", "null")]
    [InlineData("get entries({a: 1, b: 2})", "[{key: \"a\", value: 1}, {key: \"b\", value: 2}]")]
    [InlineData("get entries({a: 1})[key = \"a\"].value", "[1]")]
    [InlineData("get entries({})", "[]")]
    [InlineData("context([{key: \"a\", value: 1}])", "{a: 1}")]
    [InlineData("context([{key: \"a\", value: 1}, {key: \"a\", value: 2}])", "null")]
    [InlineData("context([{key: 1, value: 1}])", "null")]
    [InlineData("context([{key: \"a\"}])", "null")]
    [InlineData("context({key: \"a\", value: 1})", "{a: 1}")]
    [InlineData("context put({x: 1}, \"y\", 2)", "{x: 1, y: 2}")]
    [InlineData("context put({x: 1}, \"x\", 2)", "{x: 2}")]
    [InlineData("context put({x: 1, y: {a: 0}}, [\"y\", \"a\"], 2)", "{x: 1, y: {a: 2}}")]
    [InlineData("context put({x: 1}, [\"x\", \"a\"], 2)", "null")]
    [InlineData("context put({x: 1}, [], 2)", "null")]
    [InlineData("context put(null, \"x\", 2)", "null")]
    [InlineData("context merge([{x: 1}, {y: 2}])", "{x: 1, y: 2}")]
    [InlineData("context merge([{x: 1, y: 0}, {y: 2}])", "{x: 1, y: 2}")]
    [InlineData("context merge([{x: 1}, 2])", "null")]
    [InlineData("context merge([])", "{}")]
    public void Context_Functions(string text, string expected) => Feel.Same(text, expected);
}
