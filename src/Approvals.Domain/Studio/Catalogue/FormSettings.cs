using Approvals.Domain.Forms;
using Approvals.Domain.Packages;

namespace Approvals.Domain.Studio.Catalogue;

/// <summary>Every setting of a form and of its components, as docs/schemas/form.schema.json has them.</summary>
public static class FormSettings
{
    private static readonly ImmutableArray<FormComponentType> Choosing = [FormComponentType.Select, FormComponentType.Radio, FormComponentType.Checklist];

    private static readonly ImmutableArray<FormComponentType> Texts = [FormComponentType.Textfield, FormComponentType.Textarea];

    private static readonly ImmutableArray<FormComponentType> Counted = [FormComponentType.Dynamiclist, FormComponentType.Filepicker];

    private static readonly ImmutableArray<FormComponentType> Shown = [FormComponentType.Text, FormComponentType.Table, FormComponentType.Group];

    /// <summary>The kinds of component as form files write them, in the order of the palette.</summary>
    public static ImmutableArray<string> Kinds => [.. Enum.GetValues<FormComponentType>().Select(Word)];

    /// <summary>Settings of the form itself.</summary>
    public static ImmutableArray<Setting> Form => new SettingList("form")
        .Add("name", SettingKind.LocalText).Add("id", SettingKind.Text, required: true).Choice("type", "formType", ["default"])
        .Whole("schemaVersion", 0, 1_000).Add("components", SettingKind.Components).All;

    /// <summary>Settings of a kind of component.</summary>
    /// <param name="kind">The kind as form files write it.</param>
    public static ImmutableArray<Setting> Of(string kind) => Settings(Enum.Parse<FormComponentType>(kind, ignoreCase: true));

    private static ImmutableArray<Setting> Settings(FormComponentType type)
    {
        var list = new SettingList("component");
        General(list.In("general"), type);
        if (Choosing.Contains(type)) Choices(list.In("choices"));
        if (type == FormComponentType.Filepicker) Documents(list.In("document"));
        if (type == FormComponentType.Table) Table(list.In("choices"));
        Conditions(list.In("conditions"), type);
        if (Shown.Contains(type)) return list.All;
        Checks(list.In("checks"), type);
        Personal(list.In("personal"));
        return list.All;
    }

    private static void General(SettingList list, FormComponentType type)
    {
        list.Add("label", SettingKind.LocalText, required: !Shown.Contains(type));
        if (type is FormComponentType.Text or FormComponentType.Consent) list.Add("text", SettingKind.LocalMarkdown);
        list.Add("approvals/help", SettingKind.LocalText).Add("description", SettingKind.LocalText);
        if (type is FormComponentType.Group or FormComponentType.Dynamiclist) list.Add("path", SettingKind.Text, type == FormComponentType.Dynamiclist);
        else if (!Shown.Contains(type)) list.Add("key", SettingKind.Text, required: true);
        if (type is FormComponentType.Group or FormComponentType.Dynamiclist) list.Add("components", SettingKind.Components);
        if (type == FormComponentType.Number) list.Add("approvals/unit", SettingKind.LocalText).Whole("decimalDigits", 0, 28);
        if (type == FormComponentType.Expression) list.Add("expression", SettingKind.Feel, required: true);
        list.Choice("type", "component", Kinds, required: true).Add("id", SettingKind.Text);
    }

    private static void Choices(SettingList list) => list
        .Records("values", "value", new SettingList("option").Add("value", SettingKind.Text, required: true).Add("label", SettingKind.LocalText))
        .Reference("approvals/list", SettingSource.Lists).Add("valuesExpression", SettingKind.Feel);

    private static void Table(SettingList list) => list
        .Add("dataSource", SettingKind.Feel)
        .Records("columns", "key", new SettingList("column").Add("key", SettingKind.Text, required: true).Add("label", SettingKind.LocalText, required: true));

    private static void Documents(SettingList list) => list
        .Reference("approvals/document", SettingSource.Documents).Choices("approvals/formats", "format", LimitSettings.Formats)
        .Number("approvals/maxMegabytes", 0, 100).Add("approvals/template", SettingKind.Text);

    private static void Conditions(SettingList list, FormComponentType type)
    {
        list.Add("conditional/hide", SettingKind.Condition);
        if (Shown.Contains(type)) return;
        list.Add("validate/required", SettingKind.FlagOrFeel).Add("readonly", SettingKind.FlagOrFeel).Add("disabled", SettingKind.Flag)
            .Add("defaultValue", SettingKind.ValueOrFeel).Add("approvals/prefill", SettingKind.Feel);
    }

    private static void Checks(SettingList list, FormComponentType type)
    {
        if (type == FormComponentType.Number) list.Add("validate/min", SettingKind.NumberOrFeel).Add("validate/max", SettingKind.NumberOrFeel);
        if (type is FormComponentType.Date or FormComponentType.Daterange) list.Add("validate/min", SettingKind.ValueOrFeel).Add("validate/max", SettingKind.ValueOrFeel);
        if (Counted.Contains(type)) list.Add("approvals/min", SettingKind.NumberOrFeel).Add("approvals/max", SettingKind.NumberOrFeel);
        if (Texts.Contains(type))
        {
            list.Add(new Setting("component", "approvals/format", SettingKind.TextOrFeel) { Words = "identifier", Options = [.. Identifiers.IdentifierKinds.Codes] })
                .Whole("validate/minLength", 0, 100_000).Whole("validate/maxLength", 0, 100_000)
                .Add("validate/pattern", SettingKind.Text).Add("validate/patternErrorMessage", SettingKind.LocalText);
        }

        list.Records("approvals/check", null, new SettingList("check").Add("rule", SettingKind.Condition, required: true).Add("message", SettingKind.LocalText, required: true));
    }

    private static void Personal(SettingList list) => list
        .Add("approvals/purpose", SettingKind.LocalText).Add("approvals/sensitive", SettingKind.Flag).Add("approvals/identifying", SettingKind.Flag)
        .References("approvals/readers", SettingSource.Roles)
        .Choice("approvals/consent", "consent", ["none", "notice", "separate"])
        .Choice("approvals/mask", "mask", LimitSettings.Masks)
        .Choice("approvals/searchable", "searchable", ["no", "text", "number", "date", "exact"]);

    private static string Word(FormComponentType type) => ServiceWords.Word(type.ToString());
}
