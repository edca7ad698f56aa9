using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Approvals.TestKit.Network;

/// <summary>How a mail server behaves.</summary>
public enum SmtpMood
{
    /// <summary>It takes mails.</summary>
    Working,

    /// <summary>It takes the connection and says nothing.</summary>
    Silent,

    /// <summary>It greets with 421 and hangs up.</summary>
    Busy,

    /// <summary>It answers recipients with <see cref="SmtpServer.Status"/>.</summary>
    RefusingRecipients,

    /// <summary>It answers the end of a mail with <see cref="SmtpServer.Status"/>.</summary>
    RefusingMails,

    /// <summary>It hangs up in the middle of a mail.</summary>
    Dropping,
}

/// <summary>What a mail server took.</summary>
/// <param name="From">The envelope's sender.</param>
/// <param name="To">The envelope's recipients.</param>
/// <param name="Text">Headers and body as they came, dots unstuffed.</param>
public sealed record TakenMail(string From, IReadOnlyList<string> To, string Text)
{
    public string Header(string name) =>
        Text.Split("\r\n\r\n", 2)[0].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n")
            .FirstOrDefault(l => l.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..] ?? "";
}

/// <summary>A mail server on this machine that speaks SMTP over a socket (RFC 5321, 3207, 4954), in whatever mood the test puts it.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<TcpClient> _open = [];
    private readonly int _port;
    private TcpListener? _listener;
    private Task _running = Task.CompletedTask;

    public SmtpServer()
    {
        Start(0);
        _port = ((IPEndPoint)_listener!.LocalEndpoint).Port;
    }

    public int Port => _port;

    public SmtpMood Mood { get; set; }

    /// <summary>What a refusing server says.</summary>
    public int Status { get; set; } = 550;

    /// <summary>The certificate for STARTTLS; without one it is not offered.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Who may send; without it nobody is asked.</summary>
    public (string User, string Password)? Account { get; init; }

    /// <summary>What it took, in order.</summary>
    public ConcurrentQueue<TakenMail> Taken { get; } = [];

    /// <summary>How many connections it took.</summary>
    public int Connections { get; private set; }

    /// <summary>Whether the last conversation was encrypted.</summary>
    public bool WasEncrypted { get; private set; }

    /// <summary>A certificate that nobody vouches for.</summary>
    public static X509Certificate2 SelfMade()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    /// <summary>Goes down: connections are refused.</summary>
    public async Task GoDownAsync()
    {
        _listener?.Stop();
        await _running;
        _listener = null;
    }

    /// <summary>Comes back at the same port.</summary>
    public void ComeBack() => Start(_port);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await GoDownAsync();
        foreach (var client in _open)
        {
            client.Dispose();
        }

        _stop.Dispose();
    }

    private void Start(int port)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _running = AcceptAsync(_listener);
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(_stop.Token);
                _open.Add(client);
                Connections++;
                _ = TalkAsync(client);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It went down.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            using var connection = client;
            await new Conversation(this, client.GetStream(), _stop.Token).RunAsync();
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // The other side is gone, or would not trust the certificate.
        }
    }

    private sealed class Conversation(SmtpServer server, Stream stream, CancellationToken stop)
    {
        private readonly List<string> _to = [];
        private Stream _stream = stream;
        private string _from = "";
        private bool _isKnown = server.Account is null;

        public async Task RunAsync()
        {
            if (server.Mood == SmtpMood.Silent)
            {
                await Task.Delay(Timeout.Infinite, stop);
            }

            await SayAsync(server.Mood == SmtpMood.Busy ? "421 come back later" : "220 test server");
            while (server.Mood != SmtpMood.Busy && await LineAsync() is { } line && await AnswerAsync(line))
            {
            }
        }

        private async Task<bool> AnswerAsync(string line)
        {
            var word = line.Split(' ', ':')[0].ToUpperInvariant();
            switch (word)
            {
                case "EHLO" or "HELO":
                    await SayAsync(string.Join("\r\n", Offers()));
                    return true;
                case "STARTTLS":
                    await SayAsync("220 go on");
                    var encrypted = new SslStream(_stream);
                    await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = server.Certificate }, stop);
                    (_stream, server.WasEncrypted) = (encrypted, true);
                    return true;
                case "AUTH":
                    await SayAsync(await IsKnownAsync(line) ? "235 welcome" : "535 5.7.8 who are you");
                    return true;
                case "MAIL":
                    (_from, server.WasEncrypted) = (Address(line), _stream is SslStream);
                    await SayAsync(_isKnown ? "250 ok" : "530 5.7.0 authenticate first");
                    return true;
                case "RCPT":
                    _to.Add(Address(line));
                    await SayAsync(server.Mood == SmtpMood.RefusingRecipients ? Refusal() : "250 ok");
                    return true;
                case "DATA":
                    return await TakeAsync();
                case "QUIT":
                    await SayAsync("221 bye");
                    return false;
                default:
                    await SayAsync("250 ok");
                    return true;
            }
        }

        private IEnumerable<string> Offers()
        {
            yield return "250-test server";
            if (server.Certificate is not null && _stream is not SslStream) yield return "250-STARTTLS";
            if (server.Account is not null) yield return "250-AUTH LOGIN";
            yield return "250 8BITMIME";
        }

        private async Task<bool> IsKnownAsync(string line)
        {
            var parts = line.Split(' ');
            var user = parts.Length > 2 ? parts[2] : await AskAsync("VXNlcm5hbWU6");
            var password = await AskAsync("UGFzc3dvcmQ6");
            return _isKnown = server.Account == (Plain(user), Plain(password));
        }

        private async Task<string> AskAsync(string question)
        {
            await SayAsync($"334 {question}");
            return await LineAsync() ?? "";
        }

        private async Task<bool> TakeAsync()
        {
            await SayAsync("354 go on");
            var text = new StringBuilder();
            while (await LineAsync() is { } line && line != ".")
            {
                if (server.Mood == SmtpMood.Dropping)
                {
                    return false;
                }

                text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            }

            if (server.Mood == SmtpMood.RefusingMails)
            {
                await SayAsync(Refusal());
                return true;
            }

            server.Taken.Enqueue(new TakenMail(_from, [.. _to], text.ToString()));
            _to.Clear();
            await SayAsync("250 taken");
            return true;
        }

        private string Refusal() => string.Create(CultureInfo.InvariantCulture, $"{server.Status} no");

        private async Task<string?> LineAsync()
        {
            List<byte> bytes = [];
            var one = new byte[1];
            while (await _stream.ReadAsync(one, stop) == 1)
            {
                if (one[0] == '\n')
                {
                    return Encoding.UTF8.GetString([.. bytes]).TrimEnd('\r');
                }

                bytes.Add(one[0]);
            }

            return null;
        }

        private Task SayAsync(string text) => _stream.WriteAsync(Encoding.UTF8.GetBytes(text + "\r\n"), stop).AsTask();

        private static string Address(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

        private static string Plain(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
    }
}
