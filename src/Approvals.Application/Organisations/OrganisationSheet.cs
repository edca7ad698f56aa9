using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Approvals.Application.Regions;
using Approvals.Application.Sheets;
using Approvals.Domain.Identifiers;

namespace Approvals.Application.Organisations;

/// <summary>An organisation as a file states it.</summary>
internal sealed record OrganisationLine(int Row, string Uscc, string Name, string Kind, Region Region, bool Verified);

/// <summary>Reads organisations from a file's rows: each with its mistakes, or what it asks for.</summary>
internal static partial class OrganisationSheet
{
    private static readonly ImmutableArray<SheetColumn> Columns =
    [
        new("uscc", "统一社会信用代码", "credit code"),
        new("name", "名称", "name") { Also = ["单位名称"] },
        new("kind", "类别", "kind"),
        new("region", "区划代码", "region code") { Also = ["地区代码"] },
        new("verified", "已核验", "verified", Required: false),
    ];

    /// <summary>The organisations of a file, and its mistakes.</summary>
    public static (ImmutableArray<OrganisationLine> Lines, int Rows, ImmutableArray<SheetProblem> Problems) Read(
        Sheet sheet, IReadOnlyDictionary<string, Region> regions, IReadOnlyDictionary<string, Organisation> known, DateOnly today)
    {
        var (rows, wrong) = SheetColumns.Read(sheet, Columns);
        var problems = wrong.ToBuilder();
        var lines = new Dictionary<string, OrganisationLine>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var uscc = IdentifierCheck.Check(IdentifierKind.Uscc, row["uscc"], today);
            var found = Check(row, uscc.IsSuccess ? known.GetValueOrDefault(uscc.Value.Value) : null, regions).ToList();
            problems.AddRange(found);
            if (!uscc.IsSuccess)
            {
                problems.Add(row.Problem("uscc", "organisations.uscc"));
            }
            else if (lines.TryGetValue(uscc.Value.Value, out var first))
            {
                problems.Add(row.Problem("uscc", "sheets.twice").With("value", uscc.Value.Value).With("row", $"{first.Row}"));
            }
            else if (found.Count == 0)
            {
                lines.Add(uscc.Value.Value, new OrganisationLine(
                    row.Number, uscc.Value.Value, row["name"], row["kind"], regions[row["region"]], SheetAnswers.Read(row["verified"]) ?? false));
            }
        }

        return ([.. lines.Values.OrderBy(l => l.Row)], rows.Length, problems.ToImmutable());
    }

    /// <summary>Whether a word names a kind of organisation as packages write them.</summary>
    public static bool IsKind(string text) => Kind().IsMatch(text);

    private static IEnumerable<SheetProblem> Check(SheetRow row, Organisation? known, IReadOnlyDictionary<string, Region> regions)
    {
        if (row["name"].Length is 0 or > 200)
        {
            yield return row.Problem("name", "organisations.name");
        }

        if (!IsKind(row["kind"]))
        {
            yield return row.Problem("kind", "organisations.kind").With("value", row["kind"]);
        }
        else if (known is not null && known.Kind != row["kind"])
        {
            yield return row.Problem("kind", "organisations.kindFixed").With("value", known.Kind);
        }

        if (!regions.ContainsKey(row["region"]))
        {
            yield return row.Problem("region", "organisations.region").With("value", row["region"]);
        }

        if (SheetAnswers.Read(row["verified"]) is null)
        {
            yield return row.Problem("verified", "sheets.answer").With("value", row["verified"]);
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,49}$")]
    private static partial Regex Kind();
}
