using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.Policies;
using Approvals.Domain.Residency;
using Approvals.Feel;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Presence;

/// <summary>How many days a year asks for.</summary>
/// <param name="Threshold">For a whole year.</param>
/// <param name="InWorkdays">Whether only working days count.</param>
public sealed record PresenceThreshold(int Threshold, bool InWorkdays);

/// <summary>A person's duties to be there, each with the term of its contract.</summary>
internal sealed record PresenceDuties(IReadOnlyList<Obligation> Rows)
{
    /// <summary>The days on which a contract is in force; without any duty every day is.</summary>
    public IEnumerable<DaySpan> Terms => Rows.Count == 0
        ? [new DaySpan(DateOnly.MinValue, DateOnly.MaxValue)]
        : Rows.Where(o => o.TermFrom is not null).Select(o => new DaySpan(o.TermFrom!.Value, o.TermTo ?? DateOnly.MaxValue)).Distinct();

    /// <summary>All of a person, the latest last.</summary>
    public static async Task<PresenceDuties> OfAsync(ApprovalsDbContext context, Guid person, CancellationToken cancellationToken) => new(await (
        from duty in context.Obligations.AsNoTracking()
        join held in context.Entitlements.AsNoTracking() on duty.EntitlementId equals held.Id
        where held.PersonId == person && duty.CountsPresence
        orderby duty.OpensOn, duty.Id
        select duty).ToListAsync(cancellationToken));

    /// <summary>The duty that checks a year: the one opened for it, else the latest, whose rules hold until then.</summary>
    public Obligation? Of(int year) => Rows.LastOrDefault(o => o.Year == year) ?? (Rows.Count > 0 ? Rows[^1] : null);
}

/// <summary>Asks the service that checks a duty for its threshold: a decision of its package, dated by its version.</summary>
public sealed class PresenceRules(ServiceCatalog catalog)
{
    /// <summary>What a year asks for by the version in force when it is checked, or today while that day is to come; null where nothing is asked.</summary>
    internal async Task<PresenceThreshold?> OfAsync(Obligation? duty, int year, DateOnly today, CancellationToken cancellationToken)
    {
        if (duty is null)
        {
            return null;
        }

        var checkedOn = new DateOnly(year + 1, duty.OpensOn.Month, Math.Min(duty.OpensOn.Day, DateTime.DaysInMonth(year + 1, duty.OpensOn.Month)));
        var service = await catalog.InForceAsync(duty.CheckServiceCode, checkedOn < today ? checkedOn : today, cancellationToken);
        return service?.Service.Presence is { } decision
            && service.Package.Decisions.Evaluate(decision, Inputs(service.Service.Settings, year)) is { IsSuccess: true, Value: { } found }
            && found.Value.TryGetContext(out var rule) && rule["threshold"].TryGetNumber(out var threshold)
                ? new PresenceThreshold((int)threshold, rule["unit"].TryGetString(out var unit) && unit == "workdays")
                : null;
    }

    /// <summary>The year beside the package's settings, which the decision takes what it needs of.</summary>
    private static FeelContext Inputs(FeelContext settings, int year) => settings.With("year", FeelValue.Of(year));
}
