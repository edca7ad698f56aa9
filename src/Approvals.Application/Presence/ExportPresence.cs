using System.Collections.Immutable;
using System.Globalization;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;

namespace Approvals.Application.Presence;

/// <summary>A year of a ledger as a workbook.</summary>
public sealed class ExportPresence(PresenceLedger ledger, MessageCatalog texts)
{
    private static readonly ImmutableArray<string> Heads = ["from", "to", "days", "counted", "class", "proofs", "employer", "state"];

    public async Task<Result<SheetTable>> ReadAsync(Guid? person, int? year, CurrentUser user, CancellationToken cancellationToken)
    {
        var read = person is { } id ? await ledger.ReadAsync(id, year, user, cancellationToken) : await ledger.OwnAsync(year, user, cancellationToken);
        return read.Map(found => new SheetTable(Say("presence.sheet", user.Language),
        [
            [.. Heads.Select(h => Say($"presence.head.{h}", user.Language))],
            .. found.Entries.Take(SheetTable.Most).Select(e => Cells(e, user.Language)),
            ["", "", Text(found.Entries.Sum(e => e.Days)), Text(found.Count.Days), "", "", "", Say("presence.total", user.Language)],
        ]));
    }

    private ImmutableArray<string> Cells(PresenceEntryDto entry, string language) =>
    [
        $"{entry.From:yyyy-MM-dd}", $"{entry.To:yyyy-MM-dd}", Text(entry.Days), Text(entry.Counted), entry.Class == 0 ? "" : entry.Class.ToString(),
        string.Join(language == "en" ? ", " : "、", entry.Proofs.Select(p => p.Kind).Distinct().Select(kind => PresenceSheet.Word(kind, language))),
        entry.EmployerName ?? "", Say($"presence.state.{entry.State}", language),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Say(string code, string language) => texts.Format(code, ImmutableDictionary<string, string>.Empty, language);
}
