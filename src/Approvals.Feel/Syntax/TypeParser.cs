namespace Approvals.Feel;

/// <summary>Reads types: built-in names, names of the scope, <c>list&lt;…&gt;</c>, <c>range&lt;…&gt;</c>, <c>context&lt;…&gt;</c>, <c>function&lt;…&gt;-&gt;…</c>.</summary>
internal static class TypeParser
{
    private static readonly KnownName[] LongNames =
    [
        KnownName.Of("date and time")!, KnownName.Of("days and time duration")!, KnownName.Of("years and months duration")!,
    ];

    private static readonly Node Marker = new Constant(FeelValue.Null);

    public static FeelType? Type(Parsing parsing)
    {
        FeelType? type = null;
        parsing.Nested(inner =>
        {
            type = Inner(inner);
            return Marker;
        });
        return type;
    }

    private static FeelType? Inner(Parsing parsing)
    {
        var scanner = parsing.Scanner;
        scanner.SkipTrivia();
        var start = scanner.At;
        if (Name(parsing) is not { } name)
        {
            parsing.Fail("feel.expectedType");
            return null;
        }

        if (name is "list" or "range" or "context" or "function" && scanner.TryTake('<'))
        {
            return Generic(parsing, name);
        }

        if (parsing.Bindings.Scope.Types.GetValueOrDefault(name) is { } declared)
        {
            return declared;
        }

        if (FeelType.OfName(name) is { } type)
        {
            return type;
        }

        scanner.At = start;
        parsing.Fail("feel.unknownType", name);
        return null;
    }

    private static string? Name(Parsing parsing)
    {
        var scanner = parsing.Scanner;
        var text = scanner.Source.Text;
        var length = scanner.WordLength(scanner.At);
        var word = scanner.Slice(scanner.At, length);
        foreach (var known in LongNames.Concat(parsing.Bindings.Scope.KnownTypes(word).OrderByDescending(known => known.Name.Length)))
        {
            if (known.EndAt(text, scanner.At) is > 0 and var end)
            {
                scanner.Advance(end - scanner.At);
                return known.Name;
            }
        }

        scanner.Advance(length);
        while (length > 0 && scanner.At < text.Length && scanner.PeekAfter(0) == '.' && scanner.WordLength(scanner.At + 1) is > 0 and var more)
        {
            word += scanner.Slice(scanner.At, more + 1);
            scanner.Advance(more + 1);
        }

        return word.Length == 0 ? null : word;
    }

    private static FeelType? Generic(Parsing parsing, string name) => name switch
    {
        "context" => Members(parsing),
        "function" => Function(parsing),
        _ => Type(parsing) is { } element && parsing.Expect('>')
            ? new FeelType(name == "list" ? FeelTypeForm.List : FeelTypeForm.Range) { Element = element }
            : null,
    };

    private static FeelType? Members(Parsing parsing)
    {
        var members = new List<KeyValuePair<string, FeelType>>();
        do
        {
            if (NameParser.Until(parsing, ":,<>") is not { } name || !parsing.Expect(':') || Type(parsing) is not { } type)
            {
                parsing.Fail("feel.expectedName");
                return null;
            }

            members.Add(KeyValuePair.Create(name, type));
        }
        while (parsing.Scanner.TryTake(','));

        return parsing.Expect('>') ? FeelType.ContextOf(members) : null;
    }

    private static FeelType? Function(Parsing parsing)
    {
        var parameters = new List<FeelType>();
        if (!parsing.Scanner.TryTake('>'))
        {
            do
            {
                if (Type(parsing) is not { } parameter)
                {
                    return null;
                }

                parameters.Add(parameter);
            }
            while (parsing.Scanner.TryTake(','));

            if (!parsing.Expect('>'))
            {
                return null;
            }
        }

        if (!parsing.Scanner.TryTake("->"))
        {
            parsing.Fail("feel.expectedToken", "->");
            return null;
        }

        return Type(parsing) is { } result ? FeelType.FunctionOf([.. parameters], result) : null;
    }
}
