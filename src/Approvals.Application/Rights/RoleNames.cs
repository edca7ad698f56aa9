using Approvals.Application.Database;
using Approvals.Application.People;
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

    /// <summary>The assignments in force of several accounts.</summary>
    public async Task<ILookup<Guid, RoleAssignmentDto>> OfAsync(IReadOnlyList<Guid> users, string language, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = await context.RoleAssignments.AsNoTracking()
            .Where(a => users.Contains(a.UserId) && a.ValidFrom <= now && (a.ValidTo == null || a.ValidTo > now))
            .OrderBy(a => a.ValidFrom).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        return rows.Zip(await DescribeAsync(rows, language, cancellationToken)).ToLookup(r => r.First.UserId, r => r.Second);
    }

    /// <summary>Assignments as people read them, in the order given.</summary>
    public async Task<IReadOnlyList<RoleAssignmentDto>> DescribeAsync(
        IReadOnlyList<RoleAssignment> rows, string language, CancellationToken cancellationToken)
    {
        string[] codes = [.. rows.Select(r => r.RegionCode).Distinct()];
        Guid[] ids = [.. rows.Select(r => r.OrganisationId).OfType<Guid>().Distinct()];
        var regions = await context.Regions.AsNoTracking().Where(r => codes.Contains(r.Code)).ToDictionaryAsync(r => r.Code, r => r.Name, cancellationToken);
        var organisations = ids.Length == 0
            ? []
            : await context.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        var services = await ServicesAsync([.. rows.Select(r => r.ServiceCode).OfType<string>().Distinct()], cancellationToken);
        return
        [
            .. rows.Select(r => new RoleAssignmentDto(
                r.Id.ToString(),
                r.Role,
                NameOf(r.Role, language),
                r.RegionCode,
                regions.GetValueOrDefault(r.RegionCode)?.In(language) ?? r.RegionCode,
                r.OrganisationId?.ToString(),
                r.OrganisationId is { } organisation ? organisations.GetValueOrDefault(organisation) : null,
                r.ServiceCode,
                r.ServiceCode is { } code ? services.GetValueOrDefault(code)?.In(language) ?? code : null)),
        ];
    }

    private async Task<Dictionary<string, LocalText>> ServicesAsync(string[] codes, CancellationToken cancellationToken) =>
        codes.Length == 0
            ? []
            : (await context.ServiceVersions.AsNoTracking().Where(v => codes.Contains(v.ServiceCode) && v.State == ServiceVersionState.Published)
                .Select(v => new { v.ServiceCode, v.Number, v.Name }).ToListAsync(cancellationToken))
                .GroupBy(v => v.ServiceCode).ToDictionary(g => g.Key, g => g.MaxBy(v => v.Number)!.Name);
}
