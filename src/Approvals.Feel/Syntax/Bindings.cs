using System.Collections.Immutable;
using System.Text;

namespace Approvals.Feel;

/// <summary>
/// The names in force at a place of the text: those bound by contexts, iterations, functions and filters around it,
/// then those of the scope. Each bound name is one frame at evaluation.
/// </summary>
internal sealed class Bindings(FeelScope scope)
{
    public const string Item = "item";
    public const string Input = "?";
    public const string Partial = "partial";

    private readonly List<Binding> _bound = [];
    private readonly List<KnownName> _memberNames = [];
    private readonly List<FreeName> _free = [];

    public FeelScope Scope { get; } = scope;

    public int Count => _bound.Count;

    public bool InsideFilter => _bound.Exists(bound => bound.IsFilter);

    public ImmutableArray<string> References => [.. _free.Where(name => name.Counts).Select(name => name.Path).Distinct(StringComparer.Ordinal)];

    public void Push(string name, FeelType? type = null) => _bound.Add(new Binding(name, KnownName.Of(name), false, type));

    /// <summary>Inside a filter the item's members are visible, before the names around the filter.</summary>
    public void PushFilter(FeelType? itemType) => _bound.Add(new Binding(Item, null, true, itemType));

    public void PopTo(int count) => _bound.RemoveRange(count, _bound.Count - count);

    /// <summary>Remembers the key of a context in the text, so that a path may name it though it has spaces or signs.</summary>
    public void NoteMember(string name)
    {
        if (KnownName.Of(name) is { } known)
        {
            _memberNames.Add(known);
        }
    }

    /// <summary>Known names of more than one word, for the longest match.</summary>
    public IEnumerable<KnownName> Known(string firstWord)
    {
        foreach (var bound in _bound)
        {
            if (bound.Known is { } known)
            {
                yield return known;
            }

            foreach (var member in bound.IsFilter ? KnownMembers(bound.Type) : [])
            {
                yield return member;
            }
        }

        foreach (var known in Scope.Known(firstWord))
        {
            yield return known;
        }

        foreach (var known in BuiltinNames.Known(firstWord))
        {
            yield return known;
        }

        foreach (var member in InsideFilter ? _memberNames : [])
        {
            yield return member;
        }
    }

    /// <summary>Names that may follow a dot.</summary>
    public IEnumerable<KnownName> Members(FeelType? type) => _memberNames.Concat(KnownMembers(type));

    /// <summary>Whether the word alone is a name in force.</summary>
    public bool IsDeclared(string name) => _bound.Exists(bound => bound.Name == name) || Scope.Names.ContainsKey(name);

    public Variable Resolve(string name, Place place)
    {
        var probes = new List<int>();
        for (var hops = 0; hops < _bound.Count; hops++)
        {
            var bound = _bound[^(hops + 1)];
            if (bound.IsFilter && name == Item)
            {
                // An item's own member of this name hides the item (10.3.2.5).
                probes.Add(hops);
            }

            if (bound.Name == name)
            {
                return new LocalVariable(name, hops, [.. probes]) { Place = place, Type = bound.Type };
            }

            if (bound.IsFilter)
            {
                probes.Add(hops);
            }
        }

        var declared = Scope.Names.TryGetValue(name, out var type);
        var free = new FreeName(name, declared || probes.Count == 0 || Scope.Names.IsEmpty);
        var builtin = declared ? null : Builtins.Find(name);
        if (builtin is null)
        {
            _free.Add(free);
        }

        return new FreeVariable(name, [.. probes], builtin) { Place = place, Type = type, Free = free };
    }

    private static IEnumerable<KnownName> KnownMembers(FeelType? type) =>
        (type?.Form == FeelTypeForm.List ? type.Element! : type)?.Members.Select(member => KnownName.Of(member.Key)).OfType<KnownName>() ?? [];

    private readonly record struct Binding(string Name, KnownName? Known, bool IsFilter, FeelType? Type);
}

/// <summary>A free name that the expression reads; a path through it extends it.</summary>
internal sealed class FreeName(string name, bool counts)
{
    private readonly StringBuilder _path = new(name);

    public bool Counts { get; } = counts;

    public string Path => _path.ToString();

    /// <summary>How many members the path has behind the name.</summary>
    public int Members { get; private set; }

    public void Extend(string member)
    {
        _path.Append('.').Append(member);
        Members++;
    }
}
