namespace Approvals.Domain.Forms;

/// <summary>Answers as expressions outside the form see them.</summary>
public static class FormValues
{
    /// <summary>
    /// The answers with every key of the form: what was not asked or not answered is null, so that naming it is no mistake of
    /// the expression's author.
    /// </summary>
    public static FeelContext ToFeel(this Form form, FormData? answers) => Complete(form.Components, answers?.Values ?? FeelContext.Empty);

    private static FeelContext Complete(ImmutableArray<FormComponent> components, FeelContext values) => FeelContext.From(
        AnswerReader.Named(components).Select(c => KeyValuePair.Create(c.Key!, Complete(c, values[c.Key!]))));

    private static FeelValue Complete(FormComponent component, FeelValue value) => component.Type switch
    {
        FormComponentType.Group => FeelValue.Of(Complete(component.Components, value.TryGetContext(out var inner) ? inner : FeelContext.Empty)),
        FormComponentType.Dynamiclist => FeelValue.Of(Rows(component, value)),
        _ => value,
    };

    private static FeelList Rows(FormComponent component, FeelValue value) => value.TryGetList(out var rows)
        ? FeelList.From([.. rows.Select(r => r.TryGetContext(out var row) ? FeelValue.Of(Complete(component.Components, row)) : r)])
        : FeelList.Empty;
}
