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
    private const string Escapable = "nrt\\|.-^?*+{}()[]$pPsSdDwWiIcC";

    public static Regex? Compile(string pattern, string flags)
    {
        var options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
        foreach (var flag in flags)
        {
            RegexOptions? option = flag switch
            {
                's' => RegexOptions.Singleline,
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
            : Translate(pattern, flags.Contains('x', StringComparison.Ordinal), flags.Contains('m', StringComparison.Ordinal));
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

    private static string? Translate(string pattern, bool skipsSpace, bool isMultiline)
    {
        var result = new StringBuilder(pattern.Length + 8);
        var classDepth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            var character = pattern[i];
            if (character == '\\')
            {
                if (++i >= pattern.Length || Escape(pattern[i], classDepth > 0) is not { } escape)
                {
                    return null;
                }

                result.Append(escape);
                continue;
            }

            if (character == '(' && classDepth == 0 && i + 1 < pattern.Length && pattern[i + 1] == '?' && (i + 2 >= pattern.Length || pattern[i + 2] != ':'))
            {
                return null;
            }

            classDepth += character switch { '[' => 1, ']' when classDepth > 0 => -1, _ => 0 };
            if (!(skipsSpace && classDepth == 0 && char.IsWhiteSpace(character)))
            {
                result.Append(Plain(character, classDepth > 0, isMultiline));
            }
        }

        return classDepth == 0 ? result.ToString() : null;
    }

    /// <summary>A dollar sign means the very end; a dot is no carriage return either.</summary>
    private static string Plain(char character, bool insideClass, bool isMultiline) =>
        character == '$' && !insideClass && !isMultiline ? "\\z" : character == '#' ? "\\#" : character.ToString();

    private static string? Escape(char character, bool insideClass) => !Escapable.Contains(character, StringComparison.Ordinal) ? null : character switch
    {
        'i' => insideClass ? "\\p{L}_:" : "[\\p{L}_:]",
        'I' => insideClass ? null : "[^\\p{L}_:]",
        'c' => insideClass ? "\\p{L}\\p{N}\\p{M}_:.\\-" : "[\\p{L}\\p{N}\\p{M}_:.\\-]",
        'C' => insideClass ? null : "[^\\p{L}\\p{N}\\p{M}_:.\\-]",
        'w' when !insideClass => "[^\\p{P}\\p{Z}\\p{C}]",
        'W' when !insideClass => "[\\p{P}\\p{Z}\\p{C}]",
        's' => insideClass ? " \\t\\n\\r" : "[ \\t\\n\\r]",
        'S' when !insideClass => "[^ \\t\\n\\r]",
        _ => $"\\{character}",
    };
}
