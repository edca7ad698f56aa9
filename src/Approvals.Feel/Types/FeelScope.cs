using System.Collections.Immutable;

namespace Approvals.Feel;

/// <summary>
/// The names an expression may meet. They matter to the parser: a name with spaces or signs
/// (<c>Monthly Salary</c>, <c>base+1</c>) is recognised only when it is known, the longest first.
/// </summary>
public sealed class FeelScope
{
    private readonly ImmutableDictionary<string, ImmutableList<KnownName>> _known;
    private readonly ImmutableDictionary<string, ImmutableList<KnownName>> _knownTypes;

    private FeelScope(
        ImmutableDictionary<string, FeelType?> names,
        ImmutableDictionary<string, FeelType> types,
        ImmutableDictionary<string, ImmutableList<KnownName>> known,
        ImmutableDictionary<string, ImmutableList<KnownName>> knownTypes) =>
        (Names, Types, _known, _knownTypes) = (names, types, known, knownTypes);

    /// <summary>No names known.</summary>
    public static FeelScope Empty { get; } = new(
        ImmutableDictionary.Create<string, FeelType?>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, FeelType>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, ImmutableList<KnownName>>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, ImmutableList<KnownName>>(StringComparer.Ordinal));

    /// <summary>The names with their types where known.</summary>
    public ImmutableDictionary<string, FeelType?> Names { get; }

    /// <summary>Types that <c>instance of</c> and parameters may name besides the built-in ones.</summary>
    public ImmutableDictionary<string, FeelType> Types { get; }

    /// <summary>A scope of names whose types are not known.</summary>
    public static FeelScope Of(params string[] names) => names.Aggregate(Empty, (scope, name) => scope.With(name));

    /// <summary>The same scope with one more name, or another type of it.</summary>
    public FeelScope With(string name, FeelType? type = null)
    {
        var normal = FeelName.Normalize(name);
        var known = Names.ContainsKey(normal) ? _known : With(_known, normal);
        return new FeelScope(Names.SetItem(normal, type), Types, known, _knownTypes);
    }

    /// <summary>The same scope with one more named type.</summary>
    public FeelScope WithType(string name, FeelType type)
    {
        var normal = FeelName.Normalize(name);
        var known = Types.ContainsKey(normal) ? _knownTypes : With(_knownTypes, normal);
        return new FeelScope(Names, Types.SetItem(normal, type), _known, known);
    }

    /// <summary>Names of more than one word that begin with a word.</summary>
    internal ImmutableList<KnownName> Known(string firstWord) => _known.GetValueOrDefault(firstWord, []);

    /// <summary>Types of more than one word that begin with a word.</summary>
    internal ImmutableList<KnownName> KnownTypes(string firstWord) => _knownTypes.GetValueOrDefault(firstWord, []);

    private static ImmutableDictionary<string, ImmutableList<KnownName>> With(ImmutableDictionary<string, ImmutableList<KnownName>> all, string name) =>
        KnownName.Of(name) is { } known ? all.SetItem(known.FirstWord, all.GetValueOrDefault(known.FirstWord, []).Add(known)) : all;
}
