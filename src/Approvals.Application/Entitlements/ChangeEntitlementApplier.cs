using Approvals.Application.Cases;
using Approvals.Application.Effects;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Entitlements;

/// <summary>
/// Suspends, resumes, revokes or extends what the applicant holds: by dates and suspensions from which validity follows, each
/// change a row of the history with its reason.
/// </summary>
internal sealed class ChangeEntitlementApplier : EffectApplier<ChangeEntitlement>
{
    protected override async Task<Error?> RefusalAsync(ChangeEntitlement effect, CaseWork work, CancellationToken cancellationToken)
    {
        var named = await NamedAsync(effect, work, cancellationToken);
        var error = named.Count == 0 ? new Error("entitlements.notHeld", ErrorKind.Conflict)
            : !named.Exists(e => MayChange(e, effect, work.Today)) ? new Error($"entitlements.cannot{effect.Change}", ErrorKind.Conflict)
            : null;
        return error?.With("entitlement", effect.Entitlement ?? effect.Kind ?? "");
    }

    protected override async Task ApplyAsync(ChangeEntitlement effect, CaseWork work, CancellationToken cancellationToken)
    {
        var named = await NamedAsync(effect, work, cancellationToken);
        var following = await FollowingAsync(named, effect, work, cancellationToken);
        foreach (var row in following.Concat(named).Where(e => MayChange(e, effect, work.Today)))
        {
            var before = row.ValidTo;
            await ChangeAsync(row, effect, work, cancellationToken);
            Record(row, effect, work, before);
        }
    }

    /// <summary>Whether a change means anything: what has ended stays so, and nothing is suspended twice.</summary>
    internal static bool MayChange(Entitlement row, ChangeEntitlement effect, DateOnly today) => row.EndedOn is null && effect.Change switch
    {
        EntitlementChange.Suspend => Validity.SuspensionOn(row, today) is null && StillRuns(row, today),
        EntitlementChange.Resume => Validity.SuspensionOn(row, today) is not null,
        EntitlementChange.Extend => row.ValidTo is { } end && effect.ValidTo > end,
        _ => StillRuns(row, today),
    };

    /// <summary>Whether its last day is still to come, or a timely application for its renewal holds it open.</summary>
    private static bool StillRuns(Entitlement row, DateOnly today) => Validity.FirstDayWithout(row) is not { } over || today < over;

    /// <summary>Those of the applicant by id or number, or all of a kind; rows of this transaction included.</summary>
    private static async Task<List<Entitlement>> NamedAsync(ChangeEntitlement effect, CaseWork work, CancellationToken cancellationToken)
    {
        var (person, context) = (work.Case.ApplicantPersonId, work.Context);
        await context.Entitlements.Include(e => e.Suspensions).Where(e => e.PersonId == person).LoadAsync(cancellationToken);
        var kind = effect.Kind is { } bare ? work.Service.Service.ScopedKind(bare) : null;
        var id = Guid.TryParse(effect.Entitlement, out var parsed) ? parsed : (Guid?)null;
        return
        [
            .. context.Entitlements.Local.Where(e => e.PersonId == person && (kind is null || e.Kind == kind)
                && (effect.Entitlement is null || e.Id == id || e.Number == effect.Entitlement)).OrderBy(e => e.GrantedAt).ThenBy(e => e.Id),
        ];
    }

    /// <summary>
    /// What was granted with a right and rests on it by its kind is suspended, resumed and revoked with it: a card says nothing while its
    /// certificate is suspended. What other cases granted later is theirs to look after.
    /// </summary>
    private static async Task<IReadOnlyList<Entitlement>> FollowingAsync(
        List<Entitlement> named, ChangeEntitlement effect, CaseWork work, CancellationToken cancellationToken)
    {
        List<Entitlement> following = [];
        foreach (var right in effect.Change == EntitlementChange.Extend ? [] : named)
        {
            var service = (await work.Catalog.InForceAsync(right.ServiceCode, work.Today, cancellationToken))?.Service;
            following.AddRange(work.Context.Entitlements.Local.Where(e => e.CaseId == right.CaseId && !named.Contains(e) && !following.Contains(e)
                && service?.Entitlements.FirstOrDefault(k => service.ScopedKind(k.Kind) == e.Kind)?.DependsOn.Any(k => service.ScopedKind(k) == right.Kind) == true));
        }

        return following;
    }

