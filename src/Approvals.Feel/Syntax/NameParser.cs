namespace Approvals.Feel;

/// <summary>Reads names: known ones by the longest match, others as one word or, where only a name can stand, as several.</summary>
internal static class NameParser
{
    /// <summary>A known name of several words; null, with nothing taken, when none begins here.</summary>
    public static string? Known(Parsing parsing, string word) => Longest(parsing, parsing.Bindings.Known(word), word.Length);

    /// <summary>A name of an expression whose first word is given; null, with nothing taken, when the word is an operator.</summary>
    public static string? Reference(Parsing parsing, string word)
    {
        var scanner = parsing.Scanner;
        if (PostfixParser.IsOperator(word))
        {
            return null;
        }

        scanner.Advance(word.Length);
        var mayJoin = (parsing.Bindings.InsideFilter || parsing.Bindings.Scope.Names.IsEmpty) && !parsing.Bindings.IsDeclared(word) && !BuiltinNames.IsOne(word);
        return mayJoin ? Joined(scanner, word) : word;
    }

    /// <summary>A name after a dot.</summary>
    public static string? Member(Parsing parsing, FeelType? type)
    {
        var scanner = parsing.Scanner;
        scanner.SkipTrivia();
        var length = scanner.WordLength(scanner.At);
        if (length == 0)
        {
            return null;
        }

        if (Longest(parsing, parsing.Bindings.Members(type), length) is { } known)
        {
            return known;
        }

        var word = scanner.Slice(scanner.At, length);
        scanner.Advance(length);
        return Joined(scanner, word);
    }

    /// <summary>A name that a sign or keyword ends: a variable, parameter, key or label; null when none begins here.</summary>
    public static string? Until(Parsing parsing, string signs, string? keyword = null)
    {
        var scanner = parsing.Scanner;
        scanner.SkipTrivia();
        var start = scanner.At;
        if (scanner.WordLength(start) == 0)
        {
            return null;
        }

        while (!scanner.AtEnd && !signs.Contains(scanner.Peek(), StringComparison.Ordinal) && (keyword is null || scanner.At == start || !scanner.IsWordNext(keyword)))
        {
            var length = scanner.WordLength(scanner.At);
            length = length == 0 ? DigitsLength(scanner) : length;
            if (length == 0 && !FeelName.IsSign(scanner.Peek()))
            {
                break;
            }

            scanner.Advance(Math.Max(1, length));
        }

        return FeelName.Normalize(scanner.Slice(start, scanner.LastEnd - start));
    }

    /// <summary>The name before a colon, which is taken too; null, with nothing taken, when it is not one.</summary>
    public static string? Label(Parsing parsing)
    {
        var scanner = parsing.Scanner;
        scanner.SkipTrivia();
        var start = scanner.At;
        if (Until(parsing, ":,()[]{}\"") is { } name && scanner.TryTake(':'))
        {
            return name;
        }

        scanner.At = start;
        return null;
    }

    private static int DigitsLength(Scanner scanner)
    {
        var length = 0;
        while (scanner.IsPartAt(scanner.At + length))
        {
            length++;
        }

        return length;
    }

    /// <summary>The longest known name that stands here and is longer than the word; it is taken.</summary>
    private static string? Longest(Parsing parsing, IEnumerable<KnownName> names, int wordLength)
    {
        var scanner = parsing.Scanner;
        var end = scanner.At + wordLength;
        string? longest = null;
        foreach (var known in names)
        {
            if (known.EndAt(scanner.Source.Text, scanner.At) is var at && at > end)
            {
                (end, longest) = (at, known.Name);
            }
        }

        if (longest is not null)
        {
            scanner.Advance(end - scanner.At);
        }

        return longest;
    }

    /// <summary>Words that follow each other can only be one name.</summary>
    private static string Joined(Scanner scanner, string name)
    {
        while (true)
        {
            scanner.SkipTrivia();
            var length = scanner.WordLength(scanner.At);
            if (length == 0)
            {
                return name;
            }

            var word = scanner.Slice(scanner.At, length);
            if (PostfixParser.IsOperator(word))
            {
                return name;
            }

            scanner.Advance(length);
            name = $"{name} {word}";
        }
    }
}
