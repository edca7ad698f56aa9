using Approvals.Application.Policies;
using Approvals.Domain.Packages;

namespace Approvals.Application.Renewals;

/// <summary>A kind of entitlement that is renewed, as the version in force of its service says.</summary>
/// <param name="Kind">The kind with its service.</param>
/// <param name="Service">The service that grants it.</param>
/// <param name="Rule">The kind.</param>
/// <param name="Window">When it may be renewed.</param>
internal sealed record RenewableKind(string Kind, ServiceInfo Service, EntitlementKind Rule, RenewalWindow Window)
{
    /// <summary>The service that renews it.</summary>
    public string RenewedBy => Window.Service ?? Service.Code;

    /// <summary>The first day on which one may apply.</summary>
    public DateOnly Opens(DateOnly lastDay) => lastDay.AddDays(-Window.OpensDaysBefore);

    /// <summary>The last day on which an application is timely.</summary>
    public DateOnly Due(DateOnly lastDay) => lastDay.AddDays(-Window.DueDaysBefore);

    /// <summary>Whether an application of a day is a timely one.</summary>
    public bool IsTimely(DateOnly lastDay, DateOnly on) => on >= Opens(lastDay) && on <= Due(lastDay);
}

/// <summary>The kinds of entitlement that are renewed.</summary>
internal static class RenewalWindows
{
    /// <summary>All of them on a day, by kind.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, RenewableKind>> OnAsync(ServiceCatalog catalog, DateOnly day, CancellationToken cancellationToken) =>
        (from snapshot in await catalog.AllInForceAsync(day, cancellationToken)
         from rule in snapshot.Service.Entitlements
         where rule.Renewal is not null
         select new RenewableKind(snapshot.Service.ScopedKind(rule.Kind), snapshot.Service, rule, rule.Renewal!)).ToDictionary(r => r.Kind, StringComparer.Ordinal);
}
