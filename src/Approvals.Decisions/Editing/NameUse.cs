using System.Text;

namespace Approvals.Decisions;

/// <summary>Finds a name in an expression where it stands as a whole name: not in texts, not as a part of another, not as a member.</summary>
internal static class NameUse
{
    /// <summary>The expression with another name in the place of one.</summary>
    public static string Replaced(string text, string name, string other)
    {
        var written = new StringBuilder();
        var isQuoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            if (isQuoted && text[at] == '\\' && at + 1 < text.Length)
            {
                written.Append(text[at]).Append(text[++at]);
                continue;
            }

            isQuoted ^= text[at] == '"';
            if (!isQuoted && IsAt(text, name, at))
            {
                written.Append(other);
                at += name.Length - 1;
                continue;
            }

            written.Append(text[at]);
        }

        return written.ToString();
    }

    private static bool IsAt(string text, string name, int at) =>
        string.CompareOrdinal(text, at, name, 0, name.Length) == 0
        && (at == 0 || !(IsPart(text[at - 1]) || (text[at - 1] == '.' && (at < 2 || text[at - 2] != '.'))))
        && (at + name.Length >= text.Length || !IsPart(text[at + name.Length]));

    private static bool IsPart(char character) => char.IsLetterOrDigit(character) || character is '_' or '\'';
}
