using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Represented;

/// <summary>
/// An employer names somebody it recommends. It may file for them once they have agreed: in their account, or on paper where they
/// have none.
/// </summary>
public sealed class NamePerson(ApprovalsDbContext context, WriteTransaction transaction, FindPerson find, AuditLog audit, TimeProvider clock)
{
    /// <param name="Employer">The employer.</param>
    /// <param name="Person">Who it is.</param>
    public sealed record Request(Guid Employer, FindPerson.Request Person);

    public async Task<Result<Guid>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!EmployerRights.ActsFor(user, request.Employer))
        {
            return await EmployerRights.RefusalAsync(context, user, request.Employer, clock.Now(), cancellationToken);
        }

        var found = await find.HandleAsync(request.Person, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        if (found.Value == user.PersonId)
        {
            return new Error("represented.oneself", ErrorKind.Forbidden);
        }

        var id = StableId.Of(request.Employer, "represented", found.Value.ToString("N"));
        var row = await context.RepresentedPeople.SingleOrDefaultAsync(r => r.OrganisationId == request.Employer && r.PersonId == found.Value, cancellationToken);
        if (row is { State: RepresentationState.Asked or RepresentationState.Agreed })
        {
            return row.Id;
        }

        row ??= context.RepresentedPeople.Add(new RepresentedPerson
        {
            Id = id, OrganisationId = request.Employer, PersonId = found.Value, NamedByUserId = user.Id, NamedAt = clock.GetUtcNow(),
        }).Entity;
        row.State = RepresentationState.Asked;
        audit.Add(user.Id, "represented.named", "represented", row.Id.ToString());
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Conflict ? Refusals.Stale : row.Id;
    }
}
