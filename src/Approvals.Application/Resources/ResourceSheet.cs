using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Approvals.Application.Sheets;

namespace Approvals.Application.Resources;

/// <summary>A resource as a file states it.</summary>
internal sealed record ResourceLine(SheetRow From, string Code, LocalText Name, string? About, int? Capacity, int SlotMinutes, bool Closed)
{
    public int Row => From.Number;
}

/// <summary>Reads resources from a file's rows: pure, so that a dry run and the import itself read alike.</summary>
public static partial class ResourceSheet
{
    /// <summary>How many rows a file may have below its head.</summary>
    public const int MostRows = 5000;

    /// <summary>The name of the sheet in a template.</summary>
    public const string Name = "resources";

    private const int LongestName = 100;
    private const int DefaultMinutes = 30;

    private static readonly string[] Names = ["nameZh", "nameEn"];

    private static readonly ImmutableArray<SheetColumn> Columns =
    [
        new("code", "编码", "code"),
        new("nameZh", "中文名称", "name (zh)"),
        new("nameEn", "英文名称", "name (en)"),
        new("about", "说明", "about", Required: false),
        new("capacity", "同时容纳", "capacity", Required: false),
        new("minutes", "时长（分钟）", "minutes", Required: false),
        new("closed", "停用", "closed", Required: false),
    ];

    /// <summary>The head of a template in a language.</summary>
    public static ImmutableArray<string> Head(string language) => [.. Columns.Select(c => language == "en" ? c.En : c.Zh)];

    /// <summary>The resources of a file, how many rows it has, and its mistakes.</summary>
    internal static (ImmutableArray<ResourceLine> Lines, int Rows, ImmutableArray<SheetProblem> Problems) Read(Sheet sheet)
    {
        var (rows, wrong) = SheetColumns.Read(sheet, Columns);
        var problems = wrong.ToBuilder();
        var lines = new Dictionary<string, ResourceLine>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var found = Check(row).ToList();
            problems.AddRange(found);
            if (lines.TryGetValue(row["code"], out var first))
            {
                problems.Add(row.Problem("code", "sheets.twice").With("value", row["code"]).With("row", $"{first.Row}"));
            }
            else if (row["code"].Length > 0)
            {
                lines.Add(row["code"], Line(row));
            }
        }

        return ([.. lines.Values.OrderBy(l => l.Row)], rows.Length, problems.ToImmutable());
    }

    private static ResourceLine Line(SheetRow row) => new(
        row, row["code"], new LocalText(row["nameZh"], row["nameEn"]), KeepResource.Trimmed(row["about"]),
        Number(row["capacity"]), Number(row["minutes"]) ?? DefaultMinutes, SheetAnswers.Read(row["closed"]) ?? false);

    private static IEnumerable<SheetProblem> Check(SheetRow row)
    {
        if (!CodePattern().IsMatch(row["code"]))
        {
            yield return row.Problem("code", "resources.sheet.code");
        }

        foreach (var name in Names.Where(n => row[n].Length is 0 or > LongestName))
        {
            yield return row.Problem(name, "resources.sheet.name");
        }

        if (row["capacity"].Length > 0 && Number(row["capacity"]) is not (>= 1 and <= KeepResource.MostAtOnce))
        {
            yield return row.Problem("capacity", "resources.capacity");
        }

        if (row["minutes"].Length > 0 && Number(row["minutes"]) is not (>= 1 and <= KeepResource.LongestSlot))
        {
            yield return row.Problem("minutes", "resources.slotMinutes");
        }

        if (SheetAnswers.Read(row["closed"]) is null)
        {
            yield return row.Problem("closed", "sheets.answer").With("value", row["closed"]);
        }
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex("^[A-Za-z0-9._-]{1,64}$", RegexOptions.CultureInvariant)]
    private static partial Regex CodePattern();
}
