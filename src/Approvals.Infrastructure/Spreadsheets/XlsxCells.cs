using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Approvals.Decisions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Approvals.Infrastructure.Spreadsheets;

/// <summary>The texts of a sheet's cells; what is not plain text, number or boolean is a mistake of its cell.</summary>
internal sealed class XlsxCells(string sheet, IReadOnlyList<string> shared, IReadOnlySet<uint> dateStyles)
{
    private static readonly MessageCatalog Texts = MessageCatalog.Load(Assembly.GetExecutingAssembly());

    private readonly ImmutableArray<SheetProblem>.Builder _problems = ImmutableArray.CreateBuilder<SheetProblem>();

    private readonly ImmutableArray<Application.Sheets.SheetProblem>.Builder _mistakes = ImmutableArray.CreateBuilder<Application.Sheets.SheetProblem>();

    public ImmutableArray<SheetProblem> Problems => _problems.ToImmutable();

    /// <summary>The same by row and column.</summary>
    public ImmutableArray<Application.Sheets.SheetProblem> Mistakes => _mistakes.ToImmutable();

    /// <summary>All text in an element but the readings of Chinese and Japanese characters.</summary>
    public static string Text(OpenXmlElement element) =>
        string.Concat(element.Descendants<Text>().Where(text => text.Parent is not PhoneticRun).Select(text => text.Text));

    /// <summary>The styles under which a spreadsheet shows a number as a date or time.</summary>
    public static IReadOnlySet<uint> DateStyles(Stylesheet? styles)
    {
        var own = styles?.NumberingFormats?.Elements<NumberingFormat>()
            .Where(format => format.FormatCode?.Value?.AsSpan().ContainsAny("ydhs") == true).Select(format => format.NumberFormatId?.Value ?? 0).ToHashSet() ?? [];
        var formats = styles?.CellFormats?.Elements<CellFormat>().Select(format => format.NumberFormatId?.Value ?? 0) ?? [];
        return formats.Select((id, style) => (id, style)).Where(pair => pair.id is (>= 14 and <= 22) or (>= 45 and <= 47) || own.Contains(pair.id))
            .Select(pair => (uint)pair.style).ToHashSet();
    }

    public ImmutableArray<string> Row(Row row, int place)
    {
        var texts = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var column = cell.CellReference?.Value is { } address && SheetAddress.Parse(address) is { } at ? at.Column : texts.Count;
            column = Math.Min(column, TableSheet.MostColumns);
            if (column < texts.Count)
            {
                continue;
            }

            texts.AddRange(Enumerable.Repeat("", column - texts.Count));
            texts.Add(Text(cell, place, column));
        }

        return [.. texts];
    }

    private string Text(Cell cell, int row, int column)
    {
        if (cell.CellFormula is not null)
        {
            return Problem(row, column, "spreadsheets.formula");
        }

        var value = cell.CellValue?.Text ?? "";
        var text = cell.DataType?.Value switch
        {
            CellValues.InlineString => cell.InlineString is null ? "" : Text(cell.InlineString),
            CellValues.SharedString => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index] : "",
            CellValues.Boolean => value == "1" ? "true" : "false",
            CellValues.Error => Problem(row, column, "spreadsheets.error"),
            CellValues.String => value,
            CellValues.Date => $"@\"{value}\"",
            _ when value.Length > 0 && cell.StyleIndex?.Value is { } style && dateStyles.Contains(style) => Problem(row, column, "spreadsheets.date"),
            _ => Number(value, row, column),
        };
        return text.Length > TableSheet.MostCharacters ? Problem(row, column, "spreadsheets.tooLong") : text;
    }

    private string Number(string value, int row, int column)
    {
        if (value.Length == 0)
        {
            return "";
        }

        return decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : Problem(row, column, "spreadsheets.error");
    }

    private string Problem(int row, int column, string code)
    {
        var address = $"{sheet}!{SheetAddress.Of(row, column)}";
        _mistakes.Add(new Application.Sheets.SheetProblem(
            row + 1, SheetAddress.Of(0, column)[..^1], code switch { "spreadsheets.formula" => "sheets.formula", _ => "sheets.cell" }));
        var nothing = ImmutableSortedDictionary<string, string>.Empty;
        _problems.Add(new SheetProblem(address, new LocalText($"{address}：{Texts.Format(code, nothing, "zh-CN")}", $"{address}: {Texts.Format(code, nothing, "en")}")));
        return "";
    }
}
