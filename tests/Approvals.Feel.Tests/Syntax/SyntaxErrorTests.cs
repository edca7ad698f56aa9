namespace Approvals.Feel.Tests;

/// <summary>Texts that cannot be read: the place, what was expected, what stands there.</summary>
public sealed class SyntaxErrorTests
{
    [Theory]
    [InlineData("", "feel.expectedExpression", 1, 1, "∎")]
    [InlineData("1 +", "feel.expectedExpression", 1, 4, "∎")]
    [InlineData("1 + * 2", "feel.expectedExpression", 1, 5, "*")]
    [InlineData("(1 + 2", "feel.expectedToken", 1, 7, "∎")]
    [InlineData("[1, 2", "feel.expectedToken", 1, 6, "∎")]
    [InlineData("{a: 1", "feel.expectedToken", 1, 6, "∎")]
    [InlineData("{a 1}", "feel.expectedToken", 1, 5, "}")]
    [InlineData("{a: 1, a: 2}", "feel.duplicateKey", 1, 11, "2")]
    [InlineData("if a then 1", "feel.expectedToken", 1, 12, "∎")]
    [InlineData("if a\n  1 else 2", "feel.expectedToken", 2, 3, "1")]
    [InlineData("for x [1]", "feel.expectedToken", 1, 7, "[")]
    [InlineData("for in [1] return 1", "feel.expectedToken", 1, 8, "[")]
    [InlineData("some x in [1] return x", "feel.expectedToken", 1, 15, "return")]
    [InlineData("\"abc", "feel.unclosedString", 1, 1, "\"")]
    [InlineData("@\"nonsense\"", "feel.notTemporal", 1, 1, "@")]
    [InlineData("1 2", "feel.expectedEnd", 1, 3, "2")]
    [InlineData("a.", "feel.expectedName", 1, 3, "∎")]
    [InlineData("1 instance of foo", "feel.unknownType", 1, 15, "foo")]
    [InlineData("1 instance number", "feel.expectedToken", 1, 12, "number")]
    [InlineData("f(a: 1, 2)", "feel.mixedArguments", 1, 11, "∎")]
    [InlineData("123456789012345678901234567890123", "feel.numberTooLong", 1, 1, "1")]
    [InlineData("]1,2]", "feel.expectedToken", 1, 3, ",")]
    [InlineData("a between 1", "feel.expectedToken", 1, 12, "∎")]
    [InlineData("and", "feel.expectedExpression", 1, 1, "and")]
    public void Compile_Broken_SaysWhereAndWhat(string text, string code, int line, int column, string found)
    {
        var error = FeelExpression.Compile(text, FeelScope.Of("a", "f")).Error;
        Assert.NotNull(error);
        Assert.Equal((code, $"{line}", $"{column}"), (error.Code, error.Data["line"], error.Data["column"]));
        Assert.Equal(found, error.Data["found"]);
    }

    [Theory]
    [InlineData(">")]
    [InlineData("1,")]
    [InlineData("not(")]
    [InlineData("[1..")]
    [InlineData("1..2")]
    [InlineData("- 1, -")]
    public void CompileTests_Broken_Error(string text) => Assert.False(FeelUnaryTests.Compile(text, FeelScope.Empty).IsSuccess);

    [Fact]
    public void Texts_OfEveryCode_ExistInBothLanguages()
    {
        var catalog = MessageCatalog.Load(typeof(FeelExpression).Assembly);
        Assert.NotEmpty(catalog.Texts);
        Assert.All(catalog.Texts, text => Assert.True(text.Value.Zh.Length > 0 && text.Value.En.Length > 0));
        Assert.Contains("第 1 行", catalog.Format(FeelExpression.Compile("1 +", FeelScope.Empty).Error!, "zh-CN"), StringComparison.Ordinal);
    }
}
