namespace Approvals.Workflows;

/// <summary>The last round of each activity: number, actors, outcome.</summary>
internal static class Rounds
{
    public static void Begin(StepRun run, Execution execution)
    {
        if (run.Node(execution).Activity.KeepsRounds)
        {
            var before = Of(run, execution.Activity);
            Set(run, execution.Activity, before with { Number = before.Number + 1, Outcome = null, Actors = [], After = execution.After, Silent = false });
        }
    }

    public static void End(StepRun run, Execution execution, ImmutableArray<string> outcomes)
    {
        if (!execution.Left && run.Node(execution).Activity.KeepsRounds && run.State.Rounds.TryGetValue(execution.Activity, out var round))
        {
            Set(run, execution.Activity, round with { Outcome = outcomes is [var first, ..] ? first : "Done" });
        }
    }

    public static ActivityRound Of(StepRun run, string activity) => run.State.Rounds.GetValueOrDefault(activity) ?? new ActivityRound(0);

    public static void Set(StepRun run, string activity, ActivityRound round) =>
        run.State = run.State with { Rounds = run.State.Rounds.SetItem(activity, round) };

    /// <summary>Everybody who acted in the given steps.</summary>
    public static ImmutableArray<string> Actors(StepRun run, ImmutableArray<string> steps) =>
        [.. steps.SelectMany(s => Of(run, s).Actors).Distinct(StringComparer.Ordinal)];

    /// <summary>The steps that stand before whatever follows an execution.</summary>
    public static ImmutableArray<string> After(StepRun run, Execution execution) =>
        run.Node(execution).Activity.IsStep ? [execution.Activity] : execution.After;
}
