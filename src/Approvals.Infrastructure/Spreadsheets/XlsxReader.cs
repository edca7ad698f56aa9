using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml;
using Approvals.Decisions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Approvals.Infrastructure.Spreadsheets;

/// <summary>Reads a decision table from the first sheet of an xlsx workbook. The file may come from anywhere: its size, and what it unpacks to, is bounded.</summary>
public static class XlsxReader
{
    /// <summary>A larger file is refused.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    private const int MostUnpacked = 64 * 1024 * 1024;
    private const int MostParts = 200;

    /// <summary>The table and its mistakes by cell; an error when the file is no workbook or too large.</summary>
    /// <param name="xlsx">The file.</param>
    /// <param name="model">The model that the table is meant for; null checks the table by itself.</param>
    public static Result<SheetReading> Read(ReadOnlyMemory<byte> xlsx, DecisionModel? model = null) =>
        Open(xlsx, document => FirstSheet(document, TableSheet.MostRows).Map(sheet =>
        {
            var reading = TableSheet.Read(sheet.Name, sheet.Rows, model);
            return reading with { Problems = [.. sheet.Cells.Problems, .. reading.Problems] };
        }));

    /// <summary>The rows of text of the first sheet, and the cells that hold something else.</summary>
    /// <param name="xlsx">The file.</param>
    /// <param name="mostRows">How many rows it may have below its head; no more than one further is read.</param>
    internal static Result<Application.Sheets.Sheet> ReadRows(ReadOnlyMemory<byte> xlsx, int mostRows) =>
        Open(xlsx, document => FirstSheet(document, mostRows + 1).Map(sheet => new Application.Sheets.Sheet(sheet.Rows, sheet.Cells.Mistakes)));

    private static Result<T> Open<T>(ReadOnlyMemory<byte> xlsx, Func<SpreadsheetDocument, Result<T>> read)
    {
        if (xlsx.Length > MostBytes)
        {
            return TooLarge();
        }

        try
        {
            using var stream = new MemoryStream(xlsx.ToArray(), writable: false);
            if (!IsSmallUnpacked(stream))
            {
                return TooLarge();
            }

            stream.Position = 0;
            using var document = SpreadsheetDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = MostUnpacked });
            return read(document);
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or XmlException or InvalidDataException or IOException
            or FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException or NotSupportedException)
        {
            return NotWorkbook();
        }
    }

    private static Error TooLarge() => new("spreadsheets.tooLarge", ErrorKind.TooLarge);

    private static Error NotWorkbook() => new("spreadsheets.notWorkbook");

    /// <summary>What the parts say of their own size is not believed: they are unpacked, up to the bound.</summary>
    private static bool IsSmallUnpacked(MemoryStream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var (left, buffer) = (MostUnpacked, new byte[64 * 1024]);
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
            {
                left -= read;
                if (left < 0)
                {
                    return false;
                }
            }
        }

        return archive.Entries.Count <= MostParts;
    }

    private static Result<FirstOf> FirstSheet(SpreadsheetDocument document, int mostRows)
    {
        if (document.WorkbookPart is not { Workbook: { } book } workbook || book.Descendants<Sheet>().FirstOrDefault() is not { Id.Value: { } id } sheet
            || workbook.GetPartById(id) is not WorksheetPart part)
        {
            return NotWorkbook();
        }

        var name = sheet.Name?.Value ?? "Sheet1";
        var cells = new XlsxCells(name, Shared(workbook), XlsxCells.DateStyles(workbook.WorkbookStylesPart?.Stylesheet));
        return new FirstOf(name, Rows(part, cells, mostRows), cells);
    }

    /// <summary>Row by row, and no further than a table may reach.</summary>
    private static ImmutableArray<ImmutableArray<string>> Rows(WorksheetPart part, XlsxCells cells, int mostRows)
    {
        var rows = new List<ImmutableArray<string>>();
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
            {
                continue;
            }

            var row = (Row)reader.LoadCurrentElement()!;
            var place = row.RowIndex is { } index ? (int)index.Value - 1 : rows.Count;
            if (place < rows.Count || place > mostRows)
            {
                // One row too many: the table's reader names it.
                rows.AddRange(Enumerable.Repeat(ImmutableArray<string>.Empty, mostRows + 1 - rows.Count));
                break;
            }

            rows.AddRange(Enumerable.Repeat(ImmutableArray<string>.Empty, place - rows.Count));
            rows.Add(cells.Row(row, place));
        }

        return [.. rows];
    }

    private static List<string> Shared(WorkbookPart workbook)
    {
        var texts = new List<string>();
        if (workbook.SharedStringTablePart is not { } part)
        {
            return texts;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
            {
                texts.Add(XlsxCells.Text(reader.LoadCurrentElement()!));
            }
        }

        return texts;
    }

    private sealed record FirstOf(string Name, ImmutableArray<ImmutableArray<string>> Rows, XlsxCells Cells);
}
