using System.Globalization;

namespace Approvals.Feel;

/// <summary>The state of parsing one text. A part that cannot be read gives null, and the first failure is kept.</summary>
internal sealed class Parsing(SourceText source, FeelScope scope)
{
    public const int MostNesting = 200;
    private const int LevelsPerGuard = 20;

    private int _nesting;

    public Scanner Scanner { get; } = new(source);

    public Bindings Bindings { get; } = new(scope);

    public Error? Error { get; private set; }

    /// <summary>How often <c>?</c> was read.</summary>
    public int InputUses { get; set; }

    /// <summary>Whether what rests on constants alone is worked out here.</summary>
    public bool Folds { get; init; } = true;

    /// <summary>Whether a bracket may close a range here rather than open a filter.</summary>
    public bool InsideRangeEnd { get; set; }

    /// <summary>Fails at the place where the next part begins.</summary>
    public Node? Fail(string code, string? expected = null)
    {
        if (Error is not null)
        {
            return null;
        }

        Scanner.SkipTrivia();
        var (line, column) = source.LineAndColumn(Scanner.At);
        var error = new Error(code)
            .With("line", line.ToString(CultureInfo.InvariantCulture))
            .With("column", column.ToString(CultureInfo.InvariantCulture))
            .With("found", Found());
        Error = expected is null ? error : error.With("expected", expected);
        return null;
    }

    public bool Expect(char sign)
    {
        if (Scanner.TryTake(sign))
        {
            return true;
        }

        Fail("feel.expectedToken", sign.ToString());
        return false;
    }

    public bool ExpectWord(string word)
    {
        if (Scanner.TryTakeWord(word))
        {
            return true;
        }

        Fail("feel.expectedToken", word);
        return false;
    }

    /// <summary>Reads a part one level deeper; too many levels fail.</summary>
    public Node? Nested(Func<Parsing, Node?> part)
    {
        if (_nesting >= MostNesting)
        {
            return Fail("feel.nestedTooDeep");
        }

        _nesting++;
        var start = Scanner.At;
        var node = part(this);
        var guarded = node is not null and not Constant && _nesting % LevelsPerGuard == 0;
        _nesting--;
        return guarded ? new StackGuard(node!) { Place = Scanner.From(start) } : node;
    }

    private string Found()
    {
        if (Scanner.AtEnd)
        {
            return "∎";
        }

        var length = Math.Max(1, Scanner.WordLength(Scanner.At));
        return Scanner.Slice(Scanner.At, Math.Min(length, 40));
    }
}
