using System.Globalization;
using System.Text;
using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Children;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.Outbox;
using Approvals.Application.Policies;
using Approvals.Application.Presence;
using Approvals.Application.Secrets;
using Approvals.Feel;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Entitlements;

/// <summary>
/// Asks for the case of each duty whose day has come: a row of what is asked and an event that opens it, as when one case starts another;
/// the duty of the next year follows. A chunk is one transaction, and what was asked for is asked for once, however often it runs.
/// </summary>
public sealed class OpenObligations(
    ApprovalsDbContext context, WriteTransaction transaction, OutboxWriter outbox, Vault vault, ServiceCatalog catalog, PresenceRules rules, AuditLog audit,
    IIdSource ids, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>How many duties a transaction takes.</summary>
    public const int ChunkSize = 100;

    private const int MostConflicts = 20;

    /// <summary>Where the work is: after a duty of a day.</summary>
    /// <param name="OpensOn">The day.</param>
    /// <param name="Id">The duty.</param>
    public readonly record struct Place(DateOnly OpensOn, Guid Id)
    {
        /// <summary>What <see cref="ToString"/> wrote; the beginning where nothing was written.</summary>
        public static Place Read(string? cursor) => cursor?.Split('/') is [var day, var id]
            ? new Place(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), Guid.Parse(id))
            : new Place(DateOnly.MinValue, Guid.Empty);

        public override string ToString() => $"{OpensOn:yyyy-MM-dd}/{Id:N}";
    }

    /// <summary>What a chunk came to.</summary>
    /// <param name="Last">The last duty that was looked at.</param>
    /// <param name="Opened">For how many a case was asked.</param>
    public sealed record Chunk(Place Last, int Opened);

    /// <summary>Takes the next duties after a place; null when none is left.</summary>
    public async Task<Chunk?> NextAsync(Place after, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostConflicts; attempt++)
        {
            context.ChangeTracker.Clear();
            var today = calendar.Today(clock);
            var due = await context.Obligations.Where(o => o.State == ObligationState.Pending && o.OpensOn <= today
                    && (o.OpensOn > after.OpensOn || (o.OpensOn == after.OpensOn && o.Id.CompareTo(after.Id) > 0)))
                .OrderBy(o => o.OpensOn).ThenBy(o => o.Id).Take(ChunkSize).ToListAsync(cancellationToken);
            if (due.Count == 0)
            {
                return null;
            }

            var opened = await AskAsync(due, today, cancellationToken);
            if (await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed)
            {
                context.ChangeTracker.Clear();
                return new Chunk(new Place(due[^1].OpensOn, due[^1].Id), opened);
            }

            // Another node took some of them in the same moment: what is left is read anew.
        }

        throw new InvalidOperationException($"The duties after {after} were changed {MostConflicts} times while they were read.");
    }

    private async Task<int> AskAsync(List<Obligation> due, DateOnly today, CancellationToken cancellationToken)
    {
        Guid[] held = [.. due.Select(o => o.EntitlementId)];
        var rights = await context.Entitlements.AsNoTracking().Where(e => held.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancellationToken);
        Guid[] persons = [.. rights.Values.Select(e => e.PersonId)];
        var erased = (await context.People.AsNoTracking().Where(p => persons.Contains(p.Id) && p.ErasedAt != null).Select(p => p.Id).ToListAsync(cancellationToken)).ToHashSet();
        Guid[] granting = [.. rights.Values.Select(e => e.CaseId)];
        var keys = await context.Cases.AsNoTracking().Where(c => granting.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.KeyId, cancellationToken);
        var ledgers = await PresenceRecord.OfManyAsync(context, persons, cancellationToken);
        var opened = 0;
        foreach (var duty in due)
        {
            var right = rights[duty.EntitlementId];
            if (right.EndedOn is not null || erased.Contains(right.PersonId))
            {
                duty.State = ObligationState.Cancelled;
                continue;
            }

            var service = await catalog.InForceAsync(duty.CheckServiceCode, today, cancellationToken);
            if (service is null || StartForm.Of(service) is null)
            {
                // Nobody offers the check yet: it waits, and opens on the first day on which somebody does.
                continue;
            }

            await OpenAsync(duty, right, keys[right.CaseId], ledgers[right.PersonId], today, cancellationToken);
            opened++;
        }

        if (opened > 0)
        {
            audit.Add(null, "obligations.opened", "obligations", $"{due[0].OpensOn:yyyy-MM-dd}", JsonSerializer.Serialize(new { cases = opened }, JsonSerializerOptions.Web));
        }

        return opened;
    }

    private async Task OpenAsync(Obligation duty, Entitlement right, Guid key, PresenceRecord ledger, DateOnly today, CancellationToken cancellationToken)
    {
        var id = StableId.Of(duty.Id, "check", "case");
        var rule = duty.CountsPresence ? await rules.OfAsync(duty, duty.Year, today, cancellationToken) : null;
        var given = FeelJson.ToJson(FeelValue.Of(CheckPrefill.Of(duty, right, ledger, rule, calendar.Current)));
        context.ChildCases.Add(new ChildCase
        {
            ChildCaseId = id, ParentCaseId = right.CaseId, Key = $"o{duty.Id:N}", ActivityId = "obligation", ServiceCode = duty.CheckServiceCode, IsAwaited = false,
            EndsWithParent = false, Payload = await vault.SealAsync(key, Encoding.UTF8.GetBytes(given), ChildCase.Place(id), cancellationToken),
            State = ChildCaseState.Asked, At = clock.Now(),
        });
        outbox.Send(id, new Started(null).ToJson(), $"childStarted:{id:N}");
        (duty.State, duty.OpenedCaseId) = (ObligationState.Opened, id);
        if (duty.Next(ids.Next(), right) is { } next && !await context.Obligations.AnyAsync(
            o => o.EntitlementId == duty.EntitlementId && o.Type == duty.Type && o.OpensOn == next.OpensOn, cancellationToken))
        {
            context.Obligations.Add(next);
        }
    }
}
