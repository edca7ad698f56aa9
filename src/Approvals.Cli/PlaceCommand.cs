using System.CommandLine;
using Approvals.Application.Organisations;
using Approvals.Application.Regions;
using Approvals.Application.Sheets;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Cli;

/// <summary>Fills a new installation with its regions and organisations from files that people make with a spreadsheet.</summary>
internal static class PlaceCommand
{
    internal static Command Regions(Settings settings) => Create(settings, "regions", "Regions.", "code, nameZh, nameEn, level, parent", (services, name, content, dryRun, language, stop) =>
        services.GetRequiredService<ImportRegions>().RunAsync(new ImportRegions.Request(name, content, dryRun), null, language, stop));

    internal static Command Organisations(Settings settings) => Create(settings, "organisations", "Organisations.", "uscc, name, kind, region, verified", (services, name, content, dryRun, language, stop) =>
        services.GetRequiredService<ImportOrganisations>().RunAsync(new ImportOrganisations.Request(name, content, dryRun), null, language, stop));

    private static Command Create(Settings settings, string noun, string about, string columns, Take take)
    {
        var file = new Argument<FileInfo>("file") { Description = $"A csv (UTF-8) or xlsx file with the columns {columns}." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only says what would happen." };
        var import = new Command("import", "Takes all rows of a file, or none; run again it changes nothing.") { file, dryRun };
        import.SetAction((parsed, stop) => Platform.RunAsync(settings.Read(parsed), services =>
            ImportAsync(services, parsed.GetValue(file)!, parsed.GetValue(dryRun), take, settings.Language(parsed), stop)));
        return new Command(noun, about) { import };
    }

    private static async Task<int> ImportAsync(
        IServiceProvider services, FileInfo file, bool dryRun, Take take, string language, CancellationToken cancellationToken)
    {
        var done = await take(services, file.Name, await File.ReadAllBytesAsync(file.FullName, cancellationToken), dryRun, language, cancellationToken);
        if (!done.IsSuccess)
        {
            Console.WriteLine(Settings.Texts.Format(done.Error, language));
            return 1;
        }

        var answer = done.Value;
        foreach (var problem in answer.Problems)
        {
            Console.WriteLine($"{Place(problem, language)} {problem.Text}");
        }

        var code = answer.ProblemCount > 0 ? "cli.importRefused" : answer.Applied ? "cli.imported" : "cli.wouldImport";
        Console.WriteLine(Settings.Texts.Format(
            code,
            new Dictionary<string, string>
            {
                ["rows"] = $"{answer.Rows}", ["added"] = $"{answer.Added}", ["changed"] = $"{answer.Changed}", ["unchanged"] = $"{answer.Unchanged}", ["problems"] = $"{answer.ProblemCount}",
            },
            language));
        return answer.ProblemCount > 0 ? 1 : 0;
    }

    private static string Place(SheetProblemDto problem, string language) => problem.Row == 0 ? "" : Settings.Texts.Format(
        problem.Column.Length > 0 ? "cli.rowColumn" : "cli.row", new Dictionary<string, string> { ["row"] = $"{problem.Row}", ["column"] = problem.Column }, language);

    private delegate Task<Result<SheetImportDto>> Take(
        IServiceProvider services, string name, ReadOnlyMemory<byte> content, bool dryRun, string language, CancellationToken stop);
}
