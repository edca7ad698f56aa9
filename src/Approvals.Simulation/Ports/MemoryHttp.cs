using System.Collections.Concurrent;
using Approvals.Application.Outside;

namespace Approvals.Simulation.Ports;

/// <summary>Requests that would have left; every one is answered that it was taken, with nothing in it.</summary>
public sealed class MemoryHttp : IHttpTransport
{
    private readonly ConcurrentQueue<HttpCall> _sent = new();

    /// <summary>The requests in the order they left.</summary>
    public IReadOnlyCollection<HttpCall> Sent => _sent;

    /// <inheritdoc />
    public Task<HttpAnswer> SendAsync(HttpCall call, string idempotencyKey, CancellationToken cancellationToken)
    {
        _sent.Enqueue(call);
        return Task.FromResult(new HttpAnswer(200));
    }
}
