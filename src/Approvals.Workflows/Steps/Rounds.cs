namespace Approvals.Workflows;

/// <summary>The last round of each activity: number, actors, outcome.</summary>
internal static class Rounds
{
    public static void Begin(StepRun run, Execution execution)
    {
        if (run.Node(execution).Activity.KeepsRounds)
        {
            var before = Of(run, execution.Activity);
            Set(run, execution.Activity, before with { Number = before.Number + 1, Outcome = null, Actors = [], For = [], After = execution.After, Silent = false });
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

    /// <summary>Everybody who acted in the given steps, or was acted for by a substitute.</summary>
    public static ImmutableArray<string> Actors(StepRun run, ImmutableArray<string> steps) =>
        [.. steps.SelectMany(s => Involved(Of(run, s))).Distinct(StringComparer.Ordinal)];

    /// <summary>Who acted in a round, and for whom substitutes did.</summary>
    public static IEnumerable<string> Involved(ActivityRound round) => round.For.IsEmpty ? round.Actors : round.Actors.Concat(round.For);

    /// <summary>Notes that somebody acted, and for whom.</summary>
    public static void Acted(StepRun run, string activity, Actor by)
    {
        var round = Of(run, activity);
        Set(run, activity, round with
        {
            Actors = [.. round.Actors.Union([by.User], StringComparer.Ordinal)],
            For = by is { Substitution: not null, OnBehalfOf: { } principal } ? [.. round.For.Union([principal], StringComparer.Ordinal)] : round.For,
        });
    }

    /// <summary>The steps that stand before whatever follows an execution.</summary>
    public static ImmutableArray<string> After(StepRun run, Execution execution) =>
        run.Node(execution).Activity.IsStep ? [execution.Activity] : execution.After;
}
