namespace Approvals.Workflows;

/// <summary>How a step found its place in another version.</summary>
public enum PlaceFound
{
    /// <summary>There is none; a case that stands there cannot be migrated.</summary>
    None,

    /// <summary>By the same id.</summary>
    SameId,

    /// <summary>By kind and name, which only one other step has.</summary>
    SameName,

    /// <summary>Somebody named it.</summary>
    Named,
}

/// <summary>A step and where it goes in another version.</summary>
/// <param name="Activity">The step.</param>
/// <param name="To">Its place; null when there is none.</param>
/// <param name="Found">How it was found.</param>
public sealed record ActivityPlace(ActivityDefinition Activity, ActivityDefinition? To, PlaceFound Found);

/// <summary>Where the steps of one version go in another: by id, else by kind and name, unless somebody says otherwise.</summary>
public static class MigrationPlan
{
    /// <summary>The place of each step of the first version.</summary>
    /// <param name="from">The version that cases follow now.</param>
    /// <param name="to">The version they shall follow.</param>
    /// <param name="named">Places that somebody named: new id by old.</param>
    public static ImmutableArray<ActivityPlace> Places(WorkflowDefinition from, WorkflowDefinition to, ImmutableSortedDictionary<string, string> named)
    {
        var known = from.Activities.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        var free = to.Activities.Where(a => !known.Contains(a.Id)).ToLookup(a => (a.Type, a.DisplayName));
        return [.. from.Activities.Select(a => Place(a, to, named, free))];
    }

    /// <summary>The places whose id is another one, as <see cref="MigratedTo"/> carries them.</summary>
    public static ImmutableSortedDictionary<string, string> Moves(ImmutableArray<ActivityPlace> places) => places
        .Where(p => p.To is not null && p.To.Id != p.Activity.Id)
        .ToImmutableSortedDictionary(p => p.Activity.Id, p => p.To!.Id, StringComparer.Ordinal);

    /// <summary>What is wrong with named places: a step that one of the versions does not have, another kind of step, two steps on one place.</summary>
    public static ImmutableArray<Error> Check(WorkflowDefinition from, WorkflowDefinition to, ImmutableSortedDictionary<string, string> named)
    {
        var errors = ImmutableArray.CreateBuilder<Error>();
        foreach (var (old, place) in named)
        {
            var (before, after) = (from.Activity(old), to.Activity(place));
            var code = before is null ? "workflow.move.unknownStep" : after is null ? "workflow.move.unknownPlace" : before.Type != after.Type ? "workflow.move.otherType" : null;
            if (code is not null)
            {
                errors.Add(new Error(code).With("activity", old).With("to", place));
            }
        }

        var taken = Places(from, to, named).Where(p => p.To is not null).GroupBy(p => p.To!.Id).Where(g => g.Count() > 1);
        errors.AddRange(taken.Select(g => new Error("workflow.move.twoSteps").With("to", g.Key).With("activities", string.Join(", ", g.Select(p => p.Activity.Id)))));
        return errors.ToImmutable();
    }

    /// <summary>The first step under way that has no place of its own kind; null when all have.</summary>
    public static Error? Obstacle(WorkflowState state, ImmutableArray<ActivityPlace> places)
    {
        var under = state.Executions.Select(e => e.Activity).ToHashSet(StringComparer.Ordinal);
        var place = places.FirstOrDefault(p => under.Contains(p.Activity.Id) && p.To?.Type != p.Activity.Type);
        return place is null ? null
            : new Error(place.To is null ? "workflow.move.noPlace" : "workflow.move.otherType", ErrorKind.Conflict)
                .With("activity", place.Activity.Id).With("to", place.To?.Id ?? "–");
    }

    private static ActivityPlace Place(
        ActivityDefinition activity, WorkflowDefinition to, ImmutableSortedDictionary<string, string> named, ILookup<(string, LocalText), ActivityDefinition> free)
    {
        if (named.TryGetValue(activity.Id, out var wanted))
        {
            return new ActivityPlace(activity, to.Activity(wanted), PlaceFound.Named);
        }

        if (to.Activity(activity.Id) is { } same)
        {
            return named.ContainsValue(same.Id) ? new ActivityPlace(activity, null, PlaceFound.None) : new ActivityPlace(activity, same, PlaceFound.SameId);
        }

        return free[(activity.Type, activity.DisplayName)].Where(a => !named.ContainsValue(a.Id)).Take(2).ToList() is [var only]
            ? new ActivityPlace(activity, only, PlaceFound.SameName)
            : new ActivityPlace(activity, null, PlaceFound.None);
    }
}
