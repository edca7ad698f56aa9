using System.Collections.Concurrent;
using System.Net;

namespace Approvals.Infrastructure.Tests.Telemetry;

/// <summary>A collector that takes OTLP over HTTP and reads the names and counts in it.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _listening;

    public OtlpReceiver(int port)
    {
        Endpoint = new Uri($"http://127.0.0.1:{port}/");
        _listener.Prefixes.Add(Endpoint.ToString());
        _listener.Start();
        _listening = ListenAsync();
    }

    public Uri Endpoint { get; }

    /// <summary>Metrics by name with the number of measurements, or the sum of a counter; the latest export counts.</summary>
    public ConcurrentDictionary<string, long> Metrics { get; } = [];

    /// <summary>Spans: name, trace and parent.</summary>
    public ConcurrentBag<(string Name, string Trace, string Id, string Parent)> Spans { get; } = [];

    /// <summary>Everything that was sent, as it came.</summary>
    public ConcurrentBag<byte[]> Bodies { get; } = [];

    public ConcurrentBag<string?> Keys { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _listening;
    }

    private async Task ListenAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var request = await _listener.GetContextAsync();
                var body = new MemoryStream();
                await request.Request.InputStream.CopyToAsync(body);
                Bodies.Add(body.ToArray());
                Keys.Add(request.Request.Headers["x-key"]);
                Read(request.Request.Url!.AbsolutePath, Protobuf.Read(body.ToArray()));
                request.Response.StatusCode = 200;
                request.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    /// <summary>Resource, scope, then metrics or spans: fields 1, 2, 2 of opentelemetry.proto.</summary>
    private void Read(string path, Protobuf message)
    {
        foreach (var item in message.All(1).SelectMany(r => r.All(2)).SelectMany(s => s.All(2)))
        {
            if (path.EndsWith("/traces", StringComparison.Ordinal))
            {
                Spans.Add((item.Text(5), item.Hex(1), item.Hex(2), item.Hex(4)));
            }
            else
            {
                var points = item.All(9).SelectMany(h => h.All(1)).Select(p => p.Number(4)).Concat(item.All(7).SelectMany(s => s.All(1)).Select(p => p.Number(6)));
                Metrics[item.Text(1)] = points.Sum();
            }
        }
    }
}
