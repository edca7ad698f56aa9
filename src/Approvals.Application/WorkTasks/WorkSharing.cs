using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.WorkTasks;

/// <summary>Who else takes part in a task's step: who decides, who prepares it for whom, which opinions were asked for, and who stopped the clock.</summary>
public sealed class WorkSharing(ApprovalsDbContext context, StepSigners signers, CaseWords words, MessageCatalog texts)
{
    /// <summary>What there is to know.</summary>
    internal async Task<SharingDto> OfAsync(CaseWork work, TaskItem row, TaskBookmark? task, CurrentUser user, CancellationToken cancellationToken)
    {
        var written = await context.Opinions.AsNoTracking().Where(o => o.CaseId == work.Case.Id).OrderBy(o => o.At).ThenBy(o => o.Id).ToListAsync(cancellationToken);
        var asked = await AskedAsync(work, written, cancellationToken);
        var delegation = task?.Delegation is { } given ? await DelegationAsync(work, row, task, given, written, user, cancellationToken) : null;
        return new SharingDto(
            row.Kind == nameof(TaskKind.Review) ? await signers.OfAsync(work, row, user, cancellationToken) : null,
            delegation,
            task is { Kind: TaskKind.Opinion } ? Question(asked.LastOrDefault(a => a.Event.Task == task.Subject && a.Event.Of == user.Id.ToString())) : null,
            await GivenAsync([.. asked.Where(a => a.Event.Task == row.BookmarkId)], written, cancellationToken),
            Clock(work, written),
            await WaitsAsync(work, row, task, delegation, user, cancellationToken));
    }

    private async Task<DelegationDto> DelegationAsync(
        CaseWork work, TaskItem row, TaskBookmark task, Delegation given, List<Opinion> written, CurrentUser user, CancellationToken cancellationToken)
    {
        var proposal = written.Find(o => o.Id.ToString() == given.Opinion);
        return new DelegationDto(
            await NameAsync(given.By, cancellationToken),
            proposal?.AuthorName ?? (task.Holder is { } holder ? await NameAsync(holder, cancellationToken) : ""),
            written.LastOrDefault(o => o.TaskId == row.Id && o.Outcome == OpinionOutcomes.Delegated)?.Text,
            words.Outcome(work.Service.Package.Activity(row.ActivityId), given.Proposed, user.Language),
            proposal?.Text);
    }

    private async Task<string?> WaitsAsync(
        CaseWork work, TaskItem row, TaskBookmark? task, DelegationDto? delegation, CurrentUser user, CancellationToken cancellationToken)
    {
        if (JoinActs.IsOut(task, user))
        {
            return Say("act.waitsForDelegate", delegation!.To, user.Language);
        }

        return JoinActs.IsAside(work, row, user)
            ? Say("act.waitsForSigner", await NameAsync(RemoveSigner.AddedBy(work, row, new Actor(user.Id.ToString())).First(a => a.Aside?.Id == row.BookmarkId).User, cancellationToken), user.Language)
            : null;
    }

    private async Task<List<AskedQuestion>> AskedAsync(CaseWork work, List<Opinion> written, CancellationToken cancellationToken)
    {
        if (!written.Exists(o => o.Outcome == OpinionOutcomes.OpinionAsked))
        {
            return [];
        }

        var events = await context.CaseEvents.AsNoTracking().Where(e => e.CaseId == work.Case.Id && e.Type == nameof(OpinionAsked))
            .OrderBy(e => e.Number).Select(e => e.Event).ToListAsync(cancellationToken);
        return [.. events.Select(e => (OpinionAsked)WorkflowEvent.FromJson(e)).Select(e => new AskedQuestion(e, written.Find(o => o.Id.ToString() == e.Question)))];
    }

    private static QuestionDto? Question(AskedQuestion? asked) =>
        asked is { Row: { } row } ? new QuestionDto(row.AuthorName, row.Text ?? "", row.At) : null;

    private async Task<IReadOnlyList<AskedOpinionDto>> GivenAsync(List<AskedQuestion> asked, List<Opinion> written, CancellationToken cancellationToken)
    {
        List<AskedOpinionDto> opinions = [];
        foreach (var question in asked.Where(a => a.Row is not null))
        {
            var given = written.Find(o => o.Outcome == OpinionOutcomes.Given && o.AuthorUserId.ToString() == question.Event.Of
                && o.ActivityId == question.Row!.ActivityId && o.Round == question.Row.Round && o.At >= question.Row.At);
            opinions.Add(new AskedOpinionDto(
                await NameAsync(question.Event.Of, cancellationToken), question.Row!.Text ?? "", given?.Text, given?.At ?? question.Row.At));
        }

        return opinions;
    }

    private static StoppedClockDto? Clock(CaseWork work, List<Opinion> written) =>
        work.State.Clock.Stops.FirstOrDefault(s => s is { To: null, Activity: null }) is { } stop
            ? new StoppedClockDto(
                stop.From,
                written.LastOrDefault(o => o.Outcome == OpinionOutcomes.ClockStopped)?.AuthorName ?? "",
                written.LastOrDefault(o => o.Outcome == OpinionOutcomes.ClockStopped)?.Text)
            : null;

    private async Task<string> NameAsync(string user, CancellationToken cancellationToken) => Guid.TryParse(user, out var id)
        ? await context.Users.Where(u => u.Id == id).Select(u => u.DisplayName).SingleOrDefaultAsync(cancellationToken) ?? ""
        : "";

    private string Say(string code, string name, string language) => texts.Format(code, new Dictionary<string, string> { ["name"] = name }, language);

    /// <summary>A question with the row that holds its text.</summary>
    private sealed record AskedQuestion(OpinionAsked Event, Opinion? Row);
}
