using System.CommandLine;
using Approvals.Decisions;
using Approvals.Infrastructure.Spreadsheets;

namespace Approvals.Cli;

/// <summary>Takes a decision table out to a spreadsheet, and back into its model.</summary>
internal static class DmnSheetCommand
{
    internal static Command Export(Settings settings)
    {
        var (model, decision) = (Model(), Decision());
        var target = new Option<string>("--out") { Description = "The .xlsx file to write.", Required = true };
        var export = new Command("export", "Writes a table as a spreadsheet.") { model, decision, target };
        export.SetAction(parsed =>
        {
            var table = Document(parsed.GetValue(model)!).Bind(document => document.Table(parsed.GetValue(decision)!));
            if (table.IsSuccess)
            {
                File.WriteAllBytes(parsed.GetValue(target)!, XlsxWriter.Write(table.Value));
                return 0;
            }

            return Fail(table.Error, settings.Language(parsed));
        });
        return export;
    }

    internal static Command Import(Settings settings)
    {
        var (model, decision) = (Model(), Decision());
        var source = new Option<string>("--from") { Description = "The .xlsx file to read.", Required = true };
        var target = new Option<string?>("--out") { Description = "The DMN file to write; without it, the model itself." };
        var import = new Command("import", "Replaces a table by that of a spreadsheet; a mistake is named by its cell, and nothing is written.") { model, decision, source, target };
        import.SetAction(parsed => Import(
            parsed.GetValue(model)!, parsed.GetValue(decision)!, parsed.GetValue(source)!, parsed.GetValue(target), settings.Language(parsed)));
        return import;
    }

    private static Argument<string> Model() => new("model") { Description = "A DMN file." };

    private static Option<string> Decision() => new("--decision") { Description = "The decision or knowledge model whose table it is.", Required = true };

    private static int Import(string path, string decision, string source, string? target, string language)
    {
        var document = Document(path);
        var compiled = new DmnFolder().Model(path);
        var reading = document.IsSuccess && compiled.IsSuccess && Bytes(source) is { IsSuccess: true } xlsx ? XlsxReader.Read(xlsx.Value, compiled.Value)
            : document.Error ?? compiled.Error ?? Bytes(source).Error!;
        if (!reading.IsSuccess)
        {
            return Fail(reading.Error, language);
        }

        foreach (var problem in reading.Value.Problems)
        {
            Console.Error.WriteLine(problem.Message.In(language));
        }

        if (!reading.Value.Problems.IsEmpty || reading.Value.Table is not { } table)
        {
            return 1;
        }

        var changed = document.Value.WithTable(decision, table);
        if (!changed.IsSuccess)
        {
            return Fail(changed.Error, language);
        }

        File.WriteAllBytes(target ?? path, changed.Value.Write());
        return 0;
    }

    private static Result<DecisionDocument> Document(string path) => Bytes(path).Bind(xml => DecisionDocument.Read(xml));

    private static Result<byte[]> Bytes(string path) =>
        File.Exists(path) ? File.ReadAllBytes(path) : new Error("cli.dmn.unreadable", ErrorKind.NotFound).With("path", path);

    private static int Fail(Error error, string language)
    {
        Console.Error.WriteLine(Settings.Texts.Format(error, language));
        return 1;
    }
}
