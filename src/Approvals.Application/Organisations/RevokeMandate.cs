using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Organisations;

/// <summary>
/// Ends a mandate at once: the agent gives it back, another agent of the employer or an officer takes it. What was filed goes over to
/// whoever is the employer's agent then.
/// </summary>
public sealed class RevokeMandate(ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, TimeProvider clock)
{
    /// <param name="Mandate">The mandate.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Request(Guid Mandate, string Reason);

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var mandate = await context.Mandates.SingleOrDefaultAsync(m => m.Id == request.Mandate, cancellationToken);
        var employer = mandate is null ? null : await context.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == mandate.OrganisationId, cancellationToken);
        if (mandate is null || employer is null || !MayRevoke(user, mandate, employer))
        {
            return Refusals.NotFound;
        }

        if (mandate.RevokedAt is not null)
        {
            return Unit.Value;
        }

        if (mandate.StateAt(clock.GetUtcNow()) is MandateState.Refused or MandateState.Ended)
        {
            return new Error("mandates.over", ErrorKind.Conflict);
        }

        await EndAsync(context, mandate, user.Id, request.Reason.Trim(), clock.GetUtcNow(), cancellationToken);
        audit.Add(
            user.Id, "mandates.revoked", "mandate", mandate.Id.ToString(),
            JsonSerializer.Serialize(new { organisation = employer.Id, agent = mandate.AgentUserId }, JsonSerializerOptions.Web));
        if (await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed)
        {
            return Unit.Value;
        }

        context.ChangeTracker.Clear();
        return await context.Mandates.AnyAsync(m => m.Id == request.Mandate && m.RevokedAt != null, cancellationToken) ? Unit.Value : Refusals.Stale;
    }

    internal static bool MayRevoke(CurrentUser user, Mandate mandate, Organisation employer) =>
        mandate.AgentUserId == user.Id || EmployerRights.ActsFor(user, employer.Id) || EmployerRights.Verifies(user, employer);

    /// <summary>Ends a mandate and the role by which it acts; one that came with the data names no role, so those of the agent end.</summary>
    internal static async Task EndAsync(
        ApprovalsDbContext context, Mandate mandate, Guid by, string? reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        (mandate.RevokedAt, mandate.RevokedByUserId, mandate.Reason) = (now, by, reason);
        var roles = await context.RoleAssignments
            .Where(a => a.UserId == mandate.AgentUserId && a.Role == Roles.EmployerAgent && a.OrganisationId == mandate.OrganisationId
                && (a.ValidTo == null || a.ValidTo > now) && (mandate.RoleAssignmentId == null || a.Id == mandate.RoleAssignmentId))
            .ToListAsync(cancellationToken);
        roles.ForEach(a => a.ValidTo = now);
    }
}
