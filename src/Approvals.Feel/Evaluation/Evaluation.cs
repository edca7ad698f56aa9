using System.Runtime.CompilerServices;

namespace Approvals.Feel;

/// <summary>One evaluation: its context, what it has used of its bounds, and what went wrong.</summary>
internal sealed class Evaluation(FeelContext context)
{
    public const long MostSteps = 10_000_000;
    public const int MostItems = 1_000_000;
    public const int MostCalls = 256;
    public const int CharactersAStep = 4;
    private const int MostDiagnostics = 50;

    private readonly List<FeelDiagnostic> _diagnostics = [];
    private long _steps = MostSteps;
    private int _items = MostItems;
    private int _calls;

    /// <summary>The free names.</summary>
    public FeelContext Context { get; } = context;

    /// <summary>Whether a bound was reached: loops must end, everything gives null.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Whether something went wrong so far.</summary>
    public bool HasFailed => _diagnostics.Count > 0;

    public FeelOutcome Run(Node node) => Outcome(node.Evaluate(new Frame(this, null, FeelValue.Null)));

    /// <summary>Runs unary tests, whose one binding is the input.</summary>
    public FeelOutcome Run(Node node, in FeelValue input) => Outcome(node.Evaluate(new Frame(this, null, FeelValue.Null).Push(input)));

    public FeelOutcome Outcome(in FeelValue value) => new(IsExhausted ? FeelValue.Null : value, _diagnostics.Count == 0 ? [] : [.. _diagnostics]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TakeStep(Node node) => --_steps >= 0 || Exhaust("feel.tooManySteps", node.Place);

    /// <summary>Counts work that does not go through nodes, such as the characters of a text.</summary>
    public bool TakeSteps(long steps, Place place)
    {
        _steps -= steps;
        return _steps >= 0 || Exhaust("feel.tooManySteps", place);
    }

    public bool TakeItems(int items, Place place)
    {
        _items -= items;
        return _items >= 0 || Exhaust("feel.tooManyItems", place);
    }

    /// <summary>Counts a call that begins; the caller ends it with <see cref="EndCall"/> whatever the answer.</summary>
    public bool BeginCall(Place place)
    {
        if (++_calls <= MostCalls && RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return true;
        }

        return Exhaust("feel.tooDeep", place);
    }

    public void EndCall() => _calls--;

    /// <summary>A list made by the expression, within the bounds.</summary>
    public FeelValue List(FeelValue[] items, Place place)
    {
        if (!TakeItems(items.Length, place))
        {
            return FeelValue.Null;
        }

        return ListOf(FeelList.Owning(items), place);
    }

    /// <summary>A list whose items have been counted already.</summary>
    public FeelValue ListOf(FeelList list, Place place) => list.Depth > Nesting.Limit ? Fail("feel.tooDeep", place) : FeelValue.Of(list);

    public FeelValue List(List<FeelValue> items, Place place) => List(items.ToArray(), place);

    public FeelValue ContextOf(FeelContext made, Place place) => made.Depth > Nesting.Limit ? Fail("feel.tooDeep", place)
        : TakeItems(made.Count, place) ? FeelValue.Of(made)
        : FeelValue.Null;

    /// <summary>A string made by the expression, within the bounds.</summary>
    public FeelValue Text(string text, Place place) => TakeSteps(text.Length / CharactersAStep, place) ? FeelValue.Of(text) : FeelValue.Null;

    /// <summary>Null, with the reason.</summary>
    public FeelValue Fail(string code, Place place, params ReadOnlySpan<(string Name, string Value)> data)
    {
        if (_diagnostics.Count < MostDiagnostics && !IsExhausted)
        {
            var diagnostic = place.Diagnose(code).With("what", place.Text);
            foreach (var (name, value) in data)
            {
                diagnostic = diagnostic.With(name, value);
            }

            _diagnostics.Add(diagnostic);
        }

        return FeelValue.Null;
    }



    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Exhaust(string code, Place place)
    {
        if (!IsExhausted)
        {
            Fail(code, place);
            IsExhausted = true;
        }

        _steps = 0;
        return false;
    }
}
