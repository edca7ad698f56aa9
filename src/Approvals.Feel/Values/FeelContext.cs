namespace Approvals.Feel;

/// <summary>An immutable context: named entries in the order they were given.</summary>
public sealed class FeelContext
{
    private const int Scanned = 8;

    private readonly string[] _names;
    private readonly FeelValue[] _values;
    private readonly Dictionary<string, int>? _index;
    private KeyValuePair<string, FeelValue>[]? _entries;

    private FeelContext(string[] names, FeelValue[] values)
    {
        _names = names;
        _values = values;
        Depth = Nesting.Of(values) + 1;
        if (names.Length > Scanned)
        {
            _index = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
            for (var i = 0; i < names.Length; i++)
            {
                _index[names[i]] = i;
            }
        }
    }

    /// <summary>The context without entries.</summary>
    public static FeelContext Empty { get; } = new([], []);

    /// <summary>How many entries there are.</summary>
    public int Count => _names.Length;

    /// <summary>The entries in order.</summary>
    public IReadOnlyList<KeyValuePair<string, FeelValue>> Entries => _entries ??= Pairs();

    internal int Depth { get; }

    internal ReadOnlySpan<string> Names => _names;

    internal ReadOnlySpan<FeelValue> Values => _values;

    /// <summary>The entry of a name; null when there is none.</summary>
    public FeelValue this[string name] => TryGet(name, out var value) ? value : FeelValue.Null;

    /// <summary>A context of the given entries; a later entry of the same name replaces the earlier one.</summary>
    public static FeelContext From(IEnumerable<KeyValuePair<string, FeelValue>> entries)
    {
        var builder = new FeelContextBuilder();
        foreach (var (name, value) in entries)
        {
            builder.Set(name, value);
        }

        return builder.Build();
    }

    /// <summary>A context of the given entries.</summary>
    public static FeelContext Of(params ReadOnlySpan<(string Name, FeelValue Value)> entries)
    {
        var builder = new FeelContextBuilder();
        foreach (var (name, value) in entries)
        {
            builder.Set(name, value);
        }

        return builder.Build();
    }

    /// <summary>A context over two arrays, which it keeps: distinct names, and their values in the same order.</summary>
    public static FeelContext Over(string[] names, FeelValue[] values) => Owning(names, values);

    /// <summary>Whether there is an entry of the name, and its value.</summary>
    public bool TryGet(string name, out FeelValue value)
    {
        var at = IndexOf(name);
        value = at < 0 ? FeelValue.Null : _values[at];
        return at >= 0;
    }

    /// <summary>The same context with one entry added or replaced.</summary>
    public FeelContext With(string name, FeelValue value)
    {
        var at = IndexOf(name);
        if (at >= 0)
        {
            var replaced = (FeelValue[])_values.Clone();
            replaced[at] = value;
            return new FeelContext(_names, replaced);
        }

        return new FeelContext([.. _names, name], [.. _values, value]);
    }

    /// <summary>The value as FEEL literal text.</summary>
    public override string ToString() => FeelText.Literal(FeelValue.Of(this));

    internal static FeelContext Owning(string[] names, FeelValue[] values) => names.Length == 0 ? Empty : new(names, values);

    private int IndexOf(string name)
    {
        if (_index is not null)
        {
            return _index.GetValueOrDefault(name, -1);
        }

        var names = _names;
        for (var i = 0; i < names.Length; i++)
        {
            if (string.Equals(names[i], name))
            {
                return i;
            }
        }

        return -1;
    }

    private KeyValuePair<string, FeelValue>[] Pairs()
    {
        var pairs = new KeyValuePair<string, FeelValue>[_names.Length];
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = new(_names[i], _values[i]);
        }

        return pairs;
    }
}

/// <summary>Collects entries for a context; the order is that of first appearance.</summary>
internal sealed class FeelContextBuilder
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly List<FeelValue> _values = [];

    public bool TryAdd(string name, FeelValue value)
    {
        if (_places.ContainsKey(name))
        {
            return false;
        }

        Set(name, value);
        return true;
    }

    public void Set(string name, FeelValue value)
    {
        if (_places.TryGetValue(name, out var at))
        {
            _values[at] = value;
            return;
        }

        _places.Add(name, _names.Count);
        _names.Add(name);
        _values.Add(value);
    }

    public FeelContext Build() => FeelContext.Owning([.. _names], [.. _values]);
}
