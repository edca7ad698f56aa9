using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Administration;

/// <summary>
/// Says why somebody reads a case: it asks the very function by which cases are opened, and puts its reasons into words. Who asks
/// learns nothing of the case but what its number says, and the question stands in the audit.
/// </summary>
public sealed class ExplainAccess(
    ApprovalsDbContext context, AccessWords words, WriteTransaction transaction, AuditLog audit, CalendarInForce calendar, TimeProvider clock)
{
    /// <param name="Person">Who is asked about.</param>
    /// <param name="CaseNumber">The case's number.</param>
    public sealed record Request(Guid Person, string? CaseNumber);

    public async Task<Result<CaseAccessDto>> HandleAsync(Request request, CurrentUser by, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.ExplainsAccess(by))
        {
            return Refusals.Forbidden;
        }

        var account = await context.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == request.Person, cancellationToken);
        if (account is null)
        {
            return Refusals.NotFound;
        }

        var number = request.CaseNumber?.Trim() ?? "";
        var row = number.Length == 0 ? null : await context.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Number == number, cancellationToken);
        if (row is null || !(AdministrationRights.ManagesRoles(by) || CaseRights.MayRead(by, row)))
        {
            return new Error("access.unknownCase") { Fields = [new FieldError("case", "access.unknownCase")] };
        }

        var explained = await ExplainAsync(account, row, by.Language, cancellationToken);
        audit.Add(by.Id, "access.explained", "user", account.Id.ToString(), caseId: row.Id);
        await transaction.CommitAsync(cancellationToken);
        return explained;
    }

    private async Task<CaseAccessDto> ExplainAsync(User account, Case row, string language, CancellationToken cancellationToken)
    {
        var user = await RoleGrants.WholeAsync(context, account, calendar.Today(clock), clock.Now(), cancellationToken);
        var tasks = await context.TaskItems.AsNoTracking().Include(t => t.Candidates).Where(t => t.CaseId == row.Id)
            .OrderBy(t => t.ReceivedAt).ThenBy(t => t.Id).ToListAsync(cancellationToken);
        List<AccessGround> grounds = [.. CaseRights.Grounds(user, row, tasks)];
        if (await CopyRights.HasAsync(context, row, user, cancellationToken))
        {
            grounds.Add(new AccessGround(AccessKind.Copy));
        }

        var isOpen = account.DisabledAt is null;
        return new CaseAccessDto(
            account.DisplayName,
            row.Number,
            row.ServiceName.In(language),
            await words.RegionAsync(row.RegionCode, language, cancellationToken),
            isOpen && grounds.Count > 0,
            isOpen ? await words.GroundsAsync(grounds, language, cancellationToken) : [],
            await words.AssignmentsAsync(user, row, language, cancellationToken),
            [.. Limits(account, user, row, tasks).Select(code => words.Text(code, language))]);
    }

    private static IEnumerable<string> Limits(User account, CurrentUser user, Case row, List<TaskItem> tasks)
    {
        if (account.DisabledAt is not null)
        {
            yield return "access.limit.disabled";
        }

        if (user.IsAdministrator)
        {
            yield return "access.limit.administrator";
        }

        if (!CaseRights.MayDecide(user, row).IsSuccess)
        {
            yield return "access.limit.ownCase";
        }

        if (tasks.Exists(t => !TaskRights.OpensCase(t) && TaskRights.Grounds(user, t).Any()))
        {
            yield return "access.limit.vote";
        }
    }
}
