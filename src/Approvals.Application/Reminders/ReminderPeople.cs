using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Participants;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Reminders;

/// <summary>Who is reminded of what; offices are asked for once a run.</summary>
internal sealed class ReminderPeople(ApprovalsDbContext context, CalendarInForce calendar, TimeProvider clock)
{
    private const int MostOfAnOffice = 200;

    private readonly Dictionary<HolderPlace, IReadOnlyList<Guid>> _offices = [];
    private Dictionary<Guid, Case> _cases = [];
    private (DateOnly On, ILookup<Guid, StandInOf> By)? _standIns;
    private ILookup<Guid, Guid> _accounts = Enumerable.Empty<(Guid, Guid)>().ToLookup(p => p.Item1, p => p.Item2);

    /// <summary>Reads what a chunk needs: the cases and the accounts of holders.</summary>
    internal async Task PrepareAsync(IReadOnlyList<Reminded> chunk, CancellationToken cancellationToken)
    {
        Guid[] cases = [.. chunk.Where(s => s.Case is null).Select(s => s.CaseId).Distinct()];
        _cases = await context.Cases.AsNoTracking().Where(c => cases.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        Guid[] people = [.. chunk.Select(s => s.Entitlement?.PersonId).OfType<Guid>().Distinct()];
        var accounts = await context.Users.AsNoTracking().Where(u => u.PersonId != null && people.Contains(u.PersonId.Value) && u.DisabledAt == null)
            .Select(u => new { Person = u.PersonId!.Value, u.Id }).ToListAsync(cancellationToken);
        _accounts = accounts.ToLookup(a => a.Person, a => a.Id);
        await ReadStandInsAsync(cancellationToken);
    }

    /// <summary>Everybody a rule reminds of a subject.</summary>
    internal async Task<IReadOnlySet<Guid>> OfAsync(RuleInForce rule, Reminded subject, CancellationToken cancellationToken)
    {
        HashSet<Guid> people = [];
        foreach (var to in rule.Rule.To)
        {
            people.UnionWith(to switch
            {
                ReminderRecipient.Holder => WithStandIns(subject, await HoldersAsync(subject.Task!, cancellationToken)),
                ReminderRecipient.Candidates => WithStandIns(subject, subject.Task is { OwnerUserId: not null } ? Named(subject.Task) : await QueueAsync(subject.Task!, cancellationToken)),
                ReminderRecipient.Lead => WithStandIns(subject, await LeadsAsync(subject, cancellationToken)),
                ReminderRecipient.Applicant => Applicant(subject),
                _ => await AgentsAsync(subject, cancellationToken),
            });
        }

        return people;
    }

    /// <summary>Whoever acts today for somebody who is away, beside them: what an office does, never what a party or a voter does.</summary>
    private Guid[] WithStandIns(Reminded subject, IEnumerable<Guid> people)
    {
        Guid[] all = [.. people];
        if (subject.Task is { } task && !TaskRights.IsOfAnOffice(task))
        {
            return all;
        }

        var service = subject.Task?.ServiceCode ?? subject.Case!.ServiceCode;
        return [.. all, .. all.SelectMany(p => _standIns!.Value.By[p]).Where(s => s.Service is null || s.Service == service).Select(s => s.User)];
    }

    /// <summary>All of the day: there are few, and most chunks name many people.</summary>
    private async Task ReadStandInsAsync(CancellationToken cancellationToken)
    {
        var today = calendar.Today(clock);
        if (_standIns?.On != today)
        {
            var rows = await context.Substitutions.AsNoTracking().Where(s => s.From <= today && s.To >= today && s.EndedAt == null)
                .Join(context.Users.Where(u => u.DisabledAt == null), s => s.SubstituteUserId, u => u.Id, (s, u) => new { s.PersonUserId, Of = new StandInOf(u.Id, s.ServiceCode) })
                .ToListAsync(cancellationToken);
            _standIns = (today, rows.ToLookup(r => r.PersonUserId, r => r.Of));
        }
    }

    private static IEnumerable<Guid> Named(TaskItem task) => task.OwnerUserId is { } owner
        ? [owner]
        : task.Candidates.Select(c => CandidateKey.UserOf(c.Key)).OfType<Guid>();

    /// <summary>Where the applicant has no account, whoever acts for the applicant.</summary>
    private async Task<IEnumerable<Guid>> HoldersAsync(TaskItem task, CancellationToken cancellationToken) =>
        Named(task).ToList() is { Count: > 0 } named ? named : await QueueAsync(task, cancellationToken);

    private async Task<IEnumerable<Guid>> QueueAsync(TaskItem task, CancellationToken cancellationToken)
    {
        List<Guid> people = [.. Named(task)];
        foreach (var candidate in task.Candidates.Where(c => CandidateKey.IsRole(c.Key)))
        {
            people.AddRange(await OfficeAsync(CandidateKey.Place(candidate.Key, task.ServiceCode), cancellationToken));
        }

        return people;
    }

    /// <summary>The leads of the place, or of the nearest one above that has any.</summary>
    private async Task<IEnumerable<Guid>> LeadsAsync(Reminded subject, CancellationToken cancellationToken)
    {
        var (path, service) = subject.Task is { } task ? (task.RegionPath, task.ServiceCode) : (subject.Case!.RegionPath, subject.Case.ServiceCode);
        foreach (var region in path.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            if (await OfficeAsync(new HolderPlace(Roles.Lead, region, service, null, null), cancellationToken) is { Count: > 0 } leads)
            {
                return leads;
            }
        }

        return [];
    }

    /// <summary>What waits for the applicant is told them; what waits for somebody else, such as a voter, is not.</summary>
    private IEnumerable<Guid> Applicant(Reminded subject)
    {
        if (subject.Entitlement is { } entitlement)
        {
            return _accounts[entitlement.PersonId];
        }

        var row = subject.Case ?? _cases[subject.CaseId];
        return row.ApplicantUserId is { } user && (subject.Task is null || Named(subject.Task).Contains(user)) ? [user] : [];
    }

    private async Task<IEnumerable<Guid>> AgentsAsync(Reminded subject, CancellationToken cancellationToken) =>
        (subject.Entitlement?.OrganisationId ?? (subject.Case ?? _cases.GetValueOrDefault(subject.CaseId))?.OrganisationId) is { } organisation
            ? await OfficeAsync(new HolderPlace(Roles.EmployerAgent, null, null, null, organisation), cancellationToken)
            : [];

    private async Task<IReadOnlyList<Guid>> OfficeAsync(HolderPlace place, CancellationToken cancellationToken)
    {
        if (!_offices.TryGetValue(place, out var people))
        {
            _offices[place] = people = await FactQueries.HoldersAsync(context, place, clock.GetUtcNow(), MostOfAnOffice, cancellationToken);
        }

        return people;
    }

    /// <summary>Who acts for somebody, for one service or all.</summary>
    private sealed record StandInOf(Guid User, string? Service);
}
