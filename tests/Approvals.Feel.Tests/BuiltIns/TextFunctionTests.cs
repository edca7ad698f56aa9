namespace Approvals.Feel.Tests;

/// <summary>String functions (DMN 1.5, 10.3.4.3).</summary>
public sealed class TextFunctionTests
{
    public static TheoryData<string, string> Text_FunctionsRows { get; } = new()
    {
        { "substring(\"foobar\", 3)", "\"obar\"" },
        { "substring(\"foobar\", 3, 3)", "\"oba\"" },
        { "substring(\"foobar\", -2, 1)", "\"a\"" },
        { "substring(\"foobar\", -2)", "\"ar\"" },
        { "substring(\"foobar\", 1, 100)", "\"foobar\"" },
        { "substring(\"foobar\", 7)", "\"\"" },
        { "substring(\"foobar\", 0)", "null" },
        { "substring(\"foobar\", -7)", "null" },
        { "substring(\"foobar\", 1, 0)", "null" },
        { "substring(\"foobar\", 2.9)", "\"oobar\"" },
        { "substring(\"\\U01D49Eab\", 2)", "\"ab\"" },
        { "substring(\"a\\U01D49Eb\", 2, 1)", "\"\\U01D49E\"" },
        { "substring(null, 1)", "null" },
        { "substring(\"a\")", "null" },
        { "string length(\"foo\")", "3" },
        { "string length(\"\\U01D49E\")", "1" },
        { "string length(\"吉享卡\")", "3" },
        { "string length(\"\")", "0" },
        { "string length(1)", "null" },
        { "string length([\"ab\"])", "2" },
        { "upper case(\"aBc4é\")", "\"ABC4É\"" },
        { "lower case(\"aBc4É\")", "\"abc4é\"" },
        { "substring before(\"foobar\", \"bar\")", "\"foo\"" },
        { "substring before(\"foobar\", \"xyz\")", "\"\"" },
        { "substring before(\"foobar\", \"\")", "\"\"" },
        { "substring after(\"foobar\", \"ob\")", "\"ar\"" },
        { "substring after(\"\", \"a\")", "\"\"" },
        { "substring after(\"foo\", \"\")", "\"foo\"" },
        { "contains(\"foobar\", \"of\")", "false" },
        { "contains(\"foobar\", \"\")", "true" },
        { "contains(\"foobar\", null)", "null" },
        { "starts with(\"foobar\", \"fo\")", "true" },
        { "ends with(\"foobar\", \"r\")", "true" },
        { "ends with(\"foobar\", \"o\")", "false" },
        { "string join([\"a\", \"b\", \"c\"], \"_and_\")", "\"a_and_b_and_c\"" },
        { "string join([\"a\", \"b\"], \"\")", "\"ab\"" },
        { "string join([\"a\", \"b\"], null)", "\"ab\"" },
        { "string join([\"a\", \"b\"])", "\"ab\"" },
        { "string join([\"a\", null, \"c\"], \"X\")", "\"aXc\"" },
        { "string join([], \"X\")", "\"\"" },
        { "string join(\"a\", \"X\")", "\"a\"" },
        { "string join([1], \"X\")", "null" },
    };

    [Theory]
    [MemberData(nameof(Text_FunctionsRows))]
    public void Text_Functions(string text, string expected) => Feel.Same(text, expected);

    [Theory]
    [InlineData("matches(\"foobar\", \"^fo*b\")", "true")]
    [InlineData("matches(\"foobar\", \"^Fo*bar\", \"i\")", "true")]
    [InlineData("matches(\"abc\", \"b\")", "true")]
    [InlineData("matches(\"abc\", \"^b\")", "false")]
    [InlineData("matches(\"a\\nb\", \"a.b\")", "false")]
    [InlineData("matches(\"a\\nb\", \"a.b\", \"s\")", "true")]
    [InlineData("matches(\"a\\nb\", \"^b\", \"m\")", "true")]
    [InlineData("matches(\"a\\n\", \"a$\")", "false")]
    [InlineData("matches(\"helloworld\", \"hello world\", \"x\")", "true")]
    [InlineData("matches(\"a.b\", \"a.b\", \"q\")", "true")]
    [InlineData("matches(\"axb\", \"a.b\", \"q\")", "false")]
    [InlineData("matches(\"22001\", \"^\\d{5}$\")", "true")]
    [InlineData("matches(\"吉\", \"^\\p{L}$\")", "true")]
    [InlineData("matches(\"b\", \"[a-z-[aeiou]]\")", "true")]
    [InlineData("matches(\"a\", \"[a-z-[aeiou]]\")", "false")]
    [InlineData("matches(\"abab\", \"(ab)\\1\")", "null")]
    [InlineData("matches(\"a\", \"(?=a)\")", "null")]
    [InlineData("matches(\"a\", \"[\")", "null")]
    [InlineData("matches(\"a\", \"a\", \"k\")", "null")]
    [InlineData("matches(\"a\", null)", "null")]
    [InlineData("matches(\"a#b\", \"a#b\", \"x\")", "true")]
    [InlineData("replace(\"abracadabra\", \"bra\", \"*\")", "\"a*cada*\"")]
    [InlineData("replace(\"abracadabra\", \"a.*a\", \"*\")", "\"*\"")]
    [InlineData("replace(\"abracadabra\", \"a.*?a\", \"*\")", "\"*c*bra\"")]
    [InlineData("replace(\"abc\", \"[a-z]\", \"#\")", "\"###\"")]
    [InlineData("replace(\"0123456789\", \"(\\d{3})(\\d{3})(\\d{4})\", \"($1) $2-$3\")", "\"(012) 345-6789\"")]
    [InlineData("replace(\"AbC\", \"b\", \"x\", \"i\")", "\"AxC\"")]
    [InlineData("replace(\"a.b\", \".\", \"$\", \"q\")", "\"a$b\"")]
    [InlineData("replace(\"ab\", \"b\", \"\\\\$1\")", "\"a$1\"")]
    [InlineData("replace(\"ab\", \"b\", \"$\")", "null")]
    [InlineData("replace(\"ab\", \"x*\", \"-\")", "null")]
    [InlineData("replace(\"ab\", \"(\", \"-\")", "null")]
    [InlineData("split(\"John Doe\", \"\\s\")", "[\"John\", \"Doe\"]")]
    [InlineData("split(\"a;b;c;;\", \";\")", "[\"a\", \"b\", \"c\", \"\", \"\"]")]
    [InlineData("split(\"abc\", \",\")", "[\"abc\"]")]
    [InlineData("split(\"a1b22c\", \"[0-9]+\")", "[\"a\", \"b\", \"c\"]")]
    public void Pattern_Functions(string text, string expected) => Feel.Same(text, expected);
}
