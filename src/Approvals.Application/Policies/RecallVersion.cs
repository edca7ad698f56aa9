using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Policies;

/// <summary>Takes back a published version that is not in force yet; it can be published again for another day.</summary>
public sealed class RecallVersion(VersionDesk desk, ApprovalsDbContext context, CalendarInForce calendar, TimeProvider time)
{
    /// <param name="Version">The version.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Request(Guid Version, string Reason);

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) => !PolicyRights.Publishes(user)
        ? Refusals.Forbidden
        : await desk.RunAsync(request.Version, "policies.recalled", user, request.Reason, row => RecallAsync(row, cancellationToken), cancellationToken);

    internal static Error? Decide(ServiceVersion row, bool hasCases, DateOnly today) =>
        VersionDesk.Unless(row, ServiceVersionState.Published)
        ?? (row.EffectiveFrom <= today || hasCases ? new Error("policies.inForce", ErrorKind.Conflict).With("number", $"{row.Number}") : null);

    private async Task<Error?> RecallAsync(ServiceVersion row, CancellationToken cancellationToken)
    {
        var hasCases = await context.Cases.AnyAsync(c => c.ServiceVersionId == row.Id, cancellationToken);
        if (Decide(row, hasCases, calendar.Today(time)) is { } refused)
        {
            return refused;
        }

        (row.State, row.EffectiveFrom, row.PublishedByUserId, row.PublishedAt) = (ServiceVersionState.Submitted, null, null, null);
        return null;
    }
}
