using System.Runtime.CompilerServices;

namespace Approvals.Feel;

/// <summary>One evaluation: its context, and the run whose bounds it uses up.</summary>
internal sealed class Evaluation(FeelContext context, FeelRun run)
{
    public const int CharactersAStep = 4;

    /// <summary>The free names.</summary>
    public FeelContext Context { get; } = context;

    public FeelRun Run { get; } = run;

    /// <summary>Whether a bound was reached: loops must end, everything gives null.</summary>
    public bool IsExhausted => Run.IsExhausted;

    /// <summary>Whether something went wrong so far.</summary>
    public bool HasFailed => Run.DiagnosticCount > 0;

    public FeelValue Value(Node node) => node.Evaluate(new Frame(this, null, FeelValue.Null));

    /// <summary>The answer of unary tests, whose one binding is the input.</summary>
    public FeelValue Value(Node node, in FeelValue input) => node.Evaluate(new Frame(this, null, input));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TakeStep(Node node) => Run.TakeStep(node);

    /// <summary>Counts work that does not go through nodes, such as the characters of a text.</summary>
    public bool TakeSteps(long steps, Place place) => Run.TakeSteps(steps, place);

    public bool TakeItems(int items, Place place) => Run.TakeItems(items, place);

    /// <summary>Counts a call that begins; the caller ends it with <see cref="EndCall"/> whatever the answer.</summary>
    public bool BeginCall(Place place) => Run.BeginCall(place);

    public void EndCall() => Run.EndCall();

    /// <summary>A list made by the expression, within the bounds.</summary>
    public FeelValue List(FeelValue[] items, Place place) => TakeItems(items.Length, place) ? ListOf(FeelList.Owning(items), place) : FeelValue.Null;

    public FeelValue List(List<FeelValue> items, Place place) => List(items.ToArray(), place);

    /// <summary>A list whose items have been counted already.</summary>
    public FeelValue ListOf(FeelList list, Place place) => list.Depth > Nesting.Limit ? Fail("feel.tooDeep", place) : FeelValue.Of(list);

    public FeelValue ContextOf(FeelContext made, Place place) => made.Depth > Nesting.Limit ? Fail("feel.tooDeep", place)
        : TakeItems(made.Count, place) ? FeelValue.Of(made)
        : FeelValue.Null;

    /// <summary>A string made by the expression, within the bounds.</summary>
    public FeelValue Text(string text, Place place) => TakeSteps(text.Length / CharactersAStep, place) ? FeelValue.Of(text) : FeelValue.Null;

    /// <summary>Null, with the reason.</summary>
    public FeelValue Fail(string code, Place place, params ReadOnlySpan<(string Name, string Value)> data)
    {
        // Loops fail many times over: what would not be kept is not made.
        if (!Run.KeepsDiagnostics)
        {
            return FeelValue.Null;
        }

        var diagnostic = place.Diagnose(code).With("what", place.Text);
        foreach (var (name, value) in data)
        {
            diagnostic = diagnostic.With(name, value);
        }

        Run.Add(diagnostic);
        return FeelValue.Null;
    }
}
