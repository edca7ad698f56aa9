using System.Net.Sockets;
using Approvals.Application.Upkeep;

namespace Approvals.Infrastructure.Outside;

/// <summary>
/// A machine behind a port: it answers when it takes the connection, and a mail server when it also greets. More is not asked, as posting
/// to a gateway or a scanner would send or scan something.
/// </summary>
internal sealed class OutsideMachine : IOutsideMachine
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly string? _host;
    private readonly int _port;
    private readonly string? _greeting;

    /// <param name="code">Which it is.</param>
    /// <param name="host">Where it is; null where there is none.</param>
    /// <param name="port">Its port.</param>
    /// <param name="greeting">With what its greeting begins; null where it does not speak first.</param>
    public OutsideMachine(string code, string? host, int port, string? greeting = null) => (Code, _host, _port, _greeting) = (code, host, port, greeting);

    public string Code { get; }

    public bool IsUsed => _host is not null;

    /// <summary>A machine that is posted to.</summary>
    public static OutsideMachine Of(string code, string? url) =>
        url is null ? new OutsideMachine(code, null, 0) : new OutsideMachine(code, new Uri(url).IdnHost, new Uri(url).Port);

    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(_host!, _port, limit.Token);
            return _greeting is null || await GreetsAsync(client.GetStream(), _greeting.Length, limit.Token) == _greeting;
        }
        catch (Exception exception) when (exception is SocketException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    private static async Task<string> GreetsAsync(NetworkStream stream, int length, CancellationToken cancellationToken)
    {
        var said = new byte[length];
        var read = await stream.ReadAtLeastAsync(said, length, throwOnEndOfStream: false, cancellationToken);
        return System.Text.Encoding.ASCII.GetString(said, 0, read);
    }
}
