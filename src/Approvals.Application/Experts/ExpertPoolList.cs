using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Experts;

/// <summary>Shows the pool to who keeps it and to auditors.</summary>
public sealed class ExpertPoolList(ApprovalsDbContext context, ExpertFields fields, Vault vault, CalendarInForce calendar, TimeProvider clock)
{
    private const int PageSize = 20;
    private const int MostChoices = 20;

    /// <param name="Field">Code of a field; null for all.</param>
    /// <param name="Search">A part of the name or of the user name.</param>
    /// <param name="Closed">Whether those are shown, too, who are not drawn any more.</param>
    /// <param name="Cursor">From the page before.</param>
    public sealed record Request(string? Field, string? Search, bool Closed, string? Cursor);

    /// <summary>A page of the pool, the newest entries last.</summary>
    public async Task<Result<Page<ExpertDto>>> ListAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<Key>(request.Cursor);
        if (!ExpertRights.Sees(user) || !after.IsSuccess)
        {
            return ExpertRights.Sees(user) ? after.Error! : Refusals.Forbidden;
        }

        var (text, field, closed, past) = (request.Search?.Trim() ?? "", request.Field, request.Closed, after.Value?.Id);
        var regions = await RegionsAsync(ExpertRights.Seen(user), cancellationToken);
        string[] codes = [.. regions.Select(r => r.Code)];
        var rows = await (
            from expert in context.Experts.AsNoTracking().Include(e => e.Fields).Include(e => e.Absences).Include(e => e.CoAuthors).AsSplitQuery()
            join account in context.Users on expert.UserId equals account.Id
            where codes.Contains(expert.RegionCode) && (closed || expert.ClosedAt == null) && (field == null || expert.Fields.Any(f => f.Code == field))
                && (text == "" || account.DisplayName.Contains(text) || account.UserName!.Contains(text)) && (past == null || expert.Id.CompareTo(past.Value) > 0)
            orderby expert.Id
            select expert).Take(PageSize + 1).ToListAsync(cancellationToken);
        var shown = new List<ExpertDto>();
        foreach (var row in rows.Take(PageSize))
        {
            shown.Add(await DescribeAsync(row, user, cancellationToken));
        }

        return new Page<ExpertDto>(shown, rows.Count > PageSize ? Cursor.Write(new Key(rows[PageSize - 1].Id)) : null);
    }

    /// <summary>What an entry can be chosen from.</summary>
    public async Task<Result<PoolChoicesDto>> ChoicesAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!ExpertRights.Sees(user))
        {
            return Refusals.Forbidden;
        }

        var known = await fields.AllAsync(cancellationToken);
        var regions = await RegionsAsync(ExpertRights.Seen(user), cancellationToken);
        return new PoolChoicesDto(
            [.. known.Select(f => new ExpertFieldDto(f.Key, f.Value.In(user.Language)))],
            [.. regions.Select(r => new ExpertFieldDto(r.Code, r.Name.In(user.Language)))]);
    }

    /// <summary>Accounts of experts that are not in the pool yet, by a part of the name.</summary>
    public async Task<Result<IReadOnlyList<PoolCandidateDto>>> CandidatesAsync(string? search, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!ExpertRights.Keeps(user))
        {
            return Refusals.Forbidden;
        }

        var (text, now) = (search?.Trim() ?? "", clock.Now());
        string[] codes = [.. (await RegionsAsync(TeamRights.Grants(user).Select(g => g.RegionPath), cancellationToken)).Select(r => r.Code)];
        var found = await (
            from account in context.Users.AsNoTracking()
            where account.DisabledAt == null && (text == "" || account.DisplayName.Contains(text) || account.UserName!.Contains(text))
                && !context.Experts.Any(e => e.UserId == account.Id)
            let role = context.RoleAssignments.Where(a => a.UserId == account.Id && a.Role == Roles.Expert && a.ValidFrom <= now && (a.ValidTo == null || a.ValidTo > now)
                && codes.Contains(a.RegionCode!)).Select(a => a.RegionCode).FirstOrDefault()
            where role != null
            orderby account.DisplayName, account.Id
            select new { account.UserName, account.DisplayName, role }).Take(MostChoices).ToListAsync(cancellationToken);
        string[] places = [.. found.Select(f => f.role!).Distinct()];
        var names = await context.Regions.AsNoTracking().Where(r => places.Contains(r.Code)).ToDictionaryAsync(r => r.Code, r => r.Name, cancellationToken);
        return Result<IReadOnlyList<PoolCandidateDto>>.Success(
            [.. found.Select(f => new PoolCandidateDto(f.UserName!, f.DisplayName, names.GetValueOrDefault(f.role!)?.In(user.Language) ?? f.role!))]);
    }

    /// <summary>An entry as a reader sees it.</summary>
    internal async Task<ExpertDto> DescribeAsync(Expert row, CurrentUser user, CancellationToken cancellationToken)
    {
        var (today, known) = (calendar.Today(clock), await fields.AllAsync(cancellationToken));
        var account = await context.Users.AsNoTracking().Where(u => u.Id == row.UserId).Select(u => new { u.UserName, u.DisplayName }).SingleAsync(cancellationToken);
        var region = await context.Regions.AsNoTracking().Where(r => r.Code == row.RegionCode).Select(r => r.Name).SingleOrDefaultAsync(cancellationToken);
        List<CoAuthorDto> authors = [];
        foreach (var author in row.CoAuthors.OrderBy(c => c.Id))
        {
            var details = await CoAuthors.OpenAsync(row, author, vault, cancellationToken);
            authors.Add(new CoAuthorDto(author.Id.ToString(), details.Name, details.MaskedNumber));
        }

        return new ExpertDto(
            row.Id.ToString(), account.UserName!, account.DisplayName,
            [.. row.Fields.Select(f => f.Code).Order(StringComparer.Ordinal).Select(c => new ExpertFieldDto(c, known.FirstOrDefault(k => k.Key == c).Value?.In(user.Language) ?? c))],
            row.RegionCode, region?.In(user.Language) ?? row.RegionCode, row.EmployerUscc, row.EmployerName,
            [.. row.Absences.Where(a => a.To >= today).OrderBy(a => a.From).Select(a => new DaysAwayDto(a.From, a.To))],
            row.Absences.Exists(a => a.From <= today && today <= a.To), authors, row.ClosedAt, ExpertRights.Keeps(user, row.RegionPath), Etag.Of(row));
    }

    private async Task<List<Region>> RegionsAsync(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        List<Region> found = [];
        foreach (var path in paths.ToList())
        {
            var end = RegionPath.End(path);
            found.AddRange(await context.Regions.AsNoTracking().Where(r => r.Path.CompareTo(path) >= 0 && r.Path.CompareTo(end) < 0).ToListAsync(cancellationToken));
        }

        return [.. found.DistinctBy(r => r.Code).OrderBy(r => r.Path.Length).ThenBy(r => r.Code, StringComparer.Ordinal)];
    }

    private sealed record Key(Guid Id);
}
