using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Policies;

/// <summary>Puts away a version whose place a later one has taken. Cases that follow it go on with it; nothing new can be migrated to it.</summary>
public sealed class RetireVersion(VersionDesk desk, ApprovalsDbContext context, CalendarInForce calendar, TimeProvider time)
{
    /// <param name="Version">The version.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Request(Guid Version, string Reason);

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) => !PolicyRights.Publishes(user)
        ? Refusals.Forbidden
        : await desk.RunAsync(request.Version, "policies.retired", user, request.Reason, row => RetireAsync(row, cancellationToken), cancellationToken);

    private async Task<Error?> RetireAsync(ServiceVersion row, CancellationToken cancellationToken)
    {
        if (VersionDesk.Unless(row, ServiceVersionState.Published) is { } wrong)
        {
            return wrong;
        }

        var today = calendar.Today(time);
        var replaced = await context.ServiceVersions.AnyAsync(
            v => v.ServiceCode == row.ServiceCode && v.State == ServiceVersionState.Published && v.EffectiveFrom <= today
                && (v.EffectiveFrom > row.EffectiveFrom || (v.EffectiveFrom == row.EffectiveFrom && v.Number > row.Number)),
            cancellationToken);
        if (!replaced)
        {
            return new Error("policies.stillInForce", ErrorKind.Conflict).With("number", $"{row.Number}");
        }

        (row.State, row.RetiredAt) = (ServiceVersionState.Retired, time.Now());
        return null;
    }
}
