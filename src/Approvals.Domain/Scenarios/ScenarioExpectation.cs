namespace Approvals.Domain.Scenarios;

/// <summary>What must come of a scenario; what is null is not compared.</summary>
public sealed record ScenarioExpectation
{
    public string? Result { get; init; }

    public string? State { get; init; }

    /// <summary>Ids of activities in order; <see cref="Scenario.Anything"/> stands for any number of them.</summary>
    public ImmutableArray<string>? Path { get; init; }

    /// <summary>Tasks among those that opened.</summary>
    public ImmutableArray<TaskSeen>? Tasks { get; init; }

    /// <summary>Due dates among those that were set.</summary>
    public ImmutableArray<DueSeen>? Due { get; init; }

    /// <summary>Decisions among those that were taken.</summary>
    public ImmutableArray<DecisionSeen>? Decisions { get; init; }

    /// <summary>All letters in order.</summary>
    public ImmutableArray<string>? Letters { get; init; }

    /// <summary>All entitlements.</summary>
    public ImmutableArray<EntitlementSeen>? Entitlements { get; init; }

    /// <summary>Places in waiting lists among those the case had.</summary>
    public ImmutableArray<WaitingSeen>? Waiting { get; init; }

    /// <summary>Bookings among those the case asked for.</summary>
    public ImmutableArray<BookingSeen>? Bookings { get; init; }

    /// <summary>How many incidents.</summary>
    public int? Incidents { get; init; }
}

/// <summary>A place in a waiting list: Waiting, Offered, Taken or Removed, and which place it is.</summary>
public sealed record WaitingSeen(string List, string? State = null, int? Place = null);

/// <summary>A booking and where it stands.</summary>
public sealed record BookingSeen(string Activity, string? State = null);

/// <summary>A task: where, to whom, and how it stands.</summary>
public sealed record TaskSeen(string Activity, string? To = null, string? State = null);

/// <summary>A due date.</summary>
public sealed record DueSeen(string Activity, DateOnly On);

/// <summary>A decision: its outcome, the rules that matched and the clauses they name.</summary>
public sealed record DecisionSeen(string Decision, string? Outcome = null, ImmutableArray<int>? Rules = null, ImmutableArray<string>? Clauses = null)
{
    /// <summary>The decision that the engine recorded and each it rests on.</summary>
    public static ImmutableArray<DecisionSeen> From(RecordDecision recorded) =>
    [
        Of(recorded.Decision, recorded.Outcome, recorded),
        .. recorded.Rules.Select(r => r.Decision).Where(d => d != recorded.Decision).Distinct().Select(d => Of(d, null, recorded)),
    ];

    private static DecisionSeen Of(string decision, string? outcome, RecordDecision recorded)
    {
        var rules = recorded.Rules.Where(r => r.Decision == decision).ToList();
        return new DecisionSeen(
            decision, outcome, [.. rules.Select(r => r.Number)],
            [.. rules.Select(r => r.Annotations.GetValueOrDefault("clause")).OfType<string>().Where(c => c.Length > 0)]);
    }
}

/// <summary>An entitlement that was granted.</summary>
public sealed record EntitlementSeen(string Kind, string? Level = null, DateOnly? ValidTo = null, ImmutableArray<string>? Items = null);

/// <summary>What a run of a scenario came to.</summary>
public sealed record ScenarioRun
{
    public string? Result { get; init; }

    public string? State { get; init; }

    public ImmutableArray<string> Path { get; init; } = [];

    public ImmutableArray<TaskSeen> Tasks { get; init; } = [];

    public ImmutableArray<DueSeen> Due { get; init; } = [];

    public ImmutableArray<DecisionSeen> Decisions { get; init; } = [];

    public ImmutableArray<string> Letters { get; init; } = [];

    public ImmutableArray<EntitlementSeen> Entitlements { get; init; } = [];

    public ImmutableArray<WaitingSeen> Waiting { get; init; } = [];

    public ImmutableArray<BookingSeen> Bookings { get; init; } = [];

    /// <summary>What went wrong, one each: the activity, the reason and its data.</summary>
    public ImmutableArray<string> Incidents { get; init; } = [];
}
