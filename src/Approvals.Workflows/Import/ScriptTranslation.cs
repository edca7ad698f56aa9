namespace Approvals.Workflows;

/// <summary>
/// Translates plain JavaScript to FEEL by meaning: the FEEL gives the same value, or fails where JavaScript would have guessed
/// (a text compared with a number); never another value. What has no FEEL is refused with the reason.
/// </summary>
internal sealed class ScriptTranslation
{
    private const int MaximumLength = 8_000;

    private static readonly string[] Keywords =
    [
        "and", "or", "not", "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "between", "instance", "of", "function", "true", "false", "null",
    ];

    private readonly ScriptNames _names;
    private readonly ScriptOperators _operators;
    private readonly ScriptCalls _calls;

    private ScriptTranslation(ScriptNames names)
    {
        _names = names;
        _operators = new ScriptOperators(this);
        _calls = new ScriptCalls(this, names);
    }

    private Error? Error { get; set; }

    /// <summary>The FEEL of an expression, or why there is none.</summary>
    public static Result<string> Of(string source, ScriptNames names) =>
        ScriptParser.Parse(source) is var parsed && parsed.IsSuccess ? Of(parsed.Value, names) : parsed.Error;

    /// <summary>The FEEL of a parsed expression, or why there is none.</summary>
    public static Result<string> Of(Script script, ScriptNames names)
    {
        var translation = new ScriptTranslation(names);
        var feel = translation.Value(script);
        if (translation.Error is { } error)
        {
            return error;
        }

        var compiled = FeelExpression.Compile(feel.Text, names.Scope);
        return compiled.IsSuccess ? feel.Text : new Error("workflow.import.unknownName").With("found", feel.Text);
    }

    public FeelText Value(Script script)
    {
        if (Error is not null)
        {
            return FeelText.Null;
        }

        var feel = Translate(script);
        return feel.Text.Length > MaximumLength ? Refuse("workflow.import.tooLong", "") : feel;
    }

    /// <summary>The value as a flag, as JavaScript takes it in a condition.</summary>
    public FeelText Truth(Script script) => script switch
    {
        ScriptUnary { Operator: "!" } not => FeelText.Call("not", ScriptType.Flag, Truth(not.Operand).Text),
        ScriptBinary { Operator: "&&" } both => new FeelText($"{Truth(both.Left).In(Binding.And)} and {Truth(both.Right).In(Binding.And)}", Binding.And, ScriptType.Flag),
        ScriptBinary { Operator: "||" } either => new FeelText($"{Truth(either.Left).In(Binding.Or)} or {Truth(either.Right).In(Binding.Or)}", Binding.Or, ScriptType.Flag),
        _ => Truth(Value(script)),
    };

    /// <summary>The value as text, as JavaScript writes it into another.</summary>
    public string Text(FeelText value)
    {
        var text = value.In(Binding.Comparison);
        switch (value.Type)
        {
            case ScriptType.Text:
                return value.MayBeNull ? $"(if {text} = null then \"null\" else {text})" : value.In(Binding.Sum);
            case ScriptType.Number or ScriptType.Flag:
                return value.MayBeNull ? $"(if {text} = null then \"null\" else string({value.Text}))" : $"string({value.Text})";
            case ScriptType.Nothing:
                return "\"null\"";
            case ScriptType.Unknown:
                return $"(if {text} = null then \"null\" else if {text} instance of string then {text} " +
                    $"else if {text} instance of number or {text} instance of boolean then string({value.Text}) else null)";
            default:
                return Refuse("workflow.import.mixed", value.Text).Text;
        }
    }

    public FeelText Refuse(string code, string found)
    {
        Error ??= new Error(code).With("found", found);
        return FeelText.Null;
    }

