namespace Approvals.Feel;

/// <summary>Unary tests: in a cell of a table, and after <c>in</c>.</summary>
internal static class UnaryTestParser
{
    /// <summary><c>-</c>, <c>not(tests)</c>, or tests separated by commas.</summary>
    public static Test? Tests(Parsing parsing)
    {
        var scanner = parsing.Scanner;
        scanner.SkipTrivia();
        var start = scanner.At;
        if (scanner.TryTake('-'))
        {
            if (scanner.AtEnd)
            {
                return new AnyTest { Place = scanner.From(start) };
            }

            scanner.At = start;
        }

        return Negated(parsing, start) ?? (parsing.Error is null ? Positive(parsing) : null);
    }

    /// <summary>After <c>in</c>: one test, or several in parentheses.</summary>
    public static Test? AfterIn(Parsing parsing)
    {
        var bound = parsing.Bindings.Count;
        var scanner = parsing.Scanner;
        scanner.SkipTrivia();
        var start = scanner.At;
        parsing.Bindings.Push(Bindings.Input);
        var tests = scanner.TryTake('(') ? Parenthesised(parsing, start) : Single(parsing, static inner => inner.Nested(OperatorParser.Additive));
        parsing.Bindings.PopTo(bound);
        return tests;
    }

    /// <summary><c>(a, b)</c> or <c>(a..b)</c> after <c>in</c>.</summary>
    private static Test? Parenthesised(Parsing parsing, int start)
    {
        if (Single(parsing) is not { } first)
        {
            return null;
        }

        if (first is ExpressionTest low && parsing.Scanner.TryTake(".."))
        {
            return BracketParser.Range(parsing, low.Expression, startIncluded: false, start) is { } range
                ? new ExpressionTest(range, low.UsesInput) { Place = range.Place }
                : null;
        }

        return Rest(parsing, first) is { } tests && parsing.Expect(')') ? Whole(parsing, tests, false, start) : null;
    }

    private static Test? Negated(Parsing parsing, int start)
    {
        var scanner = parsing.Scanner;
        if (!scanner.TryTakeWord("not") || !scanner.TryTake('('))
        {
            scanner.At = start;
            return null;
        }

        if (Single(parsing) is not { } first || Rest(parsing, first) is not { } tests || !parsing.Expect(')'))
        {
            return null;
        }

        // not(…) = x and the like is an expression, read from the start.
        if (!scanner.AtEnd)
        {
            scanner.At = start;
            return null;
        }

        // not(expression of ?) is the function: its answer is the expression's, negated.
        return Whole(parsing, tests, true, start);
    }

    private static Test? Positive(Parsing parsing)
    {
        var start = parsing.Scanner.At;
        return Single(parsing) is { } first && Rest(parsing, first) is { } tests ? Whole(parsing, tests, false, start) : null;
    }

    private static List<Test>? Rest(Parsing parsing, Test first)
    {
        var tests = new List<Test> { first };
        while (parsing.Scanner.TryTake(','))
        {
            if (Single(parsing) is not { } next)
            {
                return null;
            }

            tests.Add(next);
        }

        return tests;
    }

    private static Test Whole(Parsing parsing, List<Test> tests, bool negated, int start) =>
        tests.Count == 1 && !negated ? tests[0] : new AnyOfTests([.. tests], negated) { Place = parsing.Scanner.From(start) };

    private static Test? Single(Parsing parsing) => Single(parsing, OperatorParser.Expression);

    /// <summary>An operator with its endpoint, or an expression; after a bare <c>in</c> no looser than a sum.</summary>
    private static Test? Single(Parsing parsing, Func<Parsing, Node?> operand)
    {
        var scanner = parsing.Scanner;
        scanner.SkipTrivia();
        var start = scanner.At;
        if (OperatorParser.TakeComparison(scanner) is { } comparison)
        {
            return parsing.Nested(OperatorParser.Additive) is { } endpoint
                ? new ComparisonTest(comparison, endpoint) { Place = scanner.From(start) }
                : null;
        }

        var uses = parsing.InputUses;
        return operand(parsing) is { } expression
            ? new ExpressionTest(expression, parsing.InputUses > uses) { Place = scanner.From(start) }
            : null;
    }
}
