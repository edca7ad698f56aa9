using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Approvals.Feel;

/// <summary>Reads words, signs and literals from a text. What stands between them is skipped before each.</summary>
internal sealed class Scanner(SourceText source)
{
    private readonly string _text = source.Text;

    public SourceText Source { get; } = source;

    /// <summary>Where the next part begins; <see cref="SkipTrivia"/> has been called when this is read through <see cref="Peek"/>.</summary>
    public int At { get; set; }

    /// <summary>Where the last part ended.</summary>
    public int LastEnd { get; private set; }

    public bool AtEnd
    {
        get
        {
            SkipTrivia();
            return At >= _text.Length;
        }
    }

    /// <summary>The next character that is not trivia; a zero at the end.</summary>
    public char Peek()
    {
        SkipTrivia();
        return At < _text.Length ? _text[At] : '\0';
    }

    public char PeekAfter(int distance) => At + distance < _text.Length ? _text[At + distance] : '\0';

    public Place From(int start) => new(Source, start, Math.Max(start, LastEnd));

    /// <summary>Takes a sign if it comes next.</summary>
    public bool TryTake(string sign)
    {
        SkipTrivia();
        if (string.CompareOrdinal(_text, At, sign, 0, sign.Length) != 0)
        {
            return false;
        }

        Advance(sign.Length);
        return true;
    }

    public bool TryTake(char sign)
    {
        if (Peek() != sign)
        {
            return false;
        }

        Advance(1);
        return true;
    }

    /// <summary>Takes a keyword if it comes next as a whole word.</summary>
    public bool TryTakeWord(string word)
    {
        if (!IsWordNext(word))
        {
            return false;
        }

        Advance(word.Length);
        return true;
    }

    public bool IsWordNext(string word)
    {
        SkipTrivia();
        return string.CompareOrdinal(_text, At, word, 0, word.Length) == 0 && !IsPartAt(At + word.Length);
    }

    /// <summary>The length of the word of a name that begins here; 0 when none does.</summary>
    public int WordLength(int at)
    {
        var end = at;
        while (end < _text.Length && Rune.TryGetRuneAt(_text, end, out var rune) && (end == at ? FeelName.IsStart(rune) : FeelName.IsPart(rune)))
        {
            end += rune.Utf16SequenceLength;
        }

        return end - at;
    }

    public bool IsPartAt(int at) => at < _text.Length && Rune.TryGetRuneAt(_text, at, out var rune) && FeelName.IsPart(rune);

    public string Slice(int start, int length) => _text.Substring(start, length);

    public void Advance(int length)
    {
        At += length;
        LastEnd = At;
    }

    public void SkipTrivia()
    {
        while (At < _text.Length)
        {
            if (char.IsWhiteSpace(_text[At]) || _text[At] == '\uFEFF')
            {
                At++;
            }
            else if (_text[At] == '/' && PeekAfter(1) == '/')
            {
                var end = _text.AsSpan(At).IndexOfAny('\n', '\r');
                At = end < 0 ? _text.Length : At + end;
            }
            else if (_text[At] == '/' && PeekAfter(1) == '*' && _text.IndexOf("*/", At + 2, StringComparison.Ordinal) is >= 0 and var close)
            {
                At = close + 2;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Takes a number; null when it has more digits than a decimal holds.</summary>
    public decimal? TakeNumber()
    {
        var start = At;
        SkipDigits();
        if (PeekAfter(0) == '.' && char.IsAsciiDigit(PeekAfter(1)))
        {
            At++;
            SkipDigits();
        }

        if (PeekAfter(0) is 'e' or 'E' && (char.IsAsciiDigit(PeekAfter(1)) || (PeekAfter(1) is '+' or '-' && char.IsAsciiDigit(PeekAfter(2)))))
        {
            At += 2;
            SkipDigits();
        }

        LastEnd = At;
        return decimal.TryParse(_text.AsSpan(start, At - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Takes a string whose opening quote comes next; false when it does not end.</summary>
    public bool TryTakeString([NotNullWhen(true)] out string? value)
    {
        var start = At + 1;
        var end = start;
        while (end < _text.Length && _text[end] != '"')
        {
            end += _text[end] == '\\' ? 2 : 1;
        }

        if (end >= _text.Length)
        {
            value = null;
            return false;
        }

        value = StringEscapes.Resolve(_text.AsSpan(start, end - start));
        Advance(end + 1 - At);
        return true;
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(PeekAfter(0)))
        {
            At++;
        }
    }
}
