using System.Globalization;
using System.Text;

namespace Approvals.Domain.Numbers;

internal enum NumberPartKind
{
    Literal,
    Region,
    Date,
    Service,
    Serial,
    Check,
}

/// <summary>One part of a case number's format.</summary>
internal sealed record NumberPart(NumberPartKind Kind, int Length, string Text)
{
    private static readonly ImmutableHashSet<string> DateFormats = ["yyyyMMdd", "yyMMdd", "yyyyMM", "yyyy"];

    internal static Result<ImmutableArray<NumberPart>> ReadAll(string pattern)
    {
        var parts = ImmutableArray.CreateBuilder<NumberPart>();
        var position = 0;
        while (position < pattern.Length)
        {
            var open = pattern.IndexOf('{', position);
            var literal = open < 0 ? pattern[position..] : pattern[position..open];
            if (literal.Length > 0) parts.Add(new NumberPart(NumberPartKind.Literal, literal.Length, literal));
            if (open < 0) break;
            var close = pattern.IndexOf('}', open);
            if (close < 0 || ReadPart(pattern[(open + 1)..close]) is not { } part) return Wrong(pattern[open..]);
            parts.Add(part);
            position = close + 1;
        }

        return Arranged(parts.ToImmutable(), pattern);
    }

    internal Error? Write(CaseNumber number, StringBuilder text)
    {
        switch (Kind)
        {
            case NumberPartKind.Literal:
                text.Append(Text);
                return null;
            case NumberPartKind.Date:
                text.Append(number.Day.ToString(Text, CultureInfo.InvariantCulture));
                return null;
            case NumberPartKind.Serial:
                text.Append(number.Serial.ToString(CultureInfo.InvariantCulture).PadLeft(Length, '0'));
                return null;
            case NumberPartKind.Check:
                text.Append(CaseNumberFormat.CheckDigit(text.ToString()));
                return null;
            default:
                return WriteCode(Kind == NumberPartKind.Region ? number.Region : number.Service, text);
        }
    }

    internal CaseNumber? Read(string text, int position, CaseNumber number)
    {
        var piece = text.Substring(position, Length);
        if (Kind != NumberPartKind.Literal && !piece.All(char.IsAsciiDigit)) return null;
        return Kind switch
        {
            NumberPartKind.Literal => piece == Text ? number : null,
            NumberPartKind.Region => number with { Region = piece },
            NumberPartKind.Service => number with { Service = piece },
            NumberPartKind.Serial => number with { Serial = int.Parse(piece, CultureInfo.InvariantCulture) },
            NumberPartKind.Date => DateOnly.TryParseExact(piece, Text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? number with { Day = day } : null,
            _ => piece[0] == CaseNumberFormat.CheckDigit(text[..position]) ? number : null,
        };
    }

    /// <summary>A region code may be shorter or longer than its place: zeros fill it, a longer one is cut to the county.</summary>
    private Error? WriteCode(string code, StringBuilder text)
    {
        var isRegion = Kind == NumberPartKind.Region;
        if (code.Length == 0 || !code.All(char.IsAsciiDigit) || (!isRegion && code.Length > Length))
        {
            return new Error(isRegion ? "numbers.region" : "numbers.service").With("value", code);
        }

        var fitted = code.Length > Length ? code[..Length] : isRegion ? code.PadRight(Length, '0') : code.PadLeft(Length, '0');
        text.Append(fitted);
        return null;
    }

    private static NumberPart? ReadPart(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (name, argument) = colon < 0 ? (text, "") : (text[..colon], text[(colon + 1)..]);
        if (name == "check") return argument.Length == 0 ? new NumberPart(NumberPartKind.Check, 1, "") : null;
        if (name == "date") return DateFormats.Contains(argument) ? new NumberPart(NumberPartKind.Date, argument.Length, argument) : null;
        if (!int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length is < 1 or > 12) return null;
        return name switch
        {
            "region" => new NumberPart(NumberPartKind.Region, length, ""),
            "service" => new NumberPart(NumberPartKind.Service, length, ""),
            "serial" when length <= 9 => new NumberPart(NumberPartKind.Serial, length, ""),
            _ => null,
        };
    }

    /// <summary>A number needs its serial once, and a check digit only as the last part that counts.</summary>
    private static Result<ImmutableArray<NumberPart>> Arranged(ImmutableArray<NumberPart> parts, string pattern)
    {
        var check = parts.Count(p => p.Kind == NumberPartKind.Check);
        var arranged = parts.Count(p => p.Kind == NumberPartKind.Serial) == 1
            && (check == 0 || (check == 1 && parts[^1].Kind == NumberPartKind.Check))
            && parts.Sum(p => p.Length) <= 40;
        return arranged ? parts : Wrong(pattern);
    }

    private static Error Wrong(string where) => new Error("numbers.pattern").With("where", where);
}
