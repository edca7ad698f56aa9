using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Administration;

/// <summary>Takes a role away, at once or after a last day; the row stays as proof of who held what when.</summary>
public sealed class EndRole(
    ApprovalsDbContext context, WriteTransaction transaction, LastAdministrators administrators, AuditLog audit, CalendarInForce calendar, TimeProvider clock)
{
    /// <param name="User">Whose it is.</param>
    /// <param name="Assignment">Which one.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="LastDay">The last day on which it holds; null ends it at once.</param>
    public sealed record Request(Guid User, Guid Assignment, string Reason, DateOnly? LastDay = null);

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser by, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.ManagesRoles(by) || request.User == by.Id)
        {
            return AdministrationRights.ManagesRoles(by) ? new Error("rights.ownRoles", ErrorKind.Forbidden) : Refusals.Forbidden;
        }

        var now = clock.Now();
        var row = await context.RoleAssignments.SingleOrDefaultAsync(
            a => a.Id == request.Assignment && a.UserId == request.User && (a.ValidTo == null || a.ValidTo > now), cancellationToken);
        if (row is null)
        {
            return Refusals.NotFound;
        }

        if (request.LastDay is { } day && (day < calendar.Today(clock) || calendar.Current.EndOf(day) <= row.ValidFrom))
        {
            var code = day < calendar.Today(clock) ? "rights.endsInThePast" : "rights.endsBeforeItStarts";
            return new Error(code) { Fields = [new FieldError("lastDay", code)] };
        }

        row.ValidTo = request.LastDay is { } last ? calendar.Current.EndOf(last) : now > row.ValidFrom ? now : row.ValidFrom;
        (row.EndedByUserId, row.EndReason) = (by.Id, request.Reason.Trim());
        if (Roles.IsAdministrator(row.Role) && await administrators.KeepOneAsync(row.Role, without: row.Id, null, cancellationToken) is { } refused)
        {
            return refused;
        }

        audit.Add(by.Id, "roles.removed", "user", request.User.ToString(), JsonSerializer.Serialize(
            new { assignment = row.Id, row.Role, request.LastDay }, JsonSerializerOptions.Web));
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? Unit.Value : Refusals.Stale;
    }
}
