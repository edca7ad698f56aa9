using System.Globalization;
using Approvals.Domain.Identifiers;

namespace Approvals.Domain.Forms;

/// <summary>Masks answers for display.</summary>
public static class FieldMasks
{
    /// <summary>How a field is masked: as it says; else by its kind of identifier; else whole when it is sensitive.</summary>
    /// <param name="field">The field.</param>
    /// <param name="data">The answers beside it, which may name the kind of identifier.</param>
    public static MaskKind Of(FormComponent field, FeelContext data)
    {
        if (field.Rules.Mask is { } mask) return mask;
        if (field.Rules.Format?.Evaluate(data, FeelValue.Of).Value is { } format && format.TryGetString(out var code)
            && IdentifierKinds.TryParse(code, out var kind))
        {
            return kind switch { IdentifierKind.Uscc => MaskKind.None, IdentifierKind.Mobile => MaskKind.Mobile, _ => MaskKind.Identifier };
        }

        return field.Type == FormComponentType.Person ? MaskKind.Identifier : field.Rules.Sensitive ? MaskKind.Whole : MaskKind.None;
    }

    /// <summary>A value as it may be shown to who does not need it in full.</summary>
    public static FeelValue Apply(FormComponent field, FeelValue value, FeelContext data)
    {
        var mask = Of(field, data);
        if (value.IsNull || mask == MaskKind.None) return value;
        if (field.Type == FormComponentType.Person && value.TryGetContext(out var person) && mask != MaskKind.Whole) return Person(person);
        if (value.TryGetDate(out var day)) return FeelValue.Of(Masks.Apply(mask, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        return value.TryGetString(out var text) ? FeelValue.Of(Masks.Apply(mask, text)) : FeelValue.Of(Masks.Apply(MaskKind.Whole, "-"));
    }

    /// <summary>All answers with sensitive and masked ones masked.</summary>
    public static FormData Apply(Form form, FormData data) => new(Level(form.Components, data.Values));

    private static FeelContext Level(ImmutableArray<FormComponent> components, FeelContext values) =>
        FeelContext.From(AnswerReader.Named(components).Where(c => !values[c.Key!].IsNull)
            .Select(c => KeyValuePair.Create(c.Key!, Value(c, values[c.Key!], values))));

    private static FeelValue Value(FormComponent component, FeelValue value, FeelContext values) => component.Type switch
    {
        FormComponentType.Group when value.TryGetContext(out var context) => FeelValue.Of(Level(component.Components, context)),
        FormComponentType.Dynamiclist when value.TryGetList(out var rows) =>
            FeelValue.Of(FeelList.From(rows.Select(r => r.TryGetContext(out var row) ? FeelValue.Of(Level(component.Components, row)) : r))),
        _ => Apply(component, value, values),
    };

    private static FeelValue Person(FeelContext person) => FeelValue.Of(FeelContext.From(person.Entries.Select(e => e.Key switch
    {
        "name" when e.Value.TryGetString(out var name) => KeyValuePair.Create(e.Key, FeelValue.Of(Masks.Apply(MaskKind.Name, name))),
        "idNumber" when e.Value.TryGetString(out var number) => KeyValuePair.Create(e.Key, FeelValue.Of(Masks.Apply(MaskKind.Identifier, number))),
        _ => e,
    })));
}
