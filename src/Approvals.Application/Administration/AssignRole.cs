using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Administration;

/// <summary>Gives a role from a day on, to a day where one is set; only a security administrator, never to oneself, and never against the separation of duties.</summary>
public sealed class AssignRole(
    ApprovalsDbContext context, WriteTransaction transaction, GrantList grants, AuditLog audit, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>The assignment wanted.</summary>
    /// <param name="User">Who gets it.</param>
    /// <param name="Role">The role's code.</param>
    /// <param name="Region">The region's code.</param>
    /// <param name="Organisation">The organisation it is limited to, or null.</param>
    /// <param name="Service">The service it is limited to, or null.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Request(Guid User, string Role, string Region, Guid? Organisation, string? Service, string Reason)
    {
        /// <summary>The first day; null begins at once.</summary>
        public DateOnly? From { get; init; }

        /// <summary>The last day, or null.</summary>
        public DateOnly? To { get; init; }
    }

    public async Task<Result<GrantDto>> HandleAsync(Request request, CurrentUser by, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.ManagesRoles(by))
        {
            return Refusals.Forbidden;
        }

        var (today, now) = (calendar.Today(clock), clock.Now());
        var period = Period.Of(request, today, now, calendar);
        // Before what is held is read: whoever gives the role in between is met at the id or found among what is held.
        var id = await IdAsync(request, cancellationToken);
        if (await CheckAsync(request, by, period, today, cancellationToken) is { } error)
        {
            return error;
        }

        var region = await context.Regions.AsNoTracking().SingleAsync(r => r.Code == request.Region, cancellationToken);
        var assignment = new RoleAssignment
        {
            Id = id, UserId = request.User, Role = request.Role, RegionCode = region.Code, RegionPath = region.Path,
            OrganisationId = request.Organisation, ServiceCode = request.Service, ValidFrom = period.From, ValidTo = period.To, GrantedByUserId = by.Id,
            Reason = request.Reason.Trim(),
        };
        context.RoleAssignments.Add(assignment);
        var user = await context.Users.SingleAsync(u => u.Id == request.User, cancellationToken);
        user.IsStaff |= Roles.IsStaff(request.Role);
        audit.Add(by.Id, "roles.granted", "user", request.User.ToString(), JsonSerializer.Serialize(
            new { assignment = assignment.Id, request.Role, request.Region, request.Organisation, request.Service, request.From, request.To }, JsonSerializerOptions.Web));
        return await transaction.CommitAsync(cancellationToken) != CommitOutcome.Committed
            ? Refusals.Stale
            : (await grants.OfAsync(request.User, by.Language, cancellationToken)).Single(g => g.Id == assignment.Id.ToString());
    }

    /// <summary>The id follows from how often the role was given before: two clicks at once meet at it, and one is refused.</summary>
    private async Task<Guid> IdAsync(Request request, CancellationToken cancellationToken)
    {
        var before = await context.RoleAssignments.CountAsync(a => a.UserId == request.User && a.Role == request.Role, cancellationToken);
        return StableId.Of(request.User, "role", $"{request.Role}:{request.Region}:{request.Organisation:N}:{request.Service}:{before}");
    }

    private async Task<Error?> CheckAsync(Request request, CurrentUser by, Period period, DateOnly today, CancellationToken cancellationToken)
    {
        if (request.User == by.Id || !await context.Users.AnyAsync(u => u.Id == request.User, cancellationToken))
        {
            return request.User == by.Id ? new Error("rights.ownRoles", ErrorKind.Forbidden) : Refusals.NotFound;
        }

        var beside = (await context.RoleAssignments.AsNoTracking().Where(a => a.UserId == request.User).ToListAsync(cancellationToken)).FindAll(period.Meets);
        return request.From < today ? Field("from", "rights.startsInThePast")
            : request.To < (request.From ?? today) ? Field("to", "rights.endsBeforeItStarts")
            : await PlaceAsync(request, today, cancellationToken) is { } wrong ? wrong
            : beside.Exists(a => Same(a, request)) ? new Error("rights.sameRole", ErrorKind.Conflict)
            : AdministrationRights.MayAdd(request.Role, beside.Select(a => a.Role)).Error;
    }

    private async Task<Error?> PlaceAsync(Request request, DateOnly today, CancellationToken cancellationToken) =>
        !Roles.All.Contains(request.Role) ? Field("role", "rights.unknownRole")
        : !await context.Regions.AnyAsync(r => r.Code == request.Region && (r.EndsOn == null || r.EndsOn >= today), cancellationToken)
            ? Field("region", "rights.unknownRegion")
        : request.Role == Roles.EmployerAgent && request.Organisation is null ? Field("organisation", "rights.agentNeedsOrganisation")
        : request.Organisation is { } organisation
            && !await context.Organisations.AnyAsync(o => o.Id == organisation && o.ClosedAt == null, cancellationToken)
            ? Field("organisation", "rights.unknownOrganisation")
        : request.Service is { } service
            && !await context.ServiceVersions.AnyAsync(v => v.ServiceCode == service && v.State == ServiceVersionState.Published, cancellationToken)
            ? Field("service", "rights.unknownService")
        : null;

    private static bool Same(RoleAssignment held, Request request) =>
        held.Role == request.Role && held.RegionCode == request.Region && held.OrganisationId == request.Organisation
        && held.ServiceCode == request.Service;

    private static Error Field(string path, string code) => new(code) { Fields = [new FieldError(path, code)] };

    /// <summary>From an instant to another, the latter open where no last day is set.</summary>
    private sealed record Period(DateTimeOffset From, DateTimeOffset? To)
    {
        public static Period Of(Request request, DateOnly today, DateTimeOffset now, CalendarInForce calendar) => new(
            request.From is { } first && first > today ? calendar.Current.StartOf(first) : now,
            request.To is { } last ? calendar.Current.EndOf(last) : null);

        /// <summary>Whether an assignment is in force at any time of it.</summary>
        public bool Meets(RoleAssignment held) => (held.ValidTo is null || held.ValidTo > From) && (To is null || held.ValidFrom < To);
    }
}
