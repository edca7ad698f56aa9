using Approvals.Application.Calendars;
using Approvals.Application.Cards;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Guides;
using Approvals.Application.Inbox;
using Approvals.Application.Rights;
using Approvals.Domain.Identifiers;
using Approvals.Application.People;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Home;

/// <summary>An applicant's first page.</summary>
public sealed class HomePage(
    ApprovalsDbContext context, ServiceCards services, CaseSummaries summaries, CardFaces cards, PersonRegister people, WaitingTasks rows, CaseWords words,
    InboxQuery inbox, CalendarInForce calendar, TimeProvider clock)
{
    private const int MostCases = 20;
    private const int DaysAhead = 180;

    /// <summary>The page.</summary>
    public async Task<HomeDto> ReadAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var open = await OwnCases.NewestAsync(context, user, cases => cases.Where(c => c.FinishedAt == null), MostCases, cancellationToken);
        var offered = await services.ListAsync(user, cancellationToken);
        var faces = await cards.OfUserAsync(user, cancellationToken);
        var running = await summaries.OfAsync(open, user.Language, cancellationToken);
        var drafts = await services.DraftsAsync(user, cancellationToken);
        return new HomeDto(
            await WaitingAsync(user, cancellationToken),
            running,
            offered,
            faces,
            [.. Dates(running, faces, user.Language).OrderBy(d => d.On)],
            [.. drafts.Select(d => new DraftLinkDto(d.Id.ToString(), d.ServiceCode, offered.FirstOrDefault(s => s.Code == d.ServiceCode)?.Name ?? d.ServiceCode, d.UpdatedAt))]);
    }

    /// <summary>What the system knows of the reader; in full only after the password was entered again.</summary>
    public async Task<MeDto> MeAsync(CurrentUser user, bool full, CancellationToken cancellationToken)
    {
        var email = await context.Users.Where(u => u.Id == user.Id).Select(u => u.Email).SingleOrDefaultAsync(cancellationToken);
        var details = user.PersonId is { } person ? await people.ReadAsync(person, cancellationToken) : new PersonDetails(user.Name);
        if (!details.IsSuccess)
        {
            return new MeDto(user.Name, email, [], full, false);
        }

        var known = details.Value;
        var kind = IdentifierKinds.TryParse(known.IdentifierKind, out var parsed) ? parsed : IdentifierKind.ResidentId;
        (string Key, string? Value)[] values =
        [
            ("identifier", known.IdentifierNumber is { } number ? full ? number : Masks.Apply(kind, number) : null),
            ("birthDate", known.BirthDate is { } born ? full ? Day(born) : Masks.Apply(MaskKind.Month, Day(born)) : null),
            ("mobile", known.Mobile is { } mobile ? full ? mobile : Masks.Apply(IdentifierKind.Mobile, mobile) : null),
            ("mail", known.Email is { } mail && mail != email ? full ? mail : Masks.Apply(MaskKind.Identifier, mail) : null),
        ];
        return new MeDto(
            known.Name,
            full ? email : email is null ? null : Masks.Apply(MaskKind.Identifier, email),
            [.. values.Where(v => v.Value is not null).Select(v => new OwnValueDto(v.Key, words.View($"me.{v.Key}", user.Language), v.Value!))],
            full,
            user.PersonId is not null && known.IdentifierNumber is null);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<IReadOnlyList<WaitingDto>> WaitingAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var free = context.TaskItems.Where(t => t.OwnerUserId == null || t.OwnerUserId == user.Id);
        var walks = inbox.Own(user).Select(w => from waiting in w join task in free on waiting.TaskId equals task.Id select waiting);
        var first = await InboxQuery.First(walks, MostCases).Select(w => w.TaskId).Take(MostCases).ToListAsync(cancellationToken);
        var tasks = await context.TaskItems.AsNoTracking().Include(t => t.Candidates).Where(t => first.Contains(t.Id))
            .OrderBy(t => t.DueAt == null).ThenBy(t => t.DueAt).ThenBy(t => t.Id).ToListAsync(cancellationToken);
        return await rows.OfAsync(tasks, user, cancellationToken);
    }

    private IEnumerable<ComingDateDto> Dates(IReadOnlyList<CaseSummaryDto> running, IReadOnlyList<CardDto> faces, string language)
    {
        var today = calendar.Today(clock);
        foreach (var row in running.Where(r => r.ExpectedOn is not null))
        {
            yield return new ComingDateDto(row.ExpectedOn!.Value, words.View("comingCase", language, ("service", row.ServiceName)), row.Number, row.Id);
        }

        foreach (var card in faces.Where(c => c.Status == CardStatus.Valid))
        {
            if (card.RenewFrom is { } opens && opens >= today && opens <= today.AddDays(DaysAhead))
            {
                yield return new ComingDateDto(opens, words.View("cardRenews", language, ("card", card.Name)), card.Number, null);
            }

            if (card.ValidTo is { } ends && ends >= today && ends <= today.AddDays(DaysAhead))
            {
                yield return new ComingDateDto(ends, words.View("cardEnds", language, ("card", card.Name)), card.Number, null);
            }
        }

    }
}
