namespace Approvals.Feel.Tests.Diagnostics;

/// <summary>An expression that gave null says where and why, in both languages.</summary>
public sealed class WhyNullTests
{
    private static readonly FeelContext Context = FeelContext.Of(
        ("months", FeelValue.Null),
        ("level", FeelValue.Of("B")),
        ("person", FeelValue.Of(FeelContext.Of(("name", FeelValue.Of("Li")), ("age", FeelValue.Null)))),
        ("scores", FeelValue.Of([FeelValue.Of(1), FeelValue.Null])),
        ("none", FeelValue.Of(FeelList.Empty)));

    [Theory]
    [InlineData("months > 3", "feel.isNull", 1, 1, "“months” is null", "“months”为空")]
    [InlineData("3 < months", "feel.isNull", 1, 5, "“months” is null", "“months”为空")]
    [InlineData("level = \"B\" and months > 3", "feel.isNull", 1, 17, "“months” is null", "“months”为空")]
    [InlineData("1 +\n  months", "feel.isNull", 2, 3, "“months” is null", "“months”为空")]
    [InlineData("person.age * 2", "feel.isNull", 1, 1, "“person.age” is null", "“person.age”为空")]
    [InlineData("2 * (1 + person.age)", "feel.isNull", 1, 10, "“person.age” is null", "“person.age”为空")]
    [InlineData("months between 1 and 3", "feel.isNull", 1, 1, "“months” is null", "“months”为空")]
    [InlineData("2 between months and 3", "feel.isNull", 1, 11, "“months” is null", "“months”为空")]
    [InlineData("[1..months]", "feel.isNull", 1, 5, "“months” is null", "“months”为空")]
    [InlineData("-months", "feel.isNull", 1, 2, "“months” is null", "“months”为空")]
    [InlineData("months and true", "feel.isNull", 1, 1, "“months” is null", "“months”为空")]
    [InlineData("not(months)", "feel.wrongType", 1, 1, "cannot take null", "不接受 空值")]
    [InlineData("level > 3", "feel.mismatch", 1, 1, "a string and a number do not go together", "文本 与 数字")]
    [InlineData("level = 3", "feel.mismatch", 1, 1, "a string and a number do not go together", "文本 与 数字")]
    [InlineData("level and true", "feel.notBoolean", 1, 1, "“level” should be true or false, but is a string", "实际为 文本")]
    [InlineData("-level", "feel.notNumber", 1, 2, "“level” should be a number or duration, but is a string", "实际为 文本")]
    [InlineData("missing", "feel.unknownName", 1, 1, "nothing is called “missing”", "没有名为“missing”的数据")]
    [InlineData("level + missing", "feel.unknownName", 1, 9, "nothing is called “missing”", "没有名为“missing”的数据")]
    [InlineData("person.height", "feel.noMember", 1, 1, "a context has no “height”", "结构 没有“height”")]
    [InlineData("months.year", "feel.memberOfNull", 1, 1, "“year” is asked of null", "对空值取“year”")]
    [InlineData("level.size", "feel.noMember", 1, 1, "a string has no “size”", "文本 没有“size”")]
    [InlineData("scores[5]", "feel.indexOutside", 1, 1, "has no item 5", "没有第 5 项")]
    [InlineData("level(1)", "feel.notFunction", 1, 1, "a string, not a function", "调用的是 文本")]
    [InlineData("10 / (2 - 2)", "feel.divisionByZero", 1, 1, "division by zero", "除数为零")]
    [InlineData("10 ** 30", "feel.overflow", 1, 1, "more than 28 digits", "超过 28 位")]
    [InlineData("date(\"2026-02-30\")", "feel.notConvertible", 1, 1, "“2026-02-30” cannot be converted", "无法转换“2026-02-30”")]
    [InlineData("date(2026, 2, 30)", "feel.noSuchDay", 1, 1, "no such date or time", "没有这样的日期或时间")]
    [InlineData("number(\"twelve\")", "feel.notConvertible", 1, 1, "“twelve” cannot be converted", "无法转换“twelve”")]
    [InlineData("count(level, level)", "feel.wrongArguments", 1, 1, "do not fit the parameters", "与形参")]
    [InlineData("upper case(3)", "feel.wrongType", 1, 1, "the parameter string of “upper case(3)” cannot take a number", "参数 string 不接受 数字")]
    [InlineData("upper case(text: level)", "feel.wrongArguments", 1, 1, "do not fit the parameters (string: string)", "与形参 (string: string) 不符")]
    [InlineData("matches(level, \"(\")", "feel.wrongPattern", 1, 1, "“(” is not a pattern", "“(”不是可执行的正则表达式")]
    [InlineData("sum(none)", "feel.emptyList", 1, 1, "the list is empty", "列表为空")]
    [InlineData("max(none)", "feel.emptyList", 1, 1, "the list is empty", "列表为空")]
    [InlineData("mean(none)", "feel.emptyList", 1, 1, "the list is empty", "列表为空")]
    [InlineData("median(none)", "feel.emptyList", 1, 1, "the list is empty", "列表为空")]
    [InlineData("stddev([1])", "feel.tooFewItems", 1, 1, "at least two items", "至少需要两项")]
    [InlineData("sum(scores)", "feel.wrongItem", 1, 1, "an item that is null", "类型为 空值 的项")]
    [InlineData("all([true, months])", "feel.undecided", 1, 1, "an item is null", "有一项为 空值")]
    [InlineData("any([false, level])", "feel.undecided", 1, 1, "an item is a string", "有一项为 文本")]
    [InlineData("string(months)", "feel.argumentNull", 1, 1, "the argument from of “string(months)” is null", "参数 from 为空")]
    [InlineData("get value(person, \"height\")", "feel.noMember", 1, 1, "a context has no “height”", "结构 没有“height”")]
    [InlineData("for x in months return x", "feel.notIterable", 1, 10, "“months” is null, which cannot be gone through", "“months”为 空值")]
    [InlineData("some x in scores satisfies x > 1", "feel.isNull", 1, 28, "“x” is null", "“x”为空")]
    [InlineData("today()", "feel.noClock", 1, 1, "“today” is not known", "不知道“today”")]
    public void Evaluate_Null_SaysWhereAndWhy(string text, string code, int line, int column, string english, string chinese)
    {
        var outcome = Feel.Run(text, Context);
        Assert.True(outcome.Value.IsNull, $"{outcome.Value}");
        var diagnostic = outcome.Diagnostics[0];
        Assert.Equal((code, line, column), (diagnostic.Code, diagnostic.Line, diagnostic.Column));
        Assert.Contains(english, diagnostic.Message.En, StringComparison.Ordinal);
        Assert.Contains(chinese, diagnostic.Message.Zh, StringComparison.Ordinal);
        Assert.DoesNotContain('{', diagnostic.Message.En + diagnostic.Message.Zh);
    }

    /// <summary>Null that the data holds, or that the author wrote, needs no excuse.</summary>
    [Theory]
    [InlineData("months")]
    [InlineData("null")]
    [InlineData("person.age")]
    [InlineData("if level = \"B\" then null else 1")]
    [InlineData("scores[2]")]
    [InlineData("{a: months}.a")]
    public void Evaluate_NullThatWasThere_SaysNothing(string text)
    {
        var outcome = Feel.Run(text, Context);
        Assert.True(outcome.Value.IsNull);
        Assert.Empty(outcome.Diagnostics);
    }

    [Fact]
    public void Data_OfADiagnostic_KeepsFeelsNamesOfKinds() =>
        Assert.Equal("string", Feel.Run("level > 3", Context).Diagnostics[0].Data["left"]);
}
