namespace Approvals.Workflows;

/// <summary>Goes through the tokens of a script and remembers the first that is not expected.</summary>
internal sealed class ScriptCursor(List<ScriptToken> tokens)
{
    private const int MaximumDepth = 60;

    private int _at;
    private int _nesting;

    public Error? Error { get; set; }

    public ScriptToken Token => tokens[_at];

    /// <summary>How deep the expression around is nested.</summary>
    public int Depth { get; init; }

    public int Nesting => Depth + _nesting;

    public bool IsAtEnd => Token.Kind == ScriptTokenKind.End;

    public Script Deeper(Func<Script> parse)
    {
        if (++_nesting + Depth > MaximumDepth)
        {
            return TooLong();
        }

        var script = parse();
        _nesting--;
        return script;
    }

    public bool Take(string sign) => Is(ScriptTokenKind.Sign, sign) && Advance();

    public bool Word(string word) => Is(ScriptTokenKind.Name, word) && Advance();

    public bool Advance()
    {
        _at++;
        return true;
    }

    public void Expect(string sign)
    {
        if (!Take(sign))
        {
            Unexpected();
        }
    }

    public ScriptWord TooLong() => Fail("workflow.import.tooLong", "");

    public ScriptWord Unexpected() => IsAtEnd ? Fail("workflow.import.ends", "") : Fail("workflow.import.unexpected", Token.Text);

    /// <summary>Remembers what is not plain, and goes to the end so that parsing stops.</summary>
    public ScriptWord Fail(string code, string found)
    {
        Error ??= new Error(code).With("found", found);
        if (tokens[^1].Kind != ScriptTokenKind.End)
        {
            tokens.Add(new ScriptToken(ScriptTokenKind.End, "", false));
        }

        _at = tokens.Count - 1;
        return new ScriptWord("null");
    }

    private bool Is(ScriptTokenKind kind, string text) => Token.Kind == kind && Token.Text == text;
}
