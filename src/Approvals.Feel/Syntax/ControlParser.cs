namespace Approvals.Feel;

/// <summary><c>if</c>, <c>for</c>, <c>some</c> and <c>every</c>.</summary>
internal static class ControlParser
{
    public static Node? If(Parsing parsing)
    {
        var start = parsing.Scanner.At;
        parsing.Scanner.TryTakeWord("if");
        return OperatorParser.Expression(parsing) is { } condition && parsing.ExpectWord("then") &&
            OperatorParser.Expression(parsing) is { } then && parsing.ExpectWord("else") &&
            OperatorParser.Expression(parsing) is { } otherwise
            ? new Conditional(condition, then, otherwise) { Place = parsing.Scanner.From(start) }
            : null;
    }

    public static Node? For(Parsing parsing)
    {
        var start = parsing.Scanner.At;
        parsing.Scanner.TryTakeWord("for");
        var bound = parsing.Bindings.Count;
        if (Iterators(parsing) is not { } iterators || !parsing.ExpectWord("return"))
        {
            return null;
        }

        // A text without the word has no use for the results so far, and no frame for them in each turn.
        var usesPartial = parsing.Scanner.Source.Text.Contains(Bindings.Partial, StringComparison.Ordinal);
        if (usesPartial)
        {
            parsing.Bindings.Push(Bindings.Partial);
        }

        var result = OperatorParser.Expression(parsing);
        parsing.Bindings.PopTo(bound);
        return result is null ? null : new ForLoop(iterators, result, usesPartial) { Place = parsing.Scanner.From(start) };
    }

    public static Node? Quantified(Parsing parsing, bool decisive)
    {
        var start = parsing.Scanner.At;
        parsing.Scanner.TryTakeWord(decisive ? "some" : "every");
        var bound = parsing.Bindings.Count;
        if (Iterators(parsing) is not { } iterators || !parsing.ExpectWord("satisfies"))
        {
            return null;
        }

        var condition = OperatorParser.Expression(parsing);
        parsing.Bindings.PopTo(bound);
        return condition is null ? null : new Quantified(iterators, condition, decisive) { Place = parsing.Scanner.From(start) };
    }

    private static Iterator[]? Iterators(Parsing parsing)
    {
        var iterators = new List<Iterator>();
        do
        {
            if (Iterator(parsing) is not { } iterator)
            {
                return null;
            }

            iterators.Add(iterator);
        }
        while (parsing.Scanner.TryTake(','));

        return [.. iterators];
    }

    private static Iterator? Iterator(Parsing parsing)
    {
        if (NameParser.Until(parsing, ",()[]{}\":", "in") is not { } name || !parsing.ExpectWord("in"))
        {
            parsing.Fail("feel.expectedName");
            return null;
        }

        parsing.Scanner.SkipTrivia();
        var start = parsing.Scanner.At;
        if (OperatorParser.Expression(parsing) is not { } domain)
        {
            return null;
        }

        Node? end = null;
        if (parsing.Scanner.TryTake(".."))
        {
            end = OperatorParser.Expression(parsing);
            if (end is null)
            {
                return null;
            }
        }

        var element = domain.Type is { Form: FeelTypeForm.List } list ? list.Element : null;
        parsing.Bindings.Push(name, element);
        return new Iterator(domain, end, parsing.Scanner.From(start));
    }
}
