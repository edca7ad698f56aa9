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

    /// <summary>The workbook.</summary>
    public static byte[] Write(TableGrid table)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var styles = workbook.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = Styles();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(Panes(), new SheetFormatProperties { DefaultRowHeight = 15, DefaultColumnWidth = 18 }, new SheetData(TableSheet.Rows(table).Select(Row)));
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = SheetName(table.Name) }));
        }

        return stream.ToArray();
    }

    /// <summary>The name of the sheet of a table: without what spreadsheets forbid, and not too long.</summary>
    public static string SheetName(string table)
    {
        var name = string.Concat(table.Where(letter => !"[]:*?/\\'".Contains(letter, StringComparison.Ordinal) && !char.IsControl(letter))).Trim();
        return name.Length == 0 ? "Sheet1" : name[..Math.Min(name.Length, LongestName)];
    }

    /// <summary>The seven rows that describe the columns stay in sight.</summary>
    private static SheetViews Panes() => new(new SheetView(new Pane
    {
        VerticalSplit = 7, HorizontalSplit = 1, TopLeftCell = "B8", ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen,
    })
    { WorkbookViewId = 0 });

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
