using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Approvals.TestKit.Network;

/// <summary>Another system on this machine: it keeps what it is asked and says one thing after the other, byte by byte as the test gives it.</summary>
public sealed class AnsweringServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;
    private readonly string?[] _answers;

    /// <param name="answers">What it says, the last again and again; null to say nothing at all.</param>
    public AnsweringServer(params string?[] answers)
    {
        _answers = answers;
        _listener.Start();
        _running = RunAsync();
    }

    public string Origin => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>What it was asked: heads and bodies.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>An answer with a status and a body.</summary>
    public static string Answer(int status, string body = "", string type = "application/json") => string.Create(
        CultureInfo.InvariantCulture,
        $"HTTP/1.1 {status} Said\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}");

    /// <summary>The body of a request.</summary>
    public static string Body(string asked) => asked[(asked.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

    /// <summary>A header of a request.</summary>
    public static string Header(string asked, string name) =>
        Regex.Match(asked, $"^{Regex.Escape(name)}: (.*?)\r$", RegexOptions.Multiline | RegexOptions.IgnoreCase).Groups[1].Value;

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
                Asked.Add(await ReadAsync(client.GetStream()));
                if (_answers[Math.Min(Asked.Count, _answers.Length) - 1] is { } answer)
                {
                    await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(answer), _stop.Token);
                    client.Dispose();
                }
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or InvalidOperationException or IOException)
        {
            open.ForEach(c => c.Dispose());
        }
    }

    /// <summary>A request with as much body as its head says.</summary>
    private async Task<string> ReadAsync(NetworkStream stream)
    {
        var (bytes, buffer) = (new MemoryStream(), new byte[65536]);
        while (true)
        {
            var length = await stream.ReadAsync(buffer, _stop.Token);
            bytes.Write(buffer, 0, length);
            var text = Encoding.Latin1.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (length == 0 || (head >= 0 && IsWhole(text, head + 4)))
            {
                return head >= 0 ? text[..(head + 4)] + Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(text[(head + 4)..])) : text;
            }
        }
    }

    private static bool IsWhole(string text, int bodyAt) =>
        Header(text, "Transfer-Encoding") == "chunked"
            ? text.EndsWith("0\r\n\r\n", StringComparison.Ordinal)
            : text.Length - bodyAt >= (int.TryParse(Header(text, "Content-Length"), CultureInfo.InvariantCulture, out var length) ? length : 0);
}
