namespace Approvals.Feel;

/// <summary>Values in words, for explanations that people read.</summary>
public static class FeelWords
{
    /// <summary>How much of a value is told where it is only an example of what went wrong.</summary>
    private const int MostTold = 400;

    private const int MostListed = 40;

    /// <summary>The value in both languages: “yes”, “是”, 2026-01-01.</summary>
    /// <param name="value">The value.</param>
    public static LocalText Of(FeelValue value) => Of(value, null, int.MaxValue, int.MaxValue);

    /// <summary>The value in both languages for an explanation; of a long one, its beginning.</summary>
    /// <param name="value">The value.</param>
    /// <param name="names">What people call a coded text; null, or an answer of null, leaves the text as it is.</param>
    public static LocalText Of(FeelValue value, Func<string, LocalText?>? names) => Of(value, names, MostTold, MostListed);

    /// <summary>The value as FEEL text for a diagnostic; of a long one, its beginning.</summary>
    public static string Told(FeelValue value) => FeelText.Literal(value, MostTold);

    private static LocalText Of(FeelValue value, Func<string, LocalText?>? names, int most, int items) => value.Kind switch
    {
        FeelKind.Null => FeelTexts.Words("feel.words.null"),
        FeelKind.Boolean => FeelTexts.Words(value.Boolean ? "feel.words.true" : "feel.words.false"),
        FeelKind.String => FeelTexts.Words("feel.words.string", ("value", names?.Invoke(value.String) ?? Plain(FeelText.Plain(value, most)))),
        FeelKind.List when value.AsList() is { Count: > 0 } list && list.Take(items).All(v => v.Kind == FeelKind.String) => Listed(list, names, most, items),
        _ => Plain(FeelText.Plain(value, most)),
    };

    private static LocalText Listed(FeelList list, Func<string, LocalText?>? names, int most, int items)
    {
        var words = list.Take(items).Select(v => Of(v, names, most, items)).Concat(list.Count > items ? [Plain("…")] : []).ToList();
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
