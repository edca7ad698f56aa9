using System.Collections.Immutable;

namespace Approvals.Feel;

/// <summary>
/// The names an expression may meet. They matter to the parser: a name with spaces or signs
/// (<c>Monthly Salary</c>, <c>base+1</c>) is recognised only when it is known, the longest first.
/// </summary>
public sealed class FeelScope
{
    private FeelScope(ImmutableDictionary<string, FeelType?> names) => Names = names;

    /// <summary>No names known.</summary>
    public static FeelScope Empty { get; } = new(ImmutableDictionary<string, FeelType?>.Empty.WithComparers(StringComparer.Ordinal));

    /// <summary>The names with their types where known.</summary>
    public ImmutableDictionary<string, FeelType?> Names { get; }

    /// <summary>A scope of names whose types are not known.</summary>
    public static FeelScope Of(params string[] names) => names.Aggregate(Empty, (scope, name) => scope.With(name));

    /// <summary>The same scope with one more name, or another type of it.</summary>
    public FeelScope With(string name, FeelType? type = null) => new(Names.SetItem(FeelName.Normalize(name), type));
}
