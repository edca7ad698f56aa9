namespace Approvals.Feel;

/// <summary>Literals, names, parentheses, lists, ranges, contexts, and the words that begin an expression.</summary>
internal static class PrimaryParser
{
    public static Node? Primary(Parsing parsing)
    {
        var scanner = parsing.Scanner;
        var next = scanner.Peek();
        var start = scanner.At;
        switch (next)
        {
            case >= '0' and <= '9':
            case '.' when char.IsAsciiDigit(scanner.PeekAfter(1)):
                return scanner.TakeNumber() is { } number ? Literal(parsing, FeelValue.Of(number), start) : NumberTooLong(parsing, start);
            case '"':
                return scanner.TryTakeString(out var text) ? Literal(parsing, FeelValue.Of(text), start) : parsing.Fail("feel.unclosedString");
            case '@':
                return AtLiteral(parsing, start);
            case '(':
                return BracketParser.Parenthesis(parsing);
            case '[':
                return BracketParser.Bracket(parsing);
            case ']':
                return BracketParser.OpenRange(parsing);
            case '{':
                return ContextParser.Context(parsing);
            default:
                return Word(parsing, start);
        }
    }

    private static Constant Literal(Parsing parsing, FeelValue value, int start) => new(value) { Place = parsing.Scanner.From(start) };

    private static Node? NumberTooLong(Parsing parsing, int start)
    {
        parsing.Scanner.At = start;
        return parsing.Fail("feel.numberTooLong");
    }

    private static Node? AtLiteral(Parsing parsing, int start)
    {
        parsing.Scanner.TryTake('@');
        if (parsing.Scanner.Peek() != '"' || !parsing.Scanner.TryTakeString(out var text))
        {
            return parsing.Fail("feel.unclosedString");
        }

        var value = TemporalReader.Any(text);
        if (!value.IsNull)
        {
            return Literal(parsing, value, start);
        }

        parsing.Scanner.At = start;
        return parsing.Fail("feel.notTemporal");
    }

    private static Node? Word(Parsing parsing, int start)
    {
        var scanner = parsing.Scanner;
        var word = scanner.Slice(start, scanner.WordLength(start));
        if (word.Length == 0)
        {
            return parsing.Fail("feel.expectedExpression");
        }

        return NameParser.Known(parsing, word) is { } known ? Resolved(parsing, known, start) : word switch
        {
            "?" => Input(parsing, start),
            "if" => ControlParser.If(parsing),
            "for" => ControlParser.For(parsing),
            "some" or "every" => ControlParser.Quantified(parsing, decisive: word == "some"),
            "function" => FunctionParser.Function(parsing),
            _ => Name(parsing, word, start),
        };
    }

    private static Variable Input(Parsing parsing, int start)
    {
        parsing.Scanner.TryTake('?');
        parsing.InputUses++;
        return parsing.Bindings.Resolve(Bindings.Input, parsing.Scanner.From(start));
    }

    private static Node? Name(Parsing parsing, string word, int start)
    {
        if (NameParser.Reference(parsing, word) is not { } name)
        {
            return parsing.Fail("feel.expectedExpression");
        }

        return name switch
        {
            "true" => Literal(parsing, FeelValue.True, start),
            "false" => Literal(parsing, FeelValue.False, start),
            "null" => Literal(parsing, FeelValue.Null, start),
            _ => Resolved(parsing, name, start),
        };
    }

    /// <summary>An invoked built-in function that nothing declared hides is bound once and for all.</summary>
    private static Node Resolved(Parsing parsing, string name, int start)
    {
        var isInvoked = parsing.Scanner.Peek() == '(';
        if (isInvoked && Builtins.Clock(name) is { } clock)
        {
            return Literal(parsing, FeelValue.Of(clock), start);
        }

        var variable = parsing.Bindings.Resolve(name, parsing.Scanner.From(start));
        return isInvoked && variable is FreeVariable { Builtin: { } builtin } ? Literal(parsing, FeelValue.Of(builtin), start) : variable;
    }
}
