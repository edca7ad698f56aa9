namespace Approvals.Feel;

/// <summary>Reads a range from text, as <c>range(from)</c> does: literals at the ends, no names.</summary>
internal static class RangeText
{
    public static FeelRange? Read(string text)
    {
        if (text.Length < 4)
        {
            return null;
        }

        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0 || text[0] is not ('[' or '(' or ']') || text[^1] is not (']' or ')' or '['))
        {
            return null;
        }

        var start = End(text[1..dots]);
        var end = End(text[(dots + 2)..^1]);
        return start is not { } from || end is not { } to || (from.IsNull && to.IsNull) ? null : Made(from, text[0] == '[', to, text[^1] == ']');
    }

    private static FeelRange? Made(FeelValue from, bool startIncluded, FeelValue to, bool endIncluded)
    {
        if (from.IsNull || to.IsNull)
        {
            return (from.IsNull && startIncluded) || (to.IsNull && endIncluded) ? null : new FeelRange(from, startIncluded, to, endIncluded);
        }

        return FeelOrder.Compare(from, to) is <= 0 ? new FeelRange(from, startIncluded, to, endIncluded) : null;
    }

    /// <summary>A constant, or a conversion function called on constants.</summary>
    private static bool IsLiteral(Node node) => node switch
    {
        Constant => true,
        Negation negation => IsLiteral(negation.Operand),
        PostfixChain { First: Constant { Value.Kind: FeelKind.Function } function, Links: [InvocationLink call] } =>
            function.Value.Function is Builtin { Name: "date" or "time" or "date and time" or "duration" } && Array.TrueForAll(call.Arguments, argument => argument is Constant),
        _ => false,
    };

    /// <summary>The literal's value; the null value when there is no text; nothing when it is not a literal.</summary>
    private static FeelValue? End(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return FeelValue.Null;
        }

        var parsed = Parser.Unfolded(text, FeelScope.Empty);
        if (!parsed.IsSuccess || !IsLiteral(parsed.Value.Root))
        {
            return null;
        }

        var value = new Evaluation(FeelContext.Empty, new FeelRun()).Value(parsed.Value.Root);
        return FeelOrder.Compare(value, value) is null ? null : value;
    }
}
