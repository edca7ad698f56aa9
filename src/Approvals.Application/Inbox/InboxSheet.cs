using System.Collections.Immutable;
using System.Globalization;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Limits;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;

namespace Approvals.Application.Inbox;

/// <summary>A tab of the inbox as a workbook, narrowed and ordered as it is shown.</summary>
public sealed class InboxSheet(InboxPage page, ExportTrail trail, CalendarInForce calendar, MessageCatalog texts)
{
    private static readonly ImmutableArray<string> Columns =
        ["number", "service", "applicant", "employer", "highlights", "step", "due", "dueOn", "claimedBy", "marks", "received", "finished", "outcome"];

    /// <summary>The rows.</summary>
    public async Task<Result<SheetTable>> ReadAsync(InboxRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        var filters = new { request.Tab, request.Service, request.Activity, request.Region, request.Due, request.Claimed, conditions = request.Where.Count, searched = request.Search is { Length: > 0 } };
        var rows = await trail.KeepAsync(await page.RowsAsync(request, SheetTable.Most, user, cancellationToken), "inbox", filters, user, cancellationToken);
        return rows.Map(found => new SheetTable(
            Text("sheet.inbox", user.Language),
            [
                [.. Columns.Select(c => Text($"sheet.{c}", user.Language))],
                .. found.Items.Select(i => Cells(i, user.Language)),
                .. found.Next is null ? ImmutableArray<ImmutableArray<string>>.Empty : [[Text("sheet.more", user.Language)]],
            ]));
    }

    private ImmutableArray<string> Cells(InboxRowDto row, string language) =>
    [
        row.Number, row.ServiceName, row.Applicant, row.Employer ?? "", string.Join("; ", row.Highlights.Select(h => $"{h.Label} {h.Value}")), row.ActivityName,
        row.Due.State == DueState.None ? "" : Text($"sheet.light.{row.Due.State}", language), Day(row.DueOn), row.ClaimedBy?.Name ?? "",
        string.Join("; ", row.Marks.Select(m => Text($"sheet.mark.{m}", language))), Minute(row.ReceivedAt), Minute(row.FinishedAt), row.OutcomeName ?? "",
    ];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private string Minute(DateTimeOffset? instant) =>
        instant is { } at ? TimeZoneInfo.ConvertTime(at, calendar.Current.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";

    private string Text(string code, string language) => texts.Format(code, ImmutableDictionary<string, string>.Empty, language);
}
