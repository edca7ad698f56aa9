namespace Approvals.Domain.Forms;

/// <summary>What an expression at one place of a form sees: the row's keys first, then the form's, then case, applicant and today.</summary>
internal sealed record FormFrame(FeelContext Context, string Parent)
{
    internal static FormFrame Root(Form form, FeelContext values, FormScope scope)
    {
        var around = new[]
        {
            KeyValuePair.Create("case", FeelValue.Of(scope.Case)),
            KeyValuePair.Create("applicant", FeelValue.Of(scope.Applicant)),
            KeyValuePair.Create("setting", FeelValue.Of(scope.Settings)),
            KeyValuePair.Create("today", FeelValue.Of(scope.Today)),
            KeyValuePair.Create("now", FeelValue.Of(scope.Now)),
        };
        return new FormFrame(FeelContext.From(Known(form.Components, values).Concat(around)), "");
    }

    internal FormFrame Inside(FormComponent component, FeelContext values, string path) =>
        new(FeelContext.From(Context.Entries.Concat(Known(component.Components, values))), path);

    internal bool IsTrue(FeelExpression? expression) =>
        expression is not null && expression.Evaluate(Context).Value.TryGetBoolean(out var flag) && flag;

    internal bool IsTrue(FeelOr<bool> flag) => flag.Expression is { } expression ? IsTrue(expression) : flag.Constant;

    /// <summary>Every key is known, or an expression over an empty field would meet an unknown name.</summary>
    private static IEnumerable<KeyValuePair<string, FeelValue>> Known(ImmutableArray<FormComponent> components, FeelContext values) =>
        AnswerReader.Named(components).Select(c => KeyValuePair.Create(c.Key!, Seen(c, values[c.Key!])));

    /// <summary>A box not ticked is false, not unknown; a group not filled has no rows.</summary>
    private static FeelValue Seen(FormComponent component, FeelValue value) => !value.IsNull ? value : component.Type switch
    {
        FormComponentType.Checkbox or FormComponentType.Consent => FeelValue.False,
        FormComponentType.Dynamiclist or FormComponentType.Checklist or FormComponentType.Filepicker => FeelValue.Of(FeelList.Empty),
        _ => FeelValue.Null,
    };
}
