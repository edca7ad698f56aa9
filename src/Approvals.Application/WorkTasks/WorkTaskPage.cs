using Approvals.Application.CaseViews;
using Approvals.Application.Cases;
using Approvals.Application.Counter;
using Approvals.Application.Database;
using Approvals.Application.Experts;
using Approvals.Application.Forms;
using Approvals.Application.Inbox;
using Approvals.Application.Limits;
using Approvals.Application.Presence;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Domain.Forms;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.WorkTasks;

/// <summary>A task with all that is needed to decide it.</summary>
public sealed class WorkTaskPage(
    ApprovalsDbContext context, CaseReader reader, CaseTimeline timeline, WorkAnswers answers, WorkDecisions decisions, WorkActs acts, JoinActs joining,
    WorkSharing sharing, WorkObjections objections, TaskForms forms, InboxPage inbox, DueBadge badge, CaseWords words, CaseSummaries summaries, MessageCatalog texts)
{
    /// <summary>The task, for its candidates, its holder, or staff who may read the case.</summary>
    public async Task<Result<WorkTaskDto>> ReadAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await context.TaskItems.AsNoTracking().Include(t => t.Candidates).SingleOrDefaultAsync(t => t.Id == id, cancellationToken);
        var opened = row is null ? Refusals.NotFound : await reader.OpenAsync(row, user, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        return TaskRights.MayRead(user, row!, opened.Value.Work.Case) || TaskRights.MayAct(user, row!)
            ? await DescribeAsync(opened.Value, row!, user, cancellationToken)
            : Refusals.NotFound;
    }

    private async Task<WorkTaskDto> DescribeAsync(OpenedCase opened, TaskItem row, CurrentUser user, CancellationToken cancellationToken)
    {
        var work = opened.Work;
        var bookmark = work.State.Tasks.FirstOrDefault(t => t.Id == row.BookmarkId);
        var refused = bookmark is null ? new Error("tasks.closed", ErrorKind.Conflict) : TaskRunner.Decide(work, row, bookmark, null, user) ?? Barred(row, bookmark, user);
        refused = refused is null ? null : await TaskRunner.NamedAsync(work, row, refused, cancellationToken);
        var anonymous = TaskRights.IsSecret(row.Kind);
        var waiting = anonymous || refused is null ? [] : await joining.OfWaitingAsync(work, row, bookmark, user, cancellationToken);
        var (form, state) = bookmark is null ? (null, null) : await FormAsync(work, bookmark, user.Language, cancellationToken);
        return new WorkTaskDto(
            row.Id.ToString(),
            Etag.Of(row),
            KindOf(row),
            Header(opened, row, anonymous, user) with { Draws = anonymous ? 0 : await DrawPage.CountAsync(work, user, cancellationToken) },
            row.ActivityId,
            row.StepName.In(user.Language),
            await ClaimantAsync(row, user, cancellationToken),
            refused is null || waiting.Count > 0,
            refused is null || waiting.Count > 0 ? null : texts.Format(refused, user.Language),
            await answers.OfAsync(work, row, anonymous, user, cancellationToken),
            anonymous ? [] : await decisions.OfAsync(work, user.Language, cancellationToken),
            anonymous ? [] : await timeline.OfAsync(opened, user, cancellationToken),
            form,
            state,
            waiting.Count > 0 ? waiting : bookmark is null ? [] : await acts.OfAsync(work, row, bookmark, refused is null, user, cancellationToken),
            await PositionAsync(row, user, cancellationToken),
            bookmark is null ? null : Panel(work, bookmark),
            bookmark is { Kind: TaskKind.Ruling } ? await objections.OfAsync(work, bookmark.Subject, cancellationToken) : [],
            work.State.Incidents.FirstOrDefault(i => i.Activity == row.ActivityId) is { } incident ? texts.Format(incident.Code, incident.Data, user.Language) : null,
            anonymous ? null : await sharing.OfAsync(work, row, bookmark, user, cancellationToken),
            bookmark is null ? null : TaskRights.StandInFor(user, row)?.Principal.Name)
        {
            AtCounter = refused is null && EmployerRights.IsAtCounter(user) && work.Case.FiledBy == FiledBy.Counter && CounterSlip.Kinds.Contains(row.Kind),
            ToConfirm = await ToConfirmAsync(work, row, user, cancellationToken),
        };
    }

    private async Task<ToConfirmDto?> ToConfirmAsync(CaseWork work, TaskItem row, CurrentUser user, CancellationToken cancellationToken) =>
        work.Case.FinishedAt is null && AgentUrge.StepOf([row], user) is not null && await AgentUrge.OfAsync(context, work.Case, cancellationToken) is { } open
            ? new ToConfirmDto(work.Case.ApplicantPersonId.ToString(), open.Year, open.Entries, await AgentUrge.WasTodayAsync(context, work.Case.Id, work.Today, cancellationToken))
            : null;

    /// <summary>Two steps in a row by one person are refused by the engine; the page says so before.</summary>
    private static Error? Barred(TaskItem row, TaskBookmark bookmark, CurrentUser user) =>
        bookmark.Barred.Contains(user.Id.ToString()) || (TaskRights.StandInFor(user, row) is { } standIn && bookmark.Barred.Contains(standIn.Principal.Id.ToString())) ? new Error("workflow.successiveSteps", ErrorKind.Forbidden) : null;

    private CaseHeaderDto Header(OpenedCase opened, TaskItem row, bool anonymous, CurrentUser user)
    {
        var (work, head, language) = (opened.Work, opened.Work.Case, user.Language);
        return new CaseHeaderDto(
            head.Id.ToString(),
            head.Number,
            head.ServiceName.In(language),
            CaseWords.Headline(head.Highlights, language),
            anonymous ? words.View("anonymousApplicant", language) : head.ApplicantMaskedName,
            RevealAnswer.MayReveal(user, row) ? RevealAnswer.ApplicantPath : null,
            head.State,
            words.State(head, work.Service.Service, language),
            row.Round,
            anonymous ? null : head.OrganisationName,
            CaseWords.Highlights(head.Highlights, language),
            row.ClosedAt is null ? badge.Of(row.DueAt, row.YellowAt, row.Limit is not null, row.IsProvisional) : DueDto.None,
            summaries.Of(head, work.Service, [], language).SubmittedOn,
            work.Service.Number);
    }

    private async Task<ClaimantDto?> ClaimantAsync(TaskItem row, CurrentUser user, CancellationToken cancellationToken) =>
        row.OwnerUserId is { } owner
            ? new ClaimantDto(
                owner.ToString(), await StepActors.HolderAsync(context, row, words, user.Language, cancellationToken) ?? "",
                owner == user.Id || owner == TaskRights.StandInFor(user, row)?.Principal.Id)
            : null;

    private async Task<(FormDto? Form, FormStateDto? State)> FormAsync(CaseWork work, TaskBookmark task, string language, CancellationToken cancellationToken)
    {
        if (task.Form is not { } id || !work.Service.Package.Forms.TryGetValue(id, out var form))
        {
            return (null, null);
        }

        var scope = await forms.ScopeAsync(work, task, form, cancellationToken) with { Before = FormData.Empty };
        var data = task.Delegation is { Proposed: not null } && work.Forms.TryGetValue(id, out var prepared) ? prepared : FormEvaluator.Prefill(form, scope);
        var state = FormEvaluator.Evaluate(form, data, scope);
        return (FormDescription.Of(form, state, work.Service.Service, language), FormStateDescription.Of(form, state, null, texts, language));
    }

    private async Task<PositionDto?> PositionAsync(TaskItem row, CurrentUser user, CancellationToken cancellationToken)
    {
        var order = await inbox.OrderAsync(user, cancellationToken);
        var at = order.IndexOf(row.Id);
        return at < 0
            ? null
            : new PositionDto(at + 1, order.Count, at > 0 ? order[at - 1].ToString() : null, at + 1 < order.Count ? order[at + 1].ToString() : null,
                order.Where(id => id != row.Id).Select(id => id.ToString()).FirstOrDefault());
    }

    private static PanelDto? Panel(CaseWork work, TaskBookmark task)
    {
        var memory = work.State.Executions.FirstOrDefault(e => e.Id == task.Execution)?.Memory as VoteMemory;
        return memory is not null
            && VoteTerms.Of(work.Service.Package.Workflow, work.State, work.StepContext(FactSet.Empty), task.Activity, memory.Panel.Length) is { } terms
            ? new PanelDto(memory.Panel.Length, memory.Voted.Length, terms.Quorum, terms.Pass, memory.Round, terms.Rounds, terms.Score)
            : null;
    }

    private static WorkKind KindOf(TaskItem row) => row.Kind switch
    {
        nameof(TaskKind.Accept) => WorkKind.Accept,
        nameof(TaskKind.Vote) => WorkKind.Vote,
        nameof(TaskKind.Ruling) => WorkKind.Ruling,
        nameof(TaskKind.Review) => WorkKind.Review,
        nameof(TaskKind.Opinion) => WorkKind.Opinion,
        nameof(TaskKind.Draw) => WorkKind.Draw,
        nameof(TaskKind.Invitation) => WorkKind.Invitation,
        _ => WorkKind.Fill,
    };
}
