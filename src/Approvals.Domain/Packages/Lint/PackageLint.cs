using Approvals.Domain.Forms;

namespace Approvals.Domain.Packages.Lint;

/// <summary>Lint of a package's flows with everything the package knows.</summary>
public static class PackageLint
{
    /// <summary>What a policy editor should know of the main flow and the child flows.</summary>
    /// <param name="package">The package.</param>
    /// <param name="staffing">Who holds which role; null when that is not known.</param>
    /// <param name="bound">How many control states are looked at.</param>
    public static ImmutableArray<PackageProblem> Of(ServicePackage package, ImmutableArray<StaffedRole>? staffing = null, int bound = PathRules.Bound)
    {
        var knowledge = new LintKnowledge
        {
            Statutory = package.Service.Limits.Statutory?.Limit, Promised = package.Service.Limits.Promised?.Limit,
            StartsAtAcceptance = package.Service.Clock.StartsOn == ClockStart.Acceptance, Excludes = package.Service.Clock.Excludes, Fields = Fields(package), Staffing = staffing, Bound = bound,
            Answers = package.Decisions.Answers,
        };
        return
        [
            .. Of(package.Workflow, "workflow.json", knowledge),
            .. package.Flows.Values.SelectMany(f => Of(f, $"flows/{f.DefinitionId}.json", knowledge)),
        ];
    }

    private static IEnumerable<PackageProblem> Of(WorkflowDefinition definition, string file, LintKnowledge knowledge) =>
        WorkflowLint.Of(definition, knowledge).Select(p => new PackageProblem(file, p.Code)
        {
            Activity = p.Activity,
            Place = p.Place,
            Data = p.Data,
            Severity = p.Severity == Severity.Error ? ProblemSeverity.Error : ProblemSeverity.Warning,
        });

    private static ImmutableDictionary<string, FeelType> Fields(ServicePackage package) => package.Forms.Values
        .SelectMany(form => form.Fields.Select(f => (Path: $"form.{form.Id}.{f.Key}", Type: TypeOf(f.Value))))
        .Where(f => f.Type is not null && !f.Path.Contains('[', StringComparison.Ordinal))
        .ToImmutableDictionary(f => f.Path, f => f.Type!, StringComparer.Ordinal);

    private static FeelType? TypeOf(FormComponent field) => field.Type switch
    {
        FormComponentType.Number => FeelType.Number,
        FormComponentType.Textfield or FormComponentType.Textarea => FeelType.String,
        FormComponentType.Checkbox => FeelType.Boolean,
        _ => null,
    };
}
