using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.Forms;
using Approvals.Application.Policies;
using Approvals.Feel;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Bookings;

/// <summary>What an owner is told, in the words of the form it was asked with.</summary>
public sealed class BookingLines(ApprovalsDbContext context, ServiceCatalog catalog, NamedLists lists)
{
    internal async Task<IReadOnlyList<BookingLineDto>> OfAsync(Booking row, BookingContent content, string language, CancellationToken cancellationToken)
    {
        if (content.Details is not { ValueKind: JsonValueKind.Object } details || !FeelJson.Parse(details.GetRawText()).TryGetContext(out var told))
        {
            return [];
        }

        var version = await context.Cases.AsNoTracking().Where(c => c.Id == row.CaseId).Select(c => c.ServiceVersionId).SingleAsync(cancellationToken);
        var service = await catalog.FindAsync(version, cancellationToken);
        var form = StartForm.Of(service);
        var named = form is null ? [] : await lists.OfAsync(form, service, row.PersonId, cancellationToken);
        return
        [
            .. from entry in told.Entries
               where !entry.Value.IsNull
               let field = form?.FieldAt(entry.Key)
               select new BookingLineDto(
                   entry.Key, field?.Label?.In(language) ?? entry.Key,
                   FieldTexts.Of(field, entry.Value, named).In(language)),
        ];
    }
}
