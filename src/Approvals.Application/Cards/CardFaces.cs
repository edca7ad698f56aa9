using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.People;
using Approvals.Application.Policies;
using Approvals.Application.Renewals;
using Approvals.Application.Rights;
using Approvals.Application.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Cards;

/// <summary>What was granted, as cards.</summary>
public sealed class CardFaces(
    ApprovalsDbContext context, PersonRegister people, ServiceCatalog catalog, CalendarInForce calendar, TimeProvider clock, SiteAddress site, MessageCatalog texts)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>The reader's own cards, newest first.</summary>
    public async Task<IReadOnlyList<CardDto>> OfUserAsync(CurrentUser user, CancellationToken cancellationToken) =>
        user.PersonId is { } person
            ? await DescribeAsync(await Rows().Where(e => e.PersonId == person).ToListAsync(cancellationToken), user.Language, cancellationToken)
            : [];

    /// <summary>What a case granted.</summary>
    public async Task<IReadOnlyList<CardDto>> OfCaseAsync(Guid id, string language, CancellationToken cancellationToken) =>
        await DescribeAsync(await Rows().Where(e => e.CaseId == id).ToListAsync(cancellationToken), language, cancellationToken);

    /// <summary>The name of a status.</summary>
    public string StatusName(CardStatus status, string language) => texts.Format($"card.{status}", None, language);

    private IQueryable<Entitlement> Rows() =>
        context.Entitlements.AsNoTracking().Include(e => e.Suspensions).OrderByDescending(e => e.GrantedAt).ThenBy(e => e.Id);

    private async Task<IReadOnlyList<CardDto>> DescribeAsync(List<Entitlement> rows, string language, CancellationToken cancellationToken)
    {
        var today = calendar.Today(clock);
        var renewed = await RenewalWindows.OnAsync(catalog, today, cancellationToken);
        List<CardDto> cards = [];
        foreach (var row in rows)
        {
            var status = Validity.On(row, today);
            var renewable = renewed.GetValueOrDefault(row.Kind);
            var url = $"{site.Address}/verify/{row.VerificationToken}";
            cards.Add(new CardDto(
                row.Id.ToString(),
                row.Kind,
                row.KindName.In(language),
                row.LevelName?.In(language) ?? row.Level,
                await HolderAsync(row, cancellationToken),
                row.Number,
                row.ValidFrom,
                row.ValidTo,
                status,
                Validity.IsHeldOpen(row, today) && row.ValidTo < today ? texts.Format("card.heldOpen", None, language) : StatusName(status, language),
                row.EndReason ?? Validity.SuspensionOn(row, today)?.Reason,
                [.. EntitlementItems.Read(row.Items).Select(i => new CardItemDto(i.Name.In(language), i.Note?.In(language), i.Condition?.In(language)))],
                QrCode.Svg(url),
                url,
                renewable is null || row.ValidTo is not { } last ? null : renewable.Opens(last))
            {
                RenewWith = MayRenew(row, renewable, today) ? renewable!.RenewedBy : null,
                RenewBy = MayRenew(row, renewable, today) ? renewable!.Due(row.ValidTo!.Value) : null,
                RenewalCase = row.RenewalDecidedOn is null ? row.RenewalCaseId?.ToString() : null,
            });
        }

        return cards;
    }

    private async Task<string> HolderAsync(Entitlement row, CancellationToken cancellationToken)
    {
        var details = await people.ReadAsync(row.PersonId, cancellationToken);
        return details.IsSuccess ? details.Value.Name : row.HolderMaskedName;
    }

    /// <summary>Whether one may apply for its renewal today, in time or not.</summary>
    private static bool MayRenew(Entitlement row, RenewableKind? kind, DateOnly today) => kind is not null && row.EndedOn is null
        && row.ValidTo is { } last && today >= kind.Opens(last) && today <= last && (row.RenewalCaseId is null || row.RenewalDecidedOn is not null);
}
