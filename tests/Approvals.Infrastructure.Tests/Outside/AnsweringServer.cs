using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Approvals.Infrastructure.Tests.Outside;

/// <summary>Another system on this machine: it keeps what it is asked and says one thing, byte by byte as the test gives it.</summary>
internal sealed class AnsweringServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;
    private readonly byte[]? _answer;

    /// <param name="answer">What it says; null to say nothing at all.</param>
    public AnsweringServer(string? answer)
    {
        _answer = answer is null ? null : Encoding.UTF8.GetBytes(answer);
        _listener.Start();
        _running = RunAsync();
    }

    public string Origin => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public List<string> Asked { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        List<TcpClient> open = [];
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                open.Add(client);
                var buffer = new byte[65536];
                var length = await client.GetStream().ReadAsync(buffer, _stop.Token);
                Asked.Add(Encoding.UTF8.GetString(buffer, 0, length));
                if (_answer is not null)
                {
                    await client.GetStream().WriteAsync(_answer, _stop.Token);
                    client.Dispose();
                }
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException or IOException)
        {
            open.ForEach(c => c.Dispose());
        }
    }
}
