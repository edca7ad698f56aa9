using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Approvals.Domain.Packages;
using Approvals.Domain.Packages.Lint;
using Approvals.Simulation;
using Approvals.Workflows;

namespace Approvals.Cli;

/// <summary>Names everything in a definition, or in packages, that would not do what it seems to; checks what they promise of every path.</summary>
internal static class WorkflowLintCommand
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    internal static Command Create(Settings settings)
    {
        var path = new Argument<string>("path") { Description = "A definition, a package, or a folder of packages." };
        var staffing = new Option<string?>("--staffing") { Description = "A file of roles held: [{ role, level, organisationKind, people }]." };
        var lint = new Command("lint", "Names everything that would not do what it seems to, and checks the guarantees; fails on errors.") { path, staffing };
        lint.SetAction(parsed => Lint(parsed.GetValue(path)!, Staffing(parsed.GetValue(staffing)), settings.Language(parsed)));
        return lint;
    }

    private static ImmutableArray<StaffedRole>? Staffing(string? file)
    {
        try
        {
            return file is null ? null : JsonSerializer.Deserialize<ImmutableArray<StaffedRole>>(File.ReadAllBytes(file), Options);
        }
        catch (JsonException broken)
        {
            throw new InvalidOperationException($"{file}: {broken.Message}");
        }
    }

    private static int Lint(string path, ImmutableArray<StaffedRole>? staffing, string language)
    {
        var errors = Directory.Exists(path) ? Packages(path, staffing, language) : Definition(path, staffing, language);
        return errors == 0 ? 0 : 1;
    }

    private static int Definition(string path, ImmutableArray<StaffedRole>? staffing, string language)
    {
        var file = WorkflowFile.Read(path);
        if (!file.IsSuccess)
        {
            Console.WriteLine($"error   {path}: {Settings.Texts.Format(file.Error, language)}");
            return 1;
        }

        var neighbours = file.Value.WithNeighbours();
        var linted = WorkflowLint.Of(neighbours.Definition, new LintKnowledge { Staffing = staffing });
        var known = neighbours.Imported.Problems.Select(p => p.Place).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<Problem> problems = [.. neighbours.Imported.Problems, .. linted.Where(p => !known.Contains(p.Place))];
        foreach (var problem in problems)
        {
            Console.WriteLine(WorkflowCommand.Line(problem, language));
        }

        return Sum(problems.Count(p => p.Severity == Severity.Error), problems.Length, 0);
    }

    private static int Packages(string path, ImmutableArray<StaffedRole>? staffing, string language)
    {
        var (tree, messages) = (ServiceCommand.ReadTree(path), ReferenceData.TryFind(path)?.Messages);
        var (errors, all, guarantees) = (0, 0, 0);
        foreach (var folder in tree.Packages)
        {
            var load = ServicePackage.Load(folder.Files, tree.Shared);
            ImmutableArray<PackageProblem> problems = load.Package is { } package ? [.. load.Problems.Union(PackageLint.Of(package, staffing)), .. PackageMessages.Of(package, messages), .. PackageTables.Of(package)] : load.Problems;
            foreach (var problem in problems)
            {
                Console.WriteLine($"{(problem.Severity == ProblemSeverity.Error ? "error  " : "warning")} {folder.Name}/{problem.Describe(Settings.Texts, language)} [{problem.Code}]");
            }

            var results = load.Package is { } sound ? PackageGuarantees.Check(sound) : [];
            Print(folder.Name, results, language);
            errors += problems.Count(p => p.Severity == ProblemSeverity.Error) + results.Count(r => r.Result.Verdict == PathVerdict.Broken);
            (all, guarantees) = (all + problems.Length + results.Count(r => r.Result.Verdict != PathVerdict.Holds), guarantees + results.Length);
        }

        return tree.Packages.IsEmpty ? 1 : Sum(errors, all, guarantees);
    }

    /// <summary>Prints what checking guarantees gave.</summary>
    internal static void Print(string folder, ImmutableArray<GuaranteeResult> results, string language)
    {
        foreach (var result in results)
        {
            var word = result.Result.Verdict switch { PathVerdict.Holds => "ok     ", PathVerdict.Broken => "error  ", _ => "warning" };
            Console.WriteLine($"{word} {folder}/guarantees · {result.Guarantee.Id}: {result.Describe(Settings.Texts, language)}");
        }
    }

    private static int Sum(int errors, int all, int guarantees)
    {
        Console.WriteLine($"{errors} errors, {all - errors} warnings; {guarantees} guarantees checked");
        return errors;
    }
}
