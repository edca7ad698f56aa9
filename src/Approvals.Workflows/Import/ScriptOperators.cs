namespace Approvals.Workflows;

/// <summary>Operators of scripts, by meaning.</summary>
internal sealed class ScriptOperators(ScriptTranslation translation)
{
    public FeelText Unary(ScriptUnary unary)
    {
        if (unary.Operator == "!")
        {
            return translation.Truth(unary);
        }

        var operand = translation.Value(unary.Operand);
        return (unary.Operator, operand.Type) switch
        {
            ("-", ScriptType.Number or ScriptType.Unknown) => new FeelText($"-{operand.In(Binding.Whole)}", Binding.Sign, ScriptType.Number, operand.MayBeNull),
            ("+", ScriptType.Number) => operand,
            ("+", ScriptType.Text) => FeelText.Call("number", ScriptType.Number, operand.Text) with { MayBeNull = true },
            _ => translation.Refuse("workflow.import.mixed", operand.Text),
        };
    }

    public FeelText Binary(ScriptBinary binary) => binary.Operator switch
    {
        "&&" or "||" => Logic(binary),
        "??" => translation.Value(binary.Left) is var left ? FeelText.If($"{left.In(Binding.Comparison)} != null", left, translation.Value(binary.Right)) : default,
        "===" or "!==" or "==" or "!=" => Equality(binary),
        "<" or "<=" or ">" or ">=" => Order(binary.Operator, translation.Value(binary.Left), translation.Value(binary.Right)),
        "+" => Sum(translation.Value(binary.Left), translation.Value(binary.Right)),
        _ => Arithmetic(binary.Operator, translation.Value(binary.Left), translation.Value(binary.Right)),
    };

    /// <summary>The value of one of both, as JavaScript gives it; of flags it is plain logic.</summary>
    private FeelText Logic(ScriptBinary binary)
    {
        var (left, right) = (translation.Value(binary.Left), translation.Value(binary.Right));
        if (IsPlainFlag(left) && IsPlainFlag(right))
        {
            return translation.Truth(binary);
        }

        var condition = translation.Truth(binary.Left).In(Binding.Or);
        return binary.Operator == "&&" ? FeelText.If(condition, right, left) : FeelText.If(condition, left, right);
    }

    private static bool IsPlainFlag(FeelText value) => value is { Type: ScriptType.Flag, MayBeNull: false };

    private FeelText Equality(ScriptBinary binary)
    {
        var (left, right) = (translation.Value(binary.Left), translation.Value(binary.Right));
        var sign = binary.Operator.StartsWith('!') ? "!=" : "=";
        var compared = new FeelText($"{left.In(Binding.Sum)} {sign} {right.In(Binding.Sum)}", Binding.Comparison, ScriptType.Flag);
        if (left.Type == ScriptType.Nothing || right.Type == ScriptType.Nothing)
        {
            return binary.Operator.Length == 3 && !IsNull(binary) ? translation.Refuse("workflow.import.undefined", binary.Operator) : compared;
        }

        var comparable = left.Type == right.Type || left.Type == ScriptType.Unknown || right.Type == ScriptType.Unknown;
        return comparable && !IsReference(left) && !IsReference(right)
            ? compared
            : translation.Refuse("workflow.import.mixed", $"{left.Text} {binary.Operator} {right.Text}");
    }

    /// <summary>A strict comparison with null itself; FEEL does not tell null from undefined, which a missing member gives.</summary>
    private static bool IsNull(ScriptBinary binary) =>
        (binary.Right is ScriptWord { Word: "null" } && binary.Left is not (ScriptMember { Of: not ScriptName } or ScriptItem)) ||
        (binary.Left is ScriptWord { Word: "null" } && binary.Right is not (ScriptMember { Of: not ScriptName } or ScriptItem));

    private static bool IsReference(FeelText value) => value.Type is ScriptType.List or ScriptType.Object;

    private FeelText Order(string sign, FeelText left, FeelText right)
    {
        var comparable = (left.Type, right.Type) is (ScriptType.Number or ScriptType.Unknown, ScriptType.Number or ScriptType.Unknown)
            or (ScriptType.Text or ScriptType.Unknown, ScriptType.Text or ScriptType.Unknown);
        return comparable
            ? new FeelText($"{left.In(Binding.Sum)} {sign} {right.In(Binding.Sum)}", Binding.Comparison, ScriptType.Flag)
            : translation.Refuse("workflow.import.mixed", $"{left.Text} {sign} {right.Text}");
    }

    private FeelText Sum(FeelText left, FeelText right)
    {
        if (left.Type == ScriptType.Text || right.Type == ScriptType.Text)
        {
            return new FeelText($"{translation.Text(left)} + {translation.Text(right)}", Binding.Sum, ScriptType.Text);
        }

        return IsNumeric(left) && IsNumeric(right)
            ? new FeelText($"{left.In(Binding.Sum)} + {right.In(Binding.Product)}", Binding.Sum,
                left.Type == ScriptType.Number || right.Type == ScriptType.Number ? ScriptType.Number : ScriptType.Unknown)
            : translation.Refuse("workflow.import.mixed", $"{left.Text} + {right.Text}");
    }

    private FeelText Arithmetic(string sign, FeelText left, FeelText right)
    {
        if (!IsNumeric(left) || !IsNumeric(right))
        {
            return translation.Refuse("workflow.import.mixed", $"{left.Text} {sign} {right.Text}");
        }

        return sign switch
        {
            "-" => new FeelText($"{left.In(Binding.Sum)} - {right.In(Binding.Product)}", Binding.Sum, ScriptType.Number),
            "*" or "/" => new FeelText($"{left.In(Binding.Product)} {sign} {right.In(Binding.Power)}", Binding.Product, ScriptType.Number),
            "**" => new FeelText($"{left.In(Binding.Whole)} ** {right.In(Binding.Whole)}", Binding.Power, ScriptType.Number),
            _ => Remainder(left, right),
        };
    }

    /// <summary>JavaScript's remainder takes the sign of the dividend, FEEL's modulo that of the divisor.</summary>
    private static FeelText Remainder(FeelText left, FeelText right) => new(
        $"if {left.In(Binding.Sum)} < 0 then -modulo(-{left.In(Binding.Whole)}, abs({right.Text})) else modulo({left.Text}, abs({right.Text}))",
        Binding.Choice, ScriptType.Number);

    private static bool IsNumeric(FeelText value) => value.Type is ScriptType.Number or ScriptType.Unknown;
}