    private FeelText Translate(Script script) => script switch
    {
        ScriptNumber number => new FeelText(number.Digits.StartsWith('.') ? "0" + number.Digits : number.Digits.TrimEnd('.'), Binding.Whole, ScriptType.Number),
        ScriptText text => FeelText.Quoted(text.Text),
        ScriptWord { Word: "true" or "false" } flag => new FeelText(flag.Word, Binding.Whole, ScriptType.Flag),
        ScriptWord => FeelText.Null,
        ScriptName name => Refuse("workflow.import.unknownName", name.Name),
        ScriptMember member => Member(member),
        ScriptItem item => Item(item),
        ScriptCall call => _calls.Value(call),
        ScriptUnary unary => _operators.Unary(unary),
        ScriptBinary binary => _operators.Binary(binary),
        ScriptChoice choice => FeelText.If(Truth(choice.Condition).In(Binding.Or), Value(choice.Then), Value(choice.Otherwise)),
        ScriptTemplate template => Template(template),
        ScriptList list => new FeelText($"[{string.Join(", ", list.Items.Select(i => Value(i).Text))}]", Binding.Whole, ScriptType.List),
        ScriptObject entries => new FeelText(
            $"{{{string.Join(", ", entries.Entries.Select(e => $"{FeelText.Quoted(e.Name).Text}: {Value(e.Value).Text}"))}}}", Binding.Whole, ScriptType.Object),
        ScriptAssignment assignment => Refuse("workflow.import.effect", assignment.Variable),
        _ => throw new InvalidOperationException($"No rule for {script.GetType().Name}."),
    };

    private FeelText Member(ScriptMember member)
    {
        if (member.Of is ScriptName { Name: "variables" })
        {
            return _names.Variable(member.Name) ?? Refuse("workflow.import.unknownName", member.Name);
        }

        if (member.Of is ScriptName { Name: "Math" })
        {
            return Refuse("workflow.import.unknownFunction", $"Math.{member.Name}");
        }

        var of = Value(member.Of);
        if (member.Name == "length")
        {
            return Length(of);
        }

        if (of.Type is ScriptType.Unknown or ScriptType.Object && IsPlain(member.Name))
        {
            return new FeelText($"{of.In(Binding.Whole)}.{member.Name}", Binding.Whole, ScriptType.Unknown, MayBeNull: true);
        }

        return of.Type is ScriptType.Unknown or ScriptType.Object
            ? FeelText.Call("get value", ScriptType.Unknown, of.Text, FeelText.Quoted(member.Name).Text) with { MayBeNull = true }
            : Refuse("workflow.import.unknownFunction", member.Name);
    }

    internal static bool IsPlain(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !char.IsAsciiDigit(name[0]) && !Keywords.Contains(name);

    private FeelText Length(FeelText of) => of.Type switch
    {
        ScriptType.Text => FeelText.Call("string length", ScriptType.Number, of.Text),
        ScriptType.List => FeelText.Call("count", ScriptType.Number, of.Text),
        ScriptType.Unknown => new FeelText(
            $"if {of.In(Binding.Comparison)} instance of string then string length({of.Text}) else if {of.In(Binding.Comparison)} instance of list<Any> " +
            $"then count({of.Text}) else null", Binding.Choice, ScriptType.Number, MayBeNull: true),
        _ => Refuse("workflow.import.mixed", of.Text),
    };

    private FeelText Item(ScriptItem item)
    {
        var of = Value(item.Of);
        return of.Type is ScriptType.List or ScriptType.Unknown && item.Index is ScriptNumber number && int.TryParse(number.Digits, out var index) && index < 100_000
            ? new FeelText(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{of.In(Binding.Whole)}[{index + 1}]"), Binding.Whole, ScriptType.Unknown, MayBeNull: true)
            : Refuse("workflow.import.index", of.Text);
    }

    private FeelText Template(ScriptTemplate template)
    {
        var parts = template.Parts.Where(p => p is not ScriptText { Text: "" }).Select(p => Text(Value(p))).ToList();
        return parts.Count == 0 ? FeelText.Quoted("") : new FeelText(string.Join(" + ", parts), parts.Count == 1 ? Binding.Choice : Binding.Sum, ScriptType.Text);
    }

    private static FeelText Truth(FeelText value)
    {
        var text = value.In(Binding.Comparison);
        return value.Type switch
        {
            ScriptType.Flag => value.MayBeNull ? Compared($"{text} = true") : value,
            ScriptType.Number => new FeelText($"{text} != null and {text} != 0", Binding.And, ScriptType.Flag),
            ScriptType.Text => new FeelText($"{text} != null and {text} != \"\"", Binding.And, ScriptType.Flag),
            ScriptType.List or ScriptType.Object => Compared($"{text} != null"),
            ScriptType.Nothing => new FeelText("false", Binding.Whole, ScriptType.Flag),
            _ => new FeelText(
                $"if {text} = null then false else if {text} instance of boolean then {text} else if {text} instance of number then {text} != 0 " +
                $"else if {text} instance of string then {text} != \"\" else true", Binding.Choice, ScriptType.Flag),
        };
    }

    private static FeelText Compared(string text) => new(text, Binding.Comparison, ScriptType.Flag);
}
