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
        var tasks = (await context.TaskItems.AsNoTracking().Where(t => ids.Contains(t.CaseId)).OrderBy(t => t.ReceivedAt).ThenBy(t => t.Id).ToListAsync(cancellationToken))
            .ToLookup(t => t.CaseId);
        var states = await context.CaseStates.AsNoTracking().Where(s => ids.Contains(s.CaseId)).ToDictionaryAsync(s => s.CaseId, s => s.State, cancellationToken);
        List<CaseSummaryDto> summaries = [];
        foreach (var row in cases)
        {
            var service = await catalog.FindAsync(row.ServiceVersionId, cancellationToken);
            summaries.Add(Of(row, service, Steps(service, WorkflowState.FromJson(states[row.Id]), row, [.. tasks[row.Id]], language), language));
        }

        return summaries;
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
            words.State(row.State, language),
            calendar.Current.DayOf(row.SubmittedAt),
            expected,
            expected is { } on && calendar.Current.IsProvisional(on),
            row.Result,
            words.Result(row.Result, language),
            steps);
    }

    private IReadOnlyList<ShortStepDto> Steps(
        ServiceSnapshot service, WorkflowState state, Case row, IReadOnlyList<TaskItem> tasks, string language)
    {
        List<ShortStepDto> steps = [];
        if (StartForm.Activity(service) is { } start && tasks.All(t => t.ActivityId != start.Id))
        {
            steps.Add(new ShortStepDto(start.Id, start.DisplayName.In(language), StepStatus.Done));
        }

        steps.AddRange(tasks.Where(t => t.Kind != nameof(TaskKind.Promise)).GroupBy(t => t.ActivityId)
            .Select(g => new ShortStepDto(g.Key, g.First().StepName.In(language), g.Any(IsOpen) ? StepStatus.Current : StepStatus.Done)));
        steps.AddRange(from round in state.Rounds
                       where round.Value.Outcome is not null && steps.TrueForAll(s => s.Activity != round.Key)
                       let activity = service.Package.Activity(round.Key)
                       where activity?.Type == "Approvals.PublicNotice"
                       select new ShortStepDto(round.Key, activity.DisplayName.In(language), StepStatus.Done));
        var waiting = state.Bookmarks.Select(b => b.Activity).Distinct().Where(a => steps.TrueForAll(s => s.Activity != a));
        steps.AddRange(waiting.Select(a => new ShortStepDto(a, service.Package.Activity(a)?.DisplayName.In(language) ?? a, StepStatus.Current)));
        if (row.FinishedAt is null)
        {
            steps.AddRange(foresight.Of(service, state, row.RegionPath).Where(p => steps.TrueForAll(s => s.Activity != p.Activity))
                .Select(p => new ShortStepDto(p.Activity, p.Name.In(language), StepStatus.Coming)).ToList());
        }

        return [.. steps.OrderBy(s => s.Status switch { StepStatus.Done => 0, StepStatus.Current => 1, _ => 2 })];
    }

    private static bool IsOpen(TaskItem task) => task.State is TaskItemState.Open or TaskItemState.Claimed or TaskItemState.Frozen;
}
