using System.Collections.Immutable;
using Approvals.Application.Regions;
using Approvals.Application.Sheets;
using Approvals.Domain.Calendars;
using Approvals.Domain.Identifiers;

namespace Approvals.Application.Experts;

/// <summary>An expert as a file states one.</summary>
internal sealed record ExpertLine(SheetRow From, string User, Region Region, ExpertEntry Entry, IReadOnlyList<CoAuthorEntry> CoAuthors)
{
    public int Row => From.Number;
}

/// <summary>What a file is checked against.</summary>
/// <param name="Users">Accounts of experts by user name.</param>
/// <param name="Regions">The regions whose entries the importer keeps, by code.</param>
/// <param name="Fields">Names of fields by code, in both languages.</param>
/// <param name="Today">The day.</param>
internal sealed record ExpertSheetKnown(
    IReadOnlyDictionary<string, Guid> Users, IReadOnlyDictionary<string, Region> Regions, IReadOnlyList<KeyValuePair<string, LocalText>> Fields, DateOnly Today);

/// <summary>Reads experts from a file's rows: each with its mistakes, or what it asks for.</summary>
internal static class ExpertSheet
{
    private const int LongestName = 200;
    private static readonly ImmutableArray<string> Lists = ["fields", "away", "coAuthors"];
    private static readonly char[] Separators = [';', '；', '、', '\n'];

    private static readonly ImmutableArray<SheetColumn> Columns =
    [
        new("user", "用户名", "user name"),
        new("region", "区划代码", "region code") { Also = ["地区代码"] },
        new("fields", "专业领域", "fields"),
        new("employerUscc", "单位统一社会信用代码", "employer's credit code", Required: false),
        new("employerName", "工作单位", "employer", Required: false),
        new("away", "不在岗日期", "days away", Required: false),
        new("coAuthors", "合作发表人员", "co-authors", Required: false),
    ];

    /// <summary>The experts of a file, and its mistakes.</summary>
    public static (ImmutableArray<ExpertLine> Lines, int Rows, ImmutableArray<SheetProblem> Problems) Read(Sheet sheet, ExpertSheetKnown known)
    {
        var (rows, wrong) = SheetColumns.Read(sheet, Columns);
        var problems = wrong.ToBuilder();
        var lines = new Dictionary<string, ExpertLine>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            var before = problems.Count;
            var line = Line(row, known, problems);
            if (lines.TryGetValue(row["user"], out var first))
            {
                problems.Add(row.Problem("user", "sheets.twice").With("value", row["user"]).With("row", $"{first.Row}"));
            }
            else if (problems.Count == before)
            {
                lines.Add(row["user"], line);
            }
        }

        return ([.. lines.Values.OrderBy(l => l.Row)], rows.Length, problems.ToImmutable());
    }

    private static ExpertLine Line(SheetRow row, ExpertSheetKnown known, ImmutableArray<SheetProblem>.Builder problems)
    {
        if (!known.Users.ContainsKey(row["user"]))
        {
            problems.Add(row.Problem("user", "experts.sheetUser").With("value", row["user"]));
        }

        if (!known.Regions.TryGetValue(row["region"], out var region))
        {
            problems.Add(row.Problem("region", "experts.sheetRegion").With("value", row["region"]));
        }

        if (row["employerUscc"].Length > 0 && !IdentifierCheck.Check(IdentifierKind.Uscc, row["employerUscc"], known.Today).IsSuccess)
        {
            problems.Add(row.Problem("employerUscc", "organisations.uscc"));
        }

        if (row["employerName"].Length > LongestName)
        {
            problems.Add(row.Problem("employerName", "experts.employer"));
        }

        foreach (var column in Lists.Where(c => Parts(row[c]).Length > ExpertEntry.Most))
        {
            problems.Add(row.Problem(column, "experts.sheetMany").With("most", $"{ExpertEntry.Most}"));
        }

        var entry = new ExpertEntry(Fields(row, known, problems), row["employerUscc"], row["employerName"], Away(row, problems));
        return new ExpertLine(row, row["user"], region!, entry, Authors(row, problems));
    }

    private static ImmutableArray<string> Fields(SheetRow row, ExpertSheetKnown known, ImmutableArray<SheetProblem>.Builder problems)
    {
        var codes = ImmutableArray.CreateBuilder<string>();
        foreach (var part in Parts(row["fields"]))
        {
            var named = known.Fields.FirstOrDefault(f => f.Key == part || f.Value.Zh == part || string.Equals(f.Value.En, part, StringComparison.OrdinalIgnoreCase)).Key;
            if (named is null && (known.Fields.Count > 0 || !ExpertFields.IsCode(part)))
            {
                problems.Add(row.Problem("fields", "experts.sheetField").With("value", part));
            }

            codes.Add(named ?? part);
        }

        if (codes.Count == 0)
        {
            problems.Add(row.Problem("fields", "experts.fields"));
        }

        return codes.ToImmutable();
    }

    private static ImmutableArray<DaysAwayDto> Away(SheetRow row, ImmutableArray<SheetProblem>.Builder problems)
    {
        var spells = ImmutableArray.CreateBuilder<DaysAwayDto>();
        foreach (var part in Parts(row["away"]))
        {
            var days = part.Split('~', '～');
            if (days.Length is 1 or 2 && KnownDays.Read(days[0]) is { } from && KnownDays.Read(days[^1]) is { } to && from <= to && to <= from.AddYears(2))
            {
                spells.Add(new DaysAwayDto(from, to));
            }
            else
            {
                problems.Add(row.Problem("away", "experts.sheetAway"));
            }
        }

        return spells.ToImmutable();
    }

    private static ImmutableArray<CoAuthorEntry> Authors(SheetRow row, ImmutableArray<SheetProblem>.Builder problems)
    {
        var authors = ImmutableArray.CreateBuilder<CoAuthorEntry>();
        foreach (var part in Parts(row["coAuthors"]))
        {
            var (name, number) = part.Split('/', 2) is [var left, var right] ? (left.Trim(), right.Trim()) : (part, "");
            if (name.Length is 0 or > 100 || number.Length > 30)
            {
                problems.Add(row.Problem("coAuthors", "experts.sheetAuthor"));
            }

            authors.Add(new CoAuthorEntry(name, number.Length == 0 ? null : number));
        }

        return authors.ToImmutable();
    }

    private static string[] Parts(string text) => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
