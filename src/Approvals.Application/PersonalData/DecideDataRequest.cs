using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.PersonalData;

/// <summary>A person decides on a correction or an erasure, with a reason; what is granted is done in the same transaction.</summary>
public sealed class DecideDataRequest(
    ApprovalsDbContext context, WriteTransaction transaction, Vault vault, PersonRegister people, ErasePerson erase, TakeOverPerson takeOver, Obstacles obstacles, AuditLog audit, IIdSource ids,
    CalendarInForce calendar, TimeProvider clock)
{
    /// <param name="Id">The request.</param>
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="Granted">Whether it is granted.</param>
    /// <param name="Reason">Why, as the person reads it.</param>
    public sealed record Request(Guid Id, string Etag, bool Granted, string Reason);

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await context.DataRequests.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken);
        if (row is null || !DataRequestRights.MayDecide(user, row))
        {
            return Refusals.NotFound;
        }

        if (row.DecidedAt is not null || row.WithdrawnAt is not null)
        {
            return new Error("personalData.decided", ErrorKind.Conflict);
        }

        if (!Etag.Matches(row, request.Etag))
        {
            return Refusals.Stale;
        }

        row.Reason = await vault.SealJsonAsync(row.KeyId, request.Reason.Trim(), DataRequest.Place(row.Id, "reason"), cancellationToken);
        (row.Granted, row.DecidedAt, row.DecidedByUserId, row.DecidedByName) = (request.Granted, clock.Now(), user.Id, user.Name);
        audit.Add(user.Id, $"personalData.{(request.Granted ? "granted" : "refused")}", "person", row.PersonId.ToString(), JsonSerializer.Serialize(new { request = row.Id, row.Kind }, JsonSerializerOptions.Web));
        return request.Granted && row.Kind == DataRequestKind.Erasure
            ? await EraseAsync(row, cancellationToken)
            : await CorrectAsync(row, request.Granted, cancellationToken);
    }

    private async Task<Result<Unit>> EraseAsync(DataRequest row, CancellationToken cancellationToken)
    {
        if (await obstacles.OfAsync(row.PersonId, cancellationToken) is { } stands)
        {
            return stands;
        }

        return await transaction.RunAsync(stop => erase.ApplyAsync(row.PersonId, stop), cancellationToken) == CommitOutcome.Committed ? Unit.Value : Refusals.Stale;
    }

    private async Task<Result<Unit>> CorrectAsync(DataRequest row, bool granted, CancellationToken cancellationToken)
    {
        if (granted && await ChangeAsync(row, cancellationToken) is { } refused)
        {
            return refused;
        }

        context.Notifications.Add(new Notification
        {
            Id = ids.Next(), UserId = row.ByUserId, At = clock.Now(), Template = granted ? "personalData.news.granted" : "personalData.news.refused",
        });
        return await transaction.CommitAsync(cancellationToken) switch
        {
            CommitOutcome.Committed => Unit.Value,
            CommitOutcome.Duplicate => new Error("account.identityTaken", ErrorKind.Conflict),
            _ => Refusals.Stale,
        };
    }

    private async Task<Error?> ChangeAsync(DataRequest row, CancellationToken cancellationToken)
    {
        var person = await context.People.Include(p => p.Identifiers).SingleAsync(p => p.Id == row.PersonId, cancellationToken);
        var known = await people.ReadAsync(row.PersonId, cancellationToken);
        var asked = await vault.OpenJsonAsync<DataRequestContent>(row.KeyId, row.Payload, DataRequest.Place(row.Id, "content"), cancellationToken);
        var changed = known.Bind(k => asked.Bind(a => FieldCorrection.Apply(k, row.Field!.Value, a, calendar.Today(clock))));
        if (!changed.IsSuccess)
        {
            return changed.Error;
        }

        var (kind, number) = (changed.Value.IdentifierKind, changed.Value.IdentifierNumber);
        var hash = kind is null || number is null ? null : vault.LookUp(kind, number);
        if (hash is not null && await takeOver.HolderAsync(kind!, hash, person.Id, cancellationToken) is { } holder)
        {
            return await takeOver.ApplyAsync(person.Id, holder, cancellationToken);
        }

        await people.ChangeAsync(person, changed.Value, cancellationToken);
        if (row.Field == DataField.Name)
        {
            var account = await context.Users.SingleOrDefaultAsync(u => u.PersonId == person.Id, cancellationToken);
            account?.DisplayName = changed.Value.Name;
        }

        return null;
    }
}
