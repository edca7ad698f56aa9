using System.Collections;
using System.Runtime.InteropServices;

namespace Approvals.Feel;

/// <summary>An immutable list of FEEL values. Indexes here are 0-based; those in FEEL text are 1-based.</summary>
public sealed class FeelList : IReadOnlyList<FeelValue>
{
    private readonly FeelValue[] _items;

    private FeelList(FeelValue[] items)
    {
        _items = items;
        Depth = Nesting.Of(items) + 1;
    }

    /// <summary>The empty list.</summary>
    public static FeelList Empty { get; } = new([]);

    /// <inheritdoc />
    public int Count => _items.Length;

    /// <inheritdoc />
    public FeelValue this[int index] => _items[index];

    /// <summary>How deep lists and contexts lie in each other; 1 for a list of simple values.</summary>
    internal int Depth { get; }

    internal ReadOnlySpan<FeelValue> Items => _items;

    /// <summary>A list of copies of the given values.</summary>
    public static FeelList From(IEnumerable<FeelValue> values) => Owning([.. values]);

    /// <summary>A list of the given values.</summary>
    public static FeelList Of(params ReadOnlySpan<FeelValue> values) => Owning(values.ToArray());

    /// <inheritdoc />
    public IEnumerator<FeelValue> GetEnumerator() => ((IEnumerable<FeelValue>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <summary>The value as FEEL literal text.</summary>
    public override string ToString() => FeelText.Literal(FeelValue.Of(this));

    /// <summary>Takes the array itself; the caller must not keep it.</summary>
    internal static FeelList Owning(FeelValue[] items) => items.Length == 0 ? Empty ?? new([]) : new(items);

    internal static FeelList Copying(List<FeelValue> items) => Owning(CollectionsMarshal.AsSpan(items).ToArray());
}
