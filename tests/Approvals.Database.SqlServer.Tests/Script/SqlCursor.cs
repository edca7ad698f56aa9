namespace Approvals.Database.SqlServer.Tests.Script;

/// <summary>Reads words one after another and says in which line one is missing.</summary>
internal sealed class SqlCursor(IReadOnlyList<SqlToken> tokens)
{
    private int _at;

    public SqlToken Next => tokens[_at];

    public bool IsAtEnd => Next.Kind == SqlTokenKind.End;

    public bool Is(string word, int ahead = 0) =>
        _at + ahead < tokens.Count
        && tokens[_at + ahead] is { Kind: SqlTokenKind.Word or SqlTokenKind.Sign } token
        && token.Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes the words if all of them follow.</summary>
    public bool Take(params string[] words)
    {
        if (!words.Select((w, i) => Is(w, i)).All(f => f))
        {
            return false;
        }

        _at += words.Length;
        return true;
    }

    public void Expect(params string[] words)
    {
        if (!Take(words))
        {
            throw Unexpected($"'{string.Join(' ', words)}'");
        }
    }

    public string Name() => Take(SqlTokenKind.Name, "a name in brackets").Text;

    public string Text() => Take(SqlTokenKind.Text, "a string").Text;

    public SqlToken Any()
    {
        var token = IsAtEnd ? throw Unexpected("more") : Next;
        _at++;
        return token;
    }

    /// <summary>Everything up to a sign that stands outside parentheses; the sign stays.</summary>
    public IReadOnlyList<SqlToken> Until(params string[] ends)
    {
        var taken = new List<SqlToken>();
        for (var depth = 0; !IsAtEnd && (depth > 0 || !ends.Any(e => Is(e))); taken.Add(Any()))
        {
            depth += Is("(") ? 1 : Is(")") ? -1 : 0;
        }

        return taken;
    }

    public IReadOnlyList<string> Names()
    {
        var names = new List<string>();
        Expect("(");
        do
        {
            names.Add(Name() + (Take("DESC") ? " DESC" : ""));
        }
        while (Take(","));
        Expect(")");
        return names;
    }

    public FormatException Unexpected(string wanted) => new($"Line {Next.Line}: {wanted} is wanted before '{Next.Text}'.");

    private SqlToken Take(SqlTokenKind kind, string wanted) => Next.Kind == kind ? Any() : throw Unexpected(wanted);
}
