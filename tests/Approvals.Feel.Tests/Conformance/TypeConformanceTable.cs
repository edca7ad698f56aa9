namespace Approvals.Feel.Tests.Conformance;

/// <summary>DMN 1.5, 10.3.2.9 and table 55: types, and which of them a value is an instance of.</summary>
public sealed class TypeConformanceTable
{
    public static TheoryData<string, string, string> Instances => Case.Table("""
        1 instance of number ⇒ true ∵ a number
        1 instance of Any ⇒ true ∵ anything is
        "1" instance of number ⇒ false ∵ a string is none
        null instance of Any ⇒ false ∵ null is an instance of nothing
        null instance of string ⇒ false ∵ whatever the type
        null instance of list<Any> ⇒ false ∵ not even a list
        null instance of Null ⇒ true ∵ but of its own
        (1 = 1) instance of boolean ⇒ true ∵ an answer
        @"2026-01-01" instance of date ⇒ true ∵ a date
        @"2026-01-01" instance of date and time ⇒ false ∵ without a time
        @"2026-01-01T00:00:00" instance of date ⇒ false ∵ with one
        @"10:00:00" instance of time ⇒ true ∵ a time
        @"P1Y" instance of years and months duration ⇒ true ∵ one kind of duration
        @"P1Y" instance of days and time duration ⇒ false ∵ not the other
        @"PT1S" instance of days and time duration ⇒ true ∵ the other
        [1, 2] instance of list<number> ⇒ true ∵ all items are
        [1, "a"] instance of list<number> ⇒ false ∵ one is not
        [1, null] instance of list<number> ⇒ true ∵ null may stand for any
        [] instance of list<number> ⇒ true ∵ none is not
        [[1]] instance of list<list<number>> ⇒ true ∵ deeply
        1 instance of list<number> ⇒ false ∵ a single value is no list here
        [1] instance of number ⇒ false ∵ nor a list a single value
        {a: 1} instance of context<a: number> ⇒ true ∵ with the member
        {a: 1, b: 2} instance of context<a: number> ⇒ true ∵ and more
        {b: 2} instance of context<a: number> ⇒ false ∵ without it
        {a: null} instance of context<a: number> ⇒ true ∵ null may stand for any
        {a: "x"} instance of context<a: number> ⇒ false ∵ of another kind
        {a: {b: [1]}} instance of context<a: context<b: list<number>>> ⇒ true ∵ deeply
        {} instance of context ⇒ true ∵ any context
        [1..2] instance of range<number> ⇒ true ∵ of numbers
        ["a".."b"] instance of range<number> ⇒ false ∵ of strings
        (> 3) instance of range<number> ⇒ true ∵ open on one side
        [1..2] instance of range<Any> ⇒ true ∵ of anything
        [1..2] instance of list<number> ⇒ false ∵ a range is no list
        abs instance of function<number> -> number ⇒ true ∵ a built-in function by its parameters
        abs instance of function<number, number> -> number ⇒ false ∵ there is one
        (function(a: number) a) instance of function<number> -> number ⇒ true ∵ as declared
        (function(a: number) a) instance of function<string> -> number ⇒ false ∵ it does not take a string
        (function(a) a) instance of function<string> -> Any ⇒ true ∵ it takes anything
        (function(a: number) "x") instance of function<number> -> number ⇒ false ∵ it gives a string
        (function(a: number) a * 2) instance of function<number> -> number ⇒ true ∵ arithmetic of numbers gives one
        (function(a: number) a > 2) instance of function<number> -> boolean ⇒ true ∵ a comparison gives an answer
        (function() {x: 1, y: "b"}) instance of function<> -> context<x: number> ⇒ true ∵ it may give more
        (function() {y: "b"}) instance of function<> -> context<x: number> ⇒ false ∵ but not less
        (function(c: context<x: number>) 1) instance of function<context<x: number, y: string>> -> number ⇒ true ∵ it may ask for less
        (function(c: context<x: number, y: string>) 1) instance of function<context<x: number>> -> number ⇒ false ∵ but not for more
        (function(a: list<number>) 1) instance of function<list<string>> -> number ⇒ false ∵ lists by their items
        (function(f: function<number> -> number) 1) instance of function<function<Any> -> number> -> number ⇒ true ∵ functions of functions
        1 instance of function<> -> Any ⇒ false ∵ a number is no function
        """);

    private static readonly FeelScope Scope = FeelScope.Of("Monthly Salary", "base+1", "a-b", "days in weekend", "in a list", "time", "or else", "x", "名 字")
        .With("rows", FeelType.ListOf(FeelType.ContextOf([KeyValuePair.Create("net pay", FeelType.Number)])));

