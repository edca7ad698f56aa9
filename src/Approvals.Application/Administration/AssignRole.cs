using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Application.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Administration;

/// <summary>Gives a role; only a security administrator, never to oneself, and never against the separation of duties.</summary>
public sealed class AssignRole(ApprovalsDbContext context, RoleNames names, AuditLog audit, TimeProvider clock)
{
    /// <summary>The assignment wanted.</summary>
    public sealed record Request(Guid User, string Role, string Region, Guid? Organisation, string? Service);

    public async Task<Result<RoleAssignmentDto>> HandleAsync(Request request, CurrentUser by, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.ManagesRoles(by))
        {
            return Refusals.Forbidden;
        }

        var held = await HeldAsync(request.User, cancellationToken);
        if (await CheckAsync(request, by, held, cancellationToken) is { } error)
        {
            return error;
        }

        var region = await context.Regions.AsNoTracking().SingleAsync(r => r.Code == request.Region, cancellationToken);
        var assignment = new RoleAssignment
        {
            Id = await IdAsync(request, cancellationToken), UserId = request.User, Role = request.Role, RegionCode = region.Code, RegionPath = region.Path,
            OrganisationId = request.Organisation, ServiceCode = request.Service, ValidFrom = clock.GetUtcNow(), GrantedByUserId = by.Id,
        };
        context.RoleAssignments.Add(assignment);
        var user = await context.Users.SingleAsync(u => u.Id == request.User, cancellationToken);
        user.IsStaff |= Roles.IsStaff(request.Role);
        audit.Add(by.Id, "roles.granted", "user", request.User.ToString(), JsonSerializer.Serialize(request, JsonSerializerOptions.Web));
        await context.SaveChangesAsync(cancellationToken);
        return (await names.OfAsync(request.User, by.Language, cancellationToken)).Single(r => r.Id == assignment.Id.ToString());
    }

    /// <summary>The id follows from how often the same was given before: two clicks at once meet at it, and one is refused.</summary>
    private async Task<Guid> IdAsync(Request request, CancellationToken cancellationToken)
    {
        var before = await context.RoleAssignments.CountAsync(a => a.UserId == request.User && a.Role == request.Role, cancellationToken);
        return StableId.Of(request.User, "role", $"{request.Role}:{request.Region}:{request.Organisation:N}:{request.Service}:{before}");
    }

    private Task<List<RoleAssignment>> HeldAsync(Guid user, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return context.RoleAssignments.AsNoTracking()
            .Where(a => a.UserId == user && a.ValidFrom <= now && (a.ValidTo == null || a.ValidTo > now)).ToListAsync(cancellationToken);
    }

    private async Task<Error?> CheckAsync(Request request, CurrentUser by, List<RoleAssignment> held, CancellationToken cancellationToken) =>
        request.User == by.Id ? new Error("rights.ownRoles", ErrorKind.Forbidden)
        : !await context.Users.AnyAsync(u => u.Id == request.User, cancellationToken) ? Refusals.NotFound
        : !Roles.All.Contains(request.Role) ? Field("role", "rights.unknownRole")
        : !await context.Regions.AnyAsync(r => r.Code == request.Region, cancellationToken) ? Field("region", "rights.unknownRegion")
        : request.Role == Roles.EmployerAgent && request.Organisation is null ? Field("organisation", "rights.agentNeedsOrganisation")
        : request.Organisation is { } organisation && !await context.Organisations.AnyAsync(o => o.Id == organisation, cancellationToken)
            ? Field("organisation", "rights.unknownOrganisation")
        : request.Service is { } service
            && !await context.ServiceVersions.AnyAsync(v => v.ServiceCode == service && v.State == ServiceVersionState.Published, cancellationToken)
            ? Field("service", "rights.unknownService")
        : held.Any(a => Same(a, request)) ? new Error("rights.sameRole", ErrorKind.Conflict)
        : AdministrationRights.MayAdd(request.Role, held.Select(a => a.Role)).Error;

    private static bool Same(RoleAssignment held, Request request) =>
        held.Role == request.Role && held.RegionCode == request.Region && held.OrganisationId == request.Organisation
        && held.ServiceCode == request.Service;

    private static Error Field(string path, string code) => new(code) { Fields = [new FieldError(path, code)] };
}
