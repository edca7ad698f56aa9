using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Domain.Residency;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Presence;

/// <summary>Enters days into a ledger; the same days for the same employer once.</summary>
public sealed class EnterPresence(
    ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, IIdSource ids, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>How many entries of a person count at the same time.</summary>
    public const int MostEntries = 1_000;

    /// <param name="Person">Whose days.</param>
    /// <param name="Employer">For which employer; null where for none.</param>
    /// <param name="From">The first day.</param>
    /// <param name="To">The last day.</param>
    /// <param name="Proofs">What shows it.</param>
    public sealed record Request(Guid Person, Guid? Employer, DateOnly From, DateOnly To, IReadOnlyList<ProofKind> Proofs);

    /// <summary>The entry, new or there already.</summary>
    public Task<Result<Guid>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        OneClick.DoAsync(context, () => EnterAsync(request, user, cancellationToken));

    private async Task<Result<Guid>> EnterAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var reach = await PresenceRights.OfAsync(context, user, request.Person, cancellationToken);
        if (reach is null)
        {
            return Refusals.NotFound;
        }

        if (!reach.Writes(request.Employer))
        {
            return Refusals.Forbidden;
        }

        if (Check(request.From, request.To, calendar.Today(clock)) is { } wrong)
        {
            return wrong;
        }

        if (reach.IsOwn && await StrangeAsync(request, cancellationToken) is { } strange)
        {
            return strange;
        }

        var key = PresenceInterval.KeyOf(request.Person, request.Employer, request.From, request.To);
        if (await context.PresenceIntervals.AsNoTracking().Where(p => p.LiveKey == key).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancellationToken) is { } there)
        {
            return there;
        }

        if (await context.PresenceIntervals.CountAsync(p => p.PersonId == request.Person && p.EndedAt == null, cancellationToken) >= MostEntries)
        {
            return new Error("presence.tooMany", ErrorKind.Conflict).With("max", $"{MostEntries}");
        }

        var entry = Entry(request, reach, user, ids, clock.Now());
        context.PresenceIntervals.Add(entry);
        audit.Add(user.Id, "presence.entered", "presence", entry.Id.ToString(), Data(entry));
        // A duplicate is the same days entered in the same moment.
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? entry.Id : Refusals.Stale;
    }

    /// <summary>People enter days for employers of their own alone.</summary>
    private async Task<Error?> StrangeAsync(Request request, CancellationToken cancellationToken) =>
        request.Employer is { } named && !await context.Entitlements.AnyAsync(e => e.PersonId == request.Person && e.OrganisationId == named, cancellationToken)
            ? new Error("presence.notEmployer").With("employer", named.ToString())
            : null;

    /// <summary>What is wrong with days; null when nothing is.</summary>
    internal static Error? Check(DateOnly from, DateOnly to, DateOnly today) =>
        to < from ? new Error("presence.backwards")
        : to > today ? new Error("presence.future")
        : from.Year < 2000 ? new Error("presence.tooOld")
        : to.DayNumber - from.DayNumber >= 366 ? new Error("presence.tooLong")
        : null;

    internal static PresenceInterval Entry(Request request, PresenceReach reach, CurrentUser user, IIdSource ids, DateTimeOffset now, Guid? replaces = null)
    {
        var id = ids.Next();
        return new PresenceInterval
        {
            Id = id, PersonId = request.Person, OrganisationId = request.Employer, From = request.From, To = request.To,
            Source = reach.IsOwn ? PresenceSource.Person : PresenceSource.Employer, EnteredByUserId = user.Id, EnteredAt = now,
            ConfirmedAt = reach.IsOwn ? null : now, ConfirmedByUserId = reach.IsOwn ? null : user.Id, ReplacesId = replaces,
            LiveKey = PresenceInterval.KeyOf(request.Person, request.Employer, request.From, request.To),
            Evidence = [.. request.Proofs.Distinct().Select(kind => new Evidence { Id = ids.Next(), IntervalId = id, Kind = kind })],
        };
    }

    /// <summary>What the audit keeps: the entry's own id leads to its days.</summary>
    internal static string Data(PresenceInterval entry) => JsonSerializer.Serialize(
        new { person = entry.PersonId, employer = entry.OrganisationId, proofs = entry.Evidence.Select(e => e.Kind.ToString()) }, JsonSerializerOptions.Web);
}
