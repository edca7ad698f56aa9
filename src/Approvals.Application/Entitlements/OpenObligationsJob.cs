using Approvals.Application.Jobs;

namespace Approvals.Application.Entitlements;

/// <summary>Every morning: opens the case of each duty whose day has come.</summary>
internal sealed class OpenObligationsJob(OpenObligations open) : IJob
{
    public string Name => "obligations.open";

    public string DefaultCron => "0 30 1 ? * *";

    public async Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var (after, done) = (OpenObligations.Place.Read(context.Cursor), context.Progress);
        while (await open.NextAsync(after, cancellationToken) is { } chunk)
        {
            (after, done) = (chunk.Last, done + chunk.Opened);
            await context.SaveAsync($"{after}", done, cancellationToken);
        }
    }
}
