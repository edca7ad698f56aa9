using System.Collections.Immutable;

namespace Approvals.Feel;

/// <summary>Compiled unary tests (DMN 1.5, 10.3.1.2, rule 13): the content of a decision table's input cell.</summary>
public sealed class FeelUnaryTests
{
    private readonly Node _root;

    private FeelUnaryTests(string text, Node root, ImmutableArray<string> references) => (Text, _root, References) = (text, root, references);

    /// <summary>The text as it was given.</summary>
    public string Text { get; }

    /// <summary>Dotted paths of the free names that the tests read, besides <c>?</c>.</summary>
    public ImmutableArray<string> References { get; }

    /// <summary>What the tests ask of the input, in words: “at least 4”, “不小于 4”.</summary>
    /// <param name="names">What people call a coded text; null, or an answer of null, leaves the text as it is.</param>
    public LocalText Describe(Func<string, LocalText?>? names = null) => new TestWords(names).Of((Test)_root);

    /// <summary>Whether the cell says nothing: <c>-</c>.</summary>
    public bool IsAny => _root is AnyTest;

    /// <summary>
    /// The constants with which the tests compare the input: between two that follow each other the answer does not change.
    /// Nothing when the answer rests on anything else, such as another name or a function of the input.
    /// </summary>
    public ImmutableArray<FeelValue>? Endpoints() => TestEndpoints.Of((Test)_root);

    /// <summary>Which values of one kind satisfy the tests; nothing when they do more than compare the input with such constants.</summary>
    /// <param name="run">Bounds the work of finding out.</param>
    public FeelAccepted? Accepted(FeelRun run) => TestRanges.Of((Test)_root, run);

    /// <summary>The kinds of the constants with which the tests compare the input; none when they do anything else.</summary>
    /// <param name="run">Bounds the work of finding out.</param>
    public IEnumerable<FeelKind> Compared(FeelRun run) => TestRanges.Kinds((Test)_root, run);

    /// <summary>The tests of which one must hold, each by itself; tests that are negated as a whole stay together.</summary>
    public ImmutableArray<FeelUnaryTests> Alternatives() => _root is AnyOfTests { Negated: false } several
        ? [.. several.Tests.Select(test => new FeelUnaryTests(test.Place.Whole, test, References))]
        : [this];

    /// <summary>Compiles tests such as <c>-</c>, <c>"a","b"</c>, <c>not(&gt; 5)</c>, <c>[1..10)</c> or <c>count(?) &gt; 2</c>.</summary>
    public static Result<FeelUnaryTests> Compile(string text, FeelScope scope) =>
        Parser.UnaryTests(text, scope).Map(parsed => new FeelUnaryTests(text, parsed.Root, parsed.References));

    /// <summary>Whether the input satisfies the tests: true, false, or null with a diagnostic.</summary>
    public FeelOutcome Evaluate(FeelValue input, FeelContext context)
    {
        var run = new FeelRun();
        return run.Outcome(Evaluate(input, context, run));
    }

    /// <summary>Evaluates as part of a run, whose bounds it uses up and which keeps the diagnostics.</summary>
    public FeelValue Evaluate(FeelValue input, FeelContext context, FeelRun run) => new Evaluation(context, run).Value(_root, input);
}
