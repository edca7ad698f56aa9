namespace Approvals.Workflows;

/// <summary>What happens where several connections meet (Elsa's <c>mergeMode</c>).</summary>
internal enum MergeMode
{
    /// <summary>Runs when no token is still under way in an activity directly before it.</summary>
    Stream,

    /// <summary>Waits for a token on every inbound connection that does not close a loop.</summary>
    Merge,

    /// <summary>Waits for a token on every inbound connection.</summary>
    Converge,

    /// <summary>Runs once for each token.</summary>
    Cascade,

    /// <summary>The first token runs it and takes back the other branches.</summary>
    Race,
}

/// <summary>Reads merge modes.</summary>
internal static class MergeModes
{
    public static MergeMode Of(ActivityDefinition activity)
    {
        var custom = activity.Property("customProperties") ?? default;
        return Enum.TryParse<MergeMode>(Raw.Text(custom, "mergeMode"), ignoreCase: true, out var mode) ? mode
            : activity.Type == "Elsa.FlowJoin" ? OfJoin(activity)
            : Raw.Text(custom, "joinMode") == "WaitAny" ? MergeMode.Race // as 3.5 wrote it
            : MergeMode.Stream;
    }

    /// <summary>The older mode of a FlowJoin: every way of waiting for all is a Merge; WaitAny, which is also Elsa's default, is a Race.</summary>
    private static MergeMode OfJoin(ActivityDefinition join)
    {
        var mode = join.Property("mode") is { } input ? (Raw.Get(input, "expression") is { } expression ? Raw.Get(expression, "value") : input)?.ToString() : null;
        return mode is null or "" or "WaitAny" or "1" ? MergeMode.Race : MergeMode.Merge;
    }
}
