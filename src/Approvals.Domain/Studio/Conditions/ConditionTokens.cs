using System.Text.RegularExpressions;

namespace Approvals.Domain.Studio.Conditions;

/// <summary>What a word of a condition is.</summary>
internal enum ConditionTokenKind
{
    Path,
    Number,
    Text,
    Temporal,
    Sign,
}

/// <summary>A word of a condition.</summary>
internal readonly record struct ConditionToken(ConditionTokenKind Kind, string Text);

/// <summary>Cuts the text of a condition into words.</summary>
internal static partial class ConditionTokens
{
    private const int MostTokens = 4_000;

    private static readonly ImmutableHashSet<string> Reserved =
    [
        "and", "or", "not", "in", "between", "null", "true", "false", "if", "then", "else", "for", "return", "some", "every", "satisfies", "function", "instance", "of", "item", "partial",
    ];

    /// <summary>The words; null when there is a sign that conditions do not have.</summary>
    internal static List<ConditionToken>? Of(string text)
    {
        var tokens = new List<ConditionToken>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var match = Token().Match(text, at);
            if (!match.Success || tokens.Count >= MostTokens)
            {
                return null;
            }

            tokens.Add(new ConditionToken(KindOf(match.Value), match.Value));
            at += match.Length;
        }

        return tokens;
    }

    /// <summary>Whether a text is a name, or names with dots between them, that is no word of the language.</summary>
    internal static bool IsPath(string text) => text.Length <= 400 && Path().IsMatch(text) && !text.Split('.').Any(Reserved.Contains);

    internal static bool IsNumber(string text) => text.Length <= 28 && Number().IsMatch(text);

    private static ConditionTokenKind KindOf(string text) => text[0] switch
    {
        '"' => ConditionTokenKind.Text,
        '@' => ConditionTokenKind.Temporal,
        _ when IsNumber(text) => ConditionTokenKind.Number,
        _ when char.IsLetter(text[0]) || text[0] == '_' => ConditionTokenKind.Path,
        _ => ConditionTokenKind.Sign,
    };

    [GeneratedRegex("""\G(?:@?"(?:\\.|[^"\\])*"|-?[0-9]+(?:\.[0-9]+)?|[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*|!=|<=|>=|\.\.|[=<>(),\[\]])""", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex("""^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*\z""", RegexOptions.CultureInvariant)]
    private static partial Regex Path();

    [GeneratedRegex("""^-?[0-9]+(?:\.[0-9]+)?\z""", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
