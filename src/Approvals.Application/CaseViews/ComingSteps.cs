using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Limits;
using Approvals.Workflows;

namespace Approvals.Application.CaseViews;

/// <summary>The steps that will likely come, each from the day the last one before it is expected to end; branches side by side.</summary>
public sealed class ComingSteps(CalendarInForce calendar, TimeProvider clock, MessageCatalog texts)
{
    /// <summary>What follows the steps begun so far; nothing once the case is finished.</summary>
    internal IReadOnlyList<StepDto> Of(CaseWork work, IReadOnlyList<StepDto> begun, string language)
    {
        if (work.Case.FinishedAt is not null)
        {
            return [];
        }

        var today = calendar.Today(clock);
        var ends = begun.Where(s => s.Status == StepStatus.Current).GroupBy(s => s.Activity)
            .ToDictionary(g => g.Key, g => g.Max(s => s.Due?.DueOn ?? s.ExpectedTo ?? today), StringComparer.Ordinal);
        var route = PredictedRoute.Of(work.Service.Package.Workflow, work.State, work.StepContext(FactSet.Empty));
        List<StepDto> coming = [];
        foreach (var step in route)
        {
            var from = step.After.Select(a => ends.GetValueOrDefault(a, today)).DefaultIfEmpty(today).Max();
            var to = step.Limit is { Unit: LimitUnit.WorkingDays } limit ? calendar.Current.AddWorkingDays(from, limit.Length) : from;
            ends[step.Activity] = to;
            coming.Add(StepDto.Of(step.Activity, step.Name.In(language)) with
            {
                ExpectedFrom = from,
                ExpectedTo = to,
                Limit = step.Limit is { } length ? LimitWords.Of(length, texts, language) : null,
                ClockStopped = work.Service.Service.Clock.Excludes.Any(e => e == step.Activity || e == step.Type),
                Beside = Beside(step, route),
            });
        }

        return coming;
    }

    /// <summary>Steps that begin after the very same ones run beside each other.</summary>
    private static IReadOnlyList<string> Beside(PredictedStep step, IEnumerable<PredictedStep> route) =>
        step.After.IsEmpty ? [] : [.. route.Where(r => r.Activity != step.Activity && r.After.ToHashSet(StringComparer.Ordinal).SetEquals(step.After)).Select(r => r.Activity)];
}
