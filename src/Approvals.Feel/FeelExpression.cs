using System.Collections.Immutable;

namespace Approvals.Feel;

/// <summary>A compiled FEEL expression: compiled once, evaluated many times, from any thread.</summary>
public sealed class FeelExpression
{
    private readonly Node _root;

    private FeelExpression(string text, Node root, ImmutableArray<string> references) => (Text, _root, References) = (text, root, references);

    /// <summary>The text as it was given.</summary>
    public string Text { get; }

    /// <summary>
    /// Dotted paths of the free names that the expression reads, such as <c>applicant.entitlements</c>, in order of
    /// appearance. A name inside a filter counts only when the scope declares it or declares nothing at all,
    /// because it may name a member of the filtered items.
    /// </summary>
    public ImmutableArray<string> References { get; }

    /// <summary>The type as far as the text and its scope tell it; null when they do not.</summary>
    public FeelType? Type => _root.Type;

    /// <summary>Compiles an expression of at most 64 KiB and nesting 200.</summary>
    /// <returns>The expression, or an error with <c>line</c>, <c>column</c> and what was expected.</returns>
    public static Result<FeelExpression> Compile(string text, FeelScope scope) =>
        Parser.Expression(text, scope).Map(parsed => new FeelExpression(text, parsed.Root, parsed.References));

    /// <summary>Evaluates in a context. Never throws for an author's mistake: that gives null and a diagnostic.</summary>
    public FeelOutcome Evaluate(FeelContext context)
    {
        var run = new FeelRun();
        return run.Outcome(Evaluate(context, run));
    }

    /// <summary>Evaluates as part of a run, whose bounds it uses up and which keeps the diagnostics.</summary>
    public FeelValue Evaluate(FeelContext context, FeelRun run) => _root switch
    {
        // A name or a constant alone, as in most columns of a table, needs no frame.
        FreeVariable name when context.TryGet(name.Name, out var value) => run.TakeStep(_root) ? value : FeelValue.Null,
        Constant constant => run.TakeStep(_root) ? constant.Value : FeelValue.Null,
        _ => new Evaluation(context, run).Value(_root),
    };
}
