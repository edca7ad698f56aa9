using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Jobs;
using Approvals.Application.People;
using Approvals.Application.Policies;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Renewals;

/// <summary>
/// Ends the registration of relatives whose holder has nothing any more on which it rests: a service says on which kinds. Who never held
/// one of them is left alone.
/// </summary>
internal sealed class RelativesAtEnd(
    ApprovalsDbContext context, ServiceCatalog catalog, HolderNews news, AuditLog audit, WriteTransaction transaction, TimeProvider clock)
{
    internal const string News = "renewals.news.relativesEnded";
    private const int Chunk = 200;

    /// <summary>Ends them holder by holder, some of them in a transaction; each is told once.</summary>
    /// <param name="today">The day on which nothing counts any more.</param>
    /// <param name="doneAsync">Told how many holders a transaction came to.</param>
    /// <param name="cancellationToken">Stops between transactions.</param>
    public async Task EndAsync(DateOnly today, Func<int, Task> doneAsync, CancellationToken cancellationToken)
    {
        foreach (var service in (await catalog.AllInForceAsync(today, cancellationToken)).Where(s => !s.Service.RelativesDependOn.IsEmpty))
        {
            string[] kinds = [.. service.Service.RelativesDependOn.Select(service.Service.ScopedKind)];
            while (await Holders(service.Code, kinds, today).Take(Chunk).ToListAsync(cancellationToken) is { Count: > 0 } holders)
            {
                foreach (var holder in holders)
                {
                    await EndAsync(service.Code, kinds, holder, cancellationToken);
                }

                await JobCommit.OrStopAsync(context, transaction, AnnounceLapseJob.JobName, cancellationToken);
                await doneAsync(holders.Count);
            }
        }
    }

    /// <summary>Who has relatives registered by a service and once held, but no longer holds, one of the kinds.</summary>
    private IQueryable<Guid> Holders(string service, string[] kinds, DateOnly today) =>
        Registered(service).Select(r => r.PersonId).Distinct()
            .Where(p => context.Entitlements.Any(e => e.PersonId == p && kinds.Contains(e.Kind))
                && !context.Entitlements.Any(e => e.PersonId == p && kinds.Contains(e.Kind) && (e.EndedOn == null || e.EndedOn > today)
                    && (e.ValidTo == null || e.ValidTo >= today || (e.RenewalFiledOn != null && (e.RenewalDecidedOn == null || e.RenewalDecidedOn >= today)))))
            .OrderBy(p => p);

    private IQueryable<FamilyRelation> Registered(string service) =>
        context.FamilyRelations.Where(r => r.EndedAt == null && r.CaseId != null && context.Cases.Any(c => c.Id == r.CaseId && c.ServiceCode == service));

    private async Task EndAsync(string service, string[] kinds, Guid holder, CancellationToken cancellationToken)
    {
        var relations = await Registered(service).Where(r => r.PersonId == holder).OrderBy(r => r.Id).ToListAsync(cancellationToken);
        foreach (var relation in relations)
        {
            relation.EndedAt = clock.Now();
            audit.Add(null, "family.ended", "relation", relation.Id.ToString());
        }

        var last = await context.Entitlements.AsNoTracking().Where(e => e.PersonId == holder && kinds.Contains(e.Kind)).OrderByDescending(e => e.GrantedAt).FirstAsync(cancellationToken);
        await news.TellPersonAsync(holder, relations[0].CaseId!.Value, News, new { card = last.KindName, count = relations.Count }, cancellationToken);
    }
}
