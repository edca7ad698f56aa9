using System.Reflection;
using Approvals.Application.Database;
using Approvals.Application.Metering;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Nodes;

/// <summary>Where nodes tell that they are alive.</summary>
public sealed class NodeRegister(ApprovalsDbContext context, WriteTransaction transaction, NodeName node, TimeProvider time)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(24);
    private static readonly string Release = typeof(NodeRegister).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>Notes that this node is alive; the first time also that it began, and forgets those gone for a day.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        var now = time.Now();
        var (steps, milliseconds) = RecentSteps.Read();
        await transaction.RunAsync(
            async stop =>
            {
                if (await context.ServerNodes.Where(n => n.Name == node.Value).ExecuteUpdateAsync(
                    s => s.SetProperty(n => n.SeenAt, now).SetProperty(n => n.Steps, steps).SetProperty(n => n.StepMilliseconds, milliseconds), stop) == 0)
                {
                    var gone = now - Remembered;
                    await context.ServerNodes.Where(n => n.SeenAt < gone).ExecuteDeleteAsync(stop);
                    context.ServerNodes.Add(new ServerNode { Name = node.Value, StartedAt = now, SeenAt = now, Release = Release, Works = true });
                }
            },
            cancellationToken);
        context.ChangeTracker.Clear();
    }

    /// <summary>Takes this node's row away when it stops as it should.</summary>
    public Task LeaveAsync(CancellationToken cancellationToken) =>
        transaction.RunAsync(stop => context.ServerNodes.Where(n => n.Name == node.Value).ExecuteDeleteAsync(stop), cancellationToken);
}
