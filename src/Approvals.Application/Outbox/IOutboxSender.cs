using Approvals.Application.Database;

namespace Approvals.Application.Outbox;

/// <summary>Sends messages of some kinds; at least once, so with the idempotency key wherever the other side takes one.</summary>
public interface IOutboxSender
{
    /// <summary>Whether it sends this kind.</summary>
    public bool Handles(string kind);

    public Task<PumpOutcome> SendAsync(OutboxMessage message, CancellationToken cancellationToken);
}
