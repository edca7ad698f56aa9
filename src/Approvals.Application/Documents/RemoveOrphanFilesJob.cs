using Approvals.Application.Jobs;

namespace Approvals.Application.Documents;

/// <summary>Every night.</summary>
internal sealed class RemoveOrphanFilesJob(RemoveOrphanFiles remove) : IJob
{
    public string Name => "documents.removeOrphans";

    public string DefaultCron => "0 30 2 ? * *";

    public async Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        await foreach (var chunk in remove.ChunksAsync(context.Cursor, cancellationToken))
        {
            context.Plan(chunk.All, "files");
            await context.SaveAsync(chunk.Last, context.Progress + chunk.Looked, cancellationToken);
        }
    }
}
