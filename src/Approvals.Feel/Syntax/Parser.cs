using System.Collections.Immutable;

namespace Approvals.Feel;

/// <summary>What parsing gives: the compiled root and the free names it reads.</summary>
internal sealed record Parsed(Node Root, ImmutableArray<string> References);

/// <summary>Parses and compiles whole texts.</summary>
internal static class Parser
{
    /// <summary>The longest text that is read, in UTF-16 units.</summary>
    public const int MostCharacters = 64 * 1024;

    public static Result<Parsed> Expression(string text, FeelScope scope) => Parse(text, scope, OperatorParser.Expression);

    /// <summary>With every part as it was written, even where it rests on constants alone.</summary>
    public static Result<Parsed> Unfolded(string text, FeelScope scope) => Parse(text, scope, OperatorParser.Expression, folds: false);

    public static Result<Parsed> UnaryTests(string text, FeelScope scope) => Parse(text, scope, parsing =>
    {
        parsing.Bindings.Push(Bindings.Input);
        return UnaryTestParser.Tests(parsing);
    });

    private static Result<Parsed> Parse(string text, FeelScope scope, Func<Parsing, Node?> parse, bool folds = true)
    {
        if (text.Length > MostCharacters)
        {
            return new Error("feel.tooLong", ErrorKind.TooLarge);
        }

        var parsing = new Parsing(new SourceText(text), scope) { Folds = folds };
        var root = parse(parsing);
        if (root is not null && !parsing.Scanner.AtEnd)
        {
            root = parsing.Fail("feel.expectedEnd");
        }

        return root is null ? parsing.Error! : new Parsed(root, parsing.Bindings.References);
    }
}
