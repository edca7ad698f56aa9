using Approvals.Application.Cases;
using Approvals.Workflows;

namespace Approvals.Simulation.Scenarios;

/// <summary>The activities of a case in the order they were reached, whether they have been left or still wait.</summary>
internal static class CasePath
{
    private const string Start = "Elsa.Start";

    internal static IEnumerable<string> Of(WorkflowDefinition definition, IEnumerable<ReplayCase.ReplayedStep> steps)
    {
        var shown = definition.Activities.Where(a => a.Type != Start && !a.Children.Any()).Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        return steps.SelectMany(Reached).Where(shown.Contains);
    }

    /// <summary>What one step reached: what it ran through, and where it stopped. What it only finished was reached before.</summary>
    private static IEnumerable<string> Reached(ReplayCase.ReplayedStep step)
    {
        var waiting = step.Before.Executions.Where(e => !e.Left).Select(e => e.Activity).ToList();
        foreach (var executed in step.Outcome.Executed)
        {
            if (!waiting.Remove(executed.Activity))
            {
                yield return executed.Activity;
            }
        }

        var known = step.Before.Executions.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var execution in step.Outcome.State.Executions.Where(e => !known.Contains(e.Id) && !e.Left))
        {
            yield return execution.Activity;
        }
    }
}
