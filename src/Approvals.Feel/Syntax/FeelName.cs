using System.Text;

namespace Approvals.Feel;

/// <summary>The spelling of names (DMN 1.5, 10.3.1.4): whitespace between the parts of a name does not matter.</summary>
public static class FeelName
{
    private const string Signs = "./-'’+*";

    /// <summary>One space for each run of whitespace, none at the ends.</summary>
    public static string Normalize(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (!char.IsWhiteSpace(character))
            {
                text.Append(character);
            }
            else if (text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>Whether the name is one word, so that a context's text may show it without quotes.</summary>
    internal static bool IsPlain(string name)
    {
        var first = true;
        foreach (var rune in name.EnumerateRunes())
        {
            if (first ? !IsStart(rune) || rune.Value == '?' : !IsPart(rune))
            {
                return false;
            }

            first = false;
        }

        return !first;
    }

    /// <summary>Whether a name may begin with the character.</summary>
    internal static bool IsStart(Rune rune) => rune.Value switch
    {
        '?' or '_' => true,
        < 0x80 => Rune.IsLetter(rune),
        _ => Rune.IsLetter(rune) || IsOtherStart(rune.Value),
    };

    /// <summary>Whether the character may go on in a word of a name.</summary>
    internal static bool IsPart(Rune rune) =>
        IsStart(rune) || Rune.IsDigit(rune) || rune.Value is 0xB7 or (>= 0x300 and <= 0x36F) or 0x203F or 0x2040;

    /// <summary>Whether the character is a sign that a known name may hold.</summary>
    internal static bool IsSign(char character) => Signs.Contains(character, StringComparison.Ordinal);

    private static bool IsOtherStart(int value) => value is
        (>= 0xC0 and <= 0xD6) or (>= 0xD8 and <= 0xF6) or (>= 0xF8 and <= 0x2FF) or (>= 0x370 and <= 0x37D) or
        (>= 0x37F and <= 0x1FFF) or (>= 0x200C and <= 0x200D) or (>= 0x2070 and <= 0x218F) or (>= 0x2C00 and <= 0x2FEF) or
        (>= 0x3001 and <= 0xD7FF) or (>= 0xF900 and <= 0xFDCF) or (>= 0xFDF0 and <= 0xFFFD) or (>= 0x10000 and <= 0xEFFFF);
}
