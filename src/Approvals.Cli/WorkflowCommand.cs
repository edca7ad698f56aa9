using System.CommandLine;
using Approvals.Workflows;

namespace Approvals.Cli;

/// <summary>Works on definitions by themselves, without a database: runs them, converts them, names what is wrong with them.</summary>
internal static class WorkflowCommand
{
    internal static Command Create(Settings settings)
    {
        var file = new Argument<string>("file") { Description = "A definition as Elsa 3 writes it." };
        var input = new Option<string?>("--input") { Description = "Values of the definition's inputs, as a JSON object." };
        var advance = new Option<bool>("--advance") { Description = "Lets timers elapse, in time that does not pass." };
        var run = new Command("run", "Runs a definition in memory and prints what happens, a line of JSON for each event.") { file, input, advance };
        run.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(input), parsed.GetValue(advance), settings.Language(parsed)));
        var convert = new Command("convert", "Prints a definition as normalised JSON; what cannot run here is named on the error output.") { file };
        convert.SetAction(parsed => Convert(parsed.GetValue(file)!, settings.Language(parsed)));
        return new Command("workflow", "Workflow definitions.") { run, convert, WorkflowLintCommand.Create(settings) };
    }

    private static int Run(string path, string? input, bool advance, string language)
    {
        if (WorkflowInput.Read(input) is not { IsSuccess: true } inputs)
        {
            return Refuse(WorkflowInput.Read(input).Error!, language);
        }

        var file = WorkflowFile.Read(path);
        if (!file.IsSuccess)
        {
            return Refuse(file.Error, language);
        }

        var ambiguous = file.Value.Definition.Check().Where(p => p.Code == "workflow.check.duplicateId").ToList();
        if (ambiguous.Count > 0)
        {
            ambiguous.ForEach(problem => Console.Error.WriteLine(Line(problem, language)));
            return 1;
        }

        using var output = Console.OpenStandardOutput();
        var report = new WorkflowReport(output, language);
        return new WorkflowRun(file.Value.WithNeighbours(), inputs.Value, report).Run(advance) ? 0 : 1;
    }

    private static int Convert(string path, string language)
    {
        var file = WorkflowFile.Read(path);
        if (!file.IsSuccess)
        {
            return Refuse(file.Error, language);
        }

        using var output = Console.OpenStandardOutput();
        output.Write(file.Value.Definition.Write());
        foreach (var problem in file.Value.Imported.Problems)
        {
            Console.Error.WriteLine(Line(problem, language));
        }

        return 0;
    }

    /// <summary>A problem as one line: severity, activity, place, what is wrong.</summary>
    internal static string Line(Problem problem, string language)
    {
        var where = string.Join(" · ", new[] { problem.Activity, problem.Place }.Where(p => !string.IsNullOrEmpty(p)));
        return $"{(problem.Severity == Severity.Error ? "error  " : "warning")} {where}: {problem.Describe(Settings.Texts, language)} [{problem.Code}]";
    }

    private static int Refuse(Error error, string language)
    {
        var place = error.Data.GetValueOrDefault("path");
        Console.Error.WriteLine(place is null ? Settings.Texts.Format(error, language) : $"{place}: {Settings.Texts.Format(error, language)}");
        return 1;
    }
}
