using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.PersonalData;

/// <summary>Asks for own data to be corrected or erased; one of a kind waits at a time.</summary>
public sealed class FileDataRequest(
    ApprovalsDbContext context, WriteTransaction transaction, Vault vault, SettingsInForce settings, Obstacles obstacles, CalendarInForce calendar, AuditLog audit,
    TimeProvider clock)
{
    /// <param name="Kind">What is asked for.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Field">What a correction is about.</param>
    /// <param name="Value">The right value.</param>
    /// <param name="IdentifierKind">The kind of a new identity document.</param>
    public sealed record Request(DataRequestKind Kind, string Reason, DataField? Field = null, string? Value = null, string? IdentifierKind = null);

    public async Task<Result<Guid>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } person)
        {
            return new Error("drafts.noPerson", ErrorKind.Conflict);
        }

        if (FieldCorrection.Check(request, calendar.Today(clock)) is { } wrong)
        {
            return wrong;
        }

        if (request.Kind == DataRequestKind.Erasure && await obstacles.OfAsync(person, cancellationToken) is { } stands)
        {
            return stands;
        }

        // Counted before it is looked for what waits: whoever asks in between is met at the id or found waiting.
        var before = await context.DataRequests.CountAsync(r => r.PersonId == person && r.Kind == request.Kind && r.Field == request.Field, cancellationToken);
        var waiting = await context.DataRequests.AsNoTracking().Where(r => r.PersonId == person && r.Kind == request.Kind && r.Field == request.Field
            && r.DecidedAt == null && r.WithdrawnAt == null).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancellationToken);
        return waiting ?? await AddAsync(request, person, before, user, cancellationToken);
    }

    private async Task<Result<Guid>> AddAsync(Request request, Guid person, int before, CurrentUser user, CancellationToken cancellationToken)
    {
        var key = await context.People.Where(p => p.Id == person).Select(p => p.KeyId).SingleAsync(cancellationToken);

        // Two clicks at once know the same number of earlier ones, so they make the same id and meet at it.
        var id = StableId.Of(person, "dataRequest", $"{request.Kind}:{request.Field}:{before}");
        var word = request.Kind == DataRequestKind.Correction ? "correction" : "erasure";
        var due = await settings.DueAsync($"personalData.{word}.decide", cancellationToken);
        var content = new DataRequestContent(request.Reason.Trim(), request.Value?.Trim(), request.IdentifierKind);
        context.DataRequests.Add(new DataRequest
        {
            Id = id, Kind = request.Kind, PersonId = person, KeyId = key, ByUserId = user.Id, Field = request.Field, At = clock.Now(),
            RegionPath = await RegionAsync(person, user, cancellationToken),
            Payload = await vault.SealJsonAsync(key, content, DataRequest.Place(id, "content"), cancellationToken),
            DueAt = due?.At, YellowAt = due?.YellowAt, Limit = PendingLimits.Write(due, clock.Now()), IsProvisional = due?.IsProvisional == true,
        });
        audit.Add(user.Id, $"personalData.{word}Asked", "person", person.ToString());
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Conflict ? Refusals.Stale : id;
    }

    /// <summary>Where the person's cases are; without any, where the person belongs.</summary>
    private async Task<string> RegionAsync(Guid person, CurrentUser user, CancellationToken cancellationToken)
    {
        var paths = await context.Cases.AsNoTracking().Where(c => c.ApplicantPersonId == person).Select(c => c.RegionPath).Distinct().ToListAsync(cancellationToken);
        var own = user.Roles.Select(r => r.RegionPath).FirstOrDefault()
            ?? await context.Regions.AsNoTracking().Where(r => r.ParentCode == null).OrderBy(r => r.Code).Select(r => r.Path).FirstAsync(cancellationToken);
        return DataRequestRights.Common(paths.Count > 0 ? paths : [own]);
    }
}
