using System.Globalization;
using System.Text;

namespace Approvals.Feel;

/// <summary>
/// A character class of an XPath regular expression, over code points: what lies beyond the first plane, which .NET sees as two
/// characters, becomes alternatives beside the class.
/// </summary>
internal sealed class XPathClass
{
    /// <summary>Any code point beyond the first plane.</summary>
    public const string Pair = "[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]";

    /// <summary>The halves of pairs, which are no characters themselves.</summary>
    public const string Halves = "\\uD800-\\uDFFF";

    private const int MostNesting = 20;
    private const int FirstBeyond = 0x10000;
    private const int Last = 0x10FFFF;

    private readonly StringBuilder _near = new();
    private readonly List<(int From, int To)> _beyond = [];
    private bool _isNegated;
    private XPathClass? _without;

    /// <summary>The class for .NET; null when it is not valid.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="at">Where the class begins; then its last bracket.</param>
    public static string? Translate(string pattern, ref int at) => Read(pattern, ref at, 0)?.Text();

    private static XPathClass? Read(string pattern, ref int at, int depth)
    {
        var read = new XPathClass { _isNegated = pattern.AsSpan(at + 1).StartsWith("^") };
        at += read._isNegated ? 2 : 1;
        var isEmpty = true;
        while (at < pattern.Length && pattern[at] != ']')
        {
            if (pattern[at] == '-' && !isEmpty && pattern.AsSpan(at + 1).StartsWith("["))
            {
                at++;
                read._without = depth < MostNesting ? Read(pattern, ref at, depth + 1) : null;
                return read._without is not null && pattern.AsSpan(++at).StartsWith("]") ? read : null;
            }

            if (!read.Part(pattern, ref at))
            {
                return null;
            }

            isEmpty = false;
        }

        return isEmpty || at >= pattern.Length ? null : read;
    }

    /// <summary>Takes a character, a range of them, or an escape for many.</summary>
    private bool Part(string pattern, ref int at)
    {
        if (pattern[at] == '\\' && at + 1 < pattern.Length && XPathPattern.EscapeOfMany(pattern[at + 1], insideClass: true) is { } many)
        {
            var end = pattern[at + 1] is 'p' or 'P' ? pattern.IndexOf('}', at) : at + 1;
            _near.Append(many).Append(end < 0 ? "" : pattern.AsSpan(at + 2, end - at - 1));
            at = end + 1;
            return end >= 0;
        }

        if (One(pattern, ref at) is not { } from)
        {
            return false;
        }

        if (at + 1 >= pattern.Length || pattern[at] != '-' || pattern[at + 1] is ']' or '[')
        {
            Add(from, from);
            return true;
        }

        at++;
        if (One(pattern, ref at) is not { } to || to < from)
        {
            return false;
        }

        Add(from, to);
        return true;
    }

    /// <summary>One code point, escaped or not.</summary>
    private static int? One(string pattern, ref int at)
    {
        if (pattern[at] == '[')
        {
            return null;
        }

        if (pattern[at] == '\\')
        {
            return ++at < pattern.Length && XPathPattern.EscapedOne(pattern[at]) is { } escaped && ++at > 0 ? escaped : null;
        }

        var isPair = char.IsHighSurrogate(pattern[at]) && at + 1 < pattern.Length && char.IsLowSurrogate(pattern[at + 1]);
        var point = isPair ? char.ConvertToUtf32(pattern[at], pattern[at + 1]) : pattern[at];
        at += isPair ? 2 : 1;
        return point;
    }

    private void Add(int from, int to)
    {
        if (from < FirstBeyond)
        {
            _near.Append(CultureInfo.InvariantCulture, $"\\u{from:X4}-\\u{Math.Min(to, FirstBeyond - 1):X4}");
        }

        if (to >= FirstBeyond)
        {
            _beyond.Add((Math.Max(from, FirstBeyond), to));
        }
    }

    private string Text()
    {
        List<string> parts = [.. Near() is { } near ? [near] : (string[])[], .. Beyond().Select(Pairs)];
        return parts.Count == 0 ? "[^\\s\\S]" : parts.Count == 1 ? parts[0] : $"(?:{string.Join('|', parts)})";
    }

    /// <summary>The characters of the first plane; null when there are none.</summary>
    private string? Near()
    {
        if (_near.Length == 0 && !_isNegated)
        {
            return null;
        }

        var without = _without?.Near() is { } excluded ? $"-{excluded}" : "";
        return $"[{(_isNegated ? "^" + Halves : "")}{_near}{without}]";
    }

    /// <summary>The code points beyond the first plane, as ranges in order.</summary>
    private List<(int From, int To)> Beyond()
    {
        var merged = new List<(int From, int To)>();
        foreach (var (from, to) in _beyond.Order())
        {
            if (merged.Count > 0 && from <= merged[^1].To + 1)
            {
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, to));
            }
            else
            {
                merged.Add((from, to));
            }
        }

        var own = _isNegated ? Outside(merged) : merged;
        return _without is null ? own : Both(own, Outside(_without.Beyond()));
    }

    private static List<(int From, int To)> Outside(List<(int From, int To)> ranges)
    {
        var outside = new List<(int, int)>();
        var next = FirstBeyond;
        foreach (var (from, to) in ranges)
        {
            if (from > next)
            {
                outside.Add((next, from - 1));
            }

            next = to + 1;
        }

        if (next <= Last)
        {
            outside.Add((next, Last));
        }

        return outside;
    }

    private static List<(int From, int To)> Both(List<(int From, int To)> left, List<(int From, int To)> right) =>
        [.. left.SelectMany(one => right.Select(other => (From: Math.Max(one.From, other.From), To: Math.Min(one.To, other.To)))).Where(range => range.From <= range.To)];

    /// <summary>A range as pairs: the rest of the first high half, all of those between, the beginning of the last.</summary>
    private static string Pairs((int From, int To) range)
    {
        if (range == (FirstBeyond, Last))
        {
            return Pair;
        }

        var (from, to) = (char.ConvertFromUtf32(range.From), char.ConvertFromUtf32(range.To));
        var (high, highest) = ((int)from[0], (int)to[0]);
        if (high == highest)
        {
            return Pairs(high, high, from[1], to[1]);
        }

        var between = highest - high > 1 ? "|" + Pairs(high + 1, highest - 1, '\uDC00', '\uDFFF') : "";
        return $"{Pairs(high, high, from[1], '\uDFFF')}{between}|{Pairs(highest, highest, '\uDC00', to[1])}";
    }

    private static string Pairs(int high, int highest, char low, char lowest) =>
        string.Create(CultureInfo.InvariantCulture, $"[\\u{high:X4}-\\u{highest:X4}][\\u{(int)low:X4}-\\u{(int)lowest:X4}]");
}
