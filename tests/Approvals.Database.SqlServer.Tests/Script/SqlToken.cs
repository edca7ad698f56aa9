using System.Text.RegularExpressions;

namespace Approvals.Database.SqlServer.Tests.Script;

internal enum SqlTokenKind
{
    /// <summary>A keyword, a type or a variable.</summary>
    Word,

    /// <summary>A name in brackets; the text is without them.</summary>
    Name,

    /// <summary>A string; the text is what it means.</summary>
    Text,
    Number,
    Sign,

    /// <summary>A name in double quotes: refused where QUOTED_IDENTIFIER is off, as in sqlcmd.</summary>
    Quoted,
    End,
}

/// <summary>One word of a Transact-SQL script, with the line it stands in (from 1).</summary>
internal sealed partial record SqlToken(SqlTokenKind Kind, string Text, int Line)
{
    public static IReadOnlyList<SqlToken> Read(string script, int firstLine)
    {
        var tokens = new List<SqlToken>();
        var line = firstLine;
        for (var match = Pattern().Match(script); match.Success; match = match.NextMatch())
        {
            if (!match.Groups["space"].Success)
            {
                tokens.Add(From(match, line));
            }

            line += match.Value.Count(c => c == '\n');
        }

        tokens.Add(new(SqlTokenKind.End, "", line));
        return tokens;
    }

    private static SqlToken From(Match match, int line)
    {
        bool Is(string group) => match.Groups[group].Success;
        return match switch
        {
            _ when Is("name") => new(SqlTokenKind.Name, match.Groups["name"].Value.Replace("]]", "]", StringComparison.Ordinal), line),
            _ when Is("text") => new(SqlTokenKind.Text, match.Groups["text"].Value.Replace("''", "'", StringComparison.Ordinal), line),
            _ when Is("quoted") => new(SqlTokenKind.Quoted, match.Groups["quoted"].Value, line),
            _ when Is("number") => new(SqlTokenKind.Number, match.Value, line),
            _ when Is("word") => new(SqlTokenKind.Word, match.Value, line),
            _ when Is("sign") => new(SqlTokenKind.Sign, match.Value, line),
            _ => throw new FormatException($"Line {line}: nothing begins with '{match.Value}'."),
        };
    }

    [GeneratedRegex(
        """
        (?<space>[\s\uFEFF]+)|\[(?<name>(?:[^\]]|\]\])+)\]|N?'(?<text>(?:[^']|'')*)'|"(?<quoted>[^"]*)"|(?<number>\d+(?:\.\d+)?)|(?<word>@?[A-Za-z_][A-Za-z_0-9]*)|(?<sign><>|<=|>=|[(),;.=+*<>-])|(?<other>.)
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pattern();
}
