using System.Text.Json;
using Approvals.Domain.Json;

namespace Approvals.Domain.Packages.Checks;

/// <summary>What a flow names must be there, and no sensitive field may be copied out of its form.</summary>
internal sealed class WorkflowCheck(ServicePackage package, WorkflowDefinition definition, string file)
{
    private static readonly ImmutableHashSet<string> Copying =
        ["Elsa.SetVariable", "Elsa.SetOutput", "Elsa.SetName", "Elsa.Correlate", "Elsa.WriteLine", "Elsa.PublishEvent", "Elsa.RunTask"];

    private static readonly ImmutableArray<string> LetterInputs = ["template", "notice"];

    private readonly ImmutableHashSet<string> _names =
    [
        .. Expressions.Always, "form", .. ServiceFacts.Names, .. definition.Variables.SelectMany(v => new[] { v.Id, v.Name }), .. definition.Inputs,
        "outcome", "activity", "task", "item", "partial",
    ];

    internal static IEnumerable<PackageProblem> Run(ServicePackage package, WorkflowDefinition definition, string file)
    {
        var check = new WorkflowCheck(package, definition, file);
        return definition.Activities.SelectMany(check.Activity).ToList();
    }

    private IEnumerable<PackageProblem> Activity(ActivityDefinition activity) =>
    [
        .. Forms(activity), .. Letters(activity), .. Data(activity), .. References(activity), .. Secrets(activity), .. Read(activity), .. Outcomes(activity),
    ];

    private IEnumerable<PackageProblem> Forms(ActivityDefinition activity)
    {
        if (!IsOurs(activity) || ActivityInputs.Literal(activity, "form") is not { } id) return [];
        if (!package.Forms.TryGetValue(id, out var form)) return [Wrong(activity, "form", "package.form.unknown", "form", id)];
        return ActivityInputs.Literals(activity, "fields").Select(f => (Place: "fields", Field: f))
            .Concat(ActivityInputs.Entries(activity, "relative").Where(e => e.Value.ValueKind == JsonValueKind.String).Select(e => (Place: "relative", Field: e.Value.GetString()!)))
            .Where(f => form.FieldAt(f.Field) is null)
            .Select(f => Wrong(activity, f.Place, "package.field.unknown", "field", f.Field).With("form", id));
    }

    private IEnumerable<PackageProblem> Letters(ActivityDefinition activity) =>
        Named(activity).Where(l => !package.Letters.ContainsKey(l.Letter))
            .Select(l => Wrong(activity, l.Place, "package.letter.unknown", "letter", l.Letter));

    private static IEnumerable<(string Place, string Letter)> Named(ActivityDefinition activity) => !IsOurs(activity) ? Own(activity)
        : LetterInputs.Select(i => (Place: i, Letter: ActivityInputs.Literal(activity, i)!)).Where(l => l.Letter is not null).Concat(Own(activity));

    private static (string Place, string Letter)[] Own(ActivityDefinition activity)
    {
        if (activity.Property("customProperties") is not { ValueKind: JsonValueKind.Object } custom
            || !custom.TryGetProperty("approvals", out var own) || own.ValueKind != JsonValueKind.Object) return [];
        var single = own.TryGetProperty("letter", out var letter) && letter.ValueKind == JsonValueKind.String
            ? [("letter", letter.GetString()!)] : Array.Empty<(string, string)>();
        return own.TryGetProperty("letters", out var letters) && letters.ValueKind == JsonValueKind.Object
            ? [.. single, .. letters.EnumerateObject().Where(l => l.Value.ValueKind == JsonValueKind.String).Select(l => ($"letters.{l.Name}", l.Value.GetString()!))]
            : single;
    }

