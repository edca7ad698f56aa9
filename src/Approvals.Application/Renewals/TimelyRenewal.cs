using Approvals.Application.Cases;
using Approvals.Domain.Packages;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Renewals;

/// <summary>
/// Ties an application to what it renews: filed in time, it keeps the entitlement valid until the case is over, where the service says so.
/// </summary>
internal static class TimelyRenewal
{
    /// <summary>Notes on what the applicant holds that its renewal was asked for today, where today is in time.</summary>
    public static async Task FiledAsync(CaseWork work, CancellationToken cancellationToken)
    {
        var (today, person) = (work.Today, work.Case.ApplicantPersonId);
        var renewed = (await RenewalWindows.OnAsync(work.Catalog, today, cancellationToken)).Values
            .Where(r => r.RenewedBy == work.Service.Code && r.Window.Silence != Silence.None).ToDictionary(r => r.Kind, StringComparer.Ordinal);
        if (renewed.Count == 0)
        {
            return;
        }

        string[] kinds = [.. renewed.Keys];
        var held = await work.Context.Entitlements
            .Where(e => e.PersonId == person && kinds.Contains(e.Kind) && e.EndedOn == null && e.ValidTo >= today && (e.RenewalCaseId == null || e.RenewalDecidedOn != null))
            .ToListAsync(cancellationToken);
        foreach (var row in held.Where(e => renewed[e.Kind].IsTimely(e.ValidTo!.Value, today)))
        {
            (row.RenewalCaseId, row.RenewalFiledOn, row.RenewalDecidedOn) = (work.Case.Id, today, null);
        }
    }

    /// <summary>Notes that the case which renews is over, however it ended.</summary>
    public static async Task DecidedAsync(CaseWork work, CancellationToken cancellationToken)
    {
        var id = work.Case.Id;
        var held = await work.Context.Entitlements.Where(e => e.RenewalCaseId == id && e.RenewalDecidedOn == null).ToListAsync(cancellationToken);
        held.ForEach(row => row.RenewalDecidedOn = work.Today);
    }
}
