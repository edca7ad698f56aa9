namespace Approvals.Workflows;

/// <summary>
/// The case goes on by another version of its definition, where it stands. It is stepped with the new definition: tokens, rounds, tasks
/// and timers move to the steps that the map names, or to those of the same id. Tasks keep their ids, holders and the day they were received on.
/// </summary>
/// <param name="Version">Id of the version the case now follows.</param>
/// <param name="By">Who moved it.</param>
public sealed record MigratedTo(string Version, Actor By) : WorkflowEvent
{
    /// <summary>Where steps go whose id is another one now: new id by old.</summary>
    public ImmutableSortedDictionary<string, string> Activities { get => field ?? ImmutableSortedDictionary<string, string>.Empty; init; }
}

/// <summary>A migration is taken back, before anything else happened to the case. It is stepped with the old definition.</summary>
/// <param name="Version">Id of the version the case follows again.</param>
/// <param name="By">Who took it back.</param>
/// <param name="Before">The state before the migration.</param>
public sealed record MigrationUndone(string Version, Actor By, WorkflowState Before) : WorkflowEvent;
