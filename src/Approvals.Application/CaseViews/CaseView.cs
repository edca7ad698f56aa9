using Approvals.Application.Cards;
using Approvals.Application.Cases;
using Approvals.Application.Documents;
using Approvals.Application.Drafts;
using Approvals.Application.Experts;
using Approvals.Application.Forms;
using Approvals.Application.Incidents;
using Approvals.Application.Limits;
using Approvals.Application.Rights;
using Approvals.Application.Statements;
using Approvals.Application.Tasks;
using Approvals.Domain.Calendars;
using Approvals.Domain.Forms;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.CaseViews;

/// <summary>The page of a case, for its parties and for staff who may read it.</summary>
public sealed class CaseView(
    CaseReader reader, CaseTimeline timeline, CaseSummaries summaries, CaseResults results, CaseMessages messages, DocumentDescription documents, NamedLists lists,
    CaseWords words, CardFaces cards, RelatedCases related, DueBadge badge, MessageCatalog texts)
{
    /// <summary>The case.</summary>
    public async Task<Result<CaseDto>> ReadAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await reader.OpenAsync(id, user, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var (opened, work) = (found.Value, found.Value.Work);
        var steps = await timeline.OfAsync(opened, user, cancellationToken);
        var own = opened.Tasks.Where(t => TaskRights.MayAct(user, t)).ToList();
        var urge = StaffUrge.May(user, work.Case) ? StaffUrge.Steps(opened.Tasks, user) : [];
        var stillOpen = urge.Count == 0 ? urge : await StaffUrge.OpenTodayAsync(work.Context, urge, work.Today, cancellationToken);
        var granted = await cards.OfCaseAsync(id, user.Language, cancellationToken);
        return new CaseDto(
            summaries.Of(work.Case, work.Service, [.. steps.Select(s => new ShortStepDto(s.Activity, s.Name, s.Status))], user.Language),
            work.Case.OrganisationName,
            steps,
            Explain(work, steps, user.Language),
            await AnswersAsync(opened, user, cancellationToken),
            await results.LettersAsync(work, user.Language, cancellationToken),
            await results.OfAsync(work, granted, user.Language, cancellationToken),
            Promised(opened, user.Language),
            await messages.ListAsync(work.Case, user, cancellationToken),
            [.. opened.IsCopy ? [] : Actions(work, user, own, granted.Count > 0, urge.Count > 0)],
            CaseRights.IsParty(user, work.Case) ? work.Case.LastUrgedOn == work.Today : urge.Count > 0 && stillOpen.Count == 0,
            [.. own.Select(t => OwnTask(t, user.Language))],
            await StatementAsync(work, own, user, cancellationToken),
            [.. granted.Select(g => g.Id)],
            await related.OfAsync(work, user, cancellationToken),
            await work.Context.WaitingListEntries.AnyAsync(e => e.CaseId == id, cancellationToken),
            Database.Etag.Of(work.Row))
        {
            Draws = await DrawPage.CountAsync(work, user, cancellationToken),
        };
    }

    /// <summary>One message of a case.</summary>
    public async Task<Result<MessageDto>> MessageAsync(Guid id, Guid message, CurrentUser user, CancellationToken cancellationToken)
    {
        var opened = await reader.OpenAsync(id, user, cancellationToken);
        return opened.IsSuccess
            ? (await messages.ListAsync(opened.Value.Work.Case, user, cancellationToken)).Single(m => m.Id == message.ToString())
            : opened.Error;
    }

    /// <summary>The task under which promised documents of a case are handed in.</summary>
    public async Task<Result<Guid>> PromiseAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var opened = await reader.OpenAsync(id, user, cancellationToken);
        return opened.Bind(o => o.Tasks.FirstOrDefault(t => t.Kind == nameof(TaskKind.Promise) && TaskRights.MayAct(user, t)) is { } task
            ? Result<Guid>.Success(task.Id)
            : new Error("tasks.closed", ErrorKind.Conflict));
    }

    /// <summary>What the reader finds to do.</summary>
    internal OwnTaskDto OwnTask(TaskItem task, string language)
    {
        var action = OwnTasks.ActionOf(task);
        return new OwnTaskDto(
            task.Id.ToString(), task.ActivityId, words.View(OwnTasks.WordOf(action), language, ("step", task.StepName.In(language))), action,
            badge.Of(task.DueAt, task.YellowAt, task.Limit is not null, task.IsProvisional));
    }

    private async Task<StatementDto?> StatementAsync(CaseWork work, List<TaskItem> own, CurrentUser user, CancellationToken cancellationToken)
    {
        if (own.Find(t => t.Kind == nameof(TaskKind.Statement)) is not { } task)
        {
            return null;
        }

        var rows = await work.Context.Documents.AsNoTracking()
            .Where(d => d.CaseId == work.Case.Id && d.DocumentType == FileStatement.DocumentType && d.UploadedByUserId == user.Id && d.RemovedAt == null)
            .Where(d => d.UploadedAt >= task.ReceivedAt).OrderBy(d => d.UploadedAt).ToListAsync(cancellationToken);
        return new StatementDto(
            task.Id.ToString(), task.StepName.In(user.Language), badge.Of(task.DueAt, task.YellowAt, task.Limit is not null, task.IsProvisional),
            work.State.Tasks.First(t => t.Id == task.BookmarkId).Form is not null,
            await documents.OfAsync(rows, work.Service.Package, user.Language, cancellationToken));
    }

    private async Task<AnswersDto> AnswersAsync(OpenedCase opened, CurrentUser user, CancellationToken cancellationToken)
    {
        var work = opened.Work;
        if (StartForm.Of(work.Service) is not { } form)
        {
            return new AnswersDto(new FormDto("", "", []), FormStateDescription.Json("{}"), []);
        }

        var data = work.Forms.GetValueOrDefault(form.Id, FormData.Empty);
        var scope = work.FormScope with
        {
            Lists = await lists.OfAsync(form, work.Service, work.Case.ApplicantPersonId, cancellationToken),
            Before = data,
            Rights = FieldRights.None,
            Roles = CaseRights.IsOwn(user, work.Case) ? null : FieldReaders.RolesOf(user, work.Case, opened.Tasks),
        };
        var state = FormEvaluator.Evaluate(form, data, scope);
        var values = CaseRights.IsOwn(user, work.Case) && user.PasswordConfirmed
            ? FormStateDescription.Json(state.Data.ToJson())
            : MaskedAnswers.Of(form, state.Data, scope, CaseRights.IsOwn(user, work.Case)).Values;
        var rows = await work.Context.Documents.AsNoTracking().Where(d => d.CaseId == work.Case.Id && d.RemovedAt == null)
            .OrderBy(d => d.UploadedAt).ToListAsync(cancellationToken);
        return new AnswersDto(
            FormDescription.Of(form, state, work.Service.Service, user.Language),
            values,
            await documents.OfAsync(rows, work.Service.Package, user.Language, cancellationToken));
    }

    private DueExplanationDto? Explain(CaseWork work, IReadOnlyList<StepDto> steps, string language)
    {
        if (work.Case.FinishedAt is not null || work.Service.Service.Limits.Promised is not { } promised || CaseDue.Expected(work) is not { } due)
        {
            return null;
        }

        var clockState = work.State.Clock;
        List<DueLineDto> lines = [];
        if (clockState.ReceivedOn is { } received)
        {
            lines.Add(new DueLineDto(words.View("received", language), "", work.Calendar.DayOf(received)));
        }

        if (clockState.AcceptedOn is { } accepted)
        {
            lines.Add(new DueLineDto(words.View("accepted", language), "", work.Calendar.DayOf(accepted)));
        }

        lines.Add(new DueLineDto(words.View("promisedLabel", language), LimitWords.Of(promised.Limit, texts, language), due.On));
        if (work.Service.Service.Limits.Statutory is { } statutory)
        {
            lines.Add(new DueLineDto(words.View("statutoryLabel", language), LimitWords.Of(statutory.Limit, texts, language), CaseDue.Statutory(work)?.On));
        }

        lines.AddRange(clockState.Stops.Select(s => new DueLineDto(
            words.View("stopped", language),
            s.Activity is { } activity ? work.StepName(activity).In(language) : "",
            s.To is { } to ? work.Calendar.DayOf(to) : null)));
        return new DueExplanationDto(lines, due.Describe(texts, language), Later(steps, due.On, language));
    }

    /// <summary>Why the steps ahead may end after the promised day: the promise leaves some of them out, or their limits add up to more.</summary>
    private string? Later(IReadOnlyList<StepDto> steps, DateOnly? promised, string language)
    {
        var ahead = steps.Where(s => s.Status is StepStatus.Current or StepStatus.Coming).ToList();
        if (ahead.Select(s => s.ExpectedTo ?? s.Due?.DueOn).Max() is not { } last || last <= promised)
        {
            return null;
        }

        var excluded = ahead.Where(s => s.ClockStopped).Select(s => s.Name).Distinct().ToList();
        var day = last.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return excluded.Count > 0
            ? words.View("promiseExcludes", language, ("steps", string.Join(language == "en" ? ", " : "、", excluded)), ("day", day))
            : words.View("limitsAddUp", language, ("day", day));
    }

    private IReadOnlyList<PromisedDocumentDto> Promised(OpenedCase opened, string language) =>
    [
        .. from task in opened.Tasks
           where task.Kind == nameof(TaskKind.Promise) && task.State is TaskItemState.Open or TaskItemState.Claimed
           let bookmark = opened.Work.State.Tasks.FirstOrDefault(b => b.Id == task.BookmarkId)
           where bookmark is not null
           from type in bookmark.Documents
           let due = badge.Of(task.DueAt, task.YellowAt, task.Limit is not null, task.IsProvisional)
           select new PromisedDocumentDto(type, DocumentDescription.TypeName(opened.Work.Service.Package, type, language), due.DueOn, due),
    ];

    private static IEnumerable<CaseAction> Actions(CaseWork work, CurrentUser user, List<TaskItem> own, bool granted, bool urges)
    {
        if (!CaseRights.IsParty(user, work.Case))
        {
            yield return CaseAction.Message;
            if (urges && work.Case.FinishedAt is null)
            {
                yield return CaseAction.Urge;
            }

            if (work.Case.FinishedAt is null && IncidentRights.MayMend(user, work.Case).IsSuccess)
            {
                yield return CaseAction.Move;
            }

            yield break;
        }

        if (own.Exists(t => t.Kind == nameof(TaskKind.Correction)))
        {
            yield return CaseAction.Correct;
        }

        if (own.Exists(t => t.Kind == nameof(TaskKind.Promise)))
        {
            yield return CaseAction.Supply;
        }

        if (work.Case.FinishedAt is null)
        {
            if (CaseRights.ActsAsApplicant(user, work.Case) && !granted)
            {
                yield return CaseAction.Withdraw;
            }

            yield return CaseAction.Urge;
            yield return CaseAction.Message;
        }
    }
}
