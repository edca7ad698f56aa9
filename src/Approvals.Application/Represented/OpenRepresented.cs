using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Represented;

/// <summary>An agent begins an application for somebody whom the employer recommends and who has agreed.</summary>
public sealed class OpenRepresented(ApprovalsDbContext context, OpenDraft open, TimeProvider clock)
{
    public async Task<Result<OpenDraft.Opened>> HandleAsync(Guid id, string service, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await context.RepresentedPeople.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        return row is null ? Refusals.NotFound
            : !EmployerRights.ActsFor(user, row.OrganisationId) ? await EmployerRights.RefusalAsync(context, user, row.OrganisationId, clock.Now(), cancellationToken)
            : await open.HandleAsync(new OpenDraft.Request(service, row.PersonId, row.OrganisationId), user, cancellationToken);
    }
}
