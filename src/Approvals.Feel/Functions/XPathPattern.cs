using System.Text;
using System.Text.RegularExpressions;

namespace Approvals.Feel;

/// <summary>
/// XPath regular expressions on .NET's engine that never backtracks, so that no pattern takes more than linear time.
/// What it cannot run, such as back-references, is refused.
/// </summary>
internal static class XPathPattern
{
    private const int MostCharacters = 1000;
    private const string Single = "\\|.-^?*+{}()[]$";

    public static Regex? Compile(string pattern, string flags)
    {
        var options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
        foreach (var flag in flags)
        {
            RegexOptions? option = flag switch
            {
                's' => RegexOptions.None,
                'm' => RegexOptions.Multiline,
                'i' => RegexOptions.IgnoreCase,
                'x' or 'q' => RegexOptions.None,
                _ => null,
            };
            if (option is null)
            {
                return null;
            }

            options |= option.Value;
        }

        var isLiteral = flags.Contains('q', StringComparison.Ordinal);
        var translated = pattern.Length > MostCharacters ? null
            : isLiteral ? Regex.Escape(pattern)
            : Translate(
                flags.Contains('x', StringComparison.Ordinal) ? WithoutSpace(pattern) : pattern,
                flags.Contains('m', StringComparison.Ordinal),
                flags.Contains('s', StringComparison.Ordinal));
        return translated is null ? null : Built(translated, options);
    }

    /// <summary>A replacement of XPath as one of .NET; null when it is not valid.</summary>
    public static string? Replacement(string text, Regex pattern)
    {
        var groups = pattern.GetGroupNumbers().Length - 1;
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '\\' or '$')
            {
                result.Append(text[++i] == '$' ? "$$" : "\\");
            }
            else if (text[i] == '$' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
            {
                var group = text[++i] - '0';
                while (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && (group * 10) + text[i + 1] - '0' <= groups)
                {
                    group = (group * 10) + text[++i] - '0';
                }

                result.Append(group <= groups ? $"${{{group}}}" : "");
            }
            else if (text[i] is '\\' or '$')
            {
                return null;
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }

    private static Regex? Built(string pattern, RegexOptions options)
    {
        try
        {
            return new Regex(pattern, options);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Without the whitespace outside character classes, even where it stands in an escape.</summary>
    private static string WithoutSpace(string pattern)
    {
        var result = new StringBuilder(pattern.Length);
        var classDepth = 0;
        var isEscaped = false;
        foreach (var character in pattern)
        {
            if (classDepth == 0 && char.IsWhiteSpace(character))
            {
                continue;
            }

            classDepth += isEscaped ? 0 : character switch { '[' => 1, ']' when classDepth > 0 => -1, _ => 0 };
            isEscaped = !isEscaped && character == '\\';
            result.Append(character);
        }

        return result.ToString();
    }

    private static string? Translate(string pattern, bool isMultiline, bool isSingleLine)
    {
        var result = new StringBuilder(pattern.Length + 8);
        for (var i = 0; i < pattern.Length; i++)
        {
            var character = pattern[i];
            var isGroup = character == '(' && i + 1 < pattern.Length && pattern[i + 1] == '?';
            var part = character switch
            {
                '\\' => ++i < pattern.Length ? Escape(pattern[i]) : null,
                '[' => XPathClass.Translate(pattern, ref i),
                ']' => null,
                '(' when isGroup && (i + 2 >= pattern.Length || pattern[i + 2] != ':') => null,
                _ when char.IsHighSurrogate(character) && i + 1 < pattern.Length => $"(?:{character}{pattern[++i]})",
                _ => Plain(character, isMultiline, isSingleLine),
            };
            if (part is null)
            {
                return null;
            }

            result.Append(part);
        }

        return result.ToString();
    }

    /// <summary>A dollar sign means the very end; a dot is one code point, and no carriage return either.</summary>
    private static string Plain(char character, bool isMultiline, bool isSingleLine) => character switch
    {
        '$' when !isMultiline => "\\z",
        '.' => $"(?:{XPathClass.Pair}|[^{(isSingleLine ? "" : "\\n\\r")}{XPathClass.Halves}])",
        _ => character.ToString(),
    };

    private static string? Escape(char character) => EscapeOfMany(character, insideClass: false) ?? (EscapedOne(character) is null ? null : $"\\{character}");

    /// <summary>The code point of an escape that stands for one.</summary>
    internal static int? EscapedOne(char character) => character switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => Single.Contains(character, StringComparison.Ordinal) ? character : null,
    };

    /// <summary>An escape that stands for many characters; null for others, and for those that no class of .NET can hold.</summary>
    internal static string? EscapeOfMany(char character, bool insideClass) => character switch
    {
        'i' => insideClass ? "\\p{L}_:" : $"(?:{XPathClass.Pair}|[\\p{{L}}_:])",
        'I' => insideClass ? null : $"[^\\p{{L}}_:{XPathClass.Halves}]",
        'c' => insideClass ? "\\p{L}\\p{N}\\p{M}_:.\\-" : $"(?:{XPathClass.Pair}|[\\p{{L}}\\p{{N}}\\p{{M}}_:.\\-])",
        'C' => insideClass ? null : $"[^\\p{{L}}\\p{{N}}\\p{{M}}_:.\\-{XPathClass.Halves}]",
        'w' when !insideClass => $"(?:{XPathClass.Pair}|[^\\p{{P}}\\p{{Z}}\\p{{C}}])",
        'W' when !insideClass => $"[\\p{{P}}\\p{{Z}}\\p{{C}}-[{XPathClass.Halves}]]",
        's' => insideClass ? " \\t\\n\\r" : "[ \\t\\n\\r]",
        'S' when !insideClass => $"(?:{XPathClass.Pair}|[^ \\t\\n\\r{XPathClass.Halves}])",
        'D' when !insideClass => $"(?:{XPathClass.Pair}|[^\\d{XPathClass.Halves}])",
        'p' or 'P' or 'S' or 'd' or 'D' or 'w' or 'W' => $"\\{character}",
        _ => null,
    };
}
