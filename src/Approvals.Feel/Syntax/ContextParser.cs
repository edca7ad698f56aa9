namespace Approvals.Feel;

/// <summary>Reads contexts: keys are names or strings; an entry sees those before it.</summary>
internal static class ContextParser
{
    public static Node? Context(Parsing parsing)
    {
        var scanner = parsing.Scanner;
        var start = scanner.At;
        scanner.TryTake('{');
        var names = new List<string>();
        var values = new List<Node>();
        var namesItself = new List<bool>();
        var bound = parsing.Bindings.Count;
        if (!scanner.TryTake('}'))
        {
            do
            {
                if (!Entry(parsing, names, values, namesItself))
                {
                    return null;
                }
            }
            while (scanner.TryTake(','));

            if (!parsing.Expect('}'))
            {
                return null;
            }
        }

        parsing.Bindings.PopTo(bound);
        return new ContextLiteral([.. names], [.. values], [.. namesItself]) { Place = scanner.From(start) };
    }

    private static bool Entry(Parsing parsing, List<string> names, List<Node> values, List<bool> namesItself)
    {
        if (Key(parsing) is not { } name || !parsing.Expect(':'))
        {
            parsing.Fail("feel.expectedName");
            return false;
        }

        if (names.Contains(name))
        {
            parsing.Fail("feel.duplicateKey", name);
            return false;
        }

        // Only a function may name itself; elsewhere its own name still means what it meant outside.
        var isFunction = parsing.Scanner.IsWordNext("function");
        if (isFunction)
        {
            parsing.Bindings.Push(name);
        }

        if (OperatorParser.Expression(parsing) is not { } value)
        {
            return false;
        }

        if (!isFunction)
        {
            parsing.Bindings.Push(name, value.Type);
        }

        parsing.Bindings.NoteMember(name);
        names.Add(name);
        values.Add(value);
        namesItself.Add(isFunction);
        return true;
    }

    private static string? Key(Parsing parsing) => parsing.Scanner.Peek() != '"'
        ? NameParser.Until(parsing, ":,{}\"")
        : parsing.Scanner.TryTakeString(out var text) ? text : null;
}
