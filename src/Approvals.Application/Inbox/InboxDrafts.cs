using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.Limits;
using Approvals.Application.Paging;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Inbox;

/// <summary>What the reader has begun and not submitted: applications, own ones and those filed for others, and answers a case waits for.</summary>
public sealed class InboxDrafts(ApprovalsDbContext context, ServiceCatalog catalog, CaseWords words, DueBadge badge, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>Where a page ended.</summary>
    internal sealed record Key(DateTimeOffset At, Guid Id);

    private sealed record Found(Draft Draft, string? Applicant, string? Employer, Case? Case, Tasks.TaskItem? Task);

    /// <summary>The drafts that can be gone on with today; one for a task while the task is open.</summary>
    internal IQueryable<Draft> Of(CurrentUser user)
    {
        var (begun, preparing) = (context.Drafts.AsNoTracking().Where(d => d.OwnerUserId == user.Id && d.SubmittedCaseId == null), DraftLoader.Whose(context.Drafts, user).Select(d => d.Id));
        return begun.Where(d => d.TaskId == null ? preparing.Contains(d.Id) : context.TaskItems.Any(t => t.Id == d.TaskId && t.ClosedAt == null));
    }

    /// <summary>A page, last saved first.</summary>
    internal async Task<Result<Page<InboxRowDto>>> ReadAsync(string? cursor, int size, CurrentUser user, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<Key>(cursor);
        if (!after.IsSuccess)
        {
            return after.Error;
        }

        var drafts = after.Value is { At: { } at, Id: { } id } ? Of(user).Where(d => d.UpdatedAt < at || (d.UpdatedAt == at && d.Id.CompareTo(id) < 0)) : Of(user);
        var first = drafts.OrderByDescending(d => d.UpdatedAt).ThenByDescending(d => d.Id).Take(size + 1);
        var found = await (from draft in first
                           join person in context.People on draft.ApplicantPersonId equals (Guid?)person.Id into people
                           from applicant in people.DefaultIfEmpty()
                           join organisation in context.Organisations on draft.OrganisationId equals (Guid?)organisation.Id into organisations
                           from employer in organisations.DefaultIfEmpty()
                           join item in context.TaskItems on draft.TaskId equals (Guid?)item.Id into items
                           from task in items.DefaultIfEmpty()
                           join one in context.Cases on task.CaseId equals one.Id into cases
                           from row in cases.DefaultIfEmpty()
                           orderby draft.UpdatedAt descending, draft.Id descending
                           select new Found(draft, applicant == null ? null : applicant.MaskedName, employer == null ? null : employer.Name, row, task)).ToListAsync(cancellationToken);
        List<InboxRowDto> rows = [];
        foreach (var one in found.Take(size))
        {
            rows.Add(Row(one, await catalog.InForceAsync(one.Draft.ServiceCode, calendar.Today(clock), cancellationToken), user));
        }

        return new Page<InboxRowDto>(rows, found.Count > size ? Cursor.Write(new Key(found[size - 1].Draft.UpdatedAt, found[size - 1].Draft.Id)) : null);
    }

    /// <summary>An application in preparation has neither number nor limit; an answer has those of its task.</summary>
    private InboxRowDto Row(Found found, ServiceSnapshot? service, CurrentUser user)
    {
        var (draft, row, task) = (found.Draft, found.Case, found.Task);
        var kind = KindOf(draft, row, user);
        return new InboxRowDto(
            (task?.Id ?? draft.Id).ToString(), row?.Id.ToString() ?? "", row?.Number ?? "",
            (row?.ServiceName ?? service?.Service.Name)?.In(user.Language) ?? draft.ServiceCode, row?.ApplicantMaskedName ?? found.Applicant ?? "", row?.OrganisationName ?? found.Employer,
            CaseWords.Highlights(row?.Highlights, user.Language), task?.ActivityId ?? "", task?.StepName.In(user.Language) ?? words.View($"draft.{kind}", user.Language),
            task is null ? DueDto.None : badge.Of(task.DueAt, task.YellowAt, task.Limit is not null, task.IsProvisional), task?.DueAt is { } due ? badge.LastDay(due) : null,
            null, [], null, draft.UpdatedAt, null, words.View($"draft.{kind}", user.Language), null, false, "", kind);
    }

    private static InboxDraft KindOf(Draft draft, Case? row, CurrentUser user) => (draft.TaskId, draft.OnBehalf) switch
    {
        (null, FiledBy.Counter) => InboxDraft.AtCounter,
        (null, FiledBy.Agent) => InboxDraft.ForEmployer,
        (null, _) => InboxDraft.Application,
        _ => row is { FiledBy: FiledBy.Counter } && row.FiledByUserId == user.Id ? InboxDraft.CorrectionAtCounter : InboxDraft.Correction,
    };
}
