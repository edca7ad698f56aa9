using System.Collections.Immutable;
using Approvals.Decisions;
using Approvals.Domain.Packages;
using Approvals.Domain.Packages.Lint;
using Approvals.Workflows;

namespace Approvals.Application.Policies;

/// <summary>What a finding of a check is about.</summary>
public enum FindingArea
{
    /// <summary>A file, a form, a letter, the flow.</summary>
    Package,

    /// <summary>A decision table.</summary>
    Table,

    /// <summary>What the package or the law promises of every path.</summary>
    Guarantee,

    /// <summary>A scenario.</summary>
    Scenario,
}

/// <summary>Something that a check of a version found.</summary>
/// <param name="Area">What it is about.</param>
/// <param name="Blocks">Whether the version cannot be published with it.</param>
/// <param name="File">The file inside the package, where there is one.</param>
/// <param name="Activity">The step, where there is one.</param>
/// <param name="Text">What it is, in words.</param>
public sealed record VersionFinding(FindingArea Area, bool Blocks, string? File, string? Activity, string Text)
{
    /// <summary>Of a broken guarantee: the ids of the steps of a path that breaks it, in order.</summary>
    public ImmutableArray<string> Path { get => field.IsDefault ? [] : field; init; }
}

/// <summary>What a check of a version gave.</summary>
/// <param name="Findings">What was found, what blocks first.</param>
/// <param name="Guarantees">How many guarantees hold.</param>
/// <param name="Scenarios">How many scenarios passed.</param>
public sealed record VersionReport(ImmutableArray<VersionFinding> Findings, int Guarantees, int Scenarios)
{
    /// <summary>Whether the version may be published.</summary>
    public bool IsSound => !Findings.Any(f => f.Blocks);

    /// <summary>Why it goes no further, with the reasons in words; null where it is sound.</summary>
    internal Error? Refusal => IsSound ? null : new Error("policies.notSound", ErrorKind.Conflict).With("count", $"{Findings.Count(f => f.Blocks)}")
        .With("reasons", string.Join("\n", Findings.Where(f => f.Blocks).Take(MostTold).Select(f => f.Text)));

    /// <summary>How many reasons a refusal names; the check names them all.</summary>
    private const int MostTold = 10;
}

/// <summary>Gathers what is wrong with a package: pure but for the scenarios, which were played before.</summary>
internal static class VersionReports
{
    internal static VersionReport Broken(ImmutableArray<PackageProblem> problems, MessageCatalog texts, string language) =>
        new([.. problems.Select(p => Finding(p, texts, language)).OrderBy(f => !f.Blocks)], 0, 0);

    internal static VersionReport Of(
        ServicePackage package, ImmutableArray<PackageProblem> loading, ImmutableArray<PlayedScenario> scenarios, IReadOnlyCollection<string> messages, MessageCatalog texts, string language)
    {
        var guarantees = PackageGuarantees.Check(package);
        IEnumerable<VersionFinding> found =
        [
            .. loading.Where(p => p.Severity == ProblemSeverity.Warning).Concat(PackageLint.Of(package)).Concat(PackageMessages.Of(package, messages))
                .GroupBy(p => (p.File, p.Code, p.Activity, p.Place)).Select(g => Finding(g.MinBy(p => p.Severity == ProblemSeverity.Error ? 0 : 1)!, texts, language)),
            .. package.Decisions.Models.SelectMany(m => TableAnalysis.Of(m)).SelectMany(t => t.Open)
                .Select(t => new VersionFinding(FindingArea.Table, t.IsGrave, null, null, $"{t.Decision}: {t.Message.In(language)}")),
            .. guarantees.Where(g => g.Result.Verdict != PathVerdict.Holds)
                .Select(g => new VersionFinding(FindingArea.Guarantee, g.Result.Verdict == PathVerdict.Broken, null, null, $"{g.Guarantee.Id}: {g.Describe(texts, language)}") { Path = g.Activities }),
            .. scenarios.SelectMany(s => s.Failures.Select(f =>
                new VersionFinding(FindingArea.Scenario, true, s.File, f.Data.GetValueOrDefault("activity"), $"{s.Name.In(language)}: {texts.Format(f, language)}"))),
            .. scenarios.IsEmpty ? (VersionFinding[])[new(FindingArea.Scenario, false, null, null, texts.Format(new Error("policies.noScenarios"), language))] : [],
        ];
        return new VersionReport(
            [.. found.OrderBy(f => !f.Blocks)], guarantees.Count(g => g.Result.Verdict == PathVerdict.Holds), scenarios.Count(s => s.Failures.IsEmpty));
    }

    private static VersionFinding Finding(PackageProblem problem, MessageCatalog texts, string language) =>
        new(FindingArea.Package, problem.Severity == ProblemSeverity.Error, problem.File, problem.Activity, problem.Describe(texts, language));
}