    private static readonly FeelContext Names = FeelContext.Of(
        ("Monthly Salary", FeelValue.Of(100)), ("base+1", FeelValue.Of(7)), ("a-b", FeelValue.Of(9)), ("days in weekend", FeelValue.Of([FeelValue.Of(6), FeelValue.Of(7)])),
        ("in a list", FeelValue.Of([FeelValue.Of(1)])), ("time", FeelValue.Of(3)), ("or else", FeelValue.True), ("x", FeelValue.Of(2)), ("名 字", FeelValue.Of("李")),
        ("rows", FeelValue.Of([FeelValue.Of(FeelContext.Of(("net pay", FeelValue.Of(5))))])));

    /// <summary>10.3.1.4: the longest name that is known.</summary>
    [Theory]
    [InlineData("Monthly Salary * 12", "1200", "a name of two words")]
    [InlineData("Monthly   Salary", "100", "whatever the space between")]
    [InlineData("Monthly\nSalary", "100", "even a new line")]
    [InlineData("base+1", "7", "a name with a sign")]
    [InlineData("base + 1", "7", "whatever the space around it")]
    [InlineData("a-b + x", "11", "a name with a hyphen")]
    [InlineData("a-b - x", "7", "and the operator after it")]
    [InlineData("for d in days in weekend return d + 1", "[7, 8]", "a name with a keyword inside")]
    [InlineData("for d in in a list return d", "[1]", "or at its beginning")]
    [InlineData("if or else then 1 else 2", "1", "or an operator")]
    [InlineData("time + 1", "4", "a name that hides a function")]
    [InlineData("名 字", "\"李\"", "a name in another script")]
    [InlineData("rows[net pay > 4].net pay", "[5]", "a member known by the type")]
    [InlineData("{x: 5, y: x}.y", "5", "the nearest of a name")]
    [InlineData("(function(x) x)(1) + x", "3", "and no further than its body")]
    [InlineData("some x in [9] satisfies x = 9", "true", "of an iteration too")]
    public void Name_KnownInScope_IsTheLongest(string text, string expected, string reason)
    {
        var outcome = Feel.Compile(text, Scope).Evaluate(Names);
        Assert.True(Feel.Value(expected) == outcome.Value, $"{text} gave {outcome.Value}: {reason}");
    }

    /// <summary>7.3.3 and 10.3.1.2, rule 13: cells of a decision table.</summary>
    [Theory]
    [InlineData("5", "(> 3)", "true", "a range in parentheses")]
    [InlineData("5", "[> 3, < 1]", "true", "ranges in a list")]
    [InlineData("3", "not([1..5])", "false", "not inside")]
    [InlineData("9", "not([1..5], 7)", "true", "none of them")]
    [InlineData("\"b\"", "\"a\", \"b\"", "true", "one of them")]
    [InlineData("\"b\"", "[\"a\", \"b\"]", "true", "one in a list")]
    [InlineData("[\"b\"]", "\"b\"", "null", "a list is no string")]
    [InlineData("[1, 2]", "[[1, 2]]", "true", "a list among lists")]
    [InlineData("4", "x * 2", "true", "an expression worked out")]
    [InlineData("4", "> x, < 0", "true", "with a name")]
    [InlineData("4", "? * 2 = 8", "true", "of the input itself")]
    [InlineData("4", "odd(?)", "false", "with a function of it")]
    [InlineData("4", "? in [1..5] and ? != 3", "true", "joined conditions")]
    [InlineData("null", "null, 1", "true", "null may be asked for")]
    [InlineData("null", "not(null)", "false", "and excluded")]
    [InlineData("null", "? = null", "true", "by a condition")]
    [InlineData("false", "false", "true", "a boolean equals the input")]
    [InlineData("false", "not(true)", "true", "or does not")]
    [InlineData("@\"2026-05-01\"", "[@\"2026-01-01\"..@\"2026-12-31\"]", "true", "dates")]
    [InlineData("@\"2026-05-01\"", "> date(\"2026-06-01\")", "false", "dates by a function")]
    [InlineData("@\"PT30M\"", "< duration(\"PT1H\")", "true", "durations")]
    [InlineData("\"long text\"", "string length(?) > 5", "true", "a property of the input")]
    [InlineData("{a: 1}", "?.a = 1", "true", "a member of the input")]
    [InlineData("[1, 2, 3]", "some i in ? satisfies i > 2", "true", "items of the input")]
    public void UnaryTests_OfAnInput_Answer(string input, string tests, string expected, string reason)
    {
        var answer = Feel.Test(input, tests, FeelContext.Of(("x", FeelValue.Of(2))));
        Assert.True(expected == answer, $"{input} against {tests} gave {answer}: {reason}");
    }

    [Theory]
    [MemberData(nameof(Instances))]
    public void InstanceOf_ValueAndType_Answers(string expression, string expected, string reason) => Case.Holds(expression, expected, reason);
}
