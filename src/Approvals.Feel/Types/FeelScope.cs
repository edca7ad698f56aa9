using System.Collections.Immutable;

namespace Approvals.Feel;

/// <summary>
/// The names an expression may meet. They matter to the parser: a name with spaces or signs
/// (<c>Monthly Salary</c>, <c>base+1</c>) is recognised only when it is known, the longest first.
/// </summary>
public sealed class FeelScope
{
    private static readonly ImmutableDictionary<string, FeelType?> NoNames = ImmutableDictionary.Create<string, FeelType?>(StringComparer.Ordinal);
    private static readonly ImmutableDictionary<string, FeelType> NoTypes = ImmutableDictionary.Create<string, FeelType>(StringComparer.Ordinal);

    private readonly Lazy<ILookup<string, KnownName>> _known;

    private FeelScope(ImmutableDictionary<string, FeelType?> names, ImmutableDictionary<string, FeelType> types)
    {
        Names = names;
        Types = types;
        _known = new Lazy<ILookup<string, KnownName>>(() => names.Keys.Select(KnownName.Of).OfType<KnownName>().ToLookup(known => known.FirstWord));
    }

    /// <summary>No names known.</summary>
    public static FeelScope Empty { get; } = new(NoNames, NoTypes);

    /// <summary>The names with their types where known.</summary>
    public ImmutableDictionary<string, FeelType?> Names { get; }

    /// <summary>Types that <c>instance of</c> and parameters may name besides the built-in ones.</summary>
    public ImmutableDictionary<string, FeelType> Types { get; }

    /// <summary>A scope of names whose types are not known.</summary>
    public static FeelScope Of(params string[] names) => names.Aggregate(Empty, (scope, name) => scope.With(name));

    /// <summary>The same scope with one more name, or another type of it.</summary>
    public FeelScope With(string name, FeelType? type = null) => new(Names.SetItem(FeelName.Normalize(name), type), Types);

    /// <summary>The same scope with one more named type.</summary>
    public FeelScope WithType(string name, FeelType type) => new(Names, Types.SetItem(FeelName.Normalize(name), type));

    internal IEnumerable<KnownName> Known(string firstWord) => _known.Value[firstWord];
}
