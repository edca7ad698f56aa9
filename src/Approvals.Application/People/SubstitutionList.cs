using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Application.Team;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.People;

/// <summary>Who acts for the reader, for whom the reader acts, and who acts for the reader's people.</summary>
public sealed class SubstitutionList(
    ApprovalsDbContext context, TeamPeople team, PossibleSubstitutes colleagues, ServiceCatalog catalog, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>Those over are shown for this long.</summary>
    private const int DaysKept = 90;

    /// <summary>The reader's substitutions; nobody who works on no cases has any.</summary>
    public async Task<Result<SubstitutionsDto>> ReadAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff || user.IsAdministrator)
        {
            return Refusals.Forbidden;
        }

        var led = await team.OfAsync(user, cancellationToken);
        Guid[] people = [.. led.Select(p => p.Id)];
        var since = calendar.Today(clock).AddDays(-DaysKept);
        var rows = await context.Substitutions.AsNoTracking()
            .Where(s => s.To >= since && (s.PersonUserId == user.Id || s.SubstituteUserId == user.Id || people.Contains(s.PersonUserId)))
            .OrderByDescending(s => s.From).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        var described = await DescribeAsync(rows, user, people, cancellationToken);
        var services = await catalog.AllInForceAsync(calendar.Today(clock), cancellationToken);
        var own = SetSubstitute.MaySet(user, user) ? [(user.Id, user.Name)] : Array.Empty<(Guid, string)>();
        return new SubstitutionsDto(
            [.. described.Where(s => s.Person == user.Id.ToString())],
            [.. described.Where(s => s.Substitute == user.Id.ToString())],
            [.. described.Where(s => s.Person != user.Id.ToString() && people.Contains(Guid.Parse(s.Person)))],
            [.. services.Select(s => new OptionDto(s.Code, s.Service.Name.In(user.Language)))],
            await colleagues.DescribeAsync([.. own, .. led.Where(p => p.Id != user.Id).Select(p => (p.Id, p.Name))], user.Language, cancellationToken));
    }

    /// <summary>Colleagues who could act for somebody, by a part of their name.</summary>
    public async Task<Result<IReadOnlyList<ColleagueDto>>> ColleaguesAsync(Guid? person, string? search, CurrentUser user, CancellationToken cancellationToken)
    {
        var away = person is null || person == user.Id ? user : await RoleGrants.ReadAsync(context, person.Value, clock.GetUtcNow(), cancellationToken);
        return away is null ? Refusals.NotFound
            : !SetSubstitute.MaySet(user, away) ? away.Id == user.Id ? Refusals.Forbidden : Refusals.NotFound
            : Result<IReadOnlyList<ColleagueDto>>.Success(await colleagues.SearchAsync(away, search, user.Language, cancellationToken));
    }

    private async Task<IReadOnlyList<SubstitutionDto>> DescribeAsync(List<Substitution> rows, CurrentUser user, Guid[] led, CancellationToken cancellationToken)
    {
        var today = calendar.Today(clock);
        Guid[] ids = [.. rows.SelectMany(r => new[] { r.PersonUserId, r.SubstituteUserId, r.CreatedByUserId }).Distinct()];
        var names = await context.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        var services = (await catalog.AllInForceAsync(today, cancellationToken)).ToDictionary(s => s.Code, s => s.Service.Name);
        return
        [
            .. rows.Select(r => new SubstitutionDto(
                r.Id.ToString(), r.PersonUserId.ToString(), names.GetValueOrDefault(r.PersonUserId, ""), r.SubstituteUserId.ToString(), names.GetValueOrDefault(r.SubstituteUserId, ""),
                r.From, r.To, r.ServiceCode, r.ServiceCode is { } code ? services.GetValueOrDefault(code)?.In(user.Language) ?? code : null, r.Reason, StateOf(r, today),
                r.CreatedByUserId == r.PersonUserId ? null : names.GetValueOrDefault(r.CreatedByUserId),
                StateOf(r, today) != SubstitutionState.Over && (r.PersonUserId == user.Id || r.SubstituteUserId == user.Id || led.Contains(r.PersonUserId)))),
        ];
    }

    private static SubstitutionState StateOf(Substitution row, DateOnly today) =>
        row.EndedAt is not null || row.To < today ? SubstitutionState.Over : row.From > today ? SubstitutionState.Coming : SubstitutionState.InForce;
}
