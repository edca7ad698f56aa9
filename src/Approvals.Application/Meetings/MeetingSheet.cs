using System.Collections.Immutable;
using System.Globalization;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;

namespace Approvals.Application.Meetings;

/// <summary>A meeting's list as a workbook, with a column for what the meeting says.</summary>
public sealed class MeetingSheet(MeetingPage page, ExportTrail trail, CalendarInForce calendar, MessageCatalog texts)
{
    private static readonly ImmutableArray<string> Columns = ["place", "number", "applicant", "employer", "answers", "received", "due", "progress", "proposal", "clause", "reasons", "decision"];

    /// <summary>The rows, in the order of the list.</summary>
    public async Task<Result<SheetTable>> ReadAsync(MeetingRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await page.ReadAsync(request, user, cancellationToken);
        var filters = new { request.Service, request.Activity, request.DueBy, redacted = found.IsSuccess && found.Value.Redacted };
        var kept = await trail.KeepAsync(found.Map(f => new Page<MeetingRowDto>(f.Items, null)), "meeting", filters, user, cancellationToken);
        return kept.IsSuccess ? Table(found.Value, user.Language) : kept.Error;
    }

    private SheetTable Table(MeetingDto found, string language) => new(
        Text("title", language),
        [
            [.. new[] { found.ServiceName, found.StepName, Day(found.Day) }.OfType<string>()],
            [.. Columns.Select(c => Text(c, language))],
            .. found.Items.Select((row, place) => Cells(row, place + 1)),
            .. found.More ? ImmutableArray.Create<ImmutableArray<string>>([Text("more", language)]) : [],
        ]);

    private ImmutableArray<string> Cells(MeetingRowDto row, int place) =>
    [
        place.ToString(CultureInfo.InvariantCulture), row.Number, row.Applicant, row.Employer ?? "", string.Join("; ", row.Highlights.Select(h => $"{h.Label} {h.Value}")),
        Day(calendar.Current.DayOf(row.ReceivedAt)), row.Due.DueOn is { } due ? Day(due) : "", row.Progress ?? "", row.Proposal?.Outcome ?? "", row.Proposal?.Clause ?? "",
        string.Join("; ", row.Proposal?.Reasons ?? []), "",
    ];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Text(string code, string language) => texts.Format($"meetings.{code}", ImmutableDictionary<string, string>.Empty, language);
}
