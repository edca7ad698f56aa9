using System.CommandLine;
using Approvals.Decisions;

namespace Approvals.Cli;

/// <summary>Names what is wrong with decision models, and what an analysis of their tables finds.</summary>
internal static class DmnCheckCommand
{
    internal static Command Create(Settings settings)
    {
        var path = new Argument<string>("path") { Description = "A .dmn file, or a folder with such files." };
        var check = new Command("check", "Names problems, gaps, overlaps and rules in vain; fails unless each is recorded with a reason.") { path };
        check.SetAction(parsed => Check(parsed.GetValue(path)!, settings.Language(parsed)));
        return check;
    }

    private static int Check(string path, string language)
    {
        var files = Files(path);
        var folder = new DmnFolder();
        var (errors, open, accepted, tables) = (0, 0, 0, 0);
        foreach (var file in files)
        {
            var read = folder.Model(file);
            if (!read.IsSuccess)
            {
                Print("cli.dmn.error", Shown(file), Settings.Texts.Format(read.Error, language), language);
                errors++;
                continue;
            }

            foreach (var problem in read.Value.Check())
            {
                Print("cli.dmn.error", Shown(file), problem.Message.In(language), language);
                errors++;
            }

            foreach (var report in TableAnalysis.Of(read.Value))
            {
                Print(Shown(file), report, language);
                tables++;
                open += report.Open.Count();
                accepted += report.Findings.Length - report.Open.Count();
            }
        }

        var sum = new Error("cli.dmn.checked").With("models", $"{files.Count}").With("tables", $"{tables}")
            .With("errors", $"{errors}").With("open", $"{open}").With("accepted", $"{accepted}");
        Console.WriteLine(Settings.Texts.Format(sum, language));
        return errors == 0 && open == 0 && files.Count > 0 ? 0 : 1;
    }

    /// <summary>The file itself, or every model below a folder, in order.</summary>
    private static IReadOnlyList<string> Files(string path) => Directory.Exists(path)
        ? [.. Directory.EnumerateFiles(path, "*.dmn", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
        : [path];

    private static void Print(string file, TableReport report, string language)
    {
        var place = $"{file}: {report.Decision}";
        foreach (var finding in report.Open)
        {
            Print(finding.IsGrave ? "cli.dmn.error" : "cli.dmn.warning", place, finding.Message.In(language), language);
        }

        foreach (var accepted in report.Findings.Where(finding => finding.AcceptedBecause is not null).GroupBy(finding => finding.AcceptedBecause!))
        {
            Print("cli.dmn.accepted", place, $"{accepted.Count()} × {accepted.Key}", language);
        }

        foreach (var left in report.NotAnalysed)
        {
            Print("cli.dmn.note", place, left.Message.In(language), language);
        }

        foreach (var outdated in report.Outdated)
        {
            var error = new Error("cli.dmn.outdated").With("reason", outdated.Reason);
            Print("cli.dmn.note", place, Settings.Texts.Format(error, language), language);
        }
    }

    private static void Print(string level, string place, string message, string language) =>
        Console.WriteLine($"{Settings.Texts.Format(new Error(level), language),-8} {place}: {message}");

    private static string Shown(string file) => Path.GetRelativePath(Directory.GetCurrentDirectory(), file);
}
