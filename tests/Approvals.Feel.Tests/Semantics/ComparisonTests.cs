namespace Approvals.Feel.Tests;

/// <summary>Equality, order, <c>between</c> (DMN 1.5, 10.3.2.3, tables 52 to 54).</summary>
public sealed class ComparisonTests
{
    public static TheoryData<string, string> Comparison_ByTableRows { get; } = new()
    {
        { "1 = 1.0", "true" },
        { "1 = 2", "false" },
        { "1 != 2", "true" },
        { "1 = \"1\"", "null" },
        { "1 != \"1\"", "null" },
        { "null = null", "true" },
        { "null = 1", "false" },
        { "1 = null", "false" },
        { "null != 1", "true" },
        { "null != null", "false" },
        { "\"a\" = \"a\"", "true" },
        { "\"a\" = \"A\"", "false" },
        { "true = true", "true" },
        { "true = 1", "null" },
        { "[1, 2] = [1, 2]", "true" },
        { "[1, 2] = [2, 1]", "false" },
        { "[1] = 1", "null" },
        { "{a: 1, b: 2} = {b: 2, a: 1}", "true" },
        { "{a: 1} = {a: 1, b: null}", "false" },
        { "{} = {}", "true" },
        { "[1..3] = [1..3]", "true" },
        { "[1..3] = [1..3)", "false" },
        { "@\"2026-01-01\" = @\"2026-01-01\"", "true" },
        { "@\"2026-01-01\" = @\"2026-01-01T00:00:00\"", "null" },
        { "@\"2026-01-01T08:00:00+08:00\" = @\"2026-01-01T00:00:00Z\"", "true" },
        { "@\"2026-01-01T08:00:00@Asia/Shanghai\" = @\"2026-01-01T00:00:00Z\"", "true" },
        { "@\"2026-01-01T08:00:00\" = @\"2026-01-01T08:00:00Z\"", "false" },
        { "@\"10:00:00+02:00\" = @\"08:00:00Z\"", "true" },
        { "@\"P1D\" = @\"PT24H\"", "true" },
        { "@\"P1Y\" = @\"P12M\"", "true" },
        { "@\"P1Y\" = @\"P365D\"", "null" },
        { "1 < 2", "true" },
        { "2 <= 2", "true" },
        { "3 > 4", "false" },
        { "4 >= 4.0", "true" },
        { "1 < null", "null" },
        { "null >= null", "null" },
        { "1 < \"2\"", "null" },
        { "true < false", "null" },
        { "[1] < [2]", "null" },
        { "\"a\" < \"b\"", "true" },
        { "\"B\" < \"a\"", "true" },
        { "\"\\uFF5E\" < \"\\U01D49E\"", "true" },
        { "@\"2026-01-01\" < @\"2026-01-02\"", "true" },
        { "@\"2026-01-01T00:00:00Z\" < @\"2026-01-01T00:00:00-01:00\"", "true" },
        { "@\"2026-01-01T00:00:00\" < @\"2026-01-01T00:00:00Z\"", "null" },
        { "@\"PT1H\" > @\"PT59M\"", "true" },
        { "@\"P13M\" > @\"P1Y\"", "true" },
        { "2 between 1 and 3", "true" },
        { "1 between 1 and 3", "true" },
        { "4 between 1 and 3", "false" },
        { "null between 1 and 3", "null" },
        { "2 between 1 and null", "null" },
        { "\"b\" between \"a\" and \"c\"", "true" },
        { "2 between 1 and 3 and true", "true" },
        { "1 + 1 between 2 * 1 and 3", "true" },
        { "1 < 2 = true", "true" },
    };

    [Theory]
    [MemberData(nameof(Comparison_ByTableRows))]
    public void Comparison_ByTable(string text, string expected) => Feel.Same(text, expected);

    [Theory]
    [InlineData("months >= 4", "feel.isNull", 1, 1, "months")]
    [InlineData("4 <= months", "feel.isNull", 1, 6, "months")]
    [InlineData("1 < \"a\"", "feel.mismatch", 1, 1, "1 < \"a\"")]
    [InlineData("months and true", "feel.isNull", 1, 1, "months")]
    [InlineData("1 + months", "feel.isNull", 1, 5, "months")]
    [InlineData("1 / 0", "feel.divisionByZero", 1, 1, "1 / 0")]
    [InlineData("10 ** 40", "feel.overflow", 1, 1, "10 ** 40")]
    [InlineData("[1, 2][3]", "feel.indexOutside", 1, 1, "[1, 2][3]")]
    [InlineData("{a: 1}.b", "feel.noMember", 1, 1, "{a: 1}.b")]
    [InlineData("months.x", "feel.memberOfNull", 1, 1, "months.x")]
    [InlineData("count()", "feel.wrongArguments", 1, 1, "count()")]
    [InlineData("upper case(1)", "feel.wrongType", 1, 1, "upper case(1)")]
    [InlineData("1(2)", "feel.notFunction", 1, 1, "1(2)")]
    [InlineData("date(\"2026-02-30\")", "feel.notConvertible", 1, 1, "date(\"2026-02-30\")")]
    public void Null_OfMistake_SaysWhereAndWhy(string text, string code, int line, int column, string what)
    {
        var outcome = Feel.Run(text, FeelContext.Of(("months", FeelValue.Null)));
        Assert.True(outcome.Value.IsNull);
        var diagnostic = outcome.Diagnostics[0];
        Assert.Equal((code, line, column, what), (diagnostic.Code, diagnostic.Line, diagnostic.Column, diagnostic.Data["what"]));
    }
}
