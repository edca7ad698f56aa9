using System.Collections.Immutable;
using Approvals.Application.Cases;
using Approvals.Decisions;
using Approvals.Feel;
using Approvals.Workflows;

namespace Approvals.Application.Replay;

/// <summary>A rule that matched.</summary>
/// <param name="Decision">The decision whose table it stands in.</param>
/// <param name="Number">Its number in the table, from 1.</param>
/// <param name="Id">Its id in the file, which stays when rules are put before it.</param>
/// <param name="Clause">The clause it names, or null.</param>
public sealed record SeenRule(string Decision, int Number, string? Id, string? Clause)
{
    private static readonly string[] ClauseNames = ["clause", "条款"];

    /// <summary>What makes it the same rule in another version.</summary>
    internal string Key => $"{Decision}\n{Id ?? $"#{Number}"}";

    internal static SeenRule Of(MatchedRule rule) => new(
        rule.Decision, rule.Number, rule.Id, ClauseNames.Select(name => rule.Annotations.GetValueOrDefault(name)).FirstOrDefault(clause => !string.IsNullOrEmpty(clause)));
}

/// <summary>A decision as a case saw it: what was asked is left out.</summary>
/// <param name="Activity">The step.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Outcome">The outcome the flow took.</param>
/// <param name="Value">What it gave, only to be compared: it may say something about a person.</param>
/// <param name="Rules">The rules that matched.</param>
public sealed record SeenDecision(string Activity, string Decision, string Outcome, FeelValue Value, ImmutableArray<SeenRule> Rules);

/// <summary>What came of a case: everything the platform computed or reached.</summary>
/// <param name="Result">How it ended; null while it runs.</param>
/// <param name="Decisions">The decisions in order.</param>
/// <param name="Steps">The steps in the order they were reached.</param>
public sealed record SeenCase(string? Result, ImmutableArray<SeenDecision> Decisions, ImmutableArray<string> Steps)
{
    private const string Start = "Elsa.Start";

    /// <summary>The tasks that were opened, each by its step and the Monday of its week.</summary>
    public ImmutableArray<OpenedTask> Work { get => field.IsDefault ? [] : field; init; }

    /// <summary>Nothing came of it.</summary>
    public static SeenCase Nothing { get; } = new(null, [], []);

    /// <summary>Gathers it from a case's events stepped again.</summary>
    public static SeenCase Of(string? result, WorkflowDefinition definition, ImmutableArray<ReplayCase.ReplayedStep> steps)
    {
        var decisions = steps.SelectMany(s => s.Outcome.Effects).OfType<RecordDecision>()
            .Select(d => new SeenDecision(d.Activity, d.Decision, d.Outcome, d.Value, [.. d.Rules.Select(SeenRule.Of)]));
        return new SeenCase(result, [.. decisions], [.. Path(definition, steps)])
        {
            Work = [.. steps.SelectMany(s => s.Outcome.Effects.OfType<CreateTask>().Select(t => new OpenedTask(t.Task.Activity, MondayOf(s.Event.Today))))],
        };
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>The activities in the order they were reached, whether they have been left or still wait.</summary>
    public static IEnumerable<string> Path(WorkflowDefinition definition, IEnumerable<ReplayCase.ReplayedStep> steps)
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

/// <summary>A task as it came to somebody.</summary>
/// <param name="Activity">The step.</param>
/// <param name="Week">The Monday of the week in which it came.</param>
public readonly record struct OpenedTask(string Activity, DateOnly Week);
