using System.Collections.Immutable;
using System.CommandLine;
using Approvals.Application.Policies;
using Approvals.Domain.Packages;
using Approvals.Domain.Packages.Lint;
using Approvals.Simulation;
using Approvals.Simulation.Scenarios;
using Approvals.Workflows;

namespace Approvals.Cli;

/// <summary>Works on service packages without a database: what is wrong with them, and whether their scenarios come out.</summary>
internal static class ServiceCommand
{
    internal static Command Create(Settings settings)
    {
        var path = new Argument<string>("path") { Description = "A package, or a folder of packages." };
        var test = new Command("test", "Runs every scenario of every package on the real application.") { path };
        test.SetAction((parsed, stop) => TestAsync(parsed.GetValue(path)!, settings.Language(parsed), stop));
        var lint = new Command("lint", "Names everything that is wrong with packages.") { path };
        lint.SetAction(parsed => Lint(parsed.GetValue(path)!, settings.Language(parsed)));
        return new Command("service", "Service packages.")
        {
            test, lint, ServiceFilesCommand.Import(settings), ServiceFilesCommand.Export(settings),
        };
    }

    /// <summary>The packages of a path; one copied elsewhere takes the shared files from the nearest folder of packages.</summary>
    internal static PackageTree ReadTree(string path)
    {
        var tree = PackageFolder.ReadTree(path);
        if (!tree.Shared.IsEmpty)
        {
            return tree;
        }

        var shared = Upwards(Directory.GetCurrentDirectory()).Concat(Upwards(AppContext.BaseDirectory))
            .Select(folder => Path.Combine(folder, "workflows", PackageFolder.SharedName)).FirstOrDefault(Directory.Exists);
        return shared is null ? tree : tree with { Shared = PackageFolder.Read(shared).Files };
    }

    private static async Task<int> TestAsync(string path, string language, CancellationToken cancellationToken)
    {
        var tree = ReadTree(path);
        await using var template = await SimulationTemplate.CreateAsync(tree, ReferenceData.Find(path), cancellationToken);
        foreach (var broken in template.Import.Broken)
        {
            Print(broken.Folder, broken.Problems, language);
        }

        var (passed, failed, tables) = (0, 0, 0);
        foreach (var package in tree.Packages.Select(folder => ServicePackage.Load(folder.Files, tree.Shared).Package).OfType<ServicePackage>())
        {
            var found = PackageTables.Of(package);
            Print(package.Service.Code, found, language);
            tables += found.Count(problem => problem.Severity == ProblemSeverity.Error);
            foreach (var scenario in package.Scenarios)
            {
                var outcome = await ScenarioRunner.RunAsync(template, package.Service.Code, scenario, cancellationToken);
                Print(package.Service.Code, outcome, language);
                (passed, failed) = outcome.Passed ? (passed + 1, failed) : (passed, failed + 1);
            }
        }

        Console.WriteLine($"{passed + failed} scenarios: {passed} passed, {failed} failed; {template.Import.Broken.Length} packages broken; {tables} errors in tables");
        return failed == 0 && tables == 0 && passed > 0 && template.Import.Broken.IsEmpty ? 0 : 1;
    }

    private static void Print(string service, ScenarioOutcome outcome, string language)
    {
        Console.WriteLine($"{(outcome.Passed ? "ok    " : "FAILED")} {service}/{outcome.Scenario.File}  {outcome.Scenario.Name.In(language)}");
        foreach (var failure in outcome.Failures)
        {
            Console.WriteLine($"         {Settings.Texts.Format(failure, language)}");
        }
    }

    private static int Lint(string path, string language)
    {
        var (tree, messages) = (ReadTree(path), ReferenceData.TryFind(path)?.Messages);
        var (errors, warnings) = (0, 0);
        foreach (var folder in tree.Packages)
        {
            var load = ServicePackage.Load(folder.Files, tree.Shared);
            var problems = Problems(load, messages);
            Print(folder.Name, problems, language);
            ImmutableArray<GuaranteeResult> unkept = load.Package is { } package ? [.. PackageGuarantees.Check(package).Where(r => r.Result.Verdict != PathVerdict.Holds)] : [];
            WorkflowLintCommand.Print(folder.Name, unkept, language);
            var grave = problems.Count(p => p.Severity == ProblemSeverity.Error) + unkept.Count(r => r.Result.Verdict == PathVerdict.Broken);
            (errors, warnings) = (errors + grave, warnings + problems.Length + unkept.Length - grave);
        }

        Console.WriteLine($"{tree.Packages.Length} packages: {errors} errors, {warnings} warnings");
        return errors == 0 && !tree.Packages.IsEmpty ? 0 : 1;
    }

    private static ImmutableArray<PackageProblem> Problems(PackageLoad load, IReadOnlyList<string>? messages) =>
        load.Package is { } package ? [.. load.Problems, .. PackageMessages.Of(package, messages), .. PackageTables.Of(package)] : load.Problems;

    private static void Print(string folder, IEnumerable<PackageProblem> problems, string language)
    {
        foreach (var problem in problems)
        {
            Console.WriteLine($"{(problem.Severity == ProblemSeverity.Error ? "error  " : "warning")} {folder}/{problem.Describe(Settings.Texts, language)}");
        }
    }

    private static IEnumerable<string> Upwards(string place)
    {
        for (var folder = new DirectoryInfo(place); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}
