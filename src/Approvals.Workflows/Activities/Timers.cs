namespace Approvals.Workflows;

/// <summary>What timers are for.</summary>
internal static class Timers
{
    public const string Wait = "wait";
    public const string Limit = "limit";
    public const string Silence = "silence";
    public const string Correction = "correction";
    public const string Promise = "promise";
    public const string Term = "term";
    public const string Offer = "offer";
    public const string Statement = "statement";
    public const string Confirm = "confirm";

    /// <summary>The timer an activity waited for elapsed: it is done.</summary>
    public static Progress Over(ActivityContext context, Bookmark timer)
    {
        context.Elapsed(timer);
        return Progress.Done;
    }
}
