namespace Approvals.Workflows;

/// <summary>Leads ids of one version's activities to those of another; what is inside a definition used as an activity goes with it.</summary>
internal sealed class ActivityMap(ImmutableSortedDictionary<string, string> named)
{
    public string Of(string activity)
    {
        if (named.IsEmpty)
        {
            return activity;
        }

        for (var end = activity.Length; end > 0; end = activity.LastIndexOf('/', end - 1))
        {
            if (named.TryGetValue(activity[..end], out var moved))
            {
                return moved + activity[end..];
            }
        }

        return activity;
    }

    public ImmutableArray<string> Of(ImmutableArray<string> activities) => [.. activities.Select(Of)];

    public Token Of(Token token) => token with { From = Of(token.From), To = Of(token.To), After = Of(token.After) };

    public Execution Of(Execution execution) => execution with
    {
        Activity = Of(execution.Activity),
        After = Of(execution.After),
        Return = Of(execution.Return),
        Memory = execution.Memory is ReviewMemory review ? review with { Added = [.. review.Added.Select(Of)] } : execution.Memory,
    };

    public Bookmark Of(Bookmark bookmark) => bookmark switch
    {
        TaskBookmark task => Of(task),
        TimerBookmark timer => timer with { Activity = Of(timer.Activity), Limit = Of(timer.Limit) },
        _ => bookmark with { Activity = Of(bookmark.Activity) },
    };

    public Incident Of(Incident incident) => incident with
    {
        Activity = Of(incident.Activity),
        Event = incident.Event is { } held ? Of(held) : null,
    };

    public WorkflowEvent Of(WorkflowEvent held) => held is Returned { To: { } target } returned ? returned with { To = Of(target) } : held;

    public ClockStop Of(ClockStop stop) => stop.Activity is { } activity ? stop with { Activity = Of(activity) } : stop;

    /// <summary>Rounds under their new ids; one that was named goes before one whose id happens to be the same.</summary>
    public ImmutableSortedDictionary<string, ActivityRound> Of(ImmutableSortedDictionary<string, ActivityRound> rounds)
    {
        var moved = ImmutableSortedDictionary.CreateBuilder<string, ActivityRound>(StringComparer.Ordinal);
        foreach (var (activity, round) in rounds.OrderBy(r => Of(r.Key) == r.Key ? 0 : 1).ThenBy(r => r.Key, StringComparer.Ordinal))
        {
            moved[Of(activity)] = round with { After = Of(round.After) };
        }

        return moved.ToImmutable();
    }

    private TaskBookmark Of(TaskBookmark task) => task with
    {
        Activity = Of(task.Activity),
        ReturnTo = Of(task.ReturnTo),
        Limit = Of(task.Limit),
        Return = Of(task.Return),
    };

    private AddedSigner Of(AddedSigner signer) => signer.Aside is { } aside ? signer with { Aside = Of(aside) } : signer;

    private PendingLimit? Of(PendingLimit? limit) => limit is { Stops.IsEmpty: false } ? limit with { Stops = [.. limit.Stops.Select(Of)] } : limit;

    private ReturnNote? Of(ReturnNote? note) => note is null ? null : note with { From = Of(note.From) };
}
