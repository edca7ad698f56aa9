namespace Approvals.Feel.Tests;

/// <summary>Unary tests (DMN 1.5, 7.3 and 10.3.2.6) and <c>in</c> (table 54).</summary>
public sealed class UnaryTestTests
{
    public static TheoryData<string, string, string> Test_OfInput_AnswerRows { get; } = new()
    {
        { "1", "-", "true" },
        { "null", "-", "true" },
        { "1", "1", "true" },
        { "1", "2", "false" },
        { "1", "1, 2", "true" },
        { "3", "1, 2", "false" },
        { "\"a\"", "\"a\",\"b\"", "true" },
        { "\"c\"", "not(\"a\",\"b\")", "true" },
        { "\"a\"", "not(\"a\")", "false" },
        { "7", "not(> 5)", "false" },
        { "7", "> 5", "true" },
        { "5", ">= 5", "true" },
        { "5", "< 5", "false" },
        { "5", "= 5", "true" },
        { "5", "!= 5", "false" },
        { "-1", "-1", "true" },
        { "-1", "- 1", "true" },
        { "1", "[1..10)", "true" },
        { "10", "[1..10)", "false" },
        { "1", "]1..10]", "false" },
        { "10", "]1..10]", "true" },
        { "1", "]1..10[, 1", "true" },
        { "1", "(=1)", "true" },
        { "6", "(>5)", "true" },
        { "6", "? > 5", "true" },
        { "6", "? > 5 and ? < 7", "true" },
        { "[1, 2]", "count(?) = 2", "true" },
        { "[1, 2, 3]", "list contains(?, 2)", "true" },
        { "2", "[1, 2, 3]", "true" },
        { "[1, 2]", "[1, 2]", "true" },
        { "[1, 2]", "[[1, 2], [3]]", "true" },
        { "4", "[1, 2, 3]", "false" },
        { "4", "[[1..3], [4..5]]", "true" },
        { "null", "null", "true" },
        { "1", "null", "false" },
        { "null", "not(null)", "false" },
        { "null", "\"a\"", "false" },
        { "null", "not(\"a\")", "true" },
        { "null", "> 5", "null" },
        { "null", "[1..3]", "null" },
        { "null", "not(> 5)", "null" },
        { "\"a\"", "> 5", "null" },
        { "true", "true", "true" },
        { "false", "true", "false" },
        { "false", "false", "true" },
        { "true", "not(false)", "true" },
        { "5", "k", "true" },
        { "5", "< k + 1", "true" },
        { "5", "k, 9", "true" },
        { "9", "not(k)", "true" },
        { "3", "ks", "true" },
        { "9", "k > 1", "true" },
        { "\"ab\"", "starts with(?, \"a\")", "true" },
        { "\"ab\"", "not(starts with(?, \"a\"))", "false" },
        { "@\"2026-01-05\"", "< @\"2026-02-01\"", "true" },
        { "@\"2026-01-05\"", "[@\"2026-01-01\"..@\"2026-01-31\"]", "true" },
        { "@\"2026-01-05\"", "date(\"2026-01-05\")", "true" },
        { "{a: 1}", "?.a = 1", "true" },
    };

    [Theory]
    [MemberData(nameof(Test_OfInput_AnswerRows))]
    public void Test_OfInput_Answer(string input, string tests, string expected) =>
        Assert.Equal(expected, Feel.Test(input, tests, FeelContext.Of(("k", FeelValue.Of(5)), ("ks", FeelValue.Of([FeelValue.Of(3), FeelValue.Of(4)])))));

    [Theory]
    [InlineData("1 in 1", "true")]
    [InlineData("1 in (1)", "true")]
    [InlineData("1 in (2, 1)", "true")]
    [InlineData("1 in [2, 1]", "true")]
    [InlineData("1 in > 0", "true")]
    [InlineData("1 in (> 1, < 0)", "false")]
    [InlineData("1 in (1..3)", "false")]
    [InlineData("2 in (1..3]", "true")]
    [InlineData("2 in ]1..3[", "true")]
    [InlineData("2 in ]1..3[ and true", "true")]
    [InlineData("2 in ([1..3], 9)", "true")]
    [InlineData("2 in (? > 1)", "true")]
    [InlineData("2 in {a: [1..3]}.a", "true")]
    [InlineData("null in null", "true")]
    [InlineData("1 in null", "false")]
    [InlineData("null in (1, null)", "true")]
    [InlineData("\"b\" in (\"a\", \"b\") and 5 >= 4", "true")]
    [InlineData("for x in [1, 5] return x in (x, 9)", "[true, true]")]
    [InlineData("for x in [1, 5] return 4 in (< x, > 100)", "[false, true]")]
    [InlineData("[1, 2] in [[1, 2], 3]", "true")]
    [InlineData("@\"P1D\" in [@\"PT1H\"..@\"P2D\"]", "true")]
    public void In_Expression_Answer(string text, string expected) => Feel.Same(text, expected);

    [Theory]
    [InlineData(">= 4", "at least 4", "不小于 4")]
    [InlineData("< 10", "less than 10", "小于 10")]
    [InlineData("\"A\",\"B\"", "“A” or “B”", "“A”或“B”")]
    [InlineData("not(\"A\")", "not “A”", "非“A”")]
    [InlineData("[1..10)", "between 1 (included) and 10 (excluded)", "在 1（含）与 10（不含）之间")]
    [InlineData("true", "yes", "是")]
    [InlineData("-", "anything", "任意值")]
    [InlineData("<= @\"2026-01-01\"", "on or before 2026-01-01", "不晚于 2026-01-01")]
    [InlineData("count(?) > 2", "such that “count(?) > 2” holds", "满足“count(?) > 2”")]
    [InlineData("null", "empty", "空")]
    public void Describe_Tests_InWords(string text, string english, string chinese)
    {
        var words = FeelUnaryTests.Compile(text, FeelScope.Empty).Value.Describe();
        Assert.Equal((english, chinese), (words.En, words.Zh));
    }
}
