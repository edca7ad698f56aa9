using System.Globalization;

namespace Approvals.Workflows;

/// <summary>Calls in scripts: Elsa's own functions, Math, conversions, and methods of texts and lists.</summary>
internal sealed class ScriptCalls(ScriptTranslation translation, ScriptNames names)
{
    public FeelText Value(ScriptCall call) => call.Function switch
    {
        ScriptName function => Function(function.Name, call.Arguments),
        ScriptMember { Of: ScriptName { Name: "Math" } } math => Mathematics(math.Name, [.. call.Arguments.Select(translation.Value)]),
        ScriptMember method => Method(method, call.Arguments),
        _ => translation.Refuse("workflow.import.unknownFunction", "()"),
    };

    private FeelText Function(string name, ImmutableArray<Script> arguments) => (name, arguments) switch
    {
        ("getVariable", [ScriptText variable]) => names.Variable(variable.Text) ?? translation.Refuse("workflow.import.unknownName", variable.Text),
        ("getInput", [ScriptText input]) => names.Input(input.Text) ?? translation.Refuse("workflow.import.unknownName", input.Text),
        ("isNullOrEmpty", [var text]) => Empty(translation.Value(text)),
        ("isNullOrWhiteSpace", [var text]) => Blank(translation.Value(text)),
        ("String", [var value]) => new FeelText(translation.Text(translation.Value(value)), Binding.Choice, ScriptType.Text),
        ("Boolean", [var value]) => translation.Truth(value),
        ("Number" or "parseFloat" or "parseInt", [var value, ..]) => Number(name, translation.Value(value), arguments),
        (_, []) when names.Getter(name) is { } got => got,
        _ => translation.Refuse("workflow.import.unknownFunction", name),
    };

    private static FeelText Empty(FeelText text) => new($"{text.In(Binding.Sum)} = null or {text.In(Binding.Sum)} = \"\"", Binding.Or, ScriptType.Flag);

    private static FeelText Blank(FeelText text) =>
        new($"{text.In(Binding.Sum)} = null or matches({text.Text}, {FeelText.Quoted(@"^[\s\p{Z}]*$").Text})", Binding.Or, ScriptType.Flag);

    private FeelText Number(string name, FeelText value, ImmutableArray<Script> arguments)
    {
        if (arguments.Length > 1 && arguments is not [_, ScriptNumber { Digits: "10" }])
        {
            return translation.Refuse("workflow.import.unknownFunction", name);
        }

        var number = value.Type switch
        {
            ScriptType.Number => value,
            ScriptType.Text => FeelText.Call("number", ScriptType.Number, value.Text),
            ScriptType.Unknown => FeelText.If($"{value.In(Binding.Comparison)} instance of number", value, FeelText.Call("number", ScriptType.Number, value.Text)),
            _ => translation.Refuse("workflow.import.mixed", value.Text),
        };
        return name == "parseInt" ? Truncated(number) : number with { Type = ScriptType.Number };
    }

    private FeelText Mathematics(string name, ImmutableArray<FeelText> arguments)
    {
        if (arguments.Any(a => a.Type is not (ScriptType.Number or ScriptType.Unknown)))
        {
            return translation.Refuse("workflow.import.mixed", $"Math.{name}");
        }

        return (name, arguments) switch
        {
            ("floor", [var x]) => FeelText.Call("floor", ScriptType.Number, x.Text),
            ("ceil", [var x]) => FeelText.Call("ceiling", ScriptType.Number, x.Text),
            ("round", [var x]) => FeelText.Call("floor", ScriptType.Number, $"{x.In(Binding.Sum)} + 0.5"),
            ("trunc", [var x]) => Truncated(x),
            ("abs" or "sqrt", [var x]) => FeelText.Call(name, ScriptType.Number, x.Text),
            ("min" or "max", [_, ..]) => FeelText.Call(name, ScriptType.Number, [.. arguments.Select(a => a.Text)]),
            ("pow", [var x, var y]) => new FeelText($"{x.In(Binding.Whole)} ** {y.In(Binding.Whole)}", Binding.Power, ScriptType.Number),
            _ => translation.Refuse("workflow.import.unknownFunction", $"Math.{name}"),
        };
    }

    private static FeelText Truncated(FeelText number) => FeelText.If(
        $"{number.In(Binding.Sum)} < 0",
        FeelText.Call("ceiling", ScriptType.Number, number.Text), FeelText.Call("floor", ScriptType.Number, number.Text)) with
    { Type = ScriptType.Number };

