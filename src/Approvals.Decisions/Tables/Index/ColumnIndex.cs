using System.Numerics;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>
/// The rules whose cell in one column accepts a value, by the piece of the ladder in which it lies: few as a list, many as bits.
/// </summary>
internal sealed class ColumnIndex
{
    private const int Few = 48;
    private const long MostBitWords = 1_000_000;

    private readonly ValueLadder _ladder;
    private readonly int[][] _spans;
    private readonly int[]?[] _lists;
    private readonly ulong[]?[] _bits;
    private readonly int[] _counts;

    /// <param name="column">The column's place in the table.</param>
    /// <param name="ladder">The pieces.</param>
    /// <param name="spans">For each rule the pieces its cell accepts, as pairs of first and last, in order.</param>
    /// <param name="ofNull">For each rule, whether its cell accepts null; null where it cannot be asked.</param>
    public ColumnIndex(int column, ValueLadder ladder, int[][] spans, bool?[] ofNull)
    {
        Column = column;
        _ladder = ladder;
        _spans = spans;
        Null = ladder.Pieces;
        var pieces = ladder.Pieces + 1;
        (_lists, _bits, _counts) = (new int[]?[pieces], new ulong[]?[pieces], new int[pieces]);
        Sweep();
        Keep(Null, Bits(ofNull, true), changed: true);
        OpenToNull = Bits(ofNull, null);
        HasBits = !Array.Exists(Enumerable.Range(0, pieces).ToArray(), piece => _lists[piece] is null && _bits[piece] is null);
        OfNull = ofNull;
    }

    public int Column { get; }

    /// <summary>Whether every piece of many rules has its bits; else there would be too many.</summary>
    public bool HasBits { get; }

    private int Null { get; }

    /// <summary>The rules whose cell cannot be asked of null, and says so.</summary>
    public ulong[] OpenToNull { get; }

    private bool?[] OfNull { get; }

    /// <summary>The piece of a value or of null; -1 when the index does not know values of its kind.</summary>
    public int PieceOf(in FeelValue value) => value.IsNull ? Null : _ladder.PieceOf(value);

    public int Count(int piece) => _counts[piece];

    /// <summary>The rules of a piece when they are few.</summary>
    public int[]? List(int piece) => _lists[piece];

    /// <summary>The rules of a piece when they are many.</summary>
    public ulong[]? BitsOf(int piece) => _bits[piece];

    /// <summary>Whether a rule's cell accepts the values of a piece.</summary>
    public bool Accepts(int rule, int piece)
    {
        if (piece == Null)
        {
            return OfNull[rule] == true;
        }

        var spans = _spans[rule];
        for (var i = 0; i < spans.Length; i += 2)
        {
            if (piece >= spans[i] && piece <= spans[i + 1])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes the rules out of a set whose cell does not accept the values of a piece.</summary>
    public void Narrow(ulong[] rules, int piece)
    {
        if (_bits[piece] is { } bits)
        {
            for (var word = 0; word < rules.Length; word++)
            {
                rules[word] &= bits[word];
            }

            return;
        }

        var kept = new ulong[rules.Length];
        foreach (var rule in _lists[piece] ?? Enumerable.Range(0, _spans.Length).Where(rule => Accepts(rule, piece)))
        {
            kept[rule >> 6] |= rules[rule >> 6] & (1UL << rule);
        }

        kept.CopyTo(rules, 0);
    }

    private static ulong[] Bits(bool?[] rules, bool? answer)
    {
        var bits = new ulong[(rules.Length + 63) >> 6];
        for (var rule = 0; rule < rules.Length; rule++)
        {
            bits[rule >> 6] |= rules[rule] == answer ? 1UL << rule : 0;
        }

        return bits;
    }

    /// <summary>Goes through the pieces in order; what a rule begins or ends to accept changes the set.</summary>
    private void Sweep()
    {
        var begins = new List<int>?[_ladder.Pieces + 1];
        var ends = new List<int>?[_ladder.Pieces + 1];
        for (var rule = 0; rule < _spans.Length; rule++)
        {
            for (var i = 0; i < _spans[rule].Length; i += 2)
            {
                (begins[_spans[rule][i]] ??= []).Add(rule);
                (ends[_spans[rule][i + 1] + 1] ??= []).Add(rule);
            }
        }

        var current = new ulong[(_spans.Length + 63) >> 6];
        for (var piece = 0; piece < _ladder.Pieces; piece++)
        {
            foreach (var rule in ends[piece] ?? [])
            {
                current[rule >> 6] &= ~(1UL << rule);
            }

            foreach (var rule in begins[piece] ?? [])
            {
                current[rule >> 6] |= 1UL << rule;
            }

            Keep(piece, current, changed: piece == 0 || begins[piece] is not null || ends[piece] is not null);
        }
    }

    private long _words;

    private void Keep(int piece, ulong[] rules, bool changed)
    {
        if (!changed)
        {
            (_lists[piece], _bits[piece], _counts[piece]) = (_lists[piece - 1], _bits[piece - 1], _counts[piece - 1]);
            return;
        }

        _counts[piece] = rules.Sum(BitOperations.PopCount);
        if (_counts[piece] <= Few)
        {
            _lists[piece] = [.. Enumerable.Range(0, _spans.Length).Where(rule => (rules[rule >> 6] & (1UL << rule)) != 0)];
        }
        else if ((_words += rules.Length) <= MostBitWords)
        {
            _bits[piece] = [.. rules];
        }
    }
}
