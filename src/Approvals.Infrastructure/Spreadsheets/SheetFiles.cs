using Approvals.Application.Sheets;

namespace Approvals.Infrastructure.Spreadsheets;

/// <summary>Reads comma-separated values and workbooks, told apart by their content, so that a wrong ending does no harm.</summary>
internal sealed class SheetFiles : ISheetFiles
{
    private static ReadOnlySpan<byte> Archive => "PK"u8;

    public Result<Sheet> Read(string name, ReadOnlyMemory<byte> content, int mostRows)
    {
        if (content.Length > ISheetFiles.MostBytes)
        {
            return new Error("sheets.tooLarge", ErrorKind.TooLarge);
        }

        var isBook = content.Span.StartsWith(Archive);
        if (!isBook && !name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            return new Error("sheets.kind");
        }

        var sheet = isBook
            ? XlsxReader.ReadRows(content, mostRows)
            : CsvRows.Read(content.Span, mostRows + 1).Map(rows => new Sheet(rows, []));
        return sheet.IsSuccess && sheet.Value.Rows.Length > mostRows + 1
            ? new Error("sheets.tooManyRows", ErrorKind.TooLarge).With("max", $"{mostRows}")
            : sheet;
    }
}
