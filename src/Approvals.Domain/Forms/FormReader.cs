using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Approvals.Domain.Json;
using Approvals.Domain.Packages;

namespace Approvals.Domain.Forms;

/// <summary>Reads a form file. The property lists are those of docs/schemas/form.schema.json.</summary>
internal static partial class FormReader
{
    internal static readonly ImmutableArray<string> Properties =
        ["id", "type", "schemaVersion", "name", "components", "exporter", "executionPlatform", "executionPlatformVersion", "versionTag", "properties"];

    internal static readonly ImmutableArray<string> ComponentProperties =
    [
        "id", "type", "key", "path", "label", "description", "text", "conditional", "readonly", "disabled", "defaultValue", "validate",
        "approvals", "values", "valuesKey", "valuesExpression", "components", "expression", "computeOn", "dataSource", "columns", "decimalDigits",
        "increment", "multiple", "accept", "subtype", "dateLabel", "dateTimeSubtype", "layout", "appearance", "properties", "showOutline",
        "verticalAlignment", "isRepeating", "allowAddRemove", "defaultRepetitions", "rowCount", "searchable", "collapsible", "nonCollapsibleItems",
        "serializeToString", "disallowPassedDates", "content", "height",
    ];

    /// <summary>Components of other editors that have a like here.</summary>
    private static readonly FrozenDictionary<string, FormComponentType> Types =
        ServiceWords.Words<FormComponentType>().Concat(new Dictionary<string, FormComponentType>
        {
            ["datetime"] = FormComponentType.Date,
            ["taglist"] = FormComponentType.Checklist,
            ["separator"] = FormComponentType.Text,
            ["spacer"] = FormComponentType.Text,
        }).ToFrozenDictionary(StringComparer.Ordinal);

    internal static Form Read(JsonPlace place)
    {
        place.Only(Properties);
        var id = place.Required("id");
        if (!place.Has("components")) place.Missing("components", "");
        var form = new Form(id, place.Local("name"), place.List("components", p => ReadComponent(p, "")));
        Check(form, place);
        return form;
    }

    private static FormComponent ReadComponent(JsonPlace place, string parent)
    {
        place.Only(ComponentProperties);
        var type = ReadType(place);
        var key = ReadKey(place, type);
        var path = key is null ? null : FieldPath.Join(parent, key);
        var inside = type == FormComponentType.Dynamiclist ? $"{path}[]" : path ?? parent;
        var component = new FormComponent
        {
            Id = place.Text("id") ?? path ?? (place.Pointer.Length > 0 ? place.Pointer[1..].Replace('/', '-') : "root"),
            Type = type,
            Key = key,
            Path = path,
            Label = place.Local("label"),
            Description = place.Local("description"),
            Text = FormText.Read(place),
            Hide = place.Object("conditional", ReadConditional)?.Expression,
            ReadOnly = place.FlagOrFeel("readonly") ?? new FeelOr<bool>(place.Flag("disabled") ?? false),
            Default = place.ValueOrFeel("defaultValue"),
            Validation = place.Object("validate", v => ValidationReader.Read(v, type)) ?? FieldValidation.None,
            Rules = place.Object("approvals", RulesReader.Read) ?? FieldRules.None,
            Options = place.List("values", ReadOption),
            OptionsExpression = place.Feel("valuesExpression"),
            Components = place.List("components", p => ReadComponent(p, inside)),
            Expression = place.Feel("expression"),
            Rows = place.Feel("dataSource"),
            Columns = place.List("columns", ReadColumn),
            DecimalDigits = place.Whole("decimalDigits", 0, 28),
        };
        CheckComponent(component, place);
        return component;
    }

    private static FormComponentType ReadType(JsonPlace place)
    {
        var type = place.Choice("type", Types) ?? place.Missing("type", FormComponentType.Text);
        var withTime = place.Text("type") == "datetime" && place.Text("subtype") is "time" or "datetime";
        if (withTime) place.File.Add(place.At("subtype"), "forms.timeNotSupported");
        return type;
    }

    private static string? ReadKey(JsonPlace place, FormComponentType type)
    {
        var isPathed = type is FormComponentType.Group or FormComponentType.Dynamiclist;
        var key = isPathed ? place.Text("path") ?? (type == FormComponentType.Dynamiclist ? place.Text("key") : null) : place.Text("key");
        if (type is FormComponentType.Text or FormComponentType.Table) return null;
        if (string.IsNullOrEmpty(key))
        {
            if (type != FormComponentType.Group) place.Missing("key", "");
            return null;
        }

        if (!KeyShape().IsMatch(key)) place.File.Add(place.At("key"), "forms.key", ("key", key));
        return key;
    }

    private static FeelOr<bool> ReadConditional(JsonPlace place)
    {
        place.Only("hide");
        return new FeelOr<bool>(false, place.Feel("hide"));
    }

    private static FormOption ReadOption(JsonPlace place)
    {
        place.Only("value", "label");
        var value = place.Required("value");
        return new FormOption(value, place.Local("label") ?? new LocalText(value, value));
    }

    private static TableColumn ReadColumn(JsonPlace place)
    {
        place.Only("key", "label");
        return new TableColumn(place.Required("key"), place.RequiredLocal("label"));
    }

    private static void CheckComponent(FormComponent component, JsonPlace place)
    {
        var chooses = component.Type is FormComponentType.Select or FormComponentType.Radio or FormComponentType.Checklist;
        if (chooses && component.Options.IsEmpty && component.Rules.List is null && component.OptionsExpression is null)
        {
            place.File.Add(place.At("values"), "forms.noChoices", ("key", component.Key ?? ""));
        }

        if (component.Options.GroupBy(o => o.Value).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            place.File.Add(place.At("values"), "forms.choiceTwice", ("value", twice.Key));
        }

        if (component.Type == FormComponentType.Expression && component.Expression is null) place.Missing("expression", "");
        if (component.Rules.Searchable is not (Searchable.No or Searchable.Exact) && !component.Rules.Readers.IsEmpty)
        {
            place.File.Add(place.At("approvals"), "forms.readersSearchable", ("key", component.Key ?? ""));
        }

        if (component.Rules is { Sensitive: true, Searchable: not (Searchable.No or Searchable.Exact) })
        {
            place.File.Add(place.At("approvals"), "forms.sensitiveSearchable", ("key", component.Key ?? ""));
        }

        if (component.IsField && component.Label is null && component.Text is null) place.Missing("label", "");
    }

    /// <summary>One key, one value: two components may not share a path.</summary>
    private static void Check(Form form, JsonPlace place)
    {
        foreach (var twice in form.All.Where(c => c.Path is not null && c.Type != FormComponentType.Group).GroupBy(c => c.Path!)
            .Where(g => g.Count() > 1))
        {
            place.File.Add(twice.Key, "forms.keyTwice", ("key", twice.Key));
        }
    }

    /// <summary>A key is a FEEL name without spaces, and none of the names that are always there.</summary>
    [GeneratedRegex(@"^(?!(?:case|applicant|today|now|setting|term|item|partial|null|true|false|if|then|else|for|in|return|some|every|satisfies|and|or|not|between|function|instance|of)\z)[A-Za-z_][A-Za-z0-9_]{0,63}\z")]
    private static partial Regex KeyShape();
}
