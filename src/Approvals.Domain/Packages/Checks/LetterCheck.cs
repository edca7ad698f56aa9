using Approvals.Domain.Json;
using Approvals.Domain.Letters;

namespace Approvals.Domain.Packages.Checks;

/// <summary>The names that a letter fills in must be known; shared letters serve many services, so they are only held to the general names.</summary>
internal static class LetterCheck
{
    /// <summary>What the platform adds when a letter is made out.</summary>
    internal static readonly ImmutableArray<string> Given =
        ["form", "opinion", "fields", "documents", "due", "latest", "task", "activity", "reason", "decision", "entitlement", "notice", "objection", "language", "result", "resultName"];

    internal static IEnumerable<PackageProblem> Run(ServicePackage package) =>
        package.Letters.Values.SelectMany(p => new[] { p.Zh, p.En }).SelectMany(l => Run(package, l)).ToList();

    private static IEnumerable<PackageProblem> Run(ServicePackage package, Letter letter)
    {
        var file = $"letters/{letter.Name}.{letter.Language}.md";
        var names = package.Workflow.Variables.SelectMany(v => new[] { v.Id, v.Name }).Concat(package.Workflow.Inputs)
            .Concat(Expressions.Always).Concat(ServiceFacts.Names).Concat(Given).ToHashSet(StringComparer.Ordinal);
        return FieldReferences.Check(package, letter.References, file, "")
            .Concat(letter.References.Where(r => FieldReferences.IsKept(package, r)).Select(r => new PackageProblem(file, "package.readersOnly").With("field", r)))
            .Concat(letter.References.Select(Expressions.Root).Where(r => !names.Contains(r)).Distinct()
            .Select(r => new PackageProblem(file, "package.variable.unknown") { Severity = ProblemSeverity.Warning }.With("name", r)));
    }
}
