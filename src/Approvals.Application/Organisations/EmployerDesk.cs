using Approvals.Application.Database;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Organisations;

/// <summary>The employers of an officer's region: those with something to decide, and any by name or code.</summary>
public sealed class EmployerDesk(ApprovalsDbContext context, MandateRows mandates)
{
    private const int Most = 100;

    /// <summary>By a part of the name or the beginning of the code; without one, those that wait.</summary>
    public async Task<Result<EmployerDeskDto>> ListAsync(string? text, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!EmployerRights.Verifies(user))
        {
            return Refusals.Forbidden;
        }

        var asked = text?.Trim() ?? "";
        if (asked.Length > 100)
        {
            return new Error("request.fields") { Fields = [new FieldError("q", "request.tooLong").With("max", "100")] };
        }

        var code = asked.ToUpperInvariant();
        List<EmployerRowDto> found = [];
        foreach (var path in EmployerRights.Grants(user).Select(g => g.RegionPath).Distinct())
        {
            var end = RegionPath.End(path);
            var rows = await (
                from employer in context.Organisations.AsNoTracking()
                where employer.Kind == AskMandate.EmployerKind && employer.RegionPath.CompareTo(path) >= 0 && employer.RegionPath.CompareTo(end) < 0
                    && (asked == ""
                        ? context.Mandates.Any(m => m.OrganisationId == employer.Id && m.AskedAt != null && m.DecidedAt == null && m.RevokedAt == null)
                        : employer.Name.Contains(asked) || employer.Uscc.StartsWith(code))
                let waiting = context.Mandates.Count(m => m.OrganisationId == employer.Id && m.AskedAt != null && m.DecidedAt == null && m.RevokedAt == null)
                join region in context.Regions on employer.RegionCode equals region.Code
                orderby waiting descending, employer.Name, employer.Id
                select new { employer, region.Name, waiting }).Take(Most + 1).ToListAsync(cancellationToken);
            found.AddRange(rows.Select(r => new EmployerRowDto(
                r.employer.Id.ToString(), r.employer.Name, r.employer.Uscc, r.Name.In(user.Language), r.employer.VerifiedAt is not null, r.employer.ClosedAt is not null, r.waiting)));
        }

        var told = found.DistinctBy(f => f.Id).OrderByDescending(f => f.Asked > 0).ToList();
        return new EmployerDeskDto([.. told.Take(Most)], told.Count > Most);
    }

    /// <summary>One employer with its agents and its history.</summary>
    public async Task<Result<EmployerFileDto>> ReadAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var employer = await context.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancellationToken);
        if (employer is null || !EmployerRights.Verifies(user, employer))
        {
            return Refusals.NotFound;
        }

        var region = await context.Regions.AsNoTracking().Where(r => r.Code == employer.RegionCode).Select(r => r.Name).SingleAsync(cancellationToken);
        var agents = await context.Mandates.AsNoTracking().Where(m => m.OrganisationId == id).ToListAsync(cancellationToken);
        var history = await (
            from change in context.OrganisationChanges.AsNoTracking()
            where change.OrganisationId == id
            join author in context.Users.AsNoTracking() on change.ByUserId equals author.Id
            join other in context.Organisations.AsNoTracking() on change.SuccessorId equals other.Id into others
            from other in others.DefaultIfEmpty()
            orderby change.At descending, change.Id descending
            select new OrganisationChangeDto(
                change.Kind, change.NameBefore, change.NameAfter, other == null ? null : other.Name, change.On, change.Reason, author.DisplayName)).ToListAsync(cancellationToken);
        return new EmployerFileDto(
            employer.Id.ToString(), Etag.Of(employer), employer.Name, employer.Uscc, region.In(user.Language), employer.VerifiedAt, employer.ClosedAt,
            await mandates.OfAsync(agents, user, cancellationToken), history);
    }
}
