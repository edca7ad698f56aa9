using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Approvals.Feel;

/// <summary>
/// The bounds and diagnostics that several evaluations share when they answer one question, such as the decisions of a
/// requirement graph. Not for use by several threads at once.
/// </summary>
public sealed class FeelRun
{
    internal const long MostSteps = 10_000_000;
    internal const int MostItems = 1_000_000;
    internal const int MostCalls = 256;
    private const int MostDiagnostics = 50;

    private List<FeelDiagnostic>? _diagnostics;
    private long _steps;
    private int _items = MostItems;
    private int _calls;

    /// <summary>A run with all its bounds unused.</summary>
    public FeelRun()
        : this(MostSteps)
    {
    }

    internal FeelRun(long steps) => _steps = steps;

    /// <summary>The instant of the evaluation, as values named <c>today</c> and <c>now</c>, for expressions whose own context has none.</summary>
    public FeelContext Clock { get; init; } = FeelContext.Empty;

    /// <summary>What went wrong so far, at most 50.</summary>
    public ImmutableArray<FeelDiagnostic> Diagnostics => _diagnostics is null ? [] : [.. _diagnostics];

    /// <summary>Whether a bound was reached: everything gives null from then on.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>How many diagnostics there are so far.</summary>
    public int DiagnosticCount => _diagnostics?.Count ?? 0;

    /// <summary>Whether another diagnostic would be kept.</summary>
    public bool KeepsDiagnostics => DiagnosticCount < MostDiagnostics && !IsExhausted;

    /// <summary>The value with the diagnostics so far; null when a bound was reached.</summary>
    public FeelOutcome Outcome(FeelValue value) => new(IsExhausted ? FeelValue.Null : value, Diagnostics);

    /// <summary>The value itself, or null with a diagnostic when it is nested deeper than 200 levels.</summary>
    public FeelValue Bounded(FeelValue value)
    {
        if (Nesting.Of(value) <= Nesting.Limit)
        {
            return value;
        }

        Add(new FeelDiagnostic("feel.tooDeep", 1, 1).With("what", KindNames.Of(value)));
        return FeelValue.Null;
    }

    /// <summary>Adds a diagnostic.</summary>
    public void Add(FeelDiagnostic diagnostic)
    {
        _diagnostics ??= [];
        if (KeepsDiagnostics)
        {
            _diagnostics.Add(diagnostic);
        }
    }

    /// <summary>Says something more of the diagnostics from a number on, such as the rule and column they arose in.</summary>
    public void Describe(int from, string name, string value)
    {
        for (var i = from; i < DiagnosticCount; i++)
        {
            _diagnostics![i] = _diagnostics[i].Data.ContainsKey(name) ? _diagnostics[i] : _diagnostics[i].With(name, value);
        }
    }

    /// <summary>Forgets the diagnostics from a number on: those of a test whose answer turned out not to matter.</summary>
    public void Forget(int from)
    {
        if (from < DiagnosticCount && !IsExhausted)
        {
            _diagnostics!.RemoveRange(from, _diagnostics.Count - from);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TakeStep(Node node) => --_steps >= 0 || Exhaust("feel.tooManySteps", node.Place);

    internal bool TakeSteps(long steps, Place place)
    {
        _steps -= steps;
        return _steps >= 0 || Exhaust("feel.tooManySteps", place);
    }

    internal bool TakeItems(int items, Place place)
    {
        _items -= items;
        return _items >= 0 || Exhaust("feel.tooManyItems", place);
    }

    internal bool BeginCall(Place place) =>
        (++_calls <= MostCalls && RuntimeHelpers.TryEnsureSufficientExecutionStack()) || Exhaust("feel.tooDeep", place);

    internal void EndCall() => _calls--;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Exhaust(string code, Place place)
    {
        if (!IsExhausted)
        {
            Add(place.Diagnose(code).With("what", place.Text));
            IsExhausted = true;
        }

        _steps = 0;
        return false;
    }
}
