namespace Approvals.Feel.Tests;

/// <summary>List functions (DMN 1.5, 10.3.4.4) and sort (10.3.4.7).</summary>
public sealed class ListFunctionTests
{
    public static TheoryData<string, string> List_FunctionsRows { get; } = new()
    {
        { "list contains([1, 2], 2)", "true" },
        { "list contains([1, 2], 3)", "false" },
        { "list contains([1, null], null)", "true" },
        { "list contains([[1]], [1])", "true" },
        { "list contains(null, 1)", "null" },
        { "count([1, 2, null])", "3" },
        { "count([])", "0" },
        { "count(5)", "1" },
        { "count(null)", "null" },
        { "count(list: [1, 2])", "2" },
        { "append([1], 2, 3)", "[1, 2, 3]" },
        { "append([1], [2])", "[1, [2]]" },
        { "append(1, 2)", "[1, 2]" },
        { "append([], null)", "[null]" },
        { "concatenate([1, 2], [3])", "[1, 2, 3]" },
        { "concatenate([1], [], [2], [1])", "[1, 2, 1]" },
        { "concatenate([1], 2)", "[1, 2]" },
        { "union([1, 2], [2, 3])", "[1, 2, 3]" },
        { "distinct values([1, 2, 1, null, null, \"a\"])", "[1, 2, null, \"a\"]" },
        { "distinct values([{a: 1, b: 2}, {b: 2, a: 1}])", "[{a: 1, b: 2}]" },
        { "index of([1, 2, 3, 2], 2)", "[2, 4]" },
        { "index of([1, null], null)", "[2]" },
        { "index of([], 1)", "[]" },
        { "flatten([[1, 2], [[3]], 4])", "[1, 2, 3, 4]" },
        { "reverse([1, 2, 3])", "[3, 2, 1]" },
        { "reverse([])", "[]" },
        { "sublist([4, 5, 6], 1, 2)", "[4, 5]" },
        { "sublist([4, 5, 6], 2)", "[5, 6]" },
        { "sublist([4, 5, 6], -2)", "[5, 6]" },
        { "sublist([4, 5, 6], -2, 1)", "[5]" },
        { "sublist([4, 5, 6], 0)", "null" },
        { "sublist([4, 5, 6], 2, 3)", "null" },
        { "insert before([1, 3], 2, 2)", "[1, 2, 3]" },
        { "insert before([1, 3], -1, 2)", "[1, 2, 3]" },
        { "insert before([1], 3, 2)", "null" },
        { "remove([1, 2, 3], 2)", "[1, 3]" },
        { "remove([1, 2, 3], -1)", "[1, 2]" },
        { "remove([1], 5)", "null" },
        { "list replace([2, 4, 7, 8], 3, 6)", "[2, 4, 6, 8]" },
        { "list replace([2, 4, 7, 8], -1, 6)", "[2, 4, 7, 6]" },
        { "list replace([2, 4, 7, 8], function(item, newItem) item < newItem, 5)", "[5, 5, 7, 8]" },
        { "list replace([1], function(item, newItem) 1, 5)", "null" },
        { "all([true, true])", "true" },
        { "all([true, null])", "null" },
        { "all([false, null])", "false" },
        { "all([])", "true" },
        { "all(true, false)", "false" },
        { "all(0)", "null" },
        { "any([false, true])", "true" },
        { "any([false, null])", "null" },
        { "any([true, null])", "true" },
        { "any([])", "false" },
        { "any(null)", "null" },
        { "sort([3, 1, 2])", "[1, 2, 3]" },
        { "sort([\"b\", \"a\"], function(x, y) x < y)", "[\"a\", \"b\"]" },
        { "sort(list: [1, 2], precedes: function(x, y) x > y)", "[2, 1]" },
        { "sort([1, \"a\"])", "null" },
        { "sort([1, 2], function(x) true)", "null" },
        { "sort([{a: 2, b: 1}, {a: 1}, {a: 2, b: 2}], function(x, y) x.a < y.a)", "[{a: 1}, {a: 2, b: 1}, {a: 2, b: 2}]" },
    };

    [Theory]
    [MemberData(nameof(List_FunctionsRows))]
    public void List_Functions(string text, string expected) => Feel.Same(text, expected);

    [Theory]
    [InlineData("min([3, 1, 2])", "1")]
    [InlineData("min(3, 1, 2)", "1")]
    [InlineData("min(5)", "5")]
    [InlineData("min([])", "null")]
    [InlineData("min([1, null])", "null")]
    [InlineData("min([\"b\", \"a\"])", "\"a\"")]
    [InlineData("max([1, 3, 2])", "3")]
    [InlineData("max(@\"2026-01-01\", @\"2026-01-02\")", "@\"2026-01-02\"")]
    [InlineData("max([1, \"a\"])", "null")]
    [InlineData("sum([1, 2, 3])", "6")]
    [InlineData("sum(1, 2)", "3")]
    [InlineData("sum([])", "null")]
    [InlineData("sum([1, null])", "null")]
    [InlineData("sum([@\"P1D\", @\"PT1H\"])", "@\"P1DT1H\"")]
    [InlineData("mean([1, 2, 3])", "2")]
    [InlineData("mean(1, 2)", "1.5")]
    [InlineData("mean([])", "null")]
    [InlineData("product([2, 3, 4])", "24")]
    [InlineData("product([])", "null")]
    [InlineData("median([8, 2, 5, 3, 4])", "4")]
    [InlineData("median([6, 1, 2, 3])", "2.5")]
    [InlineData("median([])", "null")]
    [InlineData("decimal(stddev(2, 4, 7, 5), 10)", "2.0816659995")]
    [InlineData("stddev([47])", "null")]
    [InlineData("stddev([])", "null")]
    [InlineData("mode([6, 3, 9, 6, 6])", "[6]")]
    [InlineData("mode([6, 1, 9, 6, 1])", "[1, 6]")]
    [InlineData("mode([])", "[]")]
    [InlineData("mode([1, null])", "null")]
    public void Aggregate_Functions(string text, string expected) => Feel.Same(text, expected);
}
