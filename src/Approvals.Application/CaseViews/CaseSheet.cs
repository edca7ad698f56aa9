using System.Collections.Immutable;
using System.Globalization;
using Approvals.Application.Audit;
using Approvals.Application.Cases;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;

namespace Approvals.Application.CaseViews;

/// <summary>A list of cases as a workbook, narrowed as it is shown.</summary>
public sealed class CaseSheet(CaseList list, CaseSummaries summaries, ExportTrail trail, MessageCatalog texts)
{
    private static readonly ImmutableArray<string> Columns = ["number", "service", "headline", "state", "submitted", "expected", "result"];

    /// <summary>The rows of a list.</summary>
    public async Task<Result<SheetTable>> ReadAsync(CaseList.Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var filters = new { request.Work, request.Finished, request.Service, conditions = request.Where.Count, searched = request.Search is { Length: > 0 } };
        var found = await trail.KeepAsync(await list.FindAsync(request, SheetTable.Most, user, cancellationToken), "cases", filters, user, cancellationToken);
        return found.IsSuccess ? await OfAsync(found.Value, user.Language, cancellationToken) : found.Error;
    }

    /// <summary>Cases as rows of a workbook, which says when there are more.</summary>
    internal async Task<SheetTable> OfAsync(Page<Case> cases, string language, CancellationToken cancellationToken) => new(
        Text("sheet.cases", language),
        [
            [.. Columns.Select(c => Text($"sheet.{c}", language))],
            .. (await summaries.HeadsAsync(cases.Items, language, cancellationToken)).Select(Cells),
            .. cases.Next is null ? ImmutableArray<ImmutableArray<string>>.Empty : [[Text("sheet.more", language)]],
        ]);

    private static ImmutableArray<string> Cells(CaseSummaryDto row) =>
        [row.Number, row.ServiceName, row.Headline, row.StateName, Day(row.SubmittedOn), Day(row.ExpectedOn), row.ResultName ?? ""];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private string Text(string code, string language) => texts.Format(code, ImmutableDictionary<string, string>.Empty, language);
}
