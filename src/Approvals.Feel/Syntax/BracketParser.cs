namespace Approvals.Feel;

/// <summary>Parentheses, lists and ranges, which begin alike.</summary>
internal static class BracketParser
{
    /// <summary><c>(expression)</c>, <c>(a..b]</c>, or <c>(&gt; a)</c>.</summary>
    public static Node? Parenthesis(Parsing parsing)
    {
        var start = parsing.Scanner.At;
        parsing.Scanner.TryTake('(');
        var inner = parsing.Scanner.Peek() is '=' or '!' ? HalfRange(parsing, start) : OperatorParser.Expression(parsing);
        if (inner is null)
        {
            return null;
        }

        if (parsing.Scanner.TryTake(".."))
        {
            return Range(parsing, inner, startIncluded: false, start);
        }

        return parsing.Expect(')') ? inner : null;
    }

    /// <summary>An operator and its endpoint.</summary>
    public static Node? HalfRange(Parsing parsing, int start) =>
        OperatorParser.TakeComparison(parsing.Scanner) is not { } comparison ? parsing.Fail("feel.expectedExpression")
        : parsing.Nested(OperatorParser.Additive) is { } endpoint ? Folding.Of(parsing, new HalfRange(comparison, endpoint) { Place = parsing.Scanner.From(start) }, endpoint)
        : null;

    /// <summary><c>[items]</c> or <c>[a..b]</c>.</summary>
    public static Node? Bracket(Parsing parsing)
    {
        var start = parsing.Scanner.At;
        parsing.Scanner.TryTake('[');
        var items = new List<Node>();
        if (parsing.Scanner.TryTake(']'))
        {
            return new Constant(FeelValue.Of(FeelList.Empty)) { Place = parsing.Scanner.From(start) };
        }

        do
        {
            if (OperatorParser.Expression(parsing) is not { } item)
            {
                return null;
            }

            if (items.Count == 0 && parsing.Scanner.TryTake(".."))
            {
                return Range(parsing, item, startIncluded: true, start);
            }

            items.Add(item);
        }
        while (parsing.Scanner.TryTake(','));

        return parsing.Expect(']') ? List(parsing, items, start) : null;
    }

    /// <summary><c>]a..b]</c>.</summary>
    public static Node? OpenRange(Parsing parsing)
    {
        var start = parsing.Scanner.At;
        parsing.Scanner.TryTake(']');
        if (OperatorParser.Expression(parsing) is not { } low)
        {
            return null;
        }

        if (!parsing.Scanner.TryTake(".."))
        {
            return parsing.Fail("feel.expectedToken", "..");
        }

        return Range(parsing, low, startIncluded: false, start);
    }

    /// <summary>The rest of a range after its two dots.</summary>
    public static Node? Range(Parsing parsing, Node low, bool startIncluded, int start)
    {
        if (OperatorParser.RangeEnd(parsing) is not { } high)
        {
            return null;
        }

        var endIncluded = parsing.Scanner.TryTake(']');
        if (!endIncluded && !parsing.Scanner.TryTake(')') && !parsing.Scanner.TryTake('['))
        {
            return parsing.Fail("feel.expectedToken", "]");
        }

        return Folding.Of(parsing, new RangeLiteral(low, startIncluded, high, endIncluded) { Place = parsing.Scanner.From(start) }, low, high);
    }

    private static Node List(Parsing parsing, List<Node> items, int start) =>
        Folding.Of(parsing, new ListLiteral([.. items]) { Place = parsing.Scanner.From(start) }, [.. items]);
}
