using System.Text.Json;
using System.Text.Json.Nodes;
using Approvals.Application.Paging;
using Approvals.Domain.Forms;
using Approvals.Feel;

namespace Approvals.Application.Forms;

/// <summary>Tells the page how a form stands.</summary>
public static class FormStateDescription
{
    /// <summary>The state in a language.</summary>
    /// <param name="form">The form.</param>
    /// <param name="state">How it stands.</param>
    /// <param name="values">The answers as given, wrong ones included; the evaluated ones when null.</param>
    /// <param name="texts">The texts of errors.</param>
    /// <param name="language">The language.</param>
    public static FormStateDto Of(Form form, FormState state, JsonObject? values, MessageCatalog texts, string language)
    {
        var shown = state.Components.ToDictionary(c => c.Path, StringComparer.Ordinal);
        var sections = SectionOfFields(form);
        IReadOnlyList<FormErrorDto> errors =
        [
            .. state.Errors.Select(e => new FormErrorDto(
                e.Path,
                e.Message?.In(language) ?? texts.Format(e.Code, e.Data, language),
                sections.GetValueOrDefault(FieldPath.WithoutRows(e.Path)) ?? "")),
        ];
        return new FormStateDto(
            Json(values?.ToJsonString() ?? state.Data.ToJson()),
            [.. Hidden(form.Components, state.Data, "", shown)],
            errors,
            state.Components.Where(c => c.Component.Type is FormComponentType.Expression or FormComponentType.Table)
                .ToDictionary(c => c.Path, c => Value(c.Value), StringComparer.Ordinal),
            state.Components.Where(c => c.Component.OptionsExpression is not null).ToDictionary(
                c => c.Path,
                c => (IReadOnlyList<OptionDto>)[.. c.Options.Select(o => new OptionDto(o.Value, o.Label.In(language)))],
                StringComparer.Ordinal),
            [.. FormDescription.Sections(form).Select(s => Section(s.Key, s.Components, state))]);
    }

    /// <summary>Plain JSON answers as the page takes them.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Json(string json) => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;

    private static SectionStateDto Section(string key, IReadOnlyList<FormComponent> components, FormState state)
    {
        var own = components.SelectMany(All).Select(c => c.Path).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var fields = state.Components.Where(c => c.Component.IsField && own.Contains(FieldPath.WithoutRows(c.Path))).ToList();
        var wrong = fields.Count(f => !f.Errors.IsEmpty);
        var status = fields.Any(f => !f.Errors.IsEmpty && IsAnswered(f)) ? SectionStatus.Error
            : wrong == 0 && (fields.Count == 0 || fields.Any(IsAnswered) || !fields.Any(f => f.IsRequired)) ? SectionStatus.Complete
            : fields.Any(IsAnswered) ? SectionStatus.Partial
            : SectionStatus.Empty;
        return new SectionStateDto(key, status, fields.Sum(f => f.Errors.Length));
    }

    private static bool IsAnswered(ComponentState field) =>
        !field.Value.IsNull && !(field.Value.TryGetList(out var list) && list.Count == 0)
        && !(field.Value.TryGetBoolean(out var ticked) && !ticked) && !(field.Value.TryGetString(out var text) && text.Length == 0);

    private static Dictionary<string, string> SectionOfFields(Form form) =>
        (from section in FormDescription.Sections(form)
         from component in section.Components.SelectMany(All)
         where component.Path is not null
         group section.Key by component.Path!).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    private static IEnumerable<FormComponent> All(FormComponent component) => component.Components.SelectMany(All).Prepend(component);

    private static IEnumerable<string> Hidden(
        IEnumerable<FormComponent> components, FormData data, string around, Dictionary<string, ComponentState> shown)
    {
        foreach (var component in components)
        {
            var path = component.Key is { } key && component.Path is not null
                ? FieldPath.Join(around, key)
                : $"{(around.Length == 0 ? "" : around + ".")}#{component.Id}";
            if (!shown.ContainsKey(path))
            {
                yield return path;
                foreach (var below in component.Path is null ? component.Components.SelectMany(All) : [])
                {
                    yield return below.Path ?? $"#{below.Id}";
                }
            }
            else
            {
                foreach (var inside in Inside(component, data, component.Path is null ? around : path, shown))
                {
                    yield return inside;
                }
            }
        }
    }

    private static IEnumerable<string> Inside(FormComponent component, FormData data, string path, Dictionary<string, ComponentState> shown)
    {
        if (component.Type != FormComponentType.Dynamiclist)
        {
            return Hidden(component.Components, data, path, shown);
        }

        return data.At(path).TryGetList(out var rows)
            ? Enumerable.Range(0, rows.Count).SelectMany(row => Hidden(component.Components, data, FieldPath.Row(path, row), shown))
            : [];
    }

    private static JsonElement Value(FeelValue value) =>
        Json(new FormData(FeelContext.Of(("value", value))).ToJson()).GetValueOrDefault("value", JsonSerializer.SerializeToElement<object?>(null));
}
