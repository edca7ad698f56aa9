namespace Approvals.Workflows;

/// <summary>Remembers which of some activities were done and not taken back.</summary>
internal abstract class DoneMonitor : PathMonitor
{
    protected SortedSet<string> Done { get; init; } = new(StringComparer.Ordinal);

    public override string Key => string.Join(',', Done);

    public override PathMonitor Clone() => With(new SortedSet<string>(Done, StringComparer.Ordinal));

    public override void TakenBack(Func<string, bool> isTakenBack) => Done.RemoveWhere(id => isTakenBack(id));

    protected abstract DoneMonitor With(SortedSet<string> done);
}

/// <summary>Whenever the target is reached, one of the others was done before.</summary>
internal sealed class PrecedesMonitor(PathNames target, PathNames by, int? minWorkingDays) : DoneMonitor
{
    public override void Begins(ActivityNode node, ImmutableArray<string> after) => IsBroken |= target.Match(node) && Done.Count == 0;

    public override void Ends(string? result, ActivityDefinition? by) => IsBroken |= target.MatchEnd(result, null) && Done.Count == 0;

    public override void Leaves(ActivityNode node, ImmutableArray<string> outcomes)
    {
        if (by.Person && PathNames.IsAutomatic(node, outcomes))
        {
            Done.RemoveWhere(id => id.StartsWith('@'));
        }

        if (by.Person && PathNames.IsByPerson(node, outcomes))
        {
            Done.Add("@" + node.Id);
        }

        IsBroken |= target.MatchLeft(node, outcomes) && Done.Count == 0;
        if ((by.Match(node) || by.MatchLeft(node, outcomes)) && WorkingDays(node) >= (minWorkingDays ?? 0))
        {
            Done.Add(node.Id);
        }
    }

    public override void TakenBack(Func<string, bool> isTakenBack) => Done.RemoveWhere(id => isTakenBack(id.TrimStart('@')));

    protected override DoneMonitor With(SortedSet<string> done) => new PrecedesMonitor(target, by, minWorkingDays) { Done = done, IsBroken = IsBroken };

    /// <summary>How long an activity takes at least, where the definition says so.</summary>
    private static int WorkingDays(ActivityNode node) => node.Activity switch
    {
        PublicNotice notice => notice.WorkingDays.Constant,
        WaitWorkingDays wait => wait.Days.Constant,
        _ => 0,
    };
}

/// <summary>The target is never reached, or never after one of the others.</summary>
internal sealed class NeverMonitor(PathNames target, PathNames by) : DoneMonitor
{
    private bool IsForbidden => by.IsEmpty || Done.Count > 0;

    public override void Begins(ActivityNode node, ImmutableArray<string> after) => IsBroken |= IsForbidden && target.Match(node);

    public override void Ends(string? result, ActivityDefinition? by) => IsBroken |= IsForbidden && target.MatchEnd(result, null);

    public override void Leaves(ActivityNode node, ImmutableArray<string> outcomes)
    {
        IsBroken |= IsForbidden && target.MatchLeft(node, outcomes);
        if (by.Match(node) || by.MatchLeft(node, outcomes))
        {
            Done.Add(node.Id);
        }
    }

    protected override DoneMonitor With(SortedSet<string> done) => new NeverMonitor(target, by) { Done = done, IsBroken = IsBroken };
}

/// <summary>The target happens at most once.</summary>
internal sealed class AtMostOnceMonitor(PathNames target) : DoneMonitor
{
    private const string Correction = "Correction";

    public override void AsksCorrection(ActivityNode node) => Count(target.Has(Correction), $"{Correction}@{node.Id}");

    public override void Leaves(ActivityNode node, ImmutableArray<string> outcomes) => Count(target.Match(node) || target.MatchLeft(node, outcomes), node.Id);

    /// <summary>A correction that was asked stays asked.</summary>
    public override void TakenBack(Func<string, bool> isTakenBack) => Done.RemoveWhere(id => !id.StartsWith(Correction, StringComparison.Ordinal) && isTakenBack(id));

    protected override DoneMonitor With(SortedSet<string> done) => new AtMostOnceMonitor(target) { Done = done, IsBroken = IsBroken };

    private void Count(bool isMeant, string id)
    {
        IsBroken |= isMeant && Done.Count > 0;
        if (isMeant)
        {
            Done.Add(id);
        }
    }
}

/// <summary>Whoever reaches the target is sent a letter that tells certain things.</summary>
internal sealed class TellsMonitor(PathNames target, ImmutableHashSet<string> letters) : PathMonitor
{
    public override string Key => "";

    public override PathMonitor Clone() => new TellsMonitor(target, letters) { IsBroken = IsBroken };

    public override void Ends(string? result, ActivityDefinition? by) => IsBroken |= by is not null && target.MatchEnd(result, by.Id) &&
        !(ActivityTexts.Own(by, "letter") is { } letter && letters.Contains(letter));
}

/// <summary>
/// Different people. Nobody takes two steps in a row where the definition bars it, nor a step that must be distinct from one taken
/// before; that, and nothing else, makes the people of two steps different for certain.
/// </summary>
internal sealed class DistinctPeopleMonitor(PathNames target, bool isPairwise) : DoneMonitor
{
    private const string Two = "@two";

    public override void Begins(ActivityNode node, ImmutableArray<string> after)
    {
        if (isPairwise)
        {
            IsBroken |= target.Match(node) && Done.Any(done => done != node.Id && !Barring(node, after).Contains(done));
        }
        else
        {
            IsBroken |= target.Match(node) && !Done.Contains(Two);
            Note(node, after);
        }
    }

    public override void Ends(string? result, ActivityDefinition? by) => IsBroken |= !isPairwise && target.MatchEnd(result, null) && !Done.Contains(Two);

    public override void Leaves(ActivityNode node, ImmutableArray<string> outcomes)
    {
        if (isPairwise && target.Match(node) && (PathNames.IsByPerson(node, outcomes) || node.Activity is Accept))
        {
            Done.Add(node.Id);
        }
        else if (!isPairwise && PathNames.IsByPerson(node, outcomes))
        {
            if (Done.Remove("~" + node.Id))
            {
                Done.Add(Two);
            }

            Done.Add(node.Id);
        }
    }

    public override void TakenBack(Func<string, bool> isTakenBack) => Done.RemoveWhere(id => id == Two || isTakenBack(id.TrimStart('~')));

    protected override DoneMonitor With(SortedSet<string> done) => new DistinctPeopleMonitor(target, isPairwise) { Done = done, IsBroken = IsBroken };

    /// <summary>A step that begins after one a person took, and bars who took it.</summary>
    private void Note(ActivityNode node, ImmutableArray<string> after)
    {
        if (node.Activity.IsStep && Barring(node, after).Any(Done.Contains))
        {
            Done.Add("~" + node.Id);
        }
    }

    /// <summary>The steps whose people may not take this one.</summary>
    private static ImmutableArray<string> Barring(ActivityNode node, ImmutableArray<string> after) => node.Activity switch
    {
        Review { Panel: var panel } => [.. panel.AllowSuccessive.Constant ? [] : after, .. panel.DistinctFrom.Constant.Select(id => node.Definition.Prefix + id)],
        Accept => after,
        _ => [],
    };
}
