using System.Text.Json;
using Approvals.Decisions;
using Approvals.Domain.Forms;
using Approvals.Domain.Packages.Checks;

namespace Approvals.Domain.Packages;

/// <summary>
/// What people call what the tables of a package read: the field that feeds an input and its choices, else the field of that
/// key, else the service's term <c>name-code</c>. A table's cells hold codes; nobody is shown them.
/// </summary>
internal sealed class DecisionVocabulary
{
    private const string DecideType = "Approvals.Decide";

    private readonly ServicePackage _package;
    private readonly ILookup<string, FormComponent> _fields;

    private DecisionVocabulary(ServicePackage package)
    {
        _package = package;
        var fed = package.Workflow.Activities.Where(a => a.Type == DecideType).SelectMany(Fed)
            .Concat(package.Service.Eligibility is { } check ? check.Inputs.SelectMany(i => i.Value.References.Select(r => (i.Key, Path: $"form.{check.Form}.{r}"))) : []);
        _fields = fed.Select(f => (f.Key, Field: Field(f.Path))).Where(f => f.Field is not null)
            .Concat(package.Forms.OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => f.Value.All).Where(f => f.Key is not null).Select(f => (Key: f.Key!, Field: (FormComponent?)f)))
            .ToLookup(f => f.Key, f => f.Field!, StringComparer.Ordinal);
    }

    internal static TableWords Of(ServicePackage package)
    {
        var vocabulary = new DecisionVocabulary(package);
        return new TableWords(vocabulary.Column, vocabulary.Value);
    }

    /// <summary>The fields that feed an input, or bear its name.</summary>
    internal static ImmutableArray<FormComponent> Feeding(ServicePackage package, string name) => [.. new DecisionVocabulary(package)._fields[name]];

    private LocalText? Column(string name) =>
        _package.Service.Terms.TryGetValue($"input-{name}", out var term) ? term : _fields[name].FirstOrDefault()?.Label;

    private LocalText? Value(string name, string code) =>
        _fields[name].SelectMany(Choices).FirstOrDefault(o => o.Value == code)?.Label
        ?? (_package.Service.Terms.TryGetValue($"{name}-{code}", out var term) ? term : null);

    private IEnumerable<FormOption> Choices(FormComponent field) =>
        field.Rules.List is { } list && _package.Dictionaries.TryGetValue(list, out var options) ? options : field.Options;

    /// <summary>The inputs of a decision with the paths that feed them.</summary>
    private static IEnumerable<(string Key, string Path)> Fed(ActivityDefinition activity) =>
        from input in ActivityInputs.Entries(activity, "inputs")
        where input.Value.ValueKind == JsonValueKind.String && input.Value.GetString() is ['=', ..]
        from reference in ActivityInputs.References(input.Value.GetString()!)
        select (input.Name, reference);

    private FormComponent? Field(string path) =>
        path.Split('.', 3) is ["form", var form, var key] && _package.Forms.TryGetValue(form, out var found) ? found.FieldAt(key) : null;
}
