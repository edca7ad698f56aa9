using System.Diagnostics;
using System.Reflection;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Feel.Tests.Hostile;

/// <summary>
/// The expressions of the conformance tables, cut, doubled, joined and changed by a seeded generator: nothing escapes, every
/// refusal has a place, and no text allocates more in all than the bounds on steps and items allow.
/// </summary>
public sealed class MutationTests
{
    private const long MostBytes = 2L * 1024 * 1024 * 1024;

    private static readonly string[] Corpus = Expressions();

    private static readonly FeelContext Context = FeelContext.Of(
        ("x", FeelValue.Of(3)), ("a", FeelValue.Of("text")), ("item", FeelValue.Of([FeelValue.Of(1), FeelValue.Null, FeelValue.Of("a")])),
        ("today", FeelValue.Of(new DateOnly(2026, 11, 21))));

    private static readonly FeelScope Scope = FeelScope.Of("x", "a", "item", "today", "days in weekend", "base+1");

    private static readonly string[] Splices =
    [
        "(", ")", "[", "]", "{", "}", ",", ":", "..", "?", "@", "\"", "\\", "//", "/*", "*/", " and ", " in ", " instance of ", "null", "-", "**", "9999999999999999999999999999",
        "1e-28", "\U0001F600", "\ud83d", "\0", "\u2028", "for i in 1..1000000 return ", "partial", "function(f) f(f)", "(function(f) f(f))(function(f) f(f))", "'", "#", "\n",
        "string join(for i in 1..100000 return \"aaaaaaaaaa\")", "[0-9]{1,999}", "@\"P999999999Y\"", "date(999999999, 12, 31)", "10 ** 28", "context put(", "sort(",
    ];

    [Fact]
    public void Compile_MutatedTexts_NothingEscapes()
    {
        var watch = Stopwatch.StartNew();
        Prop.ForAll(Arb.From(Mutated()), text => Survives(text))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_500).WithReplay(20261121, 7));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
    }

    [Fact]
    public void Compile_MutatedTests_NothingEscapes() => Prop.ForAll(Arb.From(Mutated()), text =>
    {
        var tests = FeelUnaryTests.Compile(text, Scope);
        return tests.IsSuccess ? tests.Value.Evaluate(FeelValue.Of(3), Context).Diagnostics.Length <= 50 : HasPlace(tests.Error!);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithReplay(20261122, 9));

    [Fact]
    public void Corpus_OfTheTables_IsLarge() => Assert.True(Corpus.Length > 500, $"{Corpus.Length}");

    private static bool Survives(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var compiled = FeelExpression.Compile(text, Scope);
        if (!compiled.IsSuccess)
        {
            return HasPlace(compiled.Error!);
        }

        var outcome = compiled.Value.Evaluate(Context);
        var again = FeelExpression.Compile(outcome.Value.ToString(), FeelScope.Empty);
        return outcome.Diagnostics.Length <= 50
            && outcome.Diagnostics.All(diagnostic => diagnostic is { Line: > 0, Column: > 0 } && diagnostic.Message is { En.Length: > 0, Zh.Length: > 0 })
            && (again.IsSuccess || HasPlace(again.Error!))
            && GC.GetAllocatedBytesForCurrentThread() - before < MostBytes;
    }

    private static bool HasPlace(Error error) => error.Code == "feel.tooLong" || (error.Data.ContainsKey("line") && error.Data.ContainsKey("column"));

    private static Gen<string> Mutated() =>
        from text in Gen.Elements(Corpus)
        from other in Gen.Elements(Corpus)
        from splice in Gen.Elements(Splices)
        from kind in Gen.Choose(0, 7)
        from at in Gen.Choose(0, text.Length)
        from length in Gen.Choose(0, 8)
        select Mutate(text, other, splice, kind, at, length);

    private static string Mutate(string text, string other, string splice, int kind, int at, int length)
    {
        var end = Math.Min(text.Length, at + length);
        return kind switch
        {
            0 => text.Remove(at, end - at),
            1 => text.Insert(at, splice),
            2 => text[..at] + splice + text[end..],
            3 => text[..at] + other,
            4 => text.Insert(at, text[at..end]),
            5 => $"({text}) in ({other})",
            6 => $"{{a: {text}, b: {other}, c: [a, b][{text}]}}",
            _ => string.Concat(Enumerable.Repeat(splice, 40)) + text,
        };
    }

    private static string[] Expressions() =>
    [
        .. typeof(MutationTests).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(Conformance.Case).Namespace)
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Where(property => property.PropertyType == typeof(TheoryData<string, string, string>))
            .SelectMany(property => ((IEnumerable<object[]>)property.GetValue(null)!).Select(row => (string)row[0]))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}
