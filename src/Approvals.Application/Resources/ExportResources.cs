using System.Collections.Immutable;
using System.Globalization;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;

namespace Approvals.Application.Resources;

/// <summary>Resources as a workbook with the columns that an import reads, so that it can be changed and taken in again.</summary>
public sealed class ExportResources(ResourceView view, MessageCatalog texts)
{
    public async Task<Result<SheetTable>> ReadAsync(ResourceSearch search, CurrentUser user, CancellationToken cancellationToken) =>
        (await view.ListAsync(search, user, cancellationToken)).Map(found => new SheetTable(ResourceSheet.Name,
        [
            ResourceSheet.Head(user.Language),
            .. found.Items.Select(one => Cells(one, user.Language)),
            .. found.More ? [[texts.Format("sheet.more", ImmutableDictionary<string, string>.Empty, user.Language)]] : ImmutableArray<ImmutableArray<string>>.Empty,
        ]));

    private static ImmutableArray<string> Cells(ResourceDto one, string language) =>
    [
        one.Code, one.Names.Zh, one.Names.En, one.About ?? "", one.Capacity?.ToString(CultureInfo.InvariantCulture) ?? "",
        one.SlotMinutes.ToString(CultureInfo.InvariantCulture), SheetAnswers.Write(one.Closed, language),
    ];
}
