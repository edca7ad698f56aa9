namespace Approvals.Feel.Tests;

/// <summary>Literals and comments (DMN 1.5, 10.3.1.2, rules 31 to 38).</summary>
public sealed class LiteralTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("007", "7")]
    [InlineData(".5", "0.5")]
    [InlineData("-.5", "-0.5")]
    [InlineData("1.50", "1.5")]
    [InlineData("1e3", "1000")]
    [InlineData("1.5E-2", "0.015")]
    [InlineData("2e+2", "200")]
    [InlineData("1234567890123456789012345678", "1234567890123456789012345678")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("null", "null")]
    [InlineData("\"\"", "\"\"")]
    [InlineData("\"吉享卡\"", "\"吉享卡\"")]
    [InlineData("[]", "[]")]
    [InlineData("{}", "{}")]
    [InlineData("[1, \"a\", [true]]", "[1, \"a\", [true]]")]
    [InlineData("{a: 1, \"b c\": 2}", "{a: 1, \"b c\": 2}")]
    [InlineData("[1..5]", "[1..5]")]
    [InlineData("(1..5)", "(1..5)")]
    [InlineData("]1..5[", "(1..5)")]
    [InlineData("(> 5)", "(> 5)")]
    [InlineData("(<= 5)", "(<= 5)")]
    [InlineData("(= 5)", "[5..5]")]
    [InlineData("1 // one", "1")]
    [InlineData("1 /* one */ + /* two\n lines */ 2", "3")]
    [InlineData("\u00a0 1\t", "1")]
    [InlineData("@\"2026-01-31\"", "@\"2026-01-31\"")]
    [InlineData("@\"10:20:30\"", "@\"10:20:30\"")]
    [InlineData("@\"10:20:30.5+08:00\"", "@\"10:20:30.5+08:00\"")]
    [InlineData("@\"2026-01-31T10:20:30Z\"", "@\"2026-01-31T10:20:30Z\"")]
    [InlineData("@\"2026-01-31T10:20:30@Asia/Shanghai\"", "@\"2026-01-31T10:20:30@Asia/Shanghai\"")]
    [InlineData("@\"P1Y2M\"", "@\"P1Y2M\"")]
    [InlineData("@\"-P3DT4H5M6.7S\"", "@\"-P3DT4H5M6.7S\"")]
    [InlineData("@\"-2021-01-01\"", "@\"-2021-01-01\"")]
    [InlineData("@\"999999999-12-31\"", "@\"999999999-12-31\"")]
    public void Literal_Shown_AsFeelText(string text, string expected) => Assert.Equal(expected, Feel.Value(text).ToString());

    [Theory]
    [InlineData("\"\\n\\r\\t\"", "\n\r\t")]
    [InlineData("\"\\\"quoted\\\"\"", "\"quoted\"")]
    [InlineData("\"a\\\\b\"", "a\\b")]
    [InlineData("\"\\'\"", "'")]
    [InlineData("\"\\u0041\\u4e2d\"", "A中")]
    [InlineData("\"\\U01D49E\"", "𝒞")]
    [InlineData("\"\\uD835\\uDC9E\"", "𝒞")]
    [InlineData("\"\\d+\"", "\\d+")]
    [InlineData("\"a\nb\"", "a\nb")]
    public void String_Escapes_Resolved(string text, string expected) => Assert.Equal(expected, Feel.Value(text).AsString());

    [Theory]
    [InlineData("[1, \"a\\\"\\\\\\n\", {x: null, \"y z\": @\"P1D\"}]")]
    [InlineData("{a: [1..5], b: (> @\"2026-01-01\")}")]
    [InlineData("[@\"PT0S\", @\"P0M\", @\"0001-01-01\", -0.10]")]
    public void Literal_OfShownText_SameValue(string text)
    {
        var value = Feel.Value(text);
        Assert.Equal(value, Feel.Value(value.ToString()));
    }
}
