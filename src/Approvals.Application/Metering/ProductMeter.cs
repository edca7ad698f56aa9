using System.Diagnostics.Metrics;

namespace Approvals.Application.Metering;

/// <summary>What is counted and timed for an operator's metrics: codes and counts, nothing of a case; next to nothing is spent while nobody listens.</summary>
public static class ProductMeter
{
    /// <summary>The meter's name.</summary>
    public const string Name = "Approvals";

    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Steps = Meter.CreateHistogram<double>("approvals.case.step.duration", "ms", "Deciding on a case and committing it, with every attempt");
    private static readonly Histogram<double> Rows = Meter.CreateHistogram<double>("approvals.pump.row.duration", "ms", "Working off one row of a queue");
    private static readonly Histogram<double> Runs = Meter.CreateHistogram<double>("approvals.job.run.duration", "s", "One attempt of a job");
    private static readonly Counter<long> Items = Meter.CreateCounter<long>("approvals.job.items", "{item}", "Things that jobs have done");
    private static readonly Counter<long> Messages = Meter.CreateCounter<long>("approvals.messages", "{message}", "Messages handed to the mail server, the gateway and other systems");

    /// <summary>A case was stepped.</summary>
    public static void Stepped(TimeSpan took, string outcome)
    {
        RecentSteps.Add(took);
        Steps.Record(took.TotalMilliseconds, new KeyValuePair<string, object?>("outcome", outcome));
    }

    /// <summary>A pump worked off a row.</summary>
    public static void Pumped(string queue, TimeSpan took, string outcome) =>
        Rows.Record(took.TotalMilliseconds, new("queue", queue), new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>An attempt of a job ended.</summary>
    public static void Ran(string job, TimeSpan took, string outcome) =>
        Runs.Record(took.TotalSeconds, new("job", job), new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>A job has done things.</summary>
    public static void Did(string job, long items) => Items.Add(items, new KeyValuePair<string, object?>("job", job));

    /// <summary>A message left, or did not.</summary>
    public static void Sent(string kind, string outcome) => Messages.Add(1, new("kind", kind), new KeyValuePair<string, object?>("outcome", outcome));
}
