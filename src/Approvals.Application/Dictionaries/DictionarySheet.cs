using System.Collections.Immutable;
using Approvals.Application.Sheets;
using Approvals.Domain.Calendars;

namespace Approvals.Application.Dictionaries;

/// <summary>A choice as a file states it.</summary>
internal sealed record DictionaryLine(int Row, string Code, LocalText Name, DateOnly? From, DateOnly? To);

/// <summary>Reads the choices of a dictionary from a file's rows: each with its mistakes, or what it asks for.</summary>
internal static class DictionarySheet
{
    private const int LongestName = 200;

    private static readonly ImmutableArray<string> Names = ["nameZh", "nameEn"];

    private static readonly ImmutableArray<string> Days = ["from", "to"];

    private static readonly ImmutableArray<SheetColumn> Columns =
    [
        new("code", "代码", "code"),
        new("nameZh", "中文名称", "name (zh)") { Also = ["名称"] },
        new("nameEn", "英文名称", "name (en)"),
        new("from", "开始日期", "first day", Required: false),
        new("to", "最后可选日期", "last day", Required: false),
    ];

    /// <summary>The choices of a file, and its mistakes.</summary>
    /// <param name="sheet">The file's rows.</param>
    /// <param name="kept">What is kept already, by code.</param>
    /// <param name="today">A last day before it is refused, unless it stands already.</param>
    public static (ImmutableArray<DictionaryLine> Lines, int Rows, ImmutableArray<SheetProblem> Problems) Read(
        Sheet sheet, IReadOnlyDictionary<string, DictionaryEntry> kept, DateOnly today)
    {
        var (rows, wrong) = SheetColumns.Read(sheet, Columns);
        var problems = wrong.ToBuilder();
        var lines = new Dictionary<string, DictionaryLine>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var found = Check(row, kept.GetValueOrDefault(row["code"]), today).ToList();
            problems.AddRange(found);
            if (lines.TryGetValue(row["code"], out var first))
            {
                problems.Add(row.Problem("code", "sheets.twice").With("value", row["code"]).With("row", $"{first.Row}"));
            }
            else if (found.Count == 0)
            {
                lines.Add(row["code"], new DictionaryLine(row.Number, row["code"], new LocalText(row["nameZh"], row["nameEn"]), KnownDays.Read(row["from"]), KnownDays.Read(row["to"])));
            }
        }

        return ([.. lines.Values.OrderBy(l => l.Row)], rows.Length, problems.ToImmutable());
    }

    private static IEnumerable<SheetProblem> Check(SheetRow row, DictionaryEntry? kept, DateOnly today)
    {
        if (!KeepDictionaries.IsCode(row["code"]))
        {
            yield return row.Problem("code", "dictionaries.code");
        }

        foreach (var column in Names.Where(c => row[c].Length is 0 or > LongestName))
        {
            yield return row.Problem(column, "dictionaries.name").With("max", $"{LongestName}");
        }

        foreach (var column in Days.Where(c => row[c].Length > 0 && KnownDays.Read(row[c]) is null))
        {
            yield return row.Problem(column, "dictionaries.day").With("value", row[column]);
        }

        if (KnownDays.Read(row["to"]) is { } to)
        {
            if (to < (KnownDays.Read(row["from"]) ?? kept?.From))
            {
                yield return row.Problem("to", "dictionaries.endsBeforeItBegins");
            }
            else if (to < today && to != kept?.To)
            {
                yield return row.Problem("to", "rights.endsInThePast");
            }
        }
    }
}
