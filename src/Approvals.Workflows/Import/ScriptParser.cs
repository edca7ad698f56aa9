namespace Approvals.Workflows;

/// <summary>Parses the plain kind of script: one value, returned or bare, with constants before it or a choice of returns.</summary>
internal sealed class ScriptParser(ScriptCursor cursor, ScriptExpressions expressions, Dictionary<string, Script> constants)
{
    private const int MaximumLength = 20_000;

    /// <summary>The expression whose value a script gives; constants are put in their places.</summary>
    public static Result<Script> Parse(string source)
    {
        if (source.Length > MaximumLength)
        {
            return new Error("workflow.import.tooLong");
        }

        var cursor = new ScriptCursor(ScriptScanner.Scan(source));
        var constants = new Dictionary<string, Script>(StringComparer.Ordinal);
        var script = new ScriptParser(cursor, new ScriptExpressions(cursor, constants), constants).Body();
        return cursor.Error is { } error ? error : script;
    }

    private Script Body()
    {
        while (cursor.Token is { Kind: ScriptTokenKind.Name, Text: "const" or "let" or "var" } && cursor.Error is null)
        {
            Constant();
        }

        var script = Statement();
        while (cursor.Take(";"))
        {
            // an empty statement
        }

        return cursor.IsAtEnd ? script : cursor.Unexpected();
    }

    private void Constant()
    {
        cursor.Advance();
        var name = cursor.Token.Text;
        if (cursor.Token.Kind != ScriptTokenKind.Name || !cursor.Advance() || !cursor.Take("="))
        {
            cursor.Unexpected();
            return;
        }

        var value = expressions.Expression();
        _ = cursor.Take(";");
        constants[name] = value;
    }

    /// <summary><c>return e;</c>, an expression, or a choice of returns.</summary>
    private Script Statement()
    {
        if (cursor.Token is { Kind: ScriptTokenKind.Sign, Text: "{" })
        {
            return cursor.Unexpected(); // a block, not an object
        }

        if (cursor.Word("return"))
        {
            return cursor.Token.OnNewLine ? cursor.Unexpected() : expressions.Expression();
        }

        if (!cursor.Word("if"))
        {
            return Assignment(expressions.Expression());
        }

        cursor.Expect("(");
        var condition = expressions.Expression();
        cursor.Expect(")");
        var then = Branch();
        _ = cursor.Word("else");
        return new ScriptChoice(condition, then, Branch());
    }

    private Script Branch()
    {
        var block = cursor.Take("{");
        if (cursor.Token is not { Kind: ScriptTokenKind.Name, Text: "return" or "if" })
        {
            return cursor.Unexpected();
        }

        var script = cursor.Deeper(Statement);
        _ = cursor.Take(";");
        if (block)
        {
            cursor.Expect("}");
        }

        return script;
    }

    private Script Assignment(Script target) => target switch
    {
        ScriptMember { Of: ScriptName { Name: "variables" } } variable when cursor.Take("=") => new ScriptAssignment(variable.Name, expressions.Expression()),
        ScriptCall { Function: ScriptName { Name: "setVariable" }, Arguments: [ScriptText name, var value] } => new ScriptAssignment(name.Text, value),
        _ => target,
    };
}
