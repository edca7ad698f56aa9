using System.Numerics;

namespace Approvals.Decisions;

/// <summary>A set of small numbers below a fixed bound.</summary>
internal sealed class Bits(int length) : IEquatable<Bits>
{
    private readonly ulong[] _words = new ulong[(length + 63) / 64];

    public int Length => length;

    public bool this[int index] => (_words[index >> 6] >> (index & 63) & 1) != 0;

    public bool IsEmpty => !_words.AsSpan().ContainsAnyExcept(0UL);

    public int Count => _words.Sum(BitOperations.PopCount);

    /// <summary>The least number; minus one when there is none.</summary>
    public int First
    {
        get
        {
            var word = _words.AsSpan().IndexOfAnyExcept(0UL);
            return word < 0 ? -1 : (word << 6) + BitOperations.TrailingZeroCount(_words[word]);
        }
    }

    public static Bits Full(int length)
    {
        var full = new Bits(length);
        full.Add(0, length);
        return full;
    }

    public void Add(int index) => _words[index >> 6] |= 1UL << (index & 63);

    /// <summary>Adds the numbers from one on, up to but without another.</summary>
    public void Add(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            Add(i);
        }
    }

    public void Remove(int index) => _words[index >> 6] &= ~(1UL << (index & 63));

    public Bits And(Bits other) => Combined(other, static (left, right) => left & right);

    public Bits Or(Bits other) => Combined(other, static (left, right) => left | right);

    public Bits Without(Bits other) => Combined(other, static (left, right) => left & ~right);

    public bool Meets(Bits other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            if ((_words[i] & other._words[i]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    public bool IsWithin(Bits other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            if ((_words[i] & ~other._words[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    public IEnumerable<int> Members()
    {
        for (var word = 0; word < _words.Length; word++)
        {
            for (var left = _words[word]; left != 0; left &= left - 1)
            {
                yield return (word << 6) + BitOperations.TrailingZeroCount(left);
            }
        }
    }

    public bool Equals(Bits? other) => other is not null && _words.AsSpan().SequenceEqual(other._words);

    public override bool Equals(object? obj) => Equals(obj as Bits);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var word in _words)
        {
            hash.Add(word);
        }

        return hash.ToHashCode();
    }

    private Bits Combined(Bits other, Func<ulong, ulong, ulong> combine)
    {
        var result = new Bits(length);
        for (var i = 0; i < _words.Length; i++)
        {
            result._words[i] = combine(_words[i], other._words[i]);
        }

        return result;
    }
}
