using System.Globalization;
using System.Text;

namespace Approvals.Feel;

/// <summary>The escapes of string literals; a backslash before any other character stands for itself.</summary>
internal static class StringEscapes
{
    public static string Resolve(ReadOnlySpan<char> raw)
    {
        if (!raw.Contains('\\'))
        {
            return raw.ToString();
        }

        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\' || i + 1 == raw.Length)
            {
                text.Append(raw[i]);
                continue;
            }

            i++;
            i += Append(text, raw[i..]);
        }

        return text.ToString();
    }

    /// <summary>Appends what the escape stands for; returns how many characters beyond the first it took.</summary>
    private static int Append(StringBuilder text, ReadOnlySpan<char> escape)
    {
        var digits = escape[0] switch { 'u' => 4, 'U' => 6, _ => 0 };
        if (digits > 0 && escape.Length > digits && TryCode(escape.Slice(1, digits), out var code))
        {
            _ = Rune.TryCreate(code, out var rune) ? text.Append(rune.ToString()) : text.Append((char)code);
            return digits;
        }

        _ = escape[0] switch
        {
            'n' => text.Append('\n'),
            'r' => text.Append('\r'),
            't' => text.Append('\t'),
            '"' or '\'' or '\\' => text.Append(escape[0]),
            _ => text.Append('\\').Append(escape[0]),
        };
        return 0;
    }

    private static bool TryCode(ReadOnlySpan<char> digits, out int code) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code) && code <= 0x10FFFF;
}
