using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Organisations;

/// <summary>
/// An officer looks at the proofs and lets the agent act, or not. With the first mandate the employer itself is verified. The role
/// ends with the mandate's last day.
/// </summary>
public sealed class DecideMandate(
    ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, IIdSource ids, CalendarInForce calendar, TimeProvider clock)
{
    /// <param name="Mandate">The mandate.</param>
    /// <param name="Granted">Whether the agent may act.</param>
    /// <param name="Reason">Why not.</param>
    /// <param name="Etag">The version that was seen.</param>
    public sealed record Request(Guid Mandate, bool Granted, string? Reason, string Etag);

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var mandate = await context.Mandates.SingleOrDefaultAsync(m => m.Id == request.Mandate, cancellationToken);
        var employer = mandate is null ? null : await context.Organisations.SingleOrDefaultAsync(o => o.Id == mandate.OrganisationId, cancellationToken);
        if (mandate is null || employer is null || !EmployerRights.Verifies(user, employer))
        {
            return Refusals.NotFound;
        }

        if (Refuses(request, mandate, employer) is { } refused)
        {
            return refused;
        }

        if (request.Granted)
        {
            Grant(mandate, employer, user);
        }
        else
        {
            (mandate.RefusedByUserId, mandate.Reason) = (user.Id, request.Reason!.Trim());
        }

        mandate.DecidedAt = clock.GetUtcNow();
        audit.Add(
            user.Id, request.Granted ? "mandates.granted" : "mandates.refused", "mandate", mandate.Id.ToString(),
            JsonSerializer.Serialize(new { organisation = employer.Id, agent = mandate.AgentUserId }, JsonSerializerOptions.Web));
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? Unit.Value : Refusals.Stale;
    }

    private static Error? Refuses(Request request, Mandate mandate, Organisation employer) =>
        !Etag.Matches(mandate, request.Etag) ? Refusals.Stale
        : mandate is not { AskedAt: not null, DecidedAt: null, RevokedAt: null } ? new Error("mandates.decided", ErrorKind.Conflict)
        : !request.Granted ? string.IsNullOrWhiteSpace(request.Reason) ? new Error("request.fields") { Fields = [new FieldError("reason", "request.missing")] } : null
        : employer.ClosedAt is not null ? new Error("employers.closed", ErrorKind.Conflict)
        : mandate.ProofDocumentId is null || (employer.VerifiedAt is null && employer.ProofDocumentId is null) ? new Error("mandates.noProof", ErrorKind.Conflict)
        : null;

    private void Grant(Mandate mandate, Organisation employer, CurrentUser user)
    {
        var now = clock.GetUtcNow();
        if (employer.VerifiedAt is null)
        {
            (employer.VerifiedAt, employer.VerifiedByUserId) = (now, user.Id);
            context.OrganisationChanges.Add(new OrganisationChange
            {
                Id = StableId.Of(employer.Id, "change", "verified"), OrganisationId = employer.Id, Kind = OrganisationChangeKind.Verified,
                NameBefore = employer.Name, NameAfter = employer.Name, On = calendar.Today(clock), ByUserId = user.Id, At = now,
            });
        }

        var assignment = new RoleAssignment
        {
            Id = ids.Next(), UserId = mandate.AgentUserId, Role = Roles.EmployerAgent, RegionCode = employer.RegionCode, RegionPath = employer.RegionPath,
            OrganisationId = employer.Id, ValidFrom = mandate.ValidFrom, ValidTo = mandate.ValidTo, GrantedByUserId = user.Id,
        };
        context.RoleAssignments.Add(assignment);
        (mandate.GrantedByUserId, mandate.RoleAssignmentId) = (user.Id, assignment.Id);
    }
}
