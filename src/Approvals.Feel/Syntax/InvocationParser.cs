namespace Approvals.Feel;

/// <summary>Reads the arguments of an invocation.</summary>
internal static class InvocationParser
{
    public static bool Invocation(Parsing parsing, List<Link> links, int start)
    {
        parsing.Scanner.TryTake('(');
        var arguments = new List<Node>();
        var names = new List<string>();
        if (!parsing.Scanner.TryTake(')'))
        {
            do
            {
                if (!Argument(parsing, arguments, names))
                {
                    return false;
                }
            }
            while (parsing.Scanner.TryTake(','));

            if (!parsing.Expect(')'))
            {
                return false;
            }
        }

        if (names.Count > 0 && names.Count != arguments.Count)
        {
            parsing.Fail("feel.mixedArguments");
            return false;
        }

        links.Add(new InvocationLink([.. arguments], names.Count > 0 ? [.. names] : null) { Place = parsing.Scanner.From(start) });
        return true;
    }

    private static bool Argument(Parsing parsing, List<Node> arguments, List<string> names)
    {
        if (NameParser.Label(parsing) is { } name)
        {
            names.Add(name);
        }

        if (OperatorParser.Expression(parsing) is not { } argument)
        {
            return false;
        }

        arguments.Add(argument);
        return true;
    }
}
