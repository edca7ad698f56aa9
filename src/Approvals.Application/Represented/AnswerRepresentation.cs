using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Represented;

/// <summary>The person says whether an employer may file for them; a consent can be taken back at any time.</summary>
public sealed class AnswerRepresentation(ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, IIdSource ids, TimeProvider clock)
{
    /// <summary>What the consent is for.</summary>
    public const string Purpose = "filedByEmployer";

    /// <summary>The wording shown on the page; a changed one gets a new number.</summary>
    public const string Wording = "filedByEmployer-1";

    /// <param name="Id">The employer's question.</param>
    /// <param name="Agreed">Whether it may.</param>
    /// <param name="Etag">The version that was seen.</param>
    public sealed record Request(Guid Id, bool Agreed, string Etag);

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await context.RepresentedPeople.SingleOrDefaultAsync(r => r.Id == request.Id && r.PersonId == user.PersonId, cancellationToken);
        if (row is null)
        {
            return Refusals.NotFound;
        }

        if (!Etag.Matches(row, request.Etag))
        {
            return IsSame(row, request.Agreed) ? Unit.Value : Refusals.Stale;
        }

        await KeepAsync(row, request.Agreed, user, cancellationToken);
        audit.Add(user.Id, request.Agreed ? "represented.agreed" : "represented.refused", "represented", row.Id.ToString());
        if (await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed)
        {
            return Unit.Value;
        }

        context.ChangeTracker.Clear();
        return await context.RepresentedPeople.AsNoTracking().SingleAsync(r => r.Id == request.Id, cancellationToken) is { } now && IsSame(now, request.Agreed)
            ? Unit.Value
            : Refusals.Stale;
    }

    private static bool IsSame(RepresentedPerson row, bool agreed) =>
        agreed ? row.State == RepresentationState.Agreed : row.State is RepresentationState.Refused or RepresentationState.Withdrawn;

    private async Task KeepAsync(RepresentedPerson row, bool agreed, CurrentUser user, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (agreed && row.State != RepresentationState.Agreed)
        {
            var consent = new Consent
            {
                Id = ids.Next(), PersonId = row.PersonId, Purpose = Purpose, Wording = Wording, GivenByUserId = user.Id, GivenAt = now,
            };
            context.Consents.Add(consent);
            row.ConsentId = consent.Id;
        }

        if (!agreed && row.ConsentId is { } given && await context.Consents.SingleOrDefaultAsync(c => c.Id == given, cancellationToken) is { } known)
        {
            known.WithdrawnAt ??= now;
        }

        row.State = agreed ? RepresentationState.Agreed
            : row.State is RepresentationState.Agreed or RepresentationState.Withdrawn ? RepresentationState.Withdrawn
            : RepresentationState.Refused;
        row.AnsweredAt = now;
    }
}
