using Approvals.Application.CaseViews;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.WorkTasks;

/// <summary>Finds colleagues by name: to bring into a case those who work on cases of its region and service, to hand a task to those who may have it.</summary>
public sealed class ColleagueSearch(ApprovalsDbContext context, CaseReader reader, RoleNames roles)
{
    private const int Most = 20;

    /// <param name="Task">The task.</param>
    /// <param name="Name">A part of the name; empty shows the first ones.</param>
    /// <param name="Transfer">Whether the task is to be handed on for good, not only shared.</param>
    public sealed record Request(Guid Task, string? Name, bool Transfer = false);

    public async Task<Result<ColleaguesDto>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await context.TaskItems.AsNoTracking().Include(t => t.Candidates).SingleOrDefaultAsync(t => t.Id == request.Task, cancellationToken);
        var opened = row is null ? Refusals.NotFound : await reader.OpenAsync(row, user, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        if (!TaskRights.MayAct(user, row!))
        {
            return Refusals.Forbidden;
        }

        var work = opened.Value.Work;
        var name = request.Name?.Trim() ?? "";
        var people = !request.Transfer ? Joining(work, user)
            : work.State.Tasks.FirstOrDefault(t => t.Id == row!.BookmarkId) is { } task ? Receivers.Of(context, work, row!, task, user)
            : context.Users.Where(_ => false);
        var found = await people.Where(u => name == "" || u.DisplayName.Contains(name))
            .OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Select(u => new { u.Id, u.DisplayName }).Take(Most + 1).ToListAsync(cancellationToken);
        var held = await roles.OfAsync([.. found.Select(u => u.Id)], user.Language, cancellationToken);
        return new ColleaguesDto([.. found.Take(Most).Select(u => new PersonChoiceDto(u.Id.ToString(), u.DisplayName, Place(held[u.Id])))], found.Count > Most);
    }

    private IQueryable<User> Joining(CaseWork work, CurrentUser user)
    {
        var assignments = Colleagues.AssignmentsFor(context, work.Case, work.Now);
        var (me, applicant, filer) = (user.Id, work.Case.ApplicantUserId, work.Case.FiledByUserId);
        return context.Users.AsNoTracking().Where(u => u.DisabledAt == null && u.Id != me && u.Id != applicant && u.Id != filer && assignments.Any(a => a.UserId == u.Id));
    }

    private static string Place(IEnumerable<SignIn.RoleAssignmentDto> held) =>
        string.Join(" · ", held.Take(1).SelectMany(r => new[] { r.OrganisationName ?? r.RegionName, r.RoleName }).Where(t => t.Length > 0));
}
