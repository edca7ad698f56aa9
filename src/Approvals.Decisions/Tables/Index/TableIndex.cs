using System.Collections.Immutable;
using System.Numerics;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>
/// Finds the rules that may match without looking at the others: for each column the rules that accept the input, then those that
/// all columns have in common. Cells that do more than compare their input with constants are left to whoever asks.
/// </summary>
internal sealed class TableIndex
{
    private const int FewestRules = 8;
    private const int MostColumns = 64;

    private readonly ColumnIndex[] _columns;
    private readonly int[]?[] _rest;
    private readonly ulong[]?[] _restByColumn;
    private readonly int _words;

    private TableIndex(ColumnIndex[] columns, int[]?[] rest, int width)
    {
        _columns = columns;
        _rest = rest;
        _words = (rest.Length + 63) >> 6;
        _restByColumn = RestByColumn(width);
        HasRest = Array.Exists(rest, cells => cells is not null);
    }

    /// <summary>Whether some rules have cells that the index does not decide.</summary>
    public bool HasRest { get; }

    /// <summary>The index of a table's rules; null when it would not help.</summary>
    public static TableIndex? Of(ImmutableArray<TableRule> rules, int columns, FeelRun run)
    {
        if (rules.Length < FewestRules || columns is 0 or > MostColumns)
        {
            return null;
        }

        var rest = new List<int>?[rules.Length];
        var indexed = Enumerable.Range(0, columns).Select(column => ColumnReader.Read(rules, column, rest, run)).OfType<ColumnIndex>().ToArray();
        return indexed.Length == 0 ? null : new TableIndex(indexed, [.. rest.Select(cells => cells?.ToArray())], columns);
    }

    /// <summary>The columns of a rule whose cells are still to be asked, in order.</summary>
    public ReadOnlySpan<int> Rest(int rule) => _rest[rule];

    /// <summary>Collects the rules that may match, in order; nothing is said when a value is of a kind that a column's cells do not compare.</summary>
    public bool TryFind(ReadOnlySpan<FeelValue> values, ref RuleSet found, out bool hasNull)
    {
        Span<int> pieces = stackalloc int[_columns.Length];
        var best = 0;
        hasNull = false;
        for (var i = 0; i < pieces.Length; i++)
        {
            ref readonly var value = ref values[_columns[i].Column];
            hasNull |= value.IsNull;
            pieces[i] = _columns[i].PieceOf(value);
            if (pieces[i] < 0)
            {
                return false;
            }

            best = _columns[i].Count(pieces[i]) < _columns[best].Count(pieces[best]) ? i : best;
        }

        if (_columns[best].List(pieces[best]) is { } few)
        {
            foreach (var rule in few)
            {
                Add(rule, pieces, best, ref found);
            }
        }
        else
        {
            Intersect(pieces, best, ref found);
        }

        return true;
    }

    /// <summary>
    /// The rules of which, when none matches, a look at their cells in order may tell why: those that get to a cell which cannot
    /// be asked of null, or which the index does not decide.
    /// </summary>
    public IEnumerable<int> Telling(FeelValue[] values)
    {
        var (telling, reaching) = (new ulong[_words], new ulong[_words]);
        Array.Fill(reaching, ulong.MaxValue);
        for (int column = 0, next = 0; column < _restByColumn.Length; column++)
        {
            Add(telling, reaching, _restByColumn[column]);
            if (next >= _columns.Length || _columns[next].Column != column)
            {
                continue;
            }

            var index = _columns[next++];
            Add(telling, reaching, values[column].IsNull ? index.OpenToNull : null);
            index.Narrow(reaching, index.PieceOf(values[column]));
        }

        return Enumerable.Range(0, _rest.Length).Where(rule => (telling[rule >> 6] & (1UL << rule)) != 0);
    }

    private static void Add(ulong[] telling, ulong[] reaching, ulong[]? rules)
    {
        for (var word = 0; rules is not null && word < telling.Length; word++)
        {
            telling[word] |= reaching[word] & rules[word];
        }
    }

    private ulong[]?[] RestByColumn(int width)
    {
        var columns = new ulong[]?[width];
        for (var rule = 0; rule < _rest.Length; rule++)
        {
            foreach (var column in _rest[rule] ?? [])
            {
                (columns[column] ??= new ulong[_words])[rule >> 6] |= 1UL << rule;
            }
        }

        return columns;
    }

    private void Intersect(ReadOnlySpan<int> pieces, int best, ref RuleSet found)
    {
        for (var word = 0; word < _words; word++)
        {
            var common = _columns[best].BitsOf(pieces[best]) is { } first ? first[word] : ulong.MaxValue;
            for (var i = 0; i < pieces.Length && common != 0; i++)
            {
                common &= _columns[i].BitsOf(pieces[i]) is { } bits ? bits[word] : ulong.MaxValue;
            }

            for (; common != 0; common &= common - 1)
            {
                var rule = (word << 6) + BitOperations.TrailingZeroCount(common);
                if (rule < _rest.Length)
                {
                    Add(rule, pieces, -1, ref found);
                }
            }
        }
    }

    /// <summary>Adds a rule that every column accepts.</summary>
    private void Add(int rule, ReadOnlySpan<int> pieces, int known, ref RuleSet found)
    {
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i != known && (known >= 0 || !_columns[i].HasBits) && !_columns[i].Accepts(rule, pieces[i]))
            {
                return;
            }
        }

        found.Add(rule);
    }
}

/// <summary>Rules in order; the first of them without any allocation.</summary>
internal struct RuleSet
{
    private int _first;
    private List<int>? _others;

    public int Count { get; private set; }

    public readonly int this[int index] => index == 0 ? _first : _others![index - 1];

    /// <summary>The first rule alone.</summary>
    public readonly RuleSet First()
    {
        var first = default(RuleSet);
        if (Count > 0)
        {
            first.Add(_first);
        }

        return first;
    }

    public void Add(int rule)
    {
        if (Count++ == 0)
        {
            _first = rule;
        }
        else
        {
            (_others ??= []).Add(rule);
        }
    }
}
