using Approvals.Decisions;

namespace Approvals.Domain.Packages.Lint;

/// <summary>
/// What an analysis of a package's decision tables finds: gaps, overlaps, rules in vain. It takes longer than loading does, so it is
/// asked by lint, by tests and before publishing, never when packages are loaded.
/// </summary>
public static class PackageTables
{
    /// <summary>
    /// The findings that nobody has accepted in the table, those as errors that leave a case without an answer; and what is
    /// accepted though it is no longer found.
    /// </summary>
    public static ImmutableArray<PackageProblem> Of(ServicePackage package) =>
        [.. package.Decisions.Files.SelectMany(file => TableAnalysis.Of(file.Model).SelectMany(report => Problems(file.Path, report)))];

    private static IEnumerable<PackageProblem> Problems(string path, TableReport report) =>
    [
        .. report.Open.Select(finding => new PackageProblem(path, "package.table")
        {
            Place = report.Decision, Severity = finding.IsGrave ? ProblemSeverity.Error : ProblemSeverity.Warning, Finding = finding.Message,
        }),
        .. report.Outdated.Select(accepted =>
            new PackageProblem(path, "package.table.outdated") { Place = report.Decision, Severity = ProblemSeverity.Warning }.With("reason", accepted.Reason)),
    ];
}