    private FeelText Method(ScriptMember method, ImmutableArray<Script> arguments)
    {
        var of = translation.Value(method.Of);
        return of.Type switch
        {
            ScriptType.Text => TextMethod(of, method.Name, arguments),
            ScriptType.List => ListMethod(of, method.Name, arguments),
            ScriptType.Number or ScriptType.Flag when method.Name == "toString" && arguments.IsEmpty => new FeelText(translation.Text(of), Binding.Choice, ScriptType.Text),
            ScriptType.Unknown when method.Name is not ("includes" or "concat" or "slice" or "indexOf") => UnknownMethod(of, method.Name, arguments),
            _ => translation.Refuse("workflow.import.unknownFunction", method.Name),
        };
    }

    /// <summary>A method only texts, or only lists, have; FEEL's function fails for anything else.</summary>
    private FeelText UnknownMethod(FeelText of, string name, ImmutableArray<Script> arguments) => name switch
    {
        "join" => ListMethod(of, name, arguments),
        "toString" when arguments.IsEmpty => new FeelText(translation.Text(of), Binding.Choice, ScriptType.Text),
        _ => TextMethod(of, name, arguments),
    };

    private FeelText TextMethod(FeelText of, string name, ImmutableArray<Script> arguments) => (name, arguments) switch
    {
        ("toUpperCase", []) => FeelText.Call("upper case", ScriptType.Text, of.Text),
        ("toLowerCase", []) => FeelText.Call("lower case", ScriptType.Text, of.Text),
        ("trim", []) => FeelText.Call("replace", ScriptType.Text, of.Text, FeelText.Quoted(@"^[\s\p{Z}]+|[\s\p{Z}]+$").Text, "\"\""),
        ("toString", []) => of,
        ("includes", [var part]) => FeelText.Call("contains", ScriptType.Flag, of.Text, translation.Value(part).Text),
        ("startsWith", [var part]) => FeelText.Call("starts with", ScriptType.Flag, of.Text, translation.Value(part).Text),
        ("endsWith", [var part]) => FeelText.Call("ends with", ScriptType.Flag, of.Text, translation.Value(part).Text),
        ("concat", [var other]) => new FeelText($"{of.In(Binding.Sum)} + {translation.Text(translation.Value(other))}", Binding.Sum, ScriptType.Text),
        ("charAt", [ScriptNumber at]) when Whole(at) is { } index => Part(of, index, 1),
        ("substring" or "slice", [ScriptNumber from]) when Whole(from) is { } begin => FeelText.Call("substring", ScriptType.Text, of.Text, Digits(begin + 1)),
        ("substring" or "slice", [ScriptNumber from, ScriptNumber to]) when Whole(from) is { } begin && Whole(to) is { } end && end > begin =>
            Part(of, begin, end - begin),
        ("split", [ScriptText { Text.Length: > 0 } separator]) => FeelText.Call("split", ScriptType.List, of.Text, Pattern(separator.Text)),
        _ => translation.Refuse("workflow.import.unknownFunction", name),
    };

    private FeelText ListMethod(FeelText of, string name, ImmutableArray<Script> arguments) => (name, arguments) switch
    {
        ("includes", [var item]) => FeelText.Call("list contains", ScriptType.Flag, of.Text, translation.Value(item).Text),
        ("join", []) => FeelText.Call("string join", ScriptType.Text, of.Text, "\",\""),
        ("join", [ScriptText separator]) => FeelText.Call("string join", ScriptType.Text, of.Text, FeelText.Quoted(separator.Text).Text),
        ("concat", [var other]) when translation.Value(other) is { Type: ScriptType.List } list => FeelText.Call("concatenate", ScriptType.List, of.Text, list.Text),
        _ => translation.Refuse("workflow.import.unknownFunction", name),
    };

    private static FeelText Part(FeelText of, int begin, int length) => FeelText.Call("substring", ScriptType.Text, of.Text, Digits(begin + 1), Digits(length));

    private static int? Whole(ScriptNumber number) => int.TryParse(number.Digits, out var whole) && whole < 100_000 ? whole : null;

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A text as a pattern that matches itself.</summary>
    private static string Pattern(string text) =>
        FeelText.Quoted(string.Concat(text.Select(c => char.IsLetterOrDigit(c) || c is ' ' or ',' or ';' or ':' ? c.ToString() : $"\\{c}"))).Text;
}
