using System.Globalization;
using System.Text;

namespace Approvals.Workflows;

/// <summary>What a token of a script is.</summary>
internal enum ScriptTokenKind
{
    End,
    Number,
    Text,
    Template,
    Name,
    Sign,
    Unknown,
}

/// <summary>A token of a script.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; of a text without the quotes, of a template with its parts still inside.</param>
/// <param name="OnNewLine">Whether a line break comes before it.</param>
internal readonly record struct ScriptToken(ScriptTokenKind Kind, string Text, bool OnNewLine);

/// <summary>Splits a script into tokens.</summary>
internal sealed class ScriptScanner(string source)
{
    private static readonly string[] Signs =
    [
        "===", "!==", "**=", "...", "=>", "==", "!=", "<=", ">=", "&&", "||", "??", "?.", "**", "+=", "-=", "*=", "/=", "%=", "++", "--",
        "+", "-", "*", "/", "%", "<", ">", "!", "?", ":", ".", ",", ";", "(", ")", "[", "]", "{", "}", "=", "&", "|", "^", "~",
    ];

    private int _at;

    public static List<ScriptToken> Scan(string source)
    {
        var scanner = new ScriptScanner(source);
        var tokens = new List<ScriptToken>();
        do
        {
            tokens.Add(scanner.Next());
        }
        while (tokens[^1].Kind is not ScriptTokenKind.End and not ScriptTokenKind.Unknown);
        return tokens;
    }

    private ScriptToken Next()
    {
        var newLine = SkipSpace();
        if (_at >= source.Length)
        {
            return new ScriptToken(ScriptTokenKind.End, "", newLine);
        }

        var (kind, text) = source[_at] switch
        {
            >= '0' and <= '9' => Number(),
            '.' when _at + 1 < source.Length && char.IsAsciiDigit(source[_at + 1]) => Number(),
            '"' or '\'' => Quoted(source[_at]),
            '`' => Template(),
            '_' or '$' => Name(),
            var letter when char.IsLetter(letter) => Name(),
            _ => Sign(),
        };
        return new ScriptToken(kind, text, newLine);
    }

    private bool SkipSpace()
    {
        var newLine = false;
        while (_at < source.Length)
        {
            if (char.IsWhiteSpace(source[_at]))
            {
                newLine |= source[_at++] is '\n' or '\r';
            }
            else if (Comment("//", "\n") || Comment("/*", "*/"))
            {
                newLine = true;
            }
            else
            {
                break;
            }
        }

        return newLine;
    }

    private bool Comment(string opens, string closes)
    {
        if (string.CompareOrdinal(source, _at, opens, 0, 2) != 0)
        {
            return false;
        }

        var end = source.IndexOf(closes, _at + 2, StringComparison.Ordinal);
        _at = end < 0 ? source.Length : end + closes.Length;
        return true;
    }

    private (ScriptTokenKind Kind, string Text) Number()
    {
        var begin = _at;
        while (_at < source.Length && (char.IsAsciiLetterOrDigit(source[_at]) || source[_at] is '.' or '_'))
        {
            _at++;
        }

        var text = source[begin.._at];
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) && !(text.Length > 1 && text[0] == '0' && text[1] != '.')
            ? (ScriptTokenKind.Number, text)
            : (ScriptTokenKind.Unknown, text);
    }

    private (ScriptTokenKind Kind, string Text) Name()
    {
        var begin = _at;
        while (_at < source.Length && (char.IsLetterOrDigit(source[_at]) || source[_at] is '_' or '$'))
        {
            _at++;
        }

        return (ScriptTokenKind.Name, source[begin.._at]);
    }

    private (ScriptTokenKind Kind, string Text) Sign()
    {
        var sign = Array.Find(Signs, s => string.CompareOrdinal(source, _at, s, 0, s.Length) == 0);
        _at += sign?.Length ?? 1;
        return sign is null ? (ScriptTokenKind.Unknown, source[(_at - 1).._at]) : (ScriptTokenKind.Sign, sign);
    }

    private (ScriptTokenKind Kind, string Text) Quoted(char quote)
    {
        var begin = _at++;
        while (_at < source.Length && source[_at] != quote && source[_at] != '\n')
        {
            _at += source[_at] == '\\' ? 2 : 1;
        }

        return _at < source.Length && source[_at] == quote && ScriptEscapes.Read(source[(begin + 1)..(_at++)]) is { } text
            ? (ScriptTokenKind.Text, text)
            : (ScriptTokenKind.Unknown, source[begin..Math.Min(_at, source.Length)]);
    }

    /// <summary>The raw template; its expressions are parsed from it later.</summary>
    private (ScriptTokenKind Kind, string Text) Template()
    {
        var begin = ++_at;
        for (var depth = 0; _at < source.Length; _at++)
        {
            if (source[_at] == '\\')
            {
                _at++;
            }
            else if (depth == 0 && source[_at] == '`')
            {
                return (ScriptTokenKind.Template, source[begin.._at++]);
            }
            else if (source[_at] == '{' && (depth > 0 || source[_at - 1] == '$'))
            {
                depth++;
            }
            else if (depth > 0 && source[_at] == '}')
            {
                depth--;
            }
        }

        return (ScriptTokenKind.Unknown, source[(begin - 1)..]);
    }
}

/// <summary>Escapes in texts of scripts.</summary>
internal static class ScriptEscapes
{
    /// <summary>The text meant; null when an escape is not known.</summary>
    public static string? Read(string raw)
    {
        if (!raw.Contains('\\', StringComparison.Ordinal))
        {
            return raw;
        }

        var text = new StringBuilder();
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
            }
            else if (++i < raw.Length && One(raw, ref i) is { } meant)
            {
                text.Append(meant);
            }
            else
            {
                return null;
            }
        }

        return text.ToString();
    }

    private static string? One(string raw, ref int at) => raw[at] switch
    {
        'n' => "\n",
        't' => "\t",
        'r' => "\r",
        'u' => Unicode(raw, ref at),
        '\n' => "",
        '\\' or '"' or '\'' or '`' or '/' or '$' or '{' or '}' => raw[at].ToString(),
        _ => null,
    };

    private static string? Unicode(string raw, ref int at)
    {
        if (at + 4 >= raw.Length || !ushort.TryParse(raw.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return null;
        }

        at += 4;
        return ((char)code).ToString();
    }
}
