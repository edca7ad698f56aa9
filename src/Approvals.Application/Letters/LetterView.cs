using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Forms;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Application.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Letters;

/// <summary>A letter as it is read and printed; reading it is what proves its delivery.</summary>
public sealed class LetterView(
    ApprovalsDbContext context, CaseReader reader, Vault vault, Deliveries deliveries, IPdfPrinter printer, SiteAddress site, MessageCatalog texts)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>A letter, for whoever may read its case.</summary>
    public async Task<Result<LetterDto>> ReadAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await context.Letters.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, cancellationToken);
        var opened = row is null ? Refusals.NotFound : await reader.OpenAsync(row.CaseId, user, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var work = opened.Value.Work;
        var content = await vault.OpenJsonAsync<LetterContent>(work.KeyId, row!.Payload, LetterContent.Place(row.Id), cancellationToken);
        if (!content.IsSuccess)
        {
            return content.Error;
        }

        context.ChangeTracker.Clear();
        await deliveries.OpenedAsync(id, user, cancellationToken);
        var authority = work.Service.Service.Authority?.Name.In(user.Language) ?? "";
        var address = $"{site.Address}/verify/letters/{LetterProof.Token(vault, id)}";
        return new LetterDto(
            id.ToString(), content.Value.Subject.In(user.Language), FormDescription.Html(content.Value.Body.In(user.Language)), work.Case.Number, row.At,
            work.Case.Id.ToString(), authority, work.Calendar.DayOf(row.At), SealImage.Svg(authority), LetterPaper.Qr(address), address, printer.IsAvailable,
            await deliveries.OfAsync(id, user.Language, cancellationToken), ConfirmPickUp.MayHandOver(user, work.Case));
    }

    /// <summary>The letter as PDF.</summary>
    public async Task<Result<byte[]>> PrintAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var letter = await ReadAsync(id, user, cancellationToken);
        return letter.IsSuccess
            ? await printer.PrintAsync(LetterPaper.Html(letter.Value, user.Language, texts.Format("letters.scan", None, user.Language)), cancellationToken)
            : letter.Error;
    }
}
