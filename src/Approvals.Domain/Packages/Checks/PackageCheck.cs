namespace Approvals.Domain.Packages.Checks;

/// <summary>Checks what no single file can tell: that the files of a package fit together.</summary>
internal static class PackageCheck
{
    internal static IEnumerable<PackageProblem> Run(ServicePackage package) =>
    [
        .. ServiceCheck.Run(package),
        .. FormCheck.Run(package),
        .. WorkflowCheck.Run(package, package.Workflow, "workflow.json"),
        .. package.Flows.Values.SelectMany(f => WorkflowCheck.Run(package, f, $"flows/{f.DefinitionId}.json")),
        .. LetterCheck.Run(package),
        .. ScenarioCheck.Run(package),
    ];
}
