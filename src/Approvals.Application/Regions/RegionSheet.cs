using System.Collections.Immutable;
using Approvals.Application.Sheets;

namespace Approvals.Application.Regions;

/// <summary>A region as a file states it.</summary>
internal sealed record RegionLine(SheetRow From, string Code, LocalText Name, RegionLevel Level, string? Parent)
{
    public int Row => From.Number;
}

/// <summary>Reads regions from a file's rows: each with its mistakes, or what it asks for.</summary>
internal static class RegionSheet
{
    private static readonly ImmutableDictionary<string, RegionLevel> Levels = new Dictionary<string, RegionLevel>(StringComparer.OrdinalIgnoreCase)
    {
        ["province"] = RegionLevel.Province, ["省"] = RegionLevel.Province, ["省级"] = RegionLevel.Province,
        ["city"] = RegionLevel.City, ["市"] = RegionLevel.City, ["地级"] = RegionLevel.City,
        ["county"] = RegionLevel.County, ["县"] = RegionLevel.County, ["区县"] = RegionLevel.County, ["县级"] = RegionLevel.County,
        ["township"] = RegionLevel.Township, ["乡镇"] = RegionLevel.Township, ["街道"] = RegionLevel.Township, ["乡级"] = RegionLevel.Township,
    }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly ImmutableArray<SheetColumn> Columns =
    [
        new("code", "代码", "code") { Also = ["区划代码"] },
        new("nameZh", "名称", "name") { Also = ["name_zh", "中文名称"] },
        new("nameEn", "英文名称", "English name", Required: false) { Also = ["name_en"] },
        new("level", "级别", "level"),
        new("parent", "上级代码", "parent code"),
    ];

    /// <summary>The regions of a file, parents before children, and its mistakes.</summary>
    /// <param name="sheet">The file's rows.</param>
    /// <param name="known">The regions there are, by code.</param>
    public static (ImmutableArray<RegionLine> Lines, int Rows, ImmutableArray<SheetProblem> Problems) Read(Sheet sheet, IReadOnlyDictionary<string, Region> known)
    {
        var (rows, wrong) = SheetColumns.Read(sheet, Columns);
        var problems = wrong.ToBuilder();
        var lines = new Dictionary<string, RegionLine>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var found = Check(row).ToList();
            problems.AddRange(found);
            if (found.Count > 0)
            {
                continue;
            }

            var line = Line(row);
            if (!lines.TryAdd(line.Code, line))
            {
                problems.Add(row.Problem("code", "sheets.twice").With("value", line.Code).With("row", $"{lines[line.Code].Row}"));
            }
        }

        problems.AddRange(lines.Values.SelectMany(line => Place(line, lines, known)));
        return ([.. lines.Values.OrderBy(l => l.Level).ThenBy(l => l.Row)], rows.Length, problems.ToImmutable());
    }

    private static RegionLine Line(SheetRow row) => new(
        row, row["code"], new LocalText(row["nameZh"], row["nameEn"].Length > 0 ? row["nameEn"] : row["nameZh"]), Levels[row["level"]],
        row["parent"].Length > 0 ? row["parent"] : null);

    private static IEnumerable<SheetProblem> Check(SheetRow row)
    {
        if (row["code"] is not { Length: >= 2 and <= 12 } code || !code.All(char.IsAsciiDigit))
        {
            yield return row.Problem("code", "regions.code");
        }

        if (row["nameZh"].Length is 0 or > 100)
        {
            yield return row.Problem("nameZh", "regions.name");
        }

        if (row["nameEn"].Length > 100)
        {
            yield return row.Problem("nameEn", "regions.name");
        }

        if (!Levels.ContainsKey(row["level"]))
        {
            yield return row.Problem("level", "regions.level").With("value", row["level"]);
        }
    }

    /// <summary>Whether a region hangs where it may: under one of a higher level, and where it hung before.</summary>
    private static IEnumerable<SheetProblem> Place(
        RegionLine line, Dictionary<string, RegionLine> lines, IReadOnlyDictionary<string, Region> known)
    {
        if (line.Parent is { } parent)
        {
            var level = lines.TryGetValue(parent, out var stated) ? stated.Level : known.TryGetValue(parent, out var there) ? there.Level : (RegionLevel?)null;
            if (level is null)
            {
                yield return line.From.Problem("parent", "regions.unknownParent").With("value", parent);
            }
            else if (level >= line.Level)
            {
                yield return line.From.Problem("parent", "regions.parentNotHigher").With("value", parent);
            }
        }

        if (known.TryGetValue(line.Code, out var region) && (region.ParentCode != line.Parent || region.Level != line.Level))
        {
            yield return line.From.Problem(region.ParentCode != line.Parent ? "parent" : "level", "regions.fixed").With("code", line.Code);
        }
    }
}
