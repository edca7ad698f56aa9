using Approvals.Domain.Forms;

namespace Approvals.Domain.Packages.Checks;

/// <summary>What a form names must be there: keys, lists, document types.</summary>
internal static class FormCheck
{
    /// <summary>Lists that the platform itself provides.</summary>
    internal static readonly ImmutableArray<string> PlatformLists =
        ["regions", "organisations", "entitlements", "family", "hospitals", "providers", "resources"];

    internal static IEnumerable<PackageProblem> Run(ServicePackage package) => package.Forms.Values.SelectMany(f => Run(package, f));

    private static IEnumerable<PackageProblem> Run(ServicePackage package, Form form)
    {
        var file = $"forms/{form.Id}.json";
        var documents = package.Service.Documents.Select(d => d.Type).ToHashSet(StringComparer.Ordinal);
        return form.All.SelectMany(component =>
        {
            var place = component.Path ?? component.Id;
            return FieldReferences.OfForm(package, form, References(component), file, place).Concat(
            [
                .. component.Rules.List is { } list && !PlatformLists.Contains(list) && !package.Dictionaries.ContainsKey(list)
                    ? new[] { Wrong(file, place, "forms.list", "list", list) } : [],
                .. component.Rules.Document is { } type && !documents.Contains(type)
                    ? new[] { Wrong(file, place, "package.document.unknown", "type", type) } : [],
            ]);
        });
    }

    private static IEnumerable<string> References(FormComponent component) =>
        new[]
        {
            component.Hide, component.ReadOnly.Expression, component.Default?.Expression, component.Expression, component.Rows,
            component.OptionsExpression,
            component.Validation.Required.Expression, component.Validation.Min?.Expression, component.Validation.Max?.Expression,
            component.Validation.Earliest?.Expression, component.Validation.Latest?.Expression, component.Rules.Format?.Expression,
            component.Rules.Min?.Expression, component.Rules.Max?.Expression, component.Rules.Prefill,
        }
        .OfType<FeelExpression>().Concat(component.Rules.Checks.Select(c => c.Rule)).SelectMany(e => e.References)
        .Concat(component.Text?.Zh.References ?? []).Concat(component.Text?.En.References ?? []);

    private static PackageProblem Wrong(string file, string place, string code, string name, string value) =>
        new PackageProblem(file, code) { Place = place }.With(name, value);
}
