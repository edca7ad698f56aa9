using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Incidents;

/// <summary>An operator who has mended what stopped a case lets it try again, or leaves the step by an outcome, with a reason.</summary>
public sealed class ResolveIncident(CaseStepper stepper, ApprovalsDbContext context)
{
    /// <param name="Incident">The incident.</param>
    /// <param name="Outcome">Null to try again; else the outcome to leave the step by without running it.</param>
    /// <param name="Reason">Why; kept as a remark for staff, needed to leave a step.</param>
    public sealed record Request(Guid Incident, string? Outcome = null, string? Reason = null);

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.MendsIncidents(user))
        {
            return new Error("rights.forbidden", ErrorKind.Forbidden);
        }

        var row = await context.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Id == request.Incident, cancellationToken);
        return row is null
            ? new Error("incidents.unknown", ErrorKind.NotFound)
            : await stepper.RunAsync(row.CaseId, user, work => ActAsync(work, row, request, user, cancellationToken), cancellationToken);
    }

    private static async Task<Result<Unit>> ActAsync(CaseWork work, Cases.Incident row, Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (IncidentRights.MayMend(user, work.Case) is { IsSuccess: false, Error: { } refused })
        {
            return refused;
        }

        if (work.State.Incidents.All(i => i.Id != row.IncidentId))
        {
            return new Error("incidents.resolved", ErrorKind.Conflict);
        }

        if (request.Outcome is { } outcome && Skip(work, row, outcome, request.Reason) is { } wrong)
        {
            return wrong;
        }

        var resolution = request.Outcome is null ? IncidentResolution.Retry : IncidentResolution.Skip;
        var reason = Messages.Add(work, user, request.Reason, CommentAudience.Staff)?.Id.ToString();
        work.Audit.Add(user.Id, request.Outcome is null ? "incident.retried" : "incident.skipped", "incident", row.Id.ToString(), caseId: work.Case.Id);
        return await work.TakeAsync(
            new CaseAct(new IncidentResolved(row.IncidentId, new Actor(user.Id.ToString()), resolution, request.Outcome, reason)), cancellationToken);
    }

    private static Error? Skip(CaseWork work, Cases.Incident row, string outcome, string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new Error("incidents.needsReason") { Fields = [new FieldError("reason", "incidents.needsReason")] }
        : MovePlaces.Ways(work.Service.Package.Workflow, row.ActivityId) is var ways && !ways.Contains(outcome)
            ? ways.IsEmpty ? new Error("incidents.skipDecides") { Fields = [new FieldError("outcome", "incidents.skipDecides")] } : new Error("incidents.unknownOutcome") { Fields = [new FieldError("outcome", "incidents.unknownOutcome")] }
        : null;
}