    private IEnumerable<PackageProblem> Data(ActivityDefinition activity)
    {
        var documents = package.Service.Documents.Select(d => d.Type).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. IsOurs(activity) && ActivityInputs.Literal(activity, "decision") is { } decision && !package.Decisions.Has(decision)
                ? new[] { Wrong(activity, "decision", "package.decision.unknown", "decision", decision) } : [],
            .. activity.Type == "Approvals.Grant" && ActivityInputs.Literal(activity, "kind") is { } kind && package.Service.Entitlement(kind) is null
                ? new[] { Wrong(activity, "kind", "package.entitlement.unknown", "kind", kind) } : [],
            .. activity.Type != "Approvals.Accept" ? [] : ActivityInputs.Literals(activity, "conditional").Where(d => !documents.Contains(d))
                .Select(d => Wrong(activity, "conditional", "package.document.unknown", "type", d)),
        ];
    }

    private IEnumerable<PackageProblem> References(ActivityDefinition activity) =>
        ActivityInputs.Expressions(activity).SelectMany(e =>
        {
            var references = ActivityInputs.References(e.Text);
            return FieldReferences.Check(package, references, file, e.Input).Select(p => p with { Activity = activity.Id })
                .Concat(references.Select(Expressions.Root).Where(r => !_names.Contains(r)).Distinct()
                    .Select(r => Wrong(activity, e.Input, "package.variable.unknown", "name", r)));
        });

    /// <summary>What people read of an outcome is its name: one that the author made up needs one, and a name for an outcome that never comes is a slip.</summary>
    private IEnumerable<PackageProblem> Outcomes(ActivityDefinition activity) =>
    [
        .. ActivityOutcomes.Authored(definition, activity.Id).Where(o => activity.OutcomeName(o) is null)
            .Select(o => Wrong(activity, "outcomes", "package.outcome.unnamed", "outcome", o) with { Severity = ProblemSeverity.Warning }),
        .. activity.NamedOutcomes.Where(o => !ActivityOutcomes.IsPossible(definition, activity.Id, o))
            .Select(o => Wrong(activity, "outcomes", "package.outcome.unknown", "outcome", o)),
    ];

    /// <summary>A sensitive answer lives encrypted in its submission only; a variable would carry it into state, events and logs.</summary>
    private IEnumerable<PackageProblem> Secrets(ActivityDefinition activity)
    {
        if (!Copying.Contains(activity.Type)) return [];
        return ActivityInputs.Expressions(activity).SelectMany(e => ActivityInputs.References(e.Text).Select(r => (e.Input, Path: r)))
            .Where(r => Sensitive(r.Path)).Select(r => Wrong(activity, r.Input, "package.sensitiveCopied", "field", r.Path));
    }

    /// <summary>
    /// An answer that names its readers leaves the form by one way only: what a booking's owner is told, which only the owner and the
    /// applicant read. Decisions, conditions, letters and incidents are read by others.
    /// </summary>
    private IEnumerable<PackageProblem> Read(ActivityDefinition activity) =>
        ActivityInputs.Expressions(activity).Where(e => activity.Type != "Approvals.Book" || e.Input != "details")
            .SelectMany(e => ActivityInputs.References(e.Text).Select(r => (e.Input, Path: r)))
            .Where(r => FieldReferences.IsKept(package, r.Path)).Select(r => Wrong(activity, r.Input, "package.readersOnly", "field", r.Path));

    private bool Sensitive(string path)
    {
        if (FieldReferences.Field(package, path) is { } field) return field.Rules.Sensitive || field.Components.Any(c => c.Rules.Sensitive);
        return path == "form" ? package.Forms.Values.Any(f => f.SensitiveFields.Any())
            : path.Split('.') is ["form", var id] && package.Forms.TryGetValue(id, out var form) && form.SensitiveFields.Any();
    }

    private static bool IsOurs(ActivityDefinition activity) => activity.Type.StartsWith("Approvals.", StringComparison.Ordinal);

    private PackageProblem Wrong(ActivityDefinition activity, string place, string code, string name, string value) =>
        new PackageProblem(file, code) { Activity = activity.Id, Place = place }.With(name, value);
}
