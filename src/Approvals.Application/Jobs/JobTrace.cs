using System.Diagnostics;

namespace Approvals.Application.Jobs;

/// <summary>Runs of jobs as activities that an operator's tracing can listen to.</summary>
public static class JobTrace
{
    /// <summary>The name of the source.</summary>
    public const string Source = "Approvals.Jobs";

    private static readonly ActivitySource Activities = new(Source);

    internal static Activity? Begin(JobRun run) => Activities.StartActivity($"job {run.Job}")?.SetTag("run", run.Id).SetTag("attempt", run.Attempts);
}
