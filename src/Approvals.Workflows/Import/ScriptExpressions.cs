namespace Approvals.Workflows;

/// <summary>Parses expressions of scripts by the precedence of JavaScript.</summary>
internal sealed class ScriptExpressions(ScriptCursor cursor, Dictionary<string, Script> constants)
{
    private const int MaximumLinks = 60;

    private static readonly string[][] Levels =
    [
        ["??"], ["||"], ["&&"], ["===", "!==", "==", "!="], ["<", "<=", ">", ">="], ["+", "-"], ["*", "/", "%"],
    ];

    private static readonly string[] Reserved = ["new", "function", "async", "await", "typeof", "delete", "void", "class", "this"];

    public Script Expression() => cursor.Deeper(Choice);

    private Script Choice()
    {
        var condition = Binary(0);
        if (!cursor.Take("?"))
        {
            return condition;
        }

        var then = Expression();
        cursor.Expect(":");
        return new ScriptChoice(condition, then, Expression());
    }

    private Script Binary(int level)
    {
        if (level == Levels.Length)
        {
            return Power();
        }

        var left = Binary(level + 1);
        var operands = 0;
        while (cursor.Token.Kind == ScriptTokenKind.Sign && Levels[level].Contains(cursor.Token.Text) && cursor.Error is null)
        {
            var sign = cursor.Token.Text;
            cursor.Advance();
            left = ++operands > MaximumLinks ? cursor.TooLong() : new ScriptBinary(sign, left, Binary(level + 1));
        }

        return left;
    }

    private Script Power()
    {
        var operand = Unary();
        return cursor.Take("**") ? new ScriptBinary("**", operand, cursor.Deeper(Power)) : operand;
    }

    private Script Unary()
    {
        if (cursor.Token is { Kind: ScriptTokenKind.Sign, Text: "!" or "-" or "+" })
        {
            var sign = cursor.Token.Text;
            cursor.Advance();
            return new ScriptUnary(sign, cursor.Deeper(Unary));
        }

        return Postfix(Primary());
    }

    private Script Postfix(Script of)
    {
        for (var links = 0; cursor.Error is null; links++)
        {
            if (links > MaximumLinks)
            {
                return cursor.TooLong();
            }
            else if (cursor.Take(".") || cursor.Take("?."))
            {
                of = Member(of);
            }
            else if (cursor.Take("["))
            {
                var index = Expression();
                cursor.Expect("]");
                of = index is ScriptText name ? new ScriptMember(of, name.Text) : new ScriptItem(of, index);
            }
            else if (cursor.Take("("))
            {
                of = new ScriptCall(of, Listed(")"));
            }
            else
            {
                return of;
            }
        }

        return of;
    }

    private Script Member(Script of)
    {
        var name = cursor.Token.Text;
        return cursor.Token.Kind == ScriptTokenKind.Name && cursor.Advance() ? new ScriptMember(of, name) : cursor.Unexpected();
    }

    private Script Primary()
    {
        var token = cursor.Token;
        switch (token.Kind)
        {
            case ScriptTokenKind.Number:
                cursor.Advance();
                return new ScriptNumber(token.Text);
            case ScriptTokenKind.Text:
                cursor.Advance();
                return new ScriptText(token.Text);
            case ScriptTokenKind.Template:
                cursor.Advance();
                return Template(token.Text);
            case ScriptTokenKind.Name when token.Text is "true" or "false" or "null" or "undefined":
                cursor.Advance();
                return new ScriptWord(token.Text);
            case ScriptTokenKind.Name when !Reserved.Contains(token.Text):
                cursor.Advance();
                return constants.GetValueOrDefault(token.Text) ?? new ScriptName(token.Text);
            default:
                return cursor.Take("(") ? Grouped() : cursor.Take("[") ? new ScriptList(Listed("]")) : cursor.Take("{") ? Object() : cursor.Unexpected();
        }
    }

    private Script Grouped()
    {
        var inner = Expression();
        cursor.Expect(")");
        return inner;
    }

    private ImmutableArray<Script> Listed(string close)
    {
        var items = ImmutableArray.CreateBuilder<Script>();
        while (!cursor.Take(close) && cursor.Error is null)
        {
            items.Add(Expression());
            if (!cursor.Take(","))
            {
                cursor.Expect(close);
                break;
            }
        }

        return items.DrainToImmutable();
    }

    private Script Object()
    {
        var entries = ImmutableArray.CreateBuilder<(string, Script)>();
        while (!cursor.Take("}") && cursor.Error is null)
        {
            var name = cursor.Token.Text;
            if (cursor.Token.Kind is not (ScriptTokenKind.Name or ScriptTokenKind.Text or ScriptTokenKind.Number))
            {
                return cursor.Unexpected();
            }

            var key = cursor.Token.Kind;
            cursor.Advance();
            entries.Add((name, cursor.Take(":") ? Expression() : key == ScriptTokenKind.Name ? constants.GetValueOrDefault(name) ?? new ScriptName(name) : cursor.Unexpected()));
            if (!cursor.Take(","))
            {
                cursor.Expect("}");
                break;
            }
        }

        return new ScriptObject(entries.DrainToImmutable());
    }

    private ScriptTemplate Template(string raw)
    {
        var parts = ImmutableArray.CreateBuilder<Script>();
        foreach (var (text, isExpression) in ScriptTemplates.Split(raw))
        {
            parts.Add(isExpression ? Inner(text) : ScriptEscapes.Read(text) is { } plain ? new ScriptText(plain) : cursor.Fail("workflow.import.unexpected", text));
        }

        return new ScriptTemplate(parts.DrainToImmutable());
    }

    private Script Inner(string source)
    {
        var inner = new ScriptCursor(ScriptScanner.Scan(source)) { Depth = cursor.Nesting + 1 };
        var script = new ScriptExpressions(inner, constants).Expression();
        if (inner.Error is null && !inner.IsAtEnd)
        {
            inner.Unexpected();
        }

        return inner.Error is { } error ? cursor.Fail(error.Code, error.Data.GetValueOrDefault("found", "")) : script;
    }
}
