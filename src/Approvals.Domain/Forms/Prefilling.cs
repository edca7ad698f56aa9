namespace Approvals.Domain.Forms;

/// <summary>First values: what is known of the applicant, else the default.</summary>
internal static class Prefilling
{
    internal static FormData Run(Form form, FormScope scope, FormData given)
    {
        var data = given;
        foreach (var component in AnswerReader.Named(form.Components))
        {
            if (!data.Values[component.Key!].IsNull) continue;
            var value = Value(component, FormFrame.Root(form, data.Values, scope));
            if (!value.IsNull) data = data.With(component.Key!, value);
        }

        return data;
    }

    internal static FeelValue Value(FormComponent component, FormFrame frame)
    {
        var known = component.Rules.Prefill?.Evaluate(frame.Context).Value ?? FeelValue.Null;
        if (known.IsNull) known = component.Default?.Evaluate(frame.Context, v => v).Value ?? FeelValue.Null;
        return Typed(component, known);
    }

    /// <summary>Data writes a date as text; a value of the wrong type is no answer.</summary>
    private static FeelValue Typed(FormComponent component, FeelValue value) => component.Type switch
    {
        FormComponentType.Date => value.TryGetDate(out _) ? value
            : value.TryGetString(out var text) && DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date) ? FeelValue.Of(date) : FeelValue.Null,
        FormComponentType.Number => value.Kind == FeelKind.Number ? value : FeelValue.Null,
        FormComponentType.Checkbox or FormComponentType.Consent => value.Kind == FeelKind.Boolean ? value : FeelValue.Null,
        FormComponentType.Textfield or FormComponentType.Textarea or FormComponentType.Radio or FormComponentType.Select =>
            value.Kind == FeelKind.String ? value : FeelValue.Null,
        FormComponentType.Checklist or FormComponentType.Filepicker or FormComponentType.Dynamiclist =>
            value.Kind == FeelKind.List ? value : FeelValue.Null,
        FormComponentType.Person or FormComponentType.Daterange or FormComponentType.Group => value.Kind == FeelKind.Context ? value : FeelValue.Null,
        _ => FeelValue.Null,
    };
}
