using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>
/// The values of one domain, cut at the constants of a column's cells into pieces: before the first constant (0), the first itself
/// (1), between it and the second (2), and so on. A cell's answer is the same for all values of a piece.
/// </summary>
internal sealed class ValueLadder
{
    private const int MostSlots = 4096;

    private readonly FeelDomain _domain;
    private readonly FeelValue[] _points;
    private readonly decimal[] _numbers = [];
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly int[] _slots = [];
    private readonly decimal _first;
    private readonly bool _onlyTexts;

    public ValueLadder(FeelDomain domain, IEnumerable<FeelRange> ranges)
    {
        _domain = domain;
        var all = ranges.ToList();
        _points = [.. all.SelectMany(range => new[] { range.Start, range.End }).Where(point => !point.IsNull).Distinct()];
        if (domain.Kind != FeelKind.Boolean)
        {
            Array.Sort(_points, (left, right) => FeelOrder.Compare(left, right)!.Value);
        }

        Pieces = (2 * _points.Length) + 1;
        switch (domain.Kind)
        {
            case FeelKind.Number:
                _numbers = [.. _points.Select(point => point.AsNumber())];
                (_first, _slots) = (_numbers[0], Slots(_numbers));
                break;
            case FeelKind.String:
                _onlyTexts = all.TrueForAll(range => range.Start == range.End);
                for (var i = 0; i < _points.Length; i++)
                {
                    _texts.Add(_points[i].AsString(), (2 * i) + 1);
                }

                break;
        }
    }

    public int Pieces { get; }

    /// <summary>The piece a value lies in; -1 when it does not compare with the constants.</summary>
    public int PieceOf(in FeelValue value)
    {
        if (FeelDomain.Of(value) != _domain)
        {
            return -1;
        }

        switch (_domain.Kind)
        {
            case FeelKind.Number:
                value.TryGetNumber(out var number);
                return PieceOf(number);
            case FeelKind.String:
                return value.TryGetString(out var text) && _texts.TryGetValue(text, out var piece) ? piece : _onlyTexts ? 0 : Search(value);
            case FeelKind.Boolean:
                return Math.Max(0, (2 * Array.IndexOf(_points, value)) + 1);
            default:
                return Search(value);
        }
    }

    /// <summary>The first piece of a range.</summary>
    public int From(FeelRange range) => range.Start.IsNull ? 0 : PieceOf(range.Start) + (range.StartIncluded ? 0 : 1);

    /// <summary>The last piece of a range.</summary>
    public int To(FeelRange range) => range.End.IsNull ? Pieces - 1 : PieceOf(range.End) - (range.EndIncluded ? 0 : 1);

    /// <summary>For whole numbers close together, the piece of each.</summary>
    private static int[] Slots(decimal[] numbers)
    {
        if (numbers[^1] - numbers[0] >= MostSlots || Array.Exists(numbers, number => decimal.Truncate(number) != number))
        {
            return [];
        }

        var slots = new int[(int)(numbers[^1] - numbers[0]) + 1];
        for (int slot = 0, next = 0; slot < slots.Length; slot++)
        {
            var isPoint = numbers[0] + slot == numbers[next];
            slots[slot] = isPoint ? (2 * next) + 1 : 2 * next;
            next += isPoint ? 1 : 0;
        }

        return slots;
    }

    private int PieceOf(decimal number)
    {
        if (_slots.Length > 0)
        {
            if (number < _first)
            {
                return 0;
            }

            if (number > _numbers[^1])
            {
                return Pieces - 1;
            }

            var whole = (int)(number - _first);
            var piece = _slots[whole];
            return number == _first + whole || (piece & 1) == 0 ? piece : piece + 1;
        }

        var at = Array.BinarySearch(_numbers, number);
        return at >= 0 ? (2 * at) + 1 : 2 * ~at;
    }

    private int Search(in FeelValue value)
    {
        var (low, high) = (0, _points.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var order = FeelOrder.Compare(value, _points[middle]) ?? 0;
            if (order == 0)
            {
                return (2 * middle) + 1;
            }

            (low, high) = order < 0 ? (low, middle - 1) : (middle + 1, high);
        }

        return 2 * low;
    }
}
