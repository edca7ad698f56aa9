using Approvals.Application.Paging;
using Approvals.Domain.Forms;
using Approvals.Domain.Letters;
using Approvals.Domain.Packages;
using Approvals.Feel;
using Markdig;

namespace Approvals.Application.Forms;

/// <summary>Describes a form for the page. The page draws it; it decides nothing.</summary>
public sealed class FormDescription
{
    private const int MostInline = 300;

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    private readonly Form _form;
    private readonly ServiceInfo? _service;
    private readonly string _language;
    private readonly Dictionary<string, ComponentState> _first;
    private readonly ILookup<string, string> _chosen;

    private FormDescription(Form form, FormState state, ServiceInfo? service, string language)
    {
        (_form, _service, _language) = (form, service, language);
        _first = state.Components.GroupBy(c => c.Component.Id).ToDictionary(g => g.Key, g => g.First());
        _chosen = state.Components.SelectMany(c => Texts(c.Value).Select(t => (c.Component.Id, Text: t))).ToLookup(c => c.Id, c => c.Text);
    }

    /// <summary>The form in a language.</summary>
    /// <param name="form">The form.</param>
    /// <param name="state">How it stands: what is read-only, and the texts with their values.</param>
    /// <param name="service">The service, for the rules of its documents.</param>
    /// <param name="language">The language.</param>
    public static FormDto Of(Form form, FormState state, ServiceInfo? service, string language) =>
        new FormDescription(form, state, service, language).Describe();

    /// <summary>Markdown as HTML without anything that could run.</summary>
    public static string Html(string markdown) => Markdig.Markdown.ToHtml(markdown, Markdown);

    /// <summary>The sections of a form: its groups, and what stands outside of them.</summary>
    internal static IEnumerable<(string Key, FormComponent? Group, IReadOnlyList<FormComponent> Components)> Sections(Form form)
    {
        var loose = new List<FormComponent>();
        foreach (var component in form.Components)
        {
            if (component.Type != FormComponentType.Group)
            {
                loose.Add(component);
                continue;
            }

            if (loose.Count > 0)
            {
                yield return ($"{loose[0].Id}-section", null, loose);
                loose = [];
            }

            yield return (component.Id, component, component.Components);
        }

        if (loose.Count > 0)
        {
            yield return ($"{loose[0].Id}-section", null, loose);
        }
    }

    private FormDto Describe() => new(
        _form.Id,
        _form.Title?.In(_language) ?? "",
        [.. Sections(_form).Select(s => new FormSectionDto(
            s.Key,
            s.Group?.Label?.In(_language) ?? _form.Title?.In(_language) ?? "",
            s.Group?.Description?.In(_language) ?? s.Group?.Rules.Help?.In(_language),
            [.. s.Components.Select(c => Component(c, ""))]))]);

    private ComponentDto Component(FormComponent component, string around)
    {
        var state = _first.GetValueOrDefault(component.Id);
        var path = component.Path ?? $"#{component.Id}";
        var key = around.Length > 0 && path.StartsWith(around, StringComparison.Ordinal) ? path[around.Length..].TrimStart('.') : path;
        var inside = component.Type == FormComponentType.Dynamiclist ? $"{component.Path}[]" : around;
        var options = Options(component, state);
        return new ComponentDto(
            key,
#pragma warning disable CA1308 // The types are written in small letters, as in form files.
            component.Type.ToString().ToLowerInvariant(),
#pragma warning restore CA1308
            component.Label?.In(_language) ?? "",
            component.Rules.Help?.In(_language) ?? component.Description?.In(_language),
            component.Rules.Purpose?.In(_language),
            component.Rules.Sensitive,
            component.Rules.Consent != ConsentNeed.None || component.Rules.Sensitive,
            state?.IsRequired ?? component.Validation.Required.Constant,
            state?.Access == FieldAccess.ReadOnly && component.IsField,
            component.Rules.Unit?.In(_language),
            component.Validation.Min?.Constant ?? (component.Type == FormComponentType.Number ? null : component.Rules.Min?.Constant),
            component.Validation.Max?.Constant,
            component.Validation.MaxLength,
            null,
            options,
            IsLong(component, state) ? component.Rules.List : null,
            component.Components.IsEmpty ? null : [.. component.Components.Select(c => Component(c, inside))],
            Number(component.Rules.Min), Number(component.Rules.Max),
            component.Type == FormComponentType.Filepicker ? Document(component) : null,
            component.Type is FormComponentType.Textfield or FormComponentType.Number or FormComponentType.Date or FormComponentType.Select ? "half" : "full",
            Text(component, state) is { Length: > 0 } text ? Html(text) : null,
            component is { Type: FormComponentType.Textfield, Rules.Format: { Expression: null, Constant: "uscc" } } ? "employers" : null);
    }

    /// <summary>The text as it stands; one that is not shown yet, without values.</summary>
    private string? Text(FormComponent component, ComponentState? state)
    {
        if (state is not null || component.Text is not { } text)
        {
            return state?.Text?.In(_language);
        }

        var filled = (_language == "en" ? text.En : text.Zh).Fill(FeelContext.Empty, new ValueStyle(_language, true));
        return filled.IsSuccess ? filled.Value.Text : null;
    }

    private IReadOnlyList<OptionDto>? Options(FormComponent component, ComponentState? state)
    {
        var options = !component.Options.IsEmpty ? component.Options : component.OptionsExpression is null ? state?.Options ?? [] : [];
        if (IsLong(component, state))
        {
            // The page searches a long list on the server; what is chosen already is read in words all the same.
            var chosen = _chosen[component.Id].ToHashSet(StringComparer.Ordinal);
            options = [.. options.Where(o => chosen.Contains(o.Value))];
        }

        return options.IsEmpty ? null : [.. options.Select(o => new OptionDto(o.Value, o.Label.In(_language)))];
    }

    private static bool IsLong(FormComponent component, ComponentState? state) =>
        component.Rules.List is not null && component.Options.IsEmpty && component.OptionsExpression is null && state?.Options is not { Length: > 0 and <= MostInline };

    private static IEnumerable<string> Texts(FeelValue value) =>
        value.TryGetString(out var text) ? [text] : value.TryGetList(out var list) ? list.SelectMany(Texts) : [];

    private DocumentRuleDto Document(FormComponent component)
    {
        var demand = _service?.Documents.FirstOrDefault(d => d.Type == component.Rules.Document);
        return new DocumentRuleDto(
            component.Rules.Document ?? component.Key ?? "",
            !component.Rules.Formats.IsEmpty ? component.Rules.Formats : demand?.Formats ?? [],
            (int)Math.Ceiling(component.Rules.MaxMegabytes ?? demand?.MaxMegabytes ?? 20),
            Number(component.Rules.Max) ?? demand?.MaxCount ?? 10,
            demand?.MayFollow ?? false,
            component.Rules.Template ?? demand?.Template);
    }

    private static int? Number(Domain.FeelOr<decimal>? value) => value is { Expression: null } ? (int)value.Constant : null;
}
