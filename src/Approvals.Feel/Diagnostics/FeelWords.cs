namespace Approvals.Feel;

/// <summary>Values in words, for explanations that people read.</summary>
public static class FeelWords
{
    /// <summary>The value in both languages: “yes”, “是”, 2026-01-01.</summary>
    /// <param name="value">The value.</param>
    /// <param name="names">What people call a coded text; null, or an answer of null, leaves the text as it is.</param>
    public static LocalText Of(FeelValue value, Func<string, LocalText?>? names = null) => value.Kind switch
    {
        FeelKind.Null => FeelTexts.Words("feel.words.null"),
        FeelKind.Boolean => FeelTexts.Words(value.Boolean ? "feel.words.true" : "feel.words.false"),
        FeelKind.String => FeelTexts.Words("feel.words.string", ("value", names?.Invoke(value.String) ?? Plain(value.String))),
        FeelKind.List when value.AsList() is { Count: > 0 } list && list.All(v => v.Kind == FeelKind.String) => Listed(list, names),
        _ => Plain(FeelText.Plain(value)),
    };

    private static LocalText Listed(FeelList list, Func<string, LocalText?>? names)
    {
        var words = list.Select(v => Of(v, names)).ToList();
        return new LocalText(string.Join("、", words.Select(w => w.Zh)), string.Join(", ", words.Select(w => w.En)));
    }

    private static LocalText Plain(string text) => new(text, text);
}

/// <summary>Unary tests in words.</summary>
internal sealed class TestWords(Func<string, LocalText?>? names)
{
    public LocalText Of(Test test) => test switch
    {
        AnyTest => FeelTexts.Words("feel.words.any"),
        ComparisonTest comparison => FeelTexts.Words(Code(comparison), ("value", Of(comparison.Endpoint))),
        ExpressionTest { UsesInput: true } expression => FeelTexts.Words("feel.words.holds", ("value", Text(expression))),
        ExpressionTest expression => Of(expression.Expression),
        AnyOfTests several => Of(several),
        _ => Text(test),
    };

    private LocalText Of(AnyOfTests tests)
    {
        var joined = tests.Tests.Select(Of).Aggregate((left, right) => FeelTexts.Words("feel.words.or", ("left", left), ("right", right)));
        return tests.Negated ? FeelTexts.Words("feel.words.not", ("value", joined)) : joined;
    }

    private LocalText Of(Node node) => node is not Constant constant ? Text(node) : constant.Value.Kind switch
    {
        FeelKind.Range => Of(constant.Value.Range),
        FeelKind.List => FeelTexts.Words("feel.words.oneOf", ("value", FeelWords.Of(constant.Value, names))),
        _ => FeelWords.Of(constant.Value, names),
    };

    private LocalText Of(FeelRange range)
    {
        if (range.Start.IsNull || range.End.IsNull)
        {
            var text = FeelText.Plain(FeelValue.Of(range));
            return new LocalText(text, text);
        }

        return FeelTexts.Words(
            "feel.words.range",
            ("start", FeelWords.Of(range.Start, names)),
            ("startIncluded", Included(range.StartIncluded)),
            ("end", FeelWords.Of(range.End, names)),
            ("endIncluded", Included(range.EndIncluded)));
    }

    private static LocalText Included(bool included) => FeelTexts.Words(included ? "feel.words.included" : "feel.words.excluded");

    private static string Code(ComparisonTest test)
    {
        var isTemporal = test.Endpoint is Constant { Value.Kind: FeelKind.Date or FeelKind.Time or FeelKind.DateTime };
        return test.Operator switch
        {
            ComparisonOperator.Equal => "feel.words.equal",
            ComparisonOperator.NotEqual => "feel.words.notEqual",
            ComparisonOperator.Less => isTemporal ? "feel.words.earlier" : "feel.words.less",
            ComparisonOperator.LessOrEqual => isTemporal ? "feel.words.earlierOrEqual" : "feel.words.lessOrEqual",
            ComparisonOperator.Greater => isTemporal ? "feel.words.later" : "feel.words.greater",
            _ => isTemporal ? "feel.words.laterOrEqual" : "feel.words.greaterOrEqual",
        };
    }

    private static LocalText Text(Node node) => new(node.Place.Text, node.Place.Text);
}
