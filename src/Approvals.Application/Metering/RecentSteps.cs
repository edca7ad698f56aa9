namespace Approvals.Application.Metering;

/// <summary>How long the steps of this process took in its last minute, for the page of operations.</summary>
public static class RecentSteps
{
    private const int Kept = 4096;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly Lock Gate = new();
    private static readonly Queue<(long At, double Milliseconds)> Steps = new(Kept);

    /// <summary>A step took so long.</summary>
    public static void Add(TimeSpan took)
    {
        lock (Gate)
        {
            if (Steps.Count == Kept)
            {
                Steps.Dequeue();
            }

            Steps.Enqueue((TimeProvider.System.GetTimestamp(), took.TotalMilliseconds));
        }
    }

    /// <summary>How many there were (the last 4,096 at most), and what 95 of 100 took at most.</summary>
    public static (int Count, int Milliseconds) Read()
    {
        double[] recent;
        lock (Gate)
        {
            while (Steps.TryPeek(out var oldest) && TimeProvider.System.GetElapsedTime(oldest.At) > Minute)
            {
                Steps.Dequeue();
            }

            recent = [.. Steps.Select(s => s.Milliseconds)];
        }

        Array.Sort(recent);
        return recent.Length == 0 ? (0, 0) : (recent.Length, (int)Math.Ceiling(recent[(int)Math.Ceiling(recent.Length * 0.95) - 1]));
    }
}
