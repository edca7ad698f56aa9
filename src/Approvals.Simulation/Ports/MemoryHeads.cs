using System.Collections.Concurrent;
using Approvals.Application.Audit;

namespace Approvals.Simulation.Ports;

/// <summary>Audit heads kept in memory.</summary>
internal sealed class MemoryHeads : IAuditHeads
{
    private readonly ConcurrentQueue<AuditHead> _heads = new();

    public Task AppendAsync(AuditHead head, CancellationToken cancellationToken)
    {
        _heads.Enqueue(head);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<AuditHead>> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AuditHead>>([.. _heads]);
}
