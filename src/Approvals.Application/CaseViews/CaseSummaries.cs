using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.Limits;
using Approvals.Application.Policies;
using Approvals.Application.Tasks;
using Approvals.Domain.Calendars;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.CaseViews;

/// <summary>Cases as lists show them, without opening anything that is encrypted.</summary>
public sealed class CaseSummaries(
    ApprovalsDbContext context, ServiceCatalog catalog, CalendarInForce calendar, DueBadge badge, CaseWords words, Foresight foresight, TimeProvider clock)
{
    /// <summary>Summaries of a page of cases.</summary>
    public async Task<IReadOnlyList<CaseSummaryDto>> OfAsync(IReadOnlyList<Case> cases, string language, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. cases.Select(c => c.Id)];
        var tasks = (await context.TaskItems.AsNoTracking().Where(t => ids.Contains(t.CaseId) && t.Kind != nameof(TaskKind.Promise)).ToListAsync(cancellationToken))
            .InOrder().ToLookup(t => t.CaseId);
        var notices = (await context.PublicNotices.AsNoTracking().Where(n => ids.Contains(n.CaseId)).ToListAsync(cancellationToken)).ToLookup(n => n.CaseId);
        var states = await context.CaseStates.AsNoTracking().Where(s => ids.Contains(s.CaseId)).ToDictionaryAsync(s => s.CaseId, s => s.State, cancellationToken);
        List<CaseSummaryDto> summaries = [];
        foreach (var row in cases)
        {
            var service = await catalog.FindAsync(row.ServiceVersionId, cancellationToken);
            summaries.Add(Of(row, service, Steps(service, WorkflowState.FromJson(states[row.Id]), row, [.. BegunOf(service, tasks[row.Id], notices[row.Id])], language), language));
        }

        return summaries;
    }

    /// <summary>Summaries of many cases, without their steps.</summary>
    internal async Task<IReadOnlyList<CaseSummaryDto>> HeadsAsync(IReadOnlyList<Case> cases, string language, CancellationToken cancellationToken)
    {
        List<CaseSummaryDto> heads = [];
        foreach (var row in cases)
        {
            heads.Add(Of(row, await catalog.FindAsync(row.ServiceVersionId, cancellationToken), [], language));
        }

        return heads;
    }

    /// <summary>The summary of a case whose steps are known.</summary>
    internal CaseSummaryDto Of(Case row, ServiceSnapshot service, IReadOnlyList<ShortStepDto> steps, string language)
    {
        var expected = row.FinishedAt is not null ? null
            : row.DueAt is { } due ? badge.LastDay(due)
            : service.Service.Limits.Promised is { } promised ? calendar.Current.Resolve(promised.Limit, clock.GetUtcNow(), []).On
            : (DateOnly?)null;
        return new CaseSummaryDto(
            row.Id.ToString(),
            row.Number,
            row.ServiceCode,
            row.ServiceName.In(language),
            CaseWords.Headline(row.Highlights, language),
            row.State,
            words.State(row, service.Service, language),
            calendar.Current.DayOf(row.SubmittedAt),
            expected,
            expected is { } on && calendar.Current.IsProvisional(on),
            row.Result,
            words.Result(row.Result, service.Service, language),
            steps);
    }

    private IReadOnlyList<ShortStepDto> Steps(ServiceSnapshot service, WorkflowState state, Case row, IReadOnlyList<Begun> begun, string language)
    {
        List<ShortStepDto> steps = [];
        if (StartForm.Activity(service) is { } start && begun.All(b => b.Activity != start.Id))
        {
            steps.Add(new ShortStepDto(start.Id, start.DisplayName.In(language), StepStatus.Done));
        }

        var waiting = Waiting(state, begun);
        var parts = begun.GroupBy(b => (b.Activity, b.Name)).ToList();
        var last = parts.Where(g => !g.All(b => b.IsRuling)).GroupBy(g => g.Key.Activity).Select(a => a.Last().Key).ToHashSet();
        steps.AddRange(parts.Select(g => new ShortStepDto(
            g.Key.Activity, g.Key.Name.In(language), g.Any(b => b.IsOpen) || (last.Contains(g.Key) && waiting.Contains(g.Key.Activity)) ? StepStatus.Current : StepStatus.Done)));
        steps.AddRange(waiting.Where(a => steps.TrueForAll(s => s.Activity != a))
            .Select(a => new ShortStepDto(a, service.Package.Activity(a)?.DisplayName.In(language) ?? a, StepStatus.Current)).ToList());
        if (row.FinishedAt is null)
        {
            steps.AddRange(foresight.Of(service, state, row.RegionPath).Where(p => steps.TrueForAll(s => s.Activity != p.Activity))
                .Select(p => new ShortStepDto(p.Activity, p.Name.In(language), StepStatus.Coming)).ToList());
        }

        return [.. steps.OrderBy(s => s.Status switch { StepStatus.Done => 0, StepStatus.Current => 1, _ => 2 })];
    }

    /// <summary>
    /// Activities that wait themselves, such as for an instant. Where somebody has a task of an activity, the task tells what is under way;
    /// a document that is still to come is not, unless nothing else is.
    /// </summary>
    private static HashSet<string> Waiting(WorkflowState state, IReadOnlyList<Begun> begun)
    {
        var tasks = state.Bookmarks.OfType<TaskBookmark>().Where(t => t.Kind != TaskKind.Ruling).Select(t => t.Activity).ToHashSet(StringComparer.Ordinal);
        var waiting = state.Bookmarks.Where(b => b is not TaskBookmark && !tasks.Contains(b.Activity)).Select(b => b.Activity).ToHashSet(StringComparer.Ordinal);
        return waiting.Count > 0 || begun.Any(b => b.IsOpen) ? waiting : tasks;
    }

    /// <summary>What was begun, tasks and notices, in the order in which it came.</summary>
    private static IEnumerable<Begun> BegunOf(ServiceSnapshot service, IEnumerable<TaskItem> tasks, IEnumerable<PublicNotice> notices) =>
        tasks.Select(t => new Begun(t.ActivityId, t.StepName, t.ReceivedAt, t.State is TaskItemState.Open or TaskItemState.Claimed or TaskItemState.Frozen,
                t.Kind == nameof(TaskKind.Ruling)))
            .Concat(notices.Select(n => new Begun(
                n.ActivityId, service.Package.Activity(n.ActivityId)?.DisplayName ?? new LocalText(n.ActivityId, n.ActivityId), n.PublishedAt, false, false)))
            .OrderBy(b => b.At);

    private sealed record Begun(string Activity, LocalText Name, DateTimeOffset At, bool IsOpen, bool IsRuling);
}
