using Approvals.Application.Calendars;
using Approvals.Application.Cards;
using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.PersonalData;

/// <summary>What stands against erasing somebody: running cases, what still entitles, an account of the authority's staff.</summary>
public sealed class Obstacles(ApprovalsDbContext context, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>The first obstacle in words that say how it is removed; null when there is none.</summary>
    internal async Task<Error?> OfAsync(Guid person, CancellationToken cancellationToken)
    {
        if (await context.Users.AnyAsync(u => u.PersonId == person && u.IsStaff && u.DisabledAt == null, cancellationToken))
        {
            return new Error("personalData.staff", ErrorKind.Conflict);
        }

        var running = await context.Cases.AsNoTracking().Where(c => c.ApplicantPersonId == person && c.FinishedAt == null).OrderBy(c => c.Id)
            .Select(c => c.Number).FirstOrDefaultAsync(cancellationToken);
        if (running is not null)
        {
            return new Error("personalData.running", ErrorKind.Conflict).With("number", running);
        }

        var now = clock.Now();
        var employer = await (
            from mandate in context.Mandates.AsNoTracking()
            join account in context.Users on mandate.AgentUserId equals account.Id
            join organisation in context.Organisations on mandate.OrganisationId equals organisation.Id
            where account.PersonId == person && mandate.RevokedAt == null && (mandate.AskedAt == null || mandate.GrantedByUserId != null) && (mandate.ValidTo == null || mandate.ValidTo > now)
            orderby organisation.Name
            select organisation.Name).FirstOrDefaultAsync(cancellationToken);
        if (employer is not null)
        {
            return new Error("personalData.agent", ErrorKind.Conflict).With("employer", employer);
        }

        var today = calendar.Today(clock);
        var granted = await context.Entitlements.AsNoTracking().Include(e => e.Suspensions).Where(e => e.PersonId == person && e.EndedOn == null).OrderBy(e => e.Id)
            .ToListAsync(cancellationToken);
        return granted.Find(e => Validity.On(e, today) is CardStatus.Valid or CardStatus.Suspended) is { } card
            ? new Error("personalData.entitled", ErrorKind.Conflict).With("number", card.Number)
            : null;
    }
}
