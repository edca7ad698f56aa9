using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Drafts;
using Approvals.Application.Limits;
using Approvals.Application.Rights;
using Approvals.Application.Statements;
using Approvals.Application.Tasks;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.CaseViews;

/// <summary>The timeline of a case: what was done, what is under way, what will likely come.</summary>
public sealed class CaseTimeline(CaseReader reader, Offices offices, CaseWords words, DueBadge badge, CalendarInForce calendar, ComingSteps coming, TimelineLines lines, MessageCatalog texts)
{
    /// <summary>The timeline of a case the user may read.</summary>
    public async Task<Result<IReadOnlyList<StepDto>>> OfAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var opened = await reader.OpenAsync(id, user, cancellationToken);
        return opened.IsSuccess
            ? Result<IReadOnlyList<StepDto>>.Success(await OfAsync(opened.Value, user, cancellationToken))
            : opened.Error;
    }

    /// <summary>The timeline of a case that is open already.</summary>
    public async Task<IReadOnlyList<StepDto>> OfAsync(OpenedCase opened, CurrentUser user, CancellationToken cancellationToken)
    {
        var opinions = await opened.Work.Context.Opinions.AsNoTracking().Where(o => o.CaseId == opened.Work.Case.Id)
            .OrderBy(o => o.At).ThenBy(o => o.Id).ToListAsync(cancellationToken);
        var staff = user.IsStaff;
        List<StepDto> steps = [];
        var people = await StepActors.OfAsync(opened, opinions, words, user.Language, cancellationToken);
        var begun = opened.Tasks.Where(t => t.Kind is not (nameof(TaskKind.Promise) or nameof(TaskKind.Opinion))).GroupBy(StepKey.Of).ToList();
        var keys = new StepKeys(opened.Work, begun.Select(g => g.Key));
        var within = await lines.OfAsync(opened, opinions, keys, people, user, cancellationToken);
        if (StartForm.Activity(opened.Work.Service) is { } start && !begun.Exists(g => g.Key.Activity == start.Id))
        {
            steps.Add(Submitted(opened.Work, start, await FilerAsync(opened.Work, user.Language, cancellationToken), user.Language));
        }

        foreach (var group in begun)
        {
            var written = TaskRights.IsSecret(group.First().Kind) ? [] : opinions.Where(o => keys.Of(o) == group.Key && OpinionOutcomes.Decides(o.Outcome)).ToList();
            var step = await StepAsync(opened.Work, [.. group], written, staff ? people : null, user.Language, cancellationToken);
            steps.Add(step with { Lines = Beside(step, [.. within[group.Key]]) });
        }

        steps.AddRange(await NoticesAsync(opened.Work, user.Language, cancellationToken));
        var running = steps.Where(s => s.Status == StepStatus.Current).ToList();
        var begunSteps = steps.OrderBy(s => s.Status == StepStatus.Current).ThenBy(s => s.ReceivedAt)
            .Select(s => s with { Beside = s.Status == StepStatus.Current ? [.. running.Where(r => r.Activity != s.Activity).Select(r => r.Activity)] : [] }).ToList();
        return [.. begunSteps, .. coming.Of(opened.Work, begunSteps, user.Language)];
    }

    /// <summary>A step that one person decided and nothing else happened in needs no lines: it says so itself.</summary>
    private static List<StepLineDto> Beside(StepDto step, List<StepLineDto> lines) =>
        lines.Count(l => l.Decides) > 1 || step.Status == StepStatus.Current || lines.Exists(l => l.Act == nameof(VoteClosed)) ? lines
        : [.. lines.Where(l => !l.Decides)];

    /// <summary>Who filed: the applicant, or whoever did it for them, by name.</summary>
    private async Task<string> FilerAsync(CaseWork work, string language, CancellationToken cancellationToken)
    {
        if (work.Case.FiledBy is not (FiledBy.Agent or FiledBy.Counter))
        {
            return words.View("applicant", language);
        }

        var name = await work.Context.Users.AsNoTracking().Where(u => u.Id == work.Case.FiledByUserId).Select(u => u.DisplayName).SingleOrDefaultAsync(cancellationToken);
        return words.View(work.Case.FiledBy == FiledBy.Agent ? "filedByEmployer" : "filedAtCounter", language, ("name", name ?? ""));
    }

    private StepDto Submitted(CaseWork work, ActivityDefinition start, string filer, string language) => StepDto.Of(start.Id, start.DisplayName.In(language)) with
    {
        Status = StepStatus.Done,
        Actor = filer,
        ReceivedAt = work.Case.SubmittedAt,
        FinishedAt = work.Case.SubmittedAt,
        Outcome = "Done",
        OutcomeName = words.Outcome(start, "Done", language),
    };

    private async Task<StepDto> StepAsync(
        CaseWork work, IReadOnlyList<TaskItem> tasks, List<Opinion> written, StepActors? people, string language, CancellationToken cancellationToken)
    {
        var first = tasks[0];
        var open = tasks.Where(t => t.State is TaskItemState.Open or TaskItemState.Claimed or TaskItemState.Frozen).ToList();
        var last = tasks.Where(t => t.ClosedAt is not null).MaxBy(t => t.ClosedAt);
        var isVote = TaskRights.IsSecret(first.Kind);
        var activity = work.Service.Package.Activity(first.ActivityId);
        var finished = open.Count == 0 ? last?.ClosedAt : null;
        var outcome = open.Count == 0 ? written.LastOrDefault()?.Outcome ?? last?.Outcome : null;
        return StepDto.Of(first.ActivityId, first.StepName.In(language)) with
        {
            Status = open.Count > 0 ? StepStatus.Current : StepStatus.Done,
            Round = first.Round,
            OrganisationName = await offices.OfAsync(first, language, cancellationToken),
            Actor = Actor(written, first, open, people, language),
            ReceivedAt = first.ReceivedAt,
            FinishedAt = finished,
            Duration = finished is { } end ? Duration(first.ReceivedAt, end, language) : null,
            Outcome = outcome,
            OutcomeName = words.Outcome(activity, isVote && outcome is not null ? work.State.Rounds.GetValueOrDefault(first.ActivityId)?.Outcome ?? outcome : outcome, language),
            Opinion = people is not null || written.Exists(o => o.Outcome is "Rejected" or "Declined" or "Returned" or "Correction" or FileStatement.Outcome)
                ? written.LastOrDefault(o => o.Text is not null)?.Text
                : null,
            Due = open.Count > 0 ? badge.Of(open[0].DueAt, open[0].YellowAt, open[0].Limit is not null, open[0].IsProvisional) : null,
            Limit = LimitOf(activity, first.Kind == nameof(TaskKind.Ruling) ? "rulingLimit" : "limit", language),
            ClockStopped = work.Service.Service.Clock.Excludes.Any(e => e == first.ActivityId || e == activity?.Type),
        };
    }

    /// <summary>Staff read who has a step under way, and who did one that is done.</summary>
    private string? Actor(List<Opinion> written, TaskItem task, List<TaskItem> open, StepActors? people, string language) =>
        TaskRights.IsSecret(task.Kind) ? words.View("anonymousPanel", language)
        : IsApplicants(task) ? words.View("applicant", language)
        : open.Count > 0 ? people?.Holders(open)
        : written.LastOrDefault() is { } last ? people?.Author(last)
        : null;

    private static bool IsApplicants(TaskItem task) => task.Kind is nameof(TaskKind.Correction) or nameof(TaskKind.Statement)
        || (task.Kind == nameof(TaskKind.Fill) && !TaskRights.IsOfAnOffice(task));

    private async Task<IEnumerable<StepDto>> NoticesAsync(CaseWork work, string language, CancellationToken cancellationToken)
    {
        var notices = await work.Context.PublicNotices.AsNoTracking().Where(n => n.CaseId == work.Case.Id).OrderBy(n => n.PublishedAt).ToListAsync(cancellationToken);
        return notices.Select(notice =>
        {
            var waits = work.State.Bookmarks.Any(b => b.Activity == notice.ActivityId && b is not TaskBookmark);
            var round = work.State.Rounds.GetValueOrDefault(notice.ActivityId);
            var ended = waits ? (DateTimeOffset?)null : notice.TakenDownAt ?? notice.EndsAt;
            return StepDto.Of(notice.ActivityId, work.StepName(notice.ActivityId).In(language)) with
            {
                Status = waits ? StepStatus.Current : StepStatus.Done,
                Round = notice.Round,
                ReceivedAt = notice.PublishedAt,
                FinishedAt = ended,
                ExpectedTo = waits ? notice.LastDay : null,
                Duration = ended is { } end ? Duration(notice.PublishedAt, end, language) : null,
                Outcome = waits ? null : round?.Outcome,
                OutcomeName = waits ? null : words.Outcome(work.Service.Package.Activity(notice.ActivityId), round?.Outcome, language),
                Due = waits ? badge.Of(notice.EndsAt, null, true, false) : null,
            };
        });
    }

    private string? LimitOf(ActivityDefinition? activity, string name, string language)
    {
        if (activity?.Property(name) is not { } input || Guides.StepPeople.Value(input) is not { ValueKind: System.Text.Json.JsonValueKind.Object } limit
            || !limit.TryGetProperty("length", out var length) || !length.TryGetInt32(out var count))
        {
            return null;
        }

        var unit = limit.TryGetProperty("unit", out var unitName) && Enum.TryParse<LimitUnit>(unitName.GetString(), ignoreCase: true, out var parsed) ? parsed : LimitUnit.WorkingDays;
        return LimitWords.Of(new Limit(count, unit), texts, language);
    }

    private string Duration(DateTimeOffset from, DateTimeOffset to, string language)
    {
        var days = calendar.Current.WorkingDaysBetween(calendar.Current.DayOf(from), calendar.Current.DayOf(to));
        return days <= 0
            ? texts.Format("limit.sameDay", new Dictionary<string, string>(), language)
            : texts.Format("limit.used", new Dictionary<string, string> { ["time"] = LimitWords.WorkingDays(days, texts, language) }, language);
    }
}
