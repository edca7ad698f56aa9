using Approvals.Application.Jobs;

namespace Approvals.Application.Documents;

/// <summary>Every night.</summary>
internal sealed class RemoveOrphanFilesJob(RemoveOrphanFiles remove) : IJob
{
    public string Name => "documents.removeOrphans";

    public string DefaultCron => "0 30 2 ? * *";

    public async Task RunAsync(JobContext context, CancellationToken cancellationToken) =>
        await context.SaveAsync(null, await remove.RunAsync(cancellationToken), cancellationToken);
}
