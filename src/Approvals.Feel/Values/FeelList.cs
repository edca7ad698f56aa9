using System.Collections;

namespace Approvals.Feel;

/// <summary>An immutable list of FEEL values. Indexes here are 0-based; those in FEEL text are 1-based.</summary>
public sealed class FeelList : IReadOnlyList<FeelValue>
{
    private readonly FeelValue[] _items;

    private FeelList(FeelValue[] items, int count, int depth) => (_items, Count, Depth) = (items, count, depth);

    /// <summary>The empty list.</summary>
    public static FeelList Empty { get; } = new([], 0, 1);

    /// <inheritdoc />
    public int Count { get; }

    /// <inheritdoc />
    public FeelValue this[int index] => Items[index];

    /// <summary>How deep lists and contexts lie in each other; 1 for a list of simple values.</summary>
    internal int Depth { get; }

    internal ReadOnlySpan<FeelValue> Items => _items.AsSpan(0, Count);

    /// <summary>A list of copies of the given values.</summary>
    public static FeelList From(IEnumerable<FeelValue> values) => Owning([.. values]);

    /// <summary>A list of the given values.</summary>
    public static FeelList Of(params ReadOnlySpan<FeelValue> values) => Owning(values.ToArray());

    /// <inheritdoc />
    public IEnumerator<FeelValue> GetEnumerator() => _items.Take(Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The value as FEEL literal text.</summary>
    public override string ToString() => FeelText.Literal(FeelValue.Of(this));

    /// <summary>Takes the array itself; the caller must not keep it.</summary>
    internal static FeelList Owning(FeelValue[] items) => items.Length == 0 ? Empty : new(items, items.Length, Nesting.Of(items) + 1);

    /// <summary>The first values of a buffer that is only ever appended to.</summary>
    internal static FeelList Prefix(FeelValue[] buffer, int count, int depth) => new(buffer, count, depth);
}
