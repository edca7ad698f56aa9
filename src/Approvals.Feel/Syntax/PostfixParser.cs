namespace Approvals.Feel;

/// <summary>What may follow a value: paths, filters, invocations, and <c>instance of</c>.</summary>
internal static class PostfixParser
{
    private static readonly string[] Operators = ["and", "or", "in", "between", "then", "else", "return", "satisfies", "instance"];

    public static Node? Postfix(Parsing parsing)
    {
        parsing.Scanner.SkipTrivia();
        var start = parsing.Scanner.At;
        if (PrimaryParser.Primary(parsing) is not { } first)
        {
            return null;
        }

        var links = new List<Link>();
        var type = first.Type;
        while (Next(parsing, first, links, start, ref type) is { } more)
        {
            if (!more)
            {
                return null;
            }
        }

        if (parsing.Error is not null)
        {
            return null;
        }

        var node = links.Count == 0 ? first : Chain(parsing, first, links, start, type);
        return parsing.Scanner.IsWordNext("instance") ? InstanceOf(parsing, node, start) : node;
    }

    private static Node Chain(Parsing parsing, Node first, List<Link> links, int start, FeelType? type)
    {
        var called = first is Constant { Value.Kind: FeelKind.Function } && links[0] is InvocationLink call ? PreparedPattern.Of(first, call) : first;
        return Folding.Of(parsing, new PostfixChain(called, [.. links]) { Place = parsing.Scanner.From(start), Type = type });
    }

    /// <summary>Whether a word is an operator or keyword that ends a name.</summary>
    public static bool IsOperator(string word) => Array.IndexOf(Operators, word) >= 0;

    /// <summary>Null when nothing more follows, false when what follows cannot be read.</summary>
    private static bool? Next(Parsing parsing, Node first, List<Link> links, int start, ref FeelType? type)
    {
        var scanner = parsing.Scanner;
        switch (scanner.Peek())
        {
            case '.' when scanner.PeekAfter(1) != '.':
                return Path(parsing, first, links, start, ref type);
            case '[' when !ClosesRange(parsing):
                return Filter(parsing, links, start, ref type);
            case '(':
                type = null;
                return InvocationParser.Invocation(parsing, links, start);
            default:
                return null;
        }
    }

    private static bool Path(Parsing parsing, Node first, List<Link> links, int start, ref FeelType? type)
    {
        parsing.Scanner.TryTake('.');
        if (NameParser.Member(parsing, type) is not { } name)
        {
            parsing.Fail("feel.expectedName");
            return false;
        }

        if (first is FreeVariable free && free.Free.Members == links.Count)
        {
            free.Free.Extend(name);
        }

        links.Add(new PathLink(name) { Place = parsing.Scanner.From(start) });
        type = MemberType(type, name);
        return true;
    }

    private static FeelType? MemberType(FeelType? type, string name) => type switch
    {
        null => null,
        { Form: FeelTypeForm.List, Element: { } element } => element.Member(name) is { } member ? FeelType.ListOf(member) : null,
        _ => type.Member(name),
    };

    private static bool Filter(Parsing parsing, List<Link> links, int start, ref FeelType? type)
    {
        parsing.Scanner.TryTake('[');
        var element = type is { Form: FeelTypeForm.List } ? type.Element : type;
        var bound = parsing.Bindings.Count;
        parsing.Bindings.PushFilter(element);
        var condition = OperatorParser.Expression(parsing);
        parsing.Bindings.PopTo(bound);
        if (condition is null || !parsing.Expect(']'))
        {
            return false;
        }

        links.Add(new FilterLink(condition) { Place = parsing.Scanner.From(start) });
        type = condition is Constant ? element : element is null ? null : FeelType.ListOf(element);
        return true;
    }

    /// <summary>At the end of a range such as <c>]1..5[</c>, a bracket that no expression follows closes the range.</summary>
    private static bool ClosesRange(Parsing parsing)
    {
        if (!parsing.InsideRangeEnd)
        {
            return false;
        }

        var scanner = parsing.Scanner;
        var at = scanner.At;
        scanner.TryTake('[');
        var next = scanner.Peek();
        var length = scanner.WordLength(scanner.At);
        var closes = length > 0 ? IsOperator(scanner.Slice(scanner.At, length)) : !(char.IsAsciiDigit(next) || next is '"' or '(' or '[' or '{' or '-' or '@');
        scanner.At = at;
        return closes;
    }

    private static InstanceOf? InstanceOf(Parsing parsing, Node value, int start)
    {
        parsing.Scanner.TryTakeWord("instance");
        return parsing.ExpectWord("of") && TypeParser.Type(parsing) is { } type
            ? new InstanceOf(value, type) { Place = parsing.Scanner.From(start) }
            : null;
    }
}
