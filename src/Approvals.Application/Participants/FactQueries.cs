using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Participants;

/// <summary>Whose holders are asked for; what is null does not matter.</summary>
internal sealed record HolderPlace(string Role, string? Region, string? Service, string? OrganisationKind, Guid? Organisation);

/// <summary>The facts that nearly every step asks for.</summary>
internal static class FactQueries
{
    private static readonly Compiled<Func<ApprovalsDbContext, string, string?, string?, string?, Guid?, DateTimeOffset, int, IAsyncEnumerable<Guid>>> Holders =
        new(() => EF.CompileAsyncQuery(
            (ApprovalsDbContext context, string role, string? region, string? service, string? kind, Guid? organisation, DateTimeOffset now, int most) =>
                (from a in context.RoleAssignments
                 where a.Role == role && a.ValidFrom <= now && (a.ValidTo == null || a.ValidTo > now)
                     && (region == null || a.RegionCode == region)
                     && (service == null || a.ServiceCode == null || a.ServiceCode == service)
                     && (kind == null || context.Organisations.Any(o => o.Id == a.OrganisationId && o.Kind == kind))
                     && (organisation == null || a.OrganisationId == organisation)
                 join u in context.Users on a.UserId equals u.Id
                 where u.DisabledAt == null
                 select u.Id).Distinct().OrderBy(id => id).Take(most)));

    /// <summary>Each part begins at an index; one condition over all users would read them all.</summary>
    private static readonly Compiled<Func<ApprovalsDbContext, Guid, Guid?, IAsyncEnumerable<Guid>>> Partial = new(() => EF.CompileAsyncQuery(
        (ApprovalsDbContext context, Guid person, Guid? organisation) =>
            (from r in context.FamilyRelations where r.PersonId == person join u in context.Users on r.RelativePersonId equals u.PersonId select u.Id)
            .Union(from r in context.FamilyRelations where r.RelativePersonId == person join u in context.Users on r.PersonId equals u.PersonId select u.Id)
            .Union(from u in context.Users
                   where organisation != null && u.OrganisationId == organisation
                       && !context.RoleAssignments.Any(a => a.UserId == u.Id && a.Role == Roles.EmployerAgent && a.OrganisationId == organisation)
                   select u.Id)
            .OrderBy(id => id).Select(id => id)));

    /// <summary>Active users who hold a role at exactly a place.</summary>
    internal static ValueTask<List<Guid>> HoldersAsync(
        ApprovalsDbContext context, HolderPlace place, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        Holders.On(context)(context, place.Role, place.Region, place.Service, place.OrganisationKind, place.Organisation, now, most).ToListAsync(cancellationToken);

    /// <summary>Relatives of a person, and who works for an organisation without being its agent.</summary>
    internal static ValueTask<List<Guid>> PartialAsync(ApprovalsDbContext context, Guid person, Guid? organisation, CancellationToken cancellationToken) =>
        Partial.On(context)(context, person, organisation).ToListAsync(cancellationToken);
}
