using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.Home;
using Approvals.Application.Paging;
using Approvals.Application.People;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Domain.Packages;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Represented;

/// <summary>Whom an employer recommends, for its agents; which employers ask, for the person.</summary>
public sealed class RepresentedList(
    ApprovalsDbContext context, PersonRegister people, CaseSummaries summaries, WaitingTasks waiting, ServiceCatalog catalog, CalendarInForce calendar, TimeProvider clock)
{
    private const int PageSize = 20;
    private const int Most = 200;

    /// <summary>A page of an employer's people, newest first; what is known of them only once they have agreed.</summary>
    public async Task<Result<EmployerPeopleDto>> OfEmployerAsync(Guid employer, string? cursor, CurrentUser user, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<Key>(cursor);
        if (!after.IsSuccess)
        {
            return after.Error;
        }

        if (!EmployerRights.ActsFor(user, employer))
        {
            return await EmployerRights.RefusalAsync(context, user, employer, clock.Now(), cancellationToken);
        }

        var named = context.RepresentedPeople.AsNoTracking().Where(r => r.OrganisationId == employer);
        named = after.Value is { } key ? named.Where(r => r.NamedAt < key.At || (r.NamedAt == key.At && r.Id.CompareTo(key.Id) < 0)) : named;
        var rows = await named.OrderByDescending(r => r.NamedAt).ThenByDescending(r => r.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var described = (await DescribeAsync(employer, [.. rows.Take(PageSize)], user, cancellationToken)).ToDictionary(d => d.Id);
        var services = await catalog.AllInForceAsync(calendar.Today(clock), cancellationToken);
        return new EmployerPeopleDto(
            [.. services.Where(s => StartForm.Of(s) is not null && s.Service.OnBehalf.Contains(OnBehalf.Employer)).Select(s => new OptionDto(s.Code, s.Service.Name.In(user.Language)))],
            Cursor.Cut(rows, PageSize, r => described[r.Id.ToString()], r => new Key(r.NamedAt, r.Id)));
    }

    private async Task<IReadOnlyList<RepresentedDto>> DescribeAsync(Guid employer, List<RepresentedPerson> rows, CurrentUser user, CancellationToken cancellationToken)
    {
        Guid[] persons = [.. rows.Select(r => r.PersonId)];
        var known = await context.People.AsNoTracking().Include(p => p.Identifiers).Where(p => persons.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var accounts = await context.Users.AsNoTracking().Where(u => u.PersonId != null && persons.Contains(u.PersonId.Value))
            .Select(u => u.PersonId!.Value).ToListAsync(cancellationToken);
        var cases = await context.Cases.AsNoTracking().Where(c => c.OrganisationId == employer && persons.Contains(c.ApplicantPersonId))
            .OrderByDescending(c => c.Id).Take(Most).ToListAsync(cancellationToken);
        var summed = (await summaries.OfAsync(cases, user.Language, cancellationToken)).ToDictionary(s => s.Id);
        var drafts = await DraftsAsync(
            all => all.Where(d => d.OnBehalf == FiledBy.Agent && d.OrganisationId == employer && d.ApplicantPersonId != null && persons.Contains(d.ApplicantPersonId.Value)),
            user.Language, cancellationToken);
        var tasks = (await TasksAsync(cases, user, cancellationToken)).ToLookup(t => t.CaseId);
        List<RepresentedDto> result = [];
        foreach (var row in rows)
        {
            var person = known[row.PersonId];
            var own = cases.Where(c => c.ApplicantPersonId == row.PersonId).Select(c => c.Id.ToString()).ToList();
            result.Add(new RepresentedDto(
                row.Id.ToString(), Etag.Of(row), await NameAsync(row, person, cancellationToken), person.Identifiers.FirstOrDefault()?.MaskedValue, row.State,
                accounts.Contains(row.PersonId), row.NamedAt, row.AnsweredAt,
                row.State == RepresentationState.Agreed ? [.. drafts[row.PersonId]] : [],
                [.. own.SelectMany(c => tasks[c]).OrderBy(t => t.Due.DueOn ?? DateOnly.MaxValue)], [.. own.Select(c => summed[c])]));
        }

        return result;
    }

    /// <summary>What waits for the reader in cases of the employer.</summary>
    private async Task<IReadOnlyList<WaitingDto>> TasksAsync(List<Case> cases, CurrentUser user, CancellationToken cancellationToken)
    {
        Guid[] running = [.. cases.Where(c => c.FinishedAt is null).Select(c => c.Id)];
        var open = await context.TaskItems.AsNoTracking().Include(t => t.Candidates).Where(t => running.Contains(t.CaseId) && t.ClosedAt == null)
            .OrderBy(t => t.Id).ToListAsync(cancellationToken);
        return await waiting.OfAsync(open, user, cancellationToken);
    }

    /// <summary>The employers that want to file for the reader, or may.</summary>
    public async Task<IReadOnlyList<RepresentationDto>> OfPersonAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var rows = await (
            from row in context.RepresentedPeople.AsNoTracking()
            where row.PersonId == user.PersonId
            join organisation in context.Organisations.AsNoTracking() on row.OrganisationId equals organisation.Id
            orderby row.NamedAt descending, row.Id
            select new { row, organisation.Name, organisation.Uscc }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new RepresentationDto(r.row.Id.ToString(), Etag.Of(r.row), r.Name, r.Uscc, r.row.State, r.row.NamedAt, r.row.AnsweredAt))];
    }

    /// <summary>Drafts that are filed for others, by person.</summary>
    internal async Task<ILookup<Guid?, BegunDraftDto>> DraftsAsync(
        Func<IQueryable<Draft>, IQueryable<Draft>> whose, string language, CancellationToken cancellationToken)
    {
        var rows = await (
            from draft in whose(context.Drafts.AsNoTracking())
            where draft.SubmittedCaseId == null && draft.TaskId == null
            join person in context.People.AsNoTracking() on draft.ApplicantPersonId equals person.Id
            orderby draft.UpdatedAt descending, draft.Id
            select new { draft, person.MaskedName }).Take(Most).ToListAsync(cancellationToken);
        var services = (await catalog.AllInForceAsync(calendar.Today(clock), cancellationToken)).ToDictionary(s => s.Code, s => s.Service.Name.In(language));
        return rows.ToLookup(
            r => r.draft.ApplicantPersonId,
            r => new BegunDraftDto(r.draft.Id.ToString(), services.GetValueOrDefault(r.draft.ServiceCode, r.draft.ServiceCode), r.MaskedName, r.draft.UpdatedAt));
    }

    private async Task<string> NameAsync(RepresentedPerson row, Person person, CancellationToken cancellationToken) =>
        row.State == RepresentationState.Agreed && await people.ReadAsync(row.PersonId, cancellationToken) is { IsSuccess: true, Value: { } details }
            ? details.Name
            : person.MaskedName;

    private sealed record Key(DateTimeOffset At, Guid Id);
}
