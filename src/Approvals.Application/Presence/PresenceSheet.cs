using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Approvals.Application.Sheets;
using Approvals.Domain.Residency;

namespace Approvals.Application.Presence;

/// <summary>Days of presence as a file states them.</summary>
internal sealed record PresenceLine(int Row, string Number, Guid Person, DateOnly From, DateOnly To, ImmutableArray<ProofKind> Proofs);

/// <summary>Reads days of presence from a file's rows: each with its mistakes, or what it asks for. People are named by the number of what they hold.</summary>
internal static class PresenceSheet
{
    public static readonly ImmutableArray<SheetColumn> Columns =
    [
        new("number", "证件编号", "certificate") { Also = ["证书编号", "定级证书号", "number"] },
        new("from", "起始日期", "from") { Also = ["开始日期"] },
        new("to", "终止日期", "to") { Also = ["结束日期"] },
        new("proofs", "证据", "proofs") { Also = ["证据材料"] },
    ];

    private static readonly FrozenDictionary<string, ProofKind> Words = new Dictionary<string, ProofKind>
    {
        ["个税扣缴"] = ProofKind.Tax, ["个税"] = ProofKind.Tax, ["tax"] = ProofKind.Tax, ["tax record"] = ProofKind.Tax,
        ["银行流水"] = ProofKind.Bank, ["bank"] = ProofKind.Bank, ["bank record"] = ProofKind.Bank,
        ["交通出行"] = ProofKind.Travel, ["高铁往返"] = ProofKind.Travel, ["航班往返"] = ProofKind.Travel, ["travel"] = ProofKind.Travel, ["travel record"] = ProofKind.Travel,
        ["出入境"] = ProofKind.Border, ["出入境记录"] = ProofKind.Border, ["border"] = ProofKind.Border, ["border record"] = ProofKind.Border,
        ["盖章考勤表"] = ProofKind.Attendance, ["考勤表"] = ProofKind.Attendance, ["attendance"] = ProofKind.Attendance, ["attendance sheet"] = ProofKind.Attendance,
        ["工作日志"] = ProofKind.Log, ["日志"] = ProofKind.Log, ["log"] = ProofKind.Log, ["work log"] = ProofKind.Log,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    /// <summary>The days of a file, and its mistakes.</summary>
    /// <param name="sheet">The file.</param>
    /// <param name="holders">People of the employer by the number of what they hold.</param>
    /// <param name="today">The last day that may be stated.</param>
    public static (ImmutableArray<PresenceLine> Lines, int Rows, ImmutableArray<SheetProblem> Problems) Read(
        Sheet sheet, IReadOnlyDictionary<string, Guid> holders, DateOnly today)
    {
        var (rows, wrong) = SheetColumns.Read(sheet, Columns);
        var problems = wrong.ToBuilder();
        var lines = new Dictionary<(Guid, DateOnly, DateOnly), PresenceLine>();
        foreach (var row in rows)
        {
            var (from, to, proofs) = (Day(row["from"]), Day(row["to"]), Kinds(row["proofs"]));
            var found = Check(row, holders, from, to, proofs, today).ToList();
            problems.AddRange(found);
            if (found.Count > 0)
            {
                continue;
            }

            var line = new PresenceLine(row.Number, row["number"], holders[row["number"]], from!.Value, to!.Value, proofs!.Value);
            if (!lines.TryAdd((line.Person, line.From, line.To), line))
            {
                problems.Add(row.Problem("from", "presence.sheetTwice").With("row", $"{lines[(line.Person, line.From, line.To)].Row}"));
            }
        }

        return ([.. lines.Values.OrderBy(l => l.Row)], rows.Length, problems.ToImmutable());
    }

    /// <summary>A kind of proof as a cell says it.</summary>
    public static string Word(ProofKind kind, string language)
    {
        var english = language == "en";
        return Words.First(w => w.Value == kind && char.IsAscii(w.Key[0]) == english).Key;
    }

    private static IEnumerable<SheetProblem> Check(
        SheetRow row, IReadOnlyDictionary<string, Guid> holders, DateOnly? from, DateOnly? to, ImmutableArray<ProofKind>? proofs, DateOnly today)
    {
        if (!holders.ContainsKey(row["number"]))
        {
            yield return row.Problem("number", "presence.sheetNumber").With("value", row["number"]);
        }

        if (from is null)
        {
            yield return row.Problem("from", "presence.sheetDay").With("value", row["from"]);
        }

        if (to is null)
        {
            yield return row.Problem("to", "presence.sheetDay").With("value", row["to"]);
        }

        if (from is { } first && to is { } last && EnterPresence.Check(first, last, today) is { } wrong)
        {
            yield return row.Problem("to", wrong.Code);
        }

        if (proofs is null)
        {
            yield return row.Problem("proofs", "presence.sheetProof").With("value", row["proofs"]);
        }
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static ImmutableArray<ProofKind>? Kinds(string text)
    {
        string[] words = text.Split(['、', ',', '，', ';', '；', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length > 0 && Array.TrueForAll(words, Words.ContainsKey) ? [.. words.Select(w => Words[w]).Distinct()] : null;
    }
}
