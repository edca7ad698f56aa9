using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio.Variants;

/// <summary>Finds the versions that variants inherit from.</summary>
public sealed class VariantBases(ApprovalsDbContext context, CalendarInForce calendar, TimeProvider time)
{
    /// <summary>A version whose files change no more, by its service and number; null when there is none.</summary>
    internal Task<ServiceVersion?> FindAsync(string service, int number, CancellationToken cancellationToken) => context.ServiceVersions.AsNoTracking()
        .SingleOrDefaultAsync(
            v => v.ServiceCode == service && v.Number == number && (v.State == ServiceVersionState.Published || v.State == ServiceVersionState.Retired), cancellationToken);

    /// <summary>The version of a service that binds submissions of today; null when there is none.</summary>
    internal Task<ServiceVersion?> InForceAsync(string service, CancellationToken cancellationToken)
    {
        var today = calendar.Today(time);
        return context.ServiceVersions.AsNoTracking().Where(v => v.ServiceCode == service && v.State == ServiceVersionState.Published && v.EffectiveFrom <= today)
            .OrderByDescending(v => v.EffectiveFrom).ThenByDescending(v => v.Number).FirstOrDefaultAsync(cancellationToken);
    }
}
