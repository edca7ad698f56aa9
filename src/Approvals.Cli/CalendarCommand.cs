using System.CommandLine;
using System.Globalization;
using Approvals.Application.Calendars;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Cli;

/// <summary>Loads the State Council's notice on the holidays of a year.</summary>
internal static class CalendarCommand
{
    internal static Command Create(Settings settings)
    {
        var file = new Argument<FileInfo>("file") { Description = "A JSON file { year, source, notice, off, work, holidays }." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only says which days change and how many open due dates rest on them." };
        var import = new Command("import", "Loads a notice; run again it changes nothing. Running nodes take it up and move open due dates.") { file, dryRun };
        import.SetAction((parsed, stop) => Platform.RunAsync(settings.Read(parsed), services =>
            ImportAsync(services, parsed.GetValue(file)!, parsed.GetValue(dryRun), settings.Language(parsed), stop)));
        return new Command("calendar", "Working calendars.") { import };
    }

    private static async Task<int> ImportAsync(IServiceProvider services, FileInfo file, bool dryRun, string language, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            return Say(1, "cli.calendar.missing", language, ("file", file.FullName));
        }

        var content = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
        var done = await services.GetRequiredService<ImportCalendar>()
            .RunAsync(new ImportCalendar.Request(file.Name, content, dryRun), (null, null), language, cancellationToken);
        if (!done.IsSuccess)
        {
            Console.WriteLine(Settings.Texts.Format(done.Error, language));
            return 1;
        }

        foreach (var finding in done.Value.Problems.Concat(done.Value.Notes))
        {
            Console.WriteLine($"{file.Name}:{finding.Line}: {finding.Text}");
        }

        foreach (var year in done.Value.Years)
        {
            Tell(year, dryRun, language);
        }

        return done.Value.Problems.Count > 0
            ? Say(1, "cli.calendar.refused", language, ("problems", Text(done.Value.Problems.Count)))
            : Say(0, "cli.calendar.dates", language, ("open", Text(done.Value.OpenDates)), ("moves", done.Value.Moves is { } moves ? Text(moves) : "?"));
    }

    private static void Tell(CalendarChangeDto year, bool dryRun, string language)
    {
        var code = year.IsKnown ? "cli.calendar.known" : dryRun ? "cli.calendar.would" : "cli.calendar.loaded";
        Say(0, code, language, ("year", Text(year.Year)), ("days", Text(year.Days.Count)), ("revision", Text(year.Revision ?? 0)));
        foreach (var day in year.Days)
        {
            Say(0, day.Works ? "cli.calendar.works" : "cli.calendar.off", language, ("day", day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("name", day.Name ?? ""));
        }
    }

    private static int Say(int exit, string code, string language, params (string Name, string Value)[] values)
    {
        Console.WriteLine(Settings.Texts.Format(code, values.ToDictionary(v => v.Name, v => v.Value), language).TrimEnd());
        return exit;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
