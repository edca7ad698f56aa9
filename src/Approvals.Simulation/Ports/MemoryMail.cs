using System.Collections.Concurrent;
using Approvals.Application.Outbox;

namespace Approvals.Simulation.Ports;

/// <summary>Mails that would have left.</summary>
public sealed class MemoryMail : IMailTransport
{
    private readonly ConcurrentQueue<Mail> _sent = new();

    /// <summary>The mails in the order they left.</summary>
    public IReadOnlyCollection<Mail> Sent => _sent;

    /// <inheritdoc />
    public Task SendAsync(Mail mail, string messageId, CancellationToken cancellationToken)
    {
        _sent.Enqueue(mail);
        return Task.CompletedTask;
    }
}
