using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Approvals.Crash.Tests;

/// <summary>A mail server that outlives the product: what it acknowledged it has, each delivery counted by its Message-ID.</summary>
internal sealed class MailReceiver : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private TaskCompletionSource _gate = Open();

    public MailReceiver()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The Message-ID of each delivery, in brackets.</summary>
    public ConcurrentQueue<string> Deliveries { get; } = [];

    /// <summary>From now on takes no mail in, so that whoever sends one has it in hand, until <see cref="GoOn"/>.</summary>
    public void Hold() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void GoOn() => _gate.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private static TaskCompletionSource Open()
    {
        var gate = new TaskCompletionSource();
        gate.SetResult();
        return gate;
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _ = TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>A conversation; one that breaks off in the middle of a mail leaves nothing behind.</summary>
    private async Task TalkAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            using var reader = new StreamReader(client.GetStream());
            await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 receiver");
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
                {
                    await _gate.Task.WaitAsync(_stop.Token);
                    await writer.WriteLineAsync("354 go on");
                    Deliveries.Enqueue(await MailAsync(reader));
                }

                await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 bye" : "250 ok");
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or EndOfStreamException)
        {
            // The other side is gone.
        }
    }

    private async Task<string> MailAsync(StreamReader reader)
    {
        const string Header = "Message-ID:";
        var id = "";
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (line == ".")
            {
                return id;
            }

            id = id.Length == 0 && line.StartsWith(Header, StringComparison.OrdinalIgnoreCase) ? line[Header.Length..].Trim() : id;
        }

        throw new EndOfStreamException();
    }
}
