using System.Collections.Immutable;
using System.Globalization;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;

namespace Approvals.Application.WaitingLists;

/// <summary>Who waits in a list, first to last, as a workbook.</summary>
public sealed class ExportEntries(WaitingPlaces places, ExportTrail trail, CalendarInForce calendar, MessageCatalog texts)
{
    private static readonly ImmutableArray<string> Columns = ["place", "number", "applicant", "joined", "state", "offer"];

    public async Task<Result<SheetTable>> ReadAsync(Guid list, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await trail.KeepAsync(await FindAsync(list, user, cancellationToken), "waiting", new { list }, user, cancellationToken);
        return found.Map(page => new SheetTable(Text("sheet.waiting", user.Language),
        [
            [.. Columns.Select(c => Text($"sheet.{c}", user.Language))],
            .. page.Items.Select(e => Cells(e, user.Language)),
            .. page.Next is null ? ImmutableArray<ImmutableArray<string>>.Empty : [[Text("sheet.more", user.Language)]],
        ]));
    }

    private async Task<Result<Page<WaitingEntryDto>>> FindAsync(Guid list, CurrentUser user, CancellationToken cancellationToken)
    {
        List<WaitingEntryDto> entries = [];
        string? cursor = null;
        do
        {
            var page = await places.ListAsync(list, cursor, user, cancellationToken);
            if (!page.IsSuccess)
            {
                return page.Error;
            }

            entries.AddRange(page.Value.Items);
            cursor = page.Value.Next;
        }
        while (cursor is not null && entries.Count < SheetTable.Most);

        return new Page<WaitingEntryDto>(entries, cursor);
    }

    private ImmutableArray<string> Cells(WaitingEntryDto entry, string language) =>
    [
        entry.Place?.ToString(CultureInfo.InvariantCulture) ?? "", entry.CaseNumber, entry.Applicant,
        calendar.Current.DayOf(entry.JoinedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Text($"sheet.waiting.{entry.State}", language), entry.Offer?.What ?? "",
    ];

    private string Text(string code, string language) => texts.Format(code, ImmutableDictionary<string, string>.Empty, language);
}
