using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Rights;

/// <summary>Assignments with the names people read.</summary>
public sealed class RoleNames(ApprovalsDbContext context, MessageCatalog texts, TimeProvider clock)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>The name of a role.</summary>
    public string NameOf(string role, string language) => texts.Format($"role.{role}", None, language);

    /// <summary>What a role may do.</summary>
    public string MeaningOf(string role, string language) => texts.Format($"role.{role}.meaning", None, language);

    /// <summary>The assignments in force of one account.</summary>
    public async Task<IReadOnlyList<RoleAssignmentDto>> OfAsync(Guid user, string language, CancellationToken cancellationToken) =>
        [.. (await OfAsync([user], language, cancellationToken))[user]];

    /// <summary>The assignments in force of one account, for who sees people; an account that is not there is not found.</summary>
    public async Task<Result<IReadOnlyList<RoleAssignmentDto>>> ReadAsync(Guid account, CurrentUser user, CancellationToken cancellationToken) =>
        !AdministrationRights.SeesPeople(user) ? Refusals.Forbidden
        : !await context.Users.AnyAsync(u => u.Id == account, cancellationToken) ? Refusals.NotFound
        : Result<IReadOnlyList<RoleAssignmentDto>>.Success(await OfAsync(account, user.Language, cancellationToken));

    /// <summary>The assignments in force of several accounts.</summary>
    public async Task<ILookup<Guid, RoleAssignmentDto>> OfAsync(IReadOnlyList<Guid> users, string language, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = await (
            from assignment in context.RoleAssignments.AsNoTracking()
            where users.Contains(assignment.UserId) && assignment.ValidFrom <= now && (assignment.ValidTo == null || assignment.ValidTo > now)
            join region in context.Regions on assignment.RegionCode equals region.Code into regions
            from region in regions.DefaultIfEmpty()
            join organisation in context.Organisations on assignment.OrganisationId equals organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            orderby assignment.ValidFrom, assignment.Id
            select new { assignment, Region = region == null ? null : region.Name, Organisation = organisation == null ? null : organisation.Name })
            .ToListAsync(cancellationToken);
        var services = await ServicesAsync([.. rows.Select(r => r.assignment.ServiceCode).OfType<string>().Distinct()], cancellationToken);
        return rows.ToLookup(
            r => r.assignment.UserId,
            r => new RoleAssignmentDto(
                r.assignment.Id.ToString(),
                r.assignment.Role,
                NameOf(r.assignment.Role, language),
                r.assignment.RegionCode,
                r.Region?.In(language) ?? r.assignment.RegionCode,
                r.assignment.OrganisationId?.ToString(),
                r.Organisation,
                r.assignment.ServiceCode,
                r.assignment.ServiceCode is { } code ? services.GetValueOrDefault(code)?.In(language) ?? code : null));
    }

    private async Task<Dictionary<string, LocalText>> ServicesAsync(string[] codes, CancellationToken cancellationToken) =>
        codes.Length == 0
            ? []
            : (await context.ServiceVersions.AsNoTracking().Where(v => codes.Contains(v.ServiceCode) && v.State == ServiceVersionState.Published)
                .Select(v => new { v.ServiceCode, v.Number, v.Name }).ToListAsync(cancellationToken))
                .GroupBy(v => v.ServiceCode).ToDictionary(g => g.Key, g => g.MaxBy(v => v.Number)!.Name);
}
