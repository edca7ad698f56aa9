namespace Approvals.Feel;

/// <summary><c>function(a: type, b) body</c>.</summary>
internal static class FunctionParser
{
    public static Node? Function(Parsing parsing)
    {
        var start = parsing.Scanner.At;
        parsing.Scanner.TryTakeWord("function");
        var names = new List<string>();
        var types = new List<FeelType?>();
        if (!parsing.Expect('(') || !Parameters(parsing, names, types))
        {
            return null;
        }

        if (parsing.Scanner.TryTakeWord("external"))
        {
            return OperatorParser.Expression(parsing) is null ? null : new ExternalFunction { Place = parsing.Scanner.From(start) };
        }

        var bound = parsing.Bindings.Count;
        for (var i = 0; i < names.Count; i++)
        {
            parsing.Bindings.Push(names[i], types[i]);
        }

        var body = OperatorParser.Expression(parsing);
        parsing.Bindings.PopTo(bound);
        return body is null ? null : new FunctionLiteral([.. names], [.. types], body) { Place = parsing.Scanner.From(start) };
    }

    private static bool Parameters(Parsing parsing, List<string> names, List<FeelType?> types)
    {
        if (parsing.Scanner.TryTake(')'))
        {
            return true;
        }

        do
        {
            if (NameParser.Until(parsing, ":,)") is not { } name)
            {
                parsing.Fail("feel.expectedName");
                return false;
            }

            var type = parsing.Scanner.TryTake(':') ? TypeParser.Type(parsing) : null;
            if (parsing.Error is not null)
            {
                return false;
            }

            names.Add(name);
            types.Add(type);
        }
        while (parsing.Scanner.TryTake(','));

        return parsing.Expect(')');
    }
}
