using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Limits;
using Approvals.Application.Paging;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Team;

/// <summary>What a lead sees: who has how much, what is overdue, what nobody has taken, and each of these tasks.</summary>
public sealed class TeamPage(
    ApprovalsDbContext context, TeamPeople team, RoleNames names, DueBadge badge, CalendarInForce calendar, PossibleSubstitutes colleagues, TimeProvider clock)
{
    private const int PageSize = 30;
    private const int MostReceivers = 100;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);
    private static readonly string[] Kinds = [.. TaskKinds.Names(TaskKinds.IsHandedOn), nameof(TaskKind.Fill)];

    /// <summary>The people and the queues.</summary>
    public async Task<Result<TeamDto>> ReadAsync(CurrentUser lead, CancellationToken cancellationToken)
    {
        if (!TeamRights.Leads(lead))
        {
            return Refusals.Forbidden;
        }

        var people = await team.OfAsync(lead, cancellationToken);
        Guid[] ids = [.. people.Select(p => p.Id)];
        var (now, soon) = (clock.GetUtcNow(), calendar.Current.EndOf(calendar.Today(clock)));
        var loads = (await Open(lead).Where(t => t.OwnerUserId != null && ids.Contains(t.OwnerUserId.Value)).GroupBy(t => t.OwnerUserId!.Value)
            .Select(g => new { g.Key, Open = g.Count(), Overdue = g.Count(t => t.DueAt < now), Soon = g.Count(t => t.DueAt >= now && (t.DueAt <= soon || t.YellowAt <= now)) })
            .ToListAsync(cancellationToken)).ToDictionary(g => g.Key, g => new TeamLoadDto(CountDto.Of(g.Open), g.Overdue, g.Soon));
        var done = await DoneAsync(ids, now - Lately, cancellationToken);
        var roles = await names.OfAsync(ids, lead.Language, cancellationToken);
        var away = await AwayAsync(ids, cancellationToken);
        return new TeamDto(
            [.. people.Select(p => new TeamPersonDto(
                    p.Id.ToString(), p.Name, string.Join(lead.Language == "en" ? ", " : "、", roles[p.Id].Select(r => r.RoleName).Distinct()), !p.IsCurrent,
                    loads.GetValueOrDefault(p.Id) ?? new TeamLoadDto(CountDto.Of(0), 0, 0), done.GetValueOrDefault(p.Id), away.GetValueOrDefault(p.Id)))
                .Where(p => !p.Left || p.Load.Open.Count > 0)],
            await QueueAsync(lead, ids, now, soon, cancellationToken),
            await OfficesAsync(lead, cancellationToken));
    }

    /// <summary>A page of the tasks of one of the people, or of those that nobody has taken; due first.</summary>
    public async Task<Result<Page<TeamTaskDto>>> TasksAsync(Guid? person, string? cursor, CurrentUser lead, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<Key>(cursor);
        if (!TeamRights.Leads(lead) || !after.IsSuccess)
        {
            return after.IsSuccess ? Refusals.Forbidden : after.Error;
        }

        var people = await team.OfAsync(lead, cancellationToken);
        if (person is { } one && people.All(p => p.Id != one))
        {
            return Refusals.NotFound;
        }

        var tasks = person is null ? Offered(lead, [.. people.Select(p => p.Id)], await KeysAsync(people, lead, cancellationToken)) : Open(lead).Where(t => t.OwnerUserId == person);
        if (after.Value is { At: { } at } key)
        {
            tasks = tasks.Where(t => t.DueAt == null || t.DueAt > at || (t.DueAt == at && t.Id.CompareTo(key.Id) > 0));
        }
        else if (after.Value is { } last)
        {
            tasks = tasks.Where(t => t.DueAt == null && t.Id.CompareTo(last.Id) > 0);
        }

        var found = await tasks.OrderBy(t => t.DueAt == null).ThenBy(t => t.DueAt).ThenBy(t => t.Id).Include(t => t.Candidates).Take(PageSize + 1).ToListAsync(cancellationToken);
        var byId = people.ToDictionary(p => p.Id, p => p.Name);
        var urgeable = await UrgeableAsync(found, lead, cancellationToken);
        return Cursor.Cut(found, PageSize, t => Row(t, byId, urgeable, lead.Language), t => new Key(t.DueAt, t.Id));
    }

    /// <summary>To whom a lead could give a task.</summary>
    public async Task<Result<IReadOnlyList<ColleagueDto>>> ReceiversAsync(Guid task, CurrentUser lead, CancellationToken cancellationToken)
    {
        var row = await context.TaskItems.AsNoTracking().Include(t => t.Candidates).SingleOrDefaultAsync(t => t.Id == task, cancellationToken);
        var holder = row?.OwnerUserId is { } owner ? await ReassignTask.HeldEverAsync(context, owner, cancellationToken) : [];
        if (row is null || !TeamRights.MayAssign(lead, row, TeamRights.Leads(lead, holder)))
        {
            return Refusals.NotFound;
        }

        List<(Guid, string)> fitting = [];
        foreach (var person in (await team.OfAsync(lead, cancellationToken)).Where(p => p.IsCurrent && p.Id != row.OwnerUserId).Take(MostReceivers))
        {
            if (await RoleGrants.ReadAsync(context, person.Id, clock.GetUtcNow(), cancellationToken) is { } receiver && TeamRights.MayReceive(receiver, row, holder))
            {
                fitting.Add((person.Id, person.Name));
            }
        }

        return Result<IReadOnlyList<ColleagueDto>>.Success(await colleagues.DescribeAsync(fitting, lead.Language, cancellationToken));
    }

    /// <summary>The tasks that the lead may urge, each with whether that was done today.</summary>
    private async Task<Dictionary<Guid, bool>> UrgeableAsync(List<TaskItem> tasks, CurrentUser lead, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. tasks.Select(t => t.CaseId).Distinct()];
        var cases = await context.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        var steps = StaffUrge.Steps(tasks.Where(t => StaffUrge.May(lead, cases[t.CaseId])), lead);
        var open = (await StaffUrge.OpenTodayAsync(context, steps, calendar.Today(clock), cancellationToken)).Select(t => t.Id).ToHashSet();
        return steps.ToDictionary(t => t.Id, t => !open.Contains(t.Id));
    }

    private TeamTaskDto Row(TaskItem task, Dictionary<Guid, string> people, Dictionary<Guid, bool> urgeable, string language) => new(
        task.Id.ToString(), Etag.Of(task), task.CaseId.ToString(), task.CaseNumber, task.ServiceName.In(language), task.StepName.In(language), task.OwnerUserId?.ToString(),
        task.OwnerUserId is { } owner ? people.GetValueOrDefault(owner) : null, badge.Of(task.DueAt, task.YellowAt, task.Limit is not null, task.IsProvisional),
        task.DueAt is { } due ? badge.LastDay(due) : null, task.ReceivedAt, task.Candidates.Exists(c => CandidateKey.IsRole(c.Key)),
        urgeable.ContainsKey(task.Id), urgeable.GetValueOrDefault(task.Id));

    /// <summary>The open tasks a lead could hand on, of the services led.</summary>
    private IQueryable<TaskItem> Open(CurrentUser lead)
    {
        var services = TeamRights.Grants(lead).Select(g => g.Service).ToList();
        var all = services.Contains(null);
        return context.TaskItems.AsNoTracking().Where(t =>
            (t.State == TaskItemState.Open || t.State == TaskItemState.Claimed) && Kinds.Contains(t.Kind) && (all || services.Contains(t.ServiceCode)));
    }

    private IQueryable<TaskItem> Offered(CurrentUser lead, Guid[] people, IReadOnlyList<string> keys) => Open(lead)
        .Where(t => (t.OwnerUserId == null || !people.Contains(t.OwnerUserId.Value)) && t.State == TaskItemState.Open
            && context.TaskCandidates.Any(c => c.TaskId == t.Id && c.IsOpen && keys.Contains(c.Key)));

    private async Task<TeamLoadDto> QueueAsync(CurrentUser lead, Guid[] people, DateTimeOffset now, DateTimeOffset soon, CancellationToken cancellationToken)
    {
        var offered = Offered(lead, people, await KeysAsync(await team.OfAsync(lead, cancellationToken), lead, cancellationToken));
        return new TeamLoadDto(
            CountDto.Of(await offered.Take(CountDto.Ceiling).CountAsync(cancellationToken)),
            await offered.Where(t => t.DueAt < now).Take(CountDto.Ceiling).CountAsync(cancellationToken),
            await offered.Where(t => t.DueAt >= now && (t.DueAt <= soon || t.YellowAt <= now)).Take(CountDto.Ceiling).CountAsync(cancellationToken));
    }

    /// <summary>The keys of the own people's roles that lie in the lead's office.</summary>
    private async Task<IReadOnlyList<string>> KeysAsync(IReadOnlyList<LedPerson> people, CurrentUser lead, CancellationToken cancellationToken)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var person in people.Where(p => p.IsCurrent))
        {
            var held = await RoleGrants.OfAsync(context, person.Id, clock.GetUtcNow(), cancellationToken);
            var own = held.Where(h => TeamRights.Leads(lead, [h])).ToList();
            keys.UnionWith(TaskRights.KeysOf(new CurrentUser(person.Id, person.Name, [.. own])).Select(k => k.Key).Where(CandidateKey.IsRole));
        }

        return [.. keys];
    }

    private async Task<Dictionary<Guid, int>> DoneAsync(Guid[] people, DateTimeOffset since, CancellationToken cancellationToken) =>
        await context.TaskItems.Where(t => t.ClosedByUserId != null && people.Contains(t.ClosedByUserId.Value) && t.ClosedAt >= since && t.State == TaskItemState.Done)
            .GroupBy(t => t.ClosedByUserId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);

    private async Task<Dictionary<Guid, string>> AwayAsync(Guid[] people, CancellationToken cancellationToken)
    {
        var today = calendar.Today(clock);
        var rows = await (
            from s in context.Substitutions.AsNoTracking()
            where people.Contains(s.PersonUserId) && s.From <= today && s.To >= today && s.EndedAt == null
            join u in context.Users on s.SubstituteUserId equals u.Id
            select new { s.PersonUserId, u.DisplayName }).ToListAsync(cancellationToken);
        return rows.GroupBy(r => r.PersonUserId).ToDictionary(g => g.Key, g => string.Join("、", g.Select(r => r.DisplayName).Distinct()));
    }

    private async Task<IReadOnlyList<string>> OfficesAsync(CurrentUser lead, CancellationToken cancellationToken) =>
        [.. (await names.OfAsync(lead.Id, lead.Language, cancellationToken)).Where(r => r.Role == Roles.Lead)
            .Select(r => string.Join(" · ", new[] { r.OrganisationName ?? r.RegionName, r.ServiceName }.OfType<string>()))];

    private sealed record Key(DateTimeOffset? At, Guid Id);
}
