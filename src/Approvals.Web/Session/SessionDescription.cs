using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Jobs;
using Approvals.Application.Presence;
using Approvals.Application.Rights;
using Approvals.Application.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Web.Session;

/// <summary>Tells the page about the session.</summary>
internal sealed class SessionDescription(
    ApprovalsDbContext context, RoleNames names, CalendarInForce calendar, TimeProvider clock, IWebHostEnvironment environment, MessageCatalog texts)
{
    public async Task<SessionDto> DescribeAsync(SessionFeature session, bool awaitsCode, CancellationToken cancellationToken)
    {
        var user = session.User;
        var today = calendar.Today(clock);
        return new SessionDto(
            session.Account is null ? null : await UserAsync(session, cancellationToken),
            awaitsCode,
            user.Language,
            today,
            calendar.Current.IsWorkday(today),
            environment.IsDevelopment(),
            await ProductAsync(user.Language, cancellationToken),
            environment.IsDevelopment() ? await DemoUsersAsync(user.Language, cancellationToken) : [],
            [.. AreasOf(user, session.NeedsTwoFactor)],
            user.IsSignedIn ? await context.Notifications.CountAsync(n => n.UserId == user.Id && n.ReadAt == null, cancellationToken) : 0);
    }

    internal static IEnumerable<Area> AreasOf(CurrentUser user, bool needsTwoFactor)
    {
        if (user.IsSignedIn && !needsTwoFactor)
        {
            if (!user.IsStaff)
            {
                yield return Area.Applicant;
            }

            if (user.Roles.Any(g => g.Role is Roles.EmployerAgent or Roles.Expert or Roles.Provider || Roles.CaseReaders.Contains(g.Role)) && !user.IsAdministrator)
            {
                yield return Area.Work;
            }

            if (TeamRights.Leads(user))
            {
                yield return Area.Team;
            }

            foreach (var area in AtWork(user))
            {
                yield return area;
            }

            foreach (var area in Administered(user))
            {
                yield return area;
            }
        }

        yield return Area.Notices;
    }

    private static IEnumerable<Area> AtWork(CurrentUser user)
    {
        if (MeetingRights.Makes(user)) yield return Area.Meetings;
        if (AllotmentRights.OrganisationsOf(user).Any()) yield return Area.Bookings;
        if (AllotmentRights.Any(user)) yield return Area.Allotment;
        if (EmployerRights.IsAtCounter(user)) yield return Area.Counter;
        if (EmployerRights.Verifies(user)) yield return Area.Employers;
        if (PresenceRights.ReadsOthers(user)) yield return Area.Presence;
        if (ExpertRights.Sees(user)) yield return Area.Experts;
        if (ExpertRights.MayBeDrawn(user)) yield return Area.Panel;
    }

    private static IEnumerable<Area> Administered(CurrentUser user)
    {
        if (AdministrationRights.Any(user)) yield return Area.Admin;
        if (AdministrationRights.SeesPeople(user)) yield return Area.People;
        if (AdministrationRights.SeesServices(user)) yield return Area.Services;
        if (JobRights.Sees(user)) yield return Area.Operations;
        if (AdministrationRights.MendsIncidents(user)) yield return Area.Incidents;
        if (PolicyRights.Edits(user)) yield return Area.Drafting;
        if (PolicyRights.Replays(user)) yield return Area.Replays;
        if (PolicyRights.Migrates(user)) yield return Area.Migrations;
        if (AdministrationRights.ExplainsAccess(user)) yield return Area.Access;
        if (AdministrationRights.KeepsPlaces(user)) yield return Area.Places;
        if (AdministrationRights.SeesCalendars(user)) yield return Area.Calendars;

        if (AdministrationRights.KeepsMessages(user)) yield return Area.Messages;
        if (AdministrationRights.ReadsAudit(user)) yield return Area.Audit;
        if (AdministrationRights.ManagesAccounts(user)) yield return Area.Accounts;
        if (AdministrationRights.ManagesRoles(user)) yield return Area.Roles;
    }

    private async Task<SessionUserDto> UserAsync(SessionFeature session, CancellationToken cancellationToken)
    {
        var account = session.Account!;
        return new SessionUserDto(
            account.Id.ToString(),
            account.DisplayName,
            account.UserName!,
            account.Email,
            account.IsStaff ? UserKind.Staff : UserKind.Applicant,
            session.NeedsTwoFactor,
            await names.OfAsync(account.Id, session.User.Language, cancellationToken));
    }

    private async Task<ProductDto> ProductAsync(string language, CancellationToken cancellationToken)
    {
        var top = await context.Regions.AsNoTracking().Where(r => r.ParentCode == null).OrderBy(r => r.Code).FirstOrDefaultAsync(cancellationToken);
        return new ProductDto(texts.Format("product.name", new Dictionary<string, string>(), language), top?.Name.In(language) ?? "");
    }

    private async Task<IReadOnlyList<DemoUserDto>> DemoUsersAsync(string language, CancellationToken cancellationToken)
    {
        var accounts = await context.Users.AsNoTracking().Where(u => u.IsDemo && u.DisabledAt == null)
            .OrderBy(u => u.CreatedAt).ThenBy(u => u.Id).Select(u => new { u.Id, u.UserName, u.DisplayName }).ToListAsync(cancellationToken);
        var roles = await names.OfAsync([.. accounts.Select(a => a.Id)], language, cancellationToken);
        return
        [
            .. accounts.Select(a => new DemoUserDto(
                a.UserName!,
                a.DisplayName,
                string.Join(language == RequestLanguage.English ? ", " : "、", roles[a.Id].Select(r => r.RoleName).Distinct()),
                roles[a.Id].Select(r => r.OrganisationName ?? r.RegionName).FirstOrDefault() ?? "")),
        ];
    }
}
