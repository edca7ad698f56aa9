namespace Approvals.Feel;

/// <summary>Operators from the loosest, <c>or</c>, to the tightest, the sign of a number (DMN 1.5, 10.3.1.2, rule 2).</summary>
internal static class OperatorParser
{
    private const int MostComparisons = 10;

    private static readonly (string Sign, ComparisonOperator Operator)[] Comparisons =
    [
        ("<=", ComparisonOperator.LessOrEqual), (">=", ComparisonOperator.GreaterOrEqual), ("!=", ComparisonOperator.NotEqual),
        ("<", ComparisonOperator.Less), (">", ComparisonOperator.Greater), ("=", ComparisonOperator.Equal),
    ];

    public static Node? Expression(Parsing parsing) => parsing.Nested(static inner =>
    {
        // A bracket inside parentheses, lists and the like is an ordinary one again.
        var insideRangeEnd = inner.InsideRangeEnd;
        inner.InsideRangeEnd = false;
        var node = Disjunction(inner);
        inner.InsideRangeEnd = insideRangeEnd;
        return node;
    });

    /// <summary>The end of a range: a closing <c>[</c> must not be taken for a filter.</summary>
    public static Node? RangeEnd(Parsing parsing) => parsing.Nested(static inner =>
    {
        var insideRangeEnd = inner.InsideRangeEnd;
        inner.InsideRangeEnd = true;
        var node = Additive(inner);
        inner.InsideRangeEnd = insideRangeEnd;
        return node;
    });

    /// <summary>Takes a comparison sign if one comes next.</summary>
    public static ComparisonOperator? TakeComparison(Scanner scanner)
    {
        if (scanner.Peek() is '<' or '>' or '=' or '!')
        {
            foreach (var (sign, comparison) in Comparisons)
            {
                if (scanner.TryTake(sign))
                {
                    return comparison;
                }
            }
        }

        return null;
    }

    public static Node? Additive(Parsing parsing) => Chain(parsing, "+-", static inner => Chain(inner, "*/", static deeper => Chain(deeper, "^", Signed)));

    private static Node? Disjunction(Parsing parsing) => Junction(parsing, "or", true, static inner => Junction(inner, "and", false, Comparison));

    private static Node? Junction(Parsing parsing, string word, bool decisive, Func<Parsing, Node?> operand)
    {
        var start = Start(parsing);
        var first = operand(parsing);
        if (first is null || !parsing.Scanner.IsWordNext(word))
        {
            return first;
        }

        var operands = new List<Node> { first };
        while (parsing.Scanner.TryTakeWord(word))
        {
            if (operand(parsing) is not { } next)
            {
                return null;
            }

            operands.Add(next);
        }

        return new Junction([.. operands], decisive) { Place = parsing.Scanner.From(start) };
    }

    private static Node? Comparison(Parsing parsing)
    {
        var start = Start(parsing);
        var left = Operand(parsing);
        for (var count = 0; left is not null; count++)
        {
            var next = Compared(parsing, left, start);
            if (ReferenceEquals(next, left))
            {
                return left;
            }

            left = count < MostComparisons ? next : parsing.Fail("feel.nestedTooDeep");
        }

        return null;
    }

    /// <summary>A sum, or a simple positive unary test such as <c>&gt;= 2</c>, whose value is a range.</summary>
    private static Node? Operand(Parsing parsing) => parsing.Scanner.Peek() is '<' or '>' ? BracketParser.HalfRange(parsing, parsing.Scanner.At) : Additive(parsing);

    /// <summary>The left operand itself when no comparison follows.</summary>
    private static Node? Compared(Parsing parsing, Node left, int start)
    {
        if (TakeComparison(parsing.Scanner) is { } comparison)
        {
            var isEquality = comparison is ComparisonOperator.Equal or ComparisonOperator.NotEqual;
            return (isEquality ? Operand(parsing) : Additive(parsing)) is { } right
                ? new Comparison(comparison, left, right) { Place = parsing.Scanner.From(start) }
                : null;
        }

        if (parsing.Scanner.TryTakeWord("between"))
        {
            return Additive(parsing) is { } low && parsing.ExpectWord("and") && Additive(parsing) is { } high
                ? new Between(left, low, high) { Place = parsing.Scanner.From(start) }
                : null;
        }

        if (parsing.Scanner.TryTakeWord("in"))
        {
            return UnaryTestParser.AfterIn(parsing) is { } tests ? new InTests(left, tests) { Place = parsing.Scanner.From(start) } : null;
        }

        return left;
    }

    private static Node? Chain(Parsing parsing, string signs, Func<Parsing, Node?> operand)
    {
        var start = Start(parsing);
        var first = operand(parsing);
        if (first is null || TakeSign(parsing.Scanner, signs) is not { } sign)
        {
            return first;
        }

        var operands = new List<Node> { first };
        var operators = new List<char>();
        for (char? next = sign; next is { } taken; next = TakeSign(parsing.Scanner, signs))
        {
            if (operand(parsing) is not { } right)
            {
                return null;
            }

            operators.Add(taken);
            operands.Add(right);
        }

        return Folding.Of(parsing, new ArithmeticChain([.. operands], [.. operators]) { Place = parsing.Scanner.From(start) }, [.. operands]);
    }

    private static char? TakeSign(Scanner scanner, string signs)
    {
        var next = scanner.Peek();
        if (signs == "^")
        {
            return scanner.TryTake("**") ? '^' : null;
        }

        if (!signs.Contains(next, StringComparison.Ordinal) || (next == '*' && scanner.PeekAfter(1) == '*'))
        {
            return null;
        }

        scanner.TryTake(next);
        return next;
    }

    private static Node? Signed(Parsing parsing)
    {
        var start = Start(parsing);
        if (!parsing.Scanner.TryTake('-'))
        {
            return PostfixParser.Postfix(parsing);
        }

        return parsing.Nested(Signed) switch
        {
            null => null,
            { } operand => Folding.Of(parsing, new Negation(operand) { Place = parsing.Scanner.From(start) }, operand),
        };
    }

    private static int Start(Parsing parsing)
    {
        parsing.Scanner.SkipTrivia();
        return parsing.Scanner.At;
    }
}
