using Approvals.Domain.Identifiers;

namespace Approvals.Domain.Packages.Checks;

/// <summary>What <c>service.json</c> names must be there.</summary>
internal static class ServiceCheck
{
    private const string File = "service.json";

    internal static IEnumerable<PackageProblem> Run(ServicePackage package)
    {
        var service = package.Service;
        return
        [
            .. Eligibility(package),
            .. service.Results.Where(r => r.Letter is { } letter && !package.Letters.ContainsKey(letter))
                .Select(r => Wrong("package.letter.unknown", "/results", "letter", r.Letter!)),
            .. Entitlements(package),
            .. Twice(service.Documents.Select(d => d.Type), "/documents"),
            .. Twice(service.Entitlements.Select(e => e.Kind), "/entitlements"),
            .. Twice(service.Levels.Select(l => l.Code), "/levels"),
            .. Twice(service.Guarantees.Select(g => g.Id), "/guarantees"),
            .. service.PublicFields.SelectMany(f => FieldReferences.Check(package, [f.Path], File, "/publicFields")),
            .. service.PublicFields.Where(f => f.Mask == MaskKind.None && FieldReferences.IsKept(package, f.Path)).Select(f => Wrong("package.readersOnly", "/publicFields", "field", f.Path)),
            .. Activities(package),
        ];
    }

    private static IEnumerable<PackageProblem> Eligibility(ServicePackage package)
    {
        if (package.Service.Eligibility is not { } eligibility) return [];
        var form = package.Forms.GetValueOrDefault(eligibility.Form);
        return
        [
            .. form is null ? [Wrong("package.form.unknown", "/eligibility/form", "form", eligibility.Form)]
                : eligibility.Inputs.SelectMany(i => FieldReferences.OfForm(package, form, i.Value.References, File, $"/eligibility/inputs/{i.Key}")),
            .. package.Decisions.Has(eligibility.Decision) ? []
                : new[] { Wrong("package.decision.unknown", "/eligibility/decision", "decision", eligibility.Decision) },
        ];
    }

    private static IEnumerable<PackageProblem> Entitlements(ServicePackage package)
    {
        var service = package.Service;
        var levels = service.Levels.Select(l => l.Code).ToHashSet(StringComparer.Ordinal);
        var obligations = service.Obligations.Select(o => o.Type).ToHashSet(StringComparer.Ordinal);
        return service.Entitlements.SelectMany(e => new[]
        {
            e.Levels.Concat(e.Items.SelectMany(i => i.Levels)).Where(l => !levels.Contains(l))
                .Select(l => Wrong("package.level.unknown", "/entitlements", "level", l)),
            e.Obligations.Where(o => !obligations.Contains(o)).Select(o => Wrong("package.obligation.unknown", "/entitlements", "type", o)),
            e.DependsOn.Where(k => !k.Contains('/', StringComparison.Ordinal) && service.Entitlement(k) is null)
                .Select(k => Wrong("package.entitlement.unknown", "/entitlements", "kind", k)),
            e.ItemsDecision is { } decision && !package.Decisions.Has(decision)
                ? [Wrong("package.decision.unknown", "/entitlements", "decision", decision)] : [],
        }.SelectMany(p => p));
    }

    /// <summary>Guarantees and the clock name activities by id or type, or results.</summary>
    private static IEnumerable<PackageProblem> Activities(ServicePackage package)
    {
        var activities = package.Workflow.Activities.Concat(package.Flows.Values.SelectMany(f => f.Activities)).ToList();
        var known = activities.SelectMany(a => new[] { a.Id, a.Type, a.Type.Split('.')[^1] })
            .Concat(activities.Select(a => a.Result).OfType<string>())
            .Concat([.. ServiceWords.Results, "person", "Correction"]).ToHashSet(StringComparer.Ordinal);
        return package.Service.Guarantees.SelectMany(g => g.Kind == GuaranteeKind.Tells ? g.Target : g.Target.Concat(g.By)).Select(n => (Name: n, Place: "/guarantees"))
            .Concat(package.Service.Clock.Excludes.Select(n => (Name: n, Place: "/clock/excludes")))
            .Where(n => !known.Contains(n.Name.Split(':') is [var of, _] && n.Place == "/guarantees" ? of : n.Name)).Select(n => Wrong("package.activity.unknown", n.Place, "activity", n.Name));
    }

    private static IEnumerable<PackageProblem> Twice(IEnumerable<string> codes, string place) =>
        codes.GroupBy(c => c).Where(g => g.Count() > 1).Select(g => Wrong("package.twice", place, "value", g.Key));

    private static PackageProblem Wrong(string code, string place, string name, string value) =>
        new PackageProblem(File, code) { Place = place }.With(name, value);
}