    private static async Task ChangeAsync(Entitlement row, ChangeEntitlement effect, CaseWork work, CancellationToken cancellationToken)
    {
        switch (effect.Change)
        {
            case EntitlementChange.Suspend:
                var suspension = new EntitlementSuspension { Id = work.Ids.Next(), EntitlementId = row.Id, From = work.Today, Reason = Short(effect.Reason) };
                row.Suspensions.Add(suspension);
                work.Context.EntitlementSuspensions.Add(suspension);
                break;
            case EntitlementChange.Resume:
                Resume(row, work);
                break;
            case EntitlementChange.Extend:
                row.ValidTo = effect.ValidTo;
                break;
            default:
                (row.EndedOn, row.EndReason) = (work.Today, Short(effect.Reason));
                await Duties.CancelAsync(work.Context, row.Id, cancellationToken);
                await EndDependantsAsync(row, work, cancellationToken);
                break;
        }

        row.LastChangedAt = work.Now;
    }

    /// <summary>It counts again from today on; a suspension that began today never counted.</summary>
    private static void Resume(Entitlement row, CaseWork work)
    {
        foreach (var suspension in row.Suspensions.Where(s => s.From <= work.Today && (s.To is null || s.To >= work.Today)).ToList())
        {
            if (suspension.From == work.Today)
            {
                row.Suspensions.Remove(suspension);
                work.Context.EntitlementSuspensions.Remove(suspension);
            }
            else
            {
                suspension.To = work.Today.AddDays(-1);
            }
        }
    }

    /// <summary>What depends on it does not outlast it; the nightly job tells its holder.</summary>
    private static async Task EndDependantsAsync(Entitlement row, CaseWork work, CancellationToken cancellationToken)
    {
        foreach (var ended in await Renewals.Dependants.EndAsync(work.Context, work.Catalog, row, work.Today, row.EndReason ?? "", cancellationToken))
        {
            work.Audit.Add(work.By?.Id, "entitlement.endedWithOther", "entitlement", ended.Id.ToString(), caseId: work.Case.Id);
        }
    }

    private static void Record(Entitlement row, ChangeEntitlement effect, CaseWork work, DateOnly? before)
    {
        work.Context.EntitlementChanges.Add(new ChangeOfEntitlement
        {
            Id = Database.StableId.Of(work.Case.Id, "entitlementChange", $"{effect.Key}:{row.Id:N}"),
            EntitlementId = row.Id,
            CaseId = work.Case.Id,
            CaseNumber = work.Case.Number,
            ActivityId = effect.Activity,
            Change = effect.Change,
            Reason = Short(effect.Reason),
            From = work.Today,
            ValidToBefore = effect.Change == EntitlementChange.Extend ? before : null,
            ValidToAfter = effect.Change == EntitlementChange.Extend ? row.ValidTo : null,
            At = work.Now,
        });
        var action = effect.Change switch
        {
            EntitlementChange.Suspend => "entitlement.suspended",
            EntitlementChange.Resume => "entitlement.resumed",
            EntitlementChange.Extend => "entitlement.extended",
            _ => "entitlement.revoked",
        };
        work.Audit.Add(work.By?.Id, action, "entitlement", row.Id.ToString(), caseId: work.Case.Id);
    }

    private static string Short(string reason) => reason.Length <= Database.Lengths.Text ? reason : reason[..Database.Lengths.Text];
}
