using Approvals.Application.Database;
using Approvals.Application.Organisations;
using Approvals.Application.Regions;
using Approvals.Application.Represented;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Rights;

/// <summary>Who acts for employers, and which officers look after them.</summary>
public static class EmployerRights
{
    private static readonly string[] Officers = [Roles.IntakeOfficer, Roles.Lead];

    /// <summary>Whether the user holds a mandate of the employer that is in force.</summary>
    public static bool ActsFor(CurrentUser user, Guid employer) => user.AgentOf.Contains(employer);

    /// <summary>The assignments by which a user verifies employers and their agents.</summary>
    public static IEnumerable<RoleGrant> Grants(CurrentUser user) => user.IsAdministrator ? [] : user.Roles.Where(g => Officers.Contains(g.Role) && g.Service is null);

    /// <summary>Whether the user verifies employers anywhere.</summary>
    public static bool Verifies(CurrentUser user) => Grants(user).Any();

    /// <summary>
    /// Whether the user verifies an employer: one of the own region, and none that the user acts for. Hospitals, providers and bureaus are
    /// kept by the administration.
    /// </summary>
    public static bool Verifies(CurrentUser user, Organisation employer) =>
        employer.Kind == AskMandate.EmployerKind && Grants(user).Any(g => RegionPath.Covers(g.RegionPath, employer.RegionPath)) && !ActsFor(user, employer.Id);

    /// <summary>Whether a clerk files for people who are present.</summary>
    public static bool IsAtCounter(CurrentUser user) => Counters(user).Any();

    /// <summary>The assignments by which a clerk files for people who are present.</summary>
    internal static IEnumerable<RoleGrant> Counters(CurrentUser user) => user.IsAdministrator ? [] : user.Roles.Where(g => g.Role == Roles.IntakeOfficer);

    /// <summary>
    /// Why somebody does not act for an employer: whoever asked for a mandate or had one is told what became of it; for everybody else
    /// there is no such employer.
    /// </summary>
    internal static async Task<Error> RefusalAsync(
        ApprovalsDbContext context, CurrentUser user, Guid employer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var held = await context.Mandates.AsNoTracking().Where(m => m.AgentUserId == user.Id && m.OrganisationId == employer)
            .OrderByDescending(m => m.ValidFrom).ThenByDescending(m => m.Id).FirstOrDefaultAsync(cancellationToken);
        var code = held?.StateAt(now) switch
        {
            MandateState.Asked or MandateState.Coming => "mandates.notYet",
            MandateState.Ended or MandateState.Revoked => "mandates.ended",
            _ => null,
        };
        return code is null
            ? Refusals.NotFound
            : new Error(code, ErrorKind.Forbidden)
                .With("employer", await context.Organisations.Where(o => o.Id == employer).Select(o => o.Name).SingleAsync(cancellationToken));
    }

    /// <summary>Whether somebody agreed that an employer files for them.</summary>
    internal static Task<bool> HasAgreedAsync(ApprovalsDbContext context, Guid employer, Guid person, CancellationToken cancellationToken) =>
        context.RepresentedPeople.AnyAsync(r => r.OrganisationId == employer && r.PersonId == person && r.State == RepresentationState.Agreed, cancellationToken);
}
