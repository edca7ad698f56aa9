using System.Collections.Immutable;
using Approvals.Decisions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Approvals.Infrastructure.Spreadsheets;

/// <summary>Writes a decision table as an xlsx workbook of one sheet, every cell as text so that no spreadsheet reads a date or number into it.</summary>
public static class XlsxWriter
{
    private const uint TextFormat = 49;
    private const int LongestName = 31;

    /// <summary>The workbook of a decision table; the seven rows that describe its columns stay in sight.</summary>
    public static byte[] Write(TableGrid table) => Write(table.Name, TableSheet.Rows(table), Panes(7, 1));

    /// <summary>The workbook of rows of text, whose first row stays in sight.</summary>
    public static byte[] Write(string name, IEnumerable<ImmutableArray<string>> rows) => Write(name, rows, Panes(1, 0));

    private static byte[] Write(string name, IEnumerable<ImmutableArray<string>> rows, SheetViews panes)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var styles = workbook.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = Styles();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(panes, new SheetFormatProperties { DefaultRowHeight = 15, DefaultColumnWidth = 18 }, new SheetData(rows.Select(Row)));
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = SheetName(name) }));
        }

        return stream.ToArray();
    }

    /// <summary>The name of the sheet of a table: without what spreadsheets forbid, and not too long.</summary>
    public static string SheetName(string table)
    {
        var name = string.Concat(table.Where(letter => !"[]:*?/\\'".Contains(letter, StringComparison.Ordinal) && !char.IsControl(letter))).Trim();
        return name.Length == 0 ? "Sheet1" : name[..Math.Min(name.Length, LongestName)];
    }

    /// <summary>Rows and columns that stay in sight.</summary>
    private static SheetViews Panes(int rows, int columns)
    {
        var pane = new Pane
        {
            VerticalSplit = rows, TopLeftCell = SheetAddress.Of(rows, columns), State = PaneStateValues.Frozen,
            ActivePane = columns > 0 ? PaneValues.BottomRight : PaneValues.BottomLeft,
        };
        if (columns > 0)
        {
            pane.HorizontalSplit = columns;
        }

        return new SheetViews(new SheetView(pane) { WorkbookViewId = 0 });
    }

    private static Stylesheet Styles() => new(
        new Fonts(new Font()),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true }));

    private static Row Row(ImmutableArray<string> cells, int row) => new(cells.Select((text, column) => new Cell
    {
        CellReference = SheetAddress.Of(row, column),
        StyleIndex = 1,
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }),
    }))
    { RowIndex = (uint)row + 1 };
}
