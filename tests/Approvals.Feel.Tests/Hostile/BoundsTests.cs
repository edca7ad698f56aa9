using System.Diagnostics;
using System.Text;

namespace Approvals.Feel.Tests;

/// <summary>Every bound ends in an error or a diagnostic, never in an exception or a hang.</summary>
public sealed class BoundsTests
{
    [Fact]
    public void Compile_TooLong_Refused() => Assert.Equal("feel.tooLong", FeelExpression.Compile(new string(' ', 65_537), FeelScope.Empty).Error?.Code);

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "1", "]")]
    [InlineData("{a: ", "1", "}")]
    [InlineData("-", "1", "")]
    [InlineData("f(", "1", ")")]
    [InlineData("a[", "1", "]")]
    [InlineData("if true then ", "1", " else 2")]
    [InlineData("for x in ", "1", " return x")]
    [InlineData("function(x) ", "1", "")]
    [InlineData("1 in (", "1", ")")]
    [InlineData("1 in ", "1", "")]
    [InlineData("not(", "1", ")")]
    [InlineData("(> ", "1", ")")]
    [InlineData("[1..", "1", "]")]
    public void Compile_NestedTooDeep_Refused(string open, string core, string close)
    {
        foreach (var levels in new[] { 201, 2_000 })
        {
            var text = string.Concat(Enumerable.Repeat(open, levels)) + core + string.Concat(Enumerable.Repeat(close, levels));
            Assert.NotNull(FeelExpression.Compile(text, FeelScope.Empty).Error);
        }
    }

    [Fact]
    public void Compile_NestedTypeTooDeep_Refused() =>
        Assert.NotNull(FeelExpression.Compile("1 instance of " + string.Concat(Enumerable.Repeat("list<", 5_000)), FeelScope.Empty).Error);

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "1", "]")]
    [InlineData("{a: ", "1", "}")]
    [InlineData("if true then ", "1", " else 2")]
    [InlineData("1 + (2 - (3 + ", "1", "))")]
    public void Evaluate_NestedAsDeepAsAllowed_Works(string open, string core, string close)
    {
        var levels = open.Contains('+', StringComparison.Ordinal) ? 95 : 190;
        var text = string.Concat(Enumerable.Repeat(open, levels)) + core + string.Concat(Enumerable.Repeat(close, levels));
        Assert.False(Feel.Value(text).IsNull);
    }

    [Fact]
    public void Evaluate_LongChains_WithoutRecursion()
    {
        Assert.Equal(30_001, Feel.Value("1" + string.Concat(Enumerable.Repeat("+1", 30_000))).AsNumber());
        Assert.True(Feel.Value("true" + string.Concat(Enumerable.Repeat(" and true", 7_000))).AsBoolean());
        Assert.True(Feel.Value("a" + string.Concat(Enumerable.Repeat(".a", 30_000))).IsNull);
        Assert.True(Feel.Value("[1]" + string.Concat(Enumerable.Repeat("[1]", 20_000))).TryGetNumber(out _));
        Assert.NotNull(FeelExpression.Compile("1" + string.Concat(Enumerable.Repeat("=1", 30_000)), FeelScope.Empty).Error);
    }

    [Theory]
    [InlineData("for a in 1..1000, b in 1..1000, c in 1..1000 return a")]
    [InlineData("some a in 1..100000, b in 1..100000 satisfies a + b < 0")]
    [InlineData("every a in 1..100000 satisfies count(for b in 1..100000 return b) > 0")]
    [InlineData("for a in 1..79228162514264337593543950335 return a")]
    [InlineData("for a in 1..2000000 return a")]
    [InlineData("{f: function(n) f(n + 1), r: f(1)}.r")]
    [InlineData("{f: function(n) f(n - 1) + f(n - 2), r: f(1)}.r")]
    [InlineData("for i in 1..100 return if i = 1 then \"abcdefgh\" else partial[-1] + partial[-1]")]
    [InlineData("for i in 1..100 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])")]
    [InlineData("for i in 1..100000 return if i = 1 then [] else [partial[-1]]")]
    [InlineData("for i in 1..100000 return if i = 1 then {} else {a: partial[-1]}")]
    [InlineData("for i in 1..100000 return partial")]
    [InlineData("for i in 1..100 return if i = 1 then \"ab\" else replace(partial[-1], \"a|b\", \"abababababababab\")")]
    [InlineData("for i in 1..100 return if i = 1 then \"ab\" else string join([partial[-1], partial[-1], partial[-1]])")]
    [InlineData("(for i in 1..300000 return i)[(for i in 1..300000 return i)[item = 0] = []]")]
    [InlineData("sort(for i in 1..200000 return i, function(a, b) count(for j in 1..1000 return j) > 0)")]
    public void Evaluate_BeyondABound_NullAndDiagnostic(string text)
    {
        var watch = Stopwatch.StartNew();
        var outcome = Feel.Run(text);
        Assert.True(outcome.Value.IsNull);
        Assert.Contains(outcome.Diagnostics, diagnostic => diagnostic.Code is "feel.tooManySteps" or "feel.tooManyItems" or "feel.tooDeep");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("matches(text, \"(a+)+$\")")]
    [InlineData("matches(text, \"(a|aa)+b\")")]
    [InlineData("replace(text, \"(a*)*b\", \"\")")]
    [InlineData("split(text, \"(x+x+)+y\")")]
    [InlineData("matches(text, \"((a{1,100}){1,100}){1,100}\")")]
    public void Patterns_ThatWouldBacktrack_EndSoon(string expression)
    {
        var watch = Stopwatch.StartNew();
        Feel.Run(expression, FeelContext.Of(("text", FeelValue.Of(new string('a', 100_000)))));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    [Fact]
    public void Evaluate_OnASmallStack_NeverOverflows()
    {
        FeelOutcome outcome = default;
        var expression = Feel.Compile("{f: function(n) " + string.Concat(Enumerable.Repeat("[", 150)) + "f(n + 1)" + string.Concat(Enumerable.Repeat("]", 150)) + ", r: f(1)}.r");
        var thread = new Thread(() => outcome = expression.Evaluate(FeelContext.Empty), 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Contains(outcome.Diagnostics, diagnostic => diagnostic.Code == "feel.tooDeep");
    }

    [Fact]
    public void Diagnostics_OfManyMistakes_AreFew() => Assert.True(Feel.Run("for i in 1..10000 return i + null").Diagnostics.Length <= 50);

    [Fact]
    public void Evaluate_Recursion_WithinBounds() => Feel.Same("{f: function(n) if n = 0 then 0 else 1 + f(n - 1), r: f(200)}.r", "200");

    /// <summary>Pieces of expressions put together at random, and texts with characters changed: nothing escapes.</summary>
    [Fact]
    public void Compile_MutatedTexts_NeverThrow()
    {
        string[] pieces =
        [
            "1", "2.5", "\"a\"", "null", "true", "x", "list", "(", ")", "[", "]", "{", "}", ":", ",", ".", "..", "+", "-", "*", "**", "/", "=", "!=", "<", ">=",
            " and ", " or ", " in ", " between ", "if ", " then ", " else ", "for i in ", " return ", "some i in ", " satisfies ", "function(a) ", "not(",
            "count(", "date(", "@\"2026-01-01\"", "@\"P1D\"", " instance of ", "number", "list<", ">", "?", "item", "partial", "matches(", "sort(", "\"", "\\", "//", "/*",
            "substring(", "range(", "context put(", "\U0001D49E", "月", "\ud835", "string join(", "flatten(", "9999999999", "1e28", "date and time(", ".year", "[1]",
        ];
        var random = new Random(20261121);
        var context = FeelContext.Of(("x", FeelValue.Of(3)), ("list", FeelValue.Of([FeelValue.Of(1), FeelValue.Null, FeelValue.Of("a")])));
        for (var round = 0; round < 20_000; round++)
        {
            var text = new StringBuilder();
            for (var count = random.Next(1, 14); count > 0; count--)
            {
                text.Append(pieces[random.Next(pieces.Length)]);
            }

            FeelExpression.Compile(text.ToString(), FeelScope.Of("x", "list")).Map(expression => expression.Evaluate(context).Value.ToString());
            FeelUnaryTests.Compile(text.ToString(), FeelScope.Of("x", "list")).Map(tests => tests.Evaluate(FeelValue.Of(3), context).Value.ToString());
        }
    }
}
