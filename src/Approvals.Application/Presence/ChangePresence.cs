using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Domain.Residency;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Presence;

/// <summary>Corrects, withdraws or confirms an entry; what it was stays in the history with the reason.</summary>
public sealed class ChangePresence(
    ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, IIdSource ids, CalendarInForce calendar, TimeProvider clock)
{
    /// <param name="Entry">The entry.</param>
    /// <param name="From">The first day as it should be.</param>
    /// <param name="To">The last day as it should be.</param>
    /// <param name="Proofs">What shows it.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Etag">As the reader saw it.</param>
    public sealed record Correction(Guid Entry, DateOnly From, DateOnly To, IReadOnlyList<ProofKind> Proofs, string Reason, string Etag);

    /// <summary>Puts a corrected entry in the place of one; its documents go over.</summary>
    public Task<Result<Guid>> CorrectAsync(Correction request, CurrentUser user, CancellationToken cancellationToken) =>
        OneClick.DoAsync(context, () => PutRightAsync(request, user, cancellationToken));

    private async Task<Result<Guid>> PutRightAsync(Correction request, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await FindAsync(request.Entry, user, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var (old, reach) = found.Value;
        var wanted = new EnterPresence.Request(old.PersonId, old.OrganisationId, request.From, request.To, request.Proofs);
        if (old.ReplacedById is { } done && await IsSameAsync(done, wanted, cancellationToken))
        {
            return done;
        }

        var wrong = old.EndedAt is not null ? new Error("presence.ended", ErrorKind.Conflict)
            : Etag.Of(old) != request.Etag ? Refusals.Stale
            : EnterPresence.Check(request.From, request.To, calendar.Today(clock));
        if (wrong is not null)
        {
            return wrong;
        }

        var entry = EnterPresence.Entry(wanted, reach, user, ids, clock.Now(), old.Id);
        var kept = old.Evidence.Where(e => e.DocumentId is not null).ToLookup(e => e.Kind);
        entry.Evidence.RemoveAll(e => kept[e.Kind].Any());
        entry.Evidence.AddRange(kept.Where(k => request.Proofs.Contains(k.Key)).SelectMany(k => k)
            .Select(e => new Evidence { Id = ids.Next(), IntervalId = entry.Id, Kind = e.Kind, DocumentId = e.DocumentId }));
        var key = entry.LiveKey;
        if (key != old.LiveKey && await context.PresenceIntervals.AnyAsync(p => p.LiveKey == key, cancellationToken))
        {
            return new Error("presence.there", ErrorKind.Conflict);
        }

        return await ReplaceAsync(old, entry, request.Reason, user, cancellationToken);
    }

    /// <summary>Takes an entry back; a second time does nothing.</summary>
    public Task<Result<Unit>> WithdrawAsync(Guid id, string reason, CurrentUser user, CancellationToken cancellationToken) =>
        OneClick.DoAsync(context, () => TakeBackAsync(id, reason, user, cancellationToken));

    private async Task<Result<Unit>> TakeBackAsync(Guid id, string reason, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await FindAsync(id, user, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var (entry, _) = found.Value;
        if (entry.EndedAt is not null)
        {
            return entry.ReplacedById is null ? Unit.Value : new Error("presence.ended", ErrorKind.Conflict);
        }

        End(entry, reason, user);
        audit.Add(user.Id, "presence.withdrawn", "presence", entry.Id.ToString(), EnterPresence.Data(entry));
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? Unit.Value : Refusals.Stale;
    }

    /// <summary>The employer confirms what its talent entered; a second time does nothing.</summary>
    public Task<Result<Unit>> ConfirmAsync(Guid id, CurrentUser user, CancellationToken cancellationToken) =>
        OneClick.DoAsync(context, () => AgreeAsync(id, user, cancellationToken));

    private async Task<Result<Unit>> AgreeAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await FindAsync(id, user, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var (entry, reach) = found.Value;
        if (reach.IsOwn || entry.EndedAt is not null)
        {
            return reach.IsOwn ? Refusals.Forbidden : new Error("presence.ended", ErrorKind.Conflict);
        }

        if (entry.ConfirmedAt is not null)
        {
            return Unit.Value;
        }

        (entry.ConfirmedAt, entry.ConfirmedByUserId) = (clock.Now(), user.Id);
        audit.Add(user.Id, "presence.confirmed", "presence", entry.Id.ToString(), EnterPresence.Data(entry));
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? Unit.Value : Refusals.Stale;
    }

    private async Task<Result<(PresenceInterval Entry, PresenceReach Reach)>> FindAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var entry = await context.PresenceIntervals.Include(p => p.Evidence).SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        var reach = entry is null ? null : await PresenceRights.OfAsync(context, user, entry.PersonId, cancellationToken);
        return entry is null || reach is null || !reach.Reads(entry) ? Refusals.NotFound
            : reach.Writes(entry.OrganisationId) ? (entry, reach)
            : Refusals.Forbidden;
    }

    private async Task<Result<Guid>> ReplaceAsync(PresenceInterval old, PresenceInterval entry, string reason, CurrentUser user, CancellationToken cancellationToken)
    {
        End(old, reason, user);
        old.ReplacedById = entry.Id;
        audit.Add(user.Id, "presence.corrected", "presence", entry.Id.ToString(), JsonSerializer.Serialize(
            new { person = entry.PersonId, employer = entry.OrganisationId, before = old.Id }, JsonSerializerOptions.Web));
        // The key goes over within one transaction: first it is free, then it is taken.
        var outcome = await transaction.RunAsync(
            async stop =>
            {
                await context.SaveChangesAsync(stop);
                context.PresenceIntervals.Add(entry);
            },
            cancellationToken);
        return outcome == CommitOutcome.Committed ? entry.Id : Refusals.Stale;
    }

    private async Task<bool> IsSameAsync(Guid id, EnterPresence.Request wanted, CancellationToken cancellationToken)
    {
        var entry = await context.PresenceIntervals.AsNoTracking().Include(p => p.Evidence).SingleAsync(p => p.Id == id, cancellationToken);
        return entry.From == wanted.From && entry.To == wanted.To && entry.Evidence.Select(e => e.Kind).ToHashSet().SetEquals(wanted.Proofs);
    }

    private void End(PresenceInterval entry, string reason, CurrentUser user) =>
        (entry.EndedAt, entry.EndedByUserId, entry.EndReason, entry.LiveKey) = (clock.Now(), user.Id, reason.Trim(), null);
}
