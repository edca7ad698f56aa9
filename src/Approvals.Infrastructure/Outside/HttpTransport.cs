using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Approvals.Application.Outside;
using Approvals.Feel;

namespace Approvals.Infrastructure.Outside;

/// <summary>
/// Requests over HTTP with the base library's client: to allowed hosts alone, at addresses that are looked at after the name was
/// resolved and that the connection then uses, without redirects, proxies or cookies, within limits of time and size.
/// </summary>
public sealed class HttpTransport : IHttpTransport, IDisposable
{
    private static readonly HttpRequestOptionsKey<bool> Blocked = new("blocked");

    private readonly OutsideHosts _hosts;
    private readonly OutsideOptions _options;
    private readonly HttpMessageInvoker _client;

    public HttpTransport(OutsideHosts hosts, OutsideOptions options)
    {
        (_hosts, _options) = (hosts, options);
        _client = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectTimeout = options.Timeout,
            MaxResponseHeadersLength = 64,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = ConnectAsync,
        });
    }

    /// <inheritdoc />
    public async Task<HttpAnswer> SendAsync(HttpCall call, string idempotencyKey, CancellationToken cancellationToken)
    {
        if (_hosts.Refusal(call.Url) is { } refusal)
        {
            return new HttpAnswer(null, refusal.Code);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.Timeout);
        using var request = Request(call, idempotencyKey);
        try
        {
            using var response = await _client.SendAsync(request, limit.Token);
            return await ReadAsync(response, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new HttpAnswer(null, "timeout");
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException)
        {
            return new HttpAnswer(null, request.Options.TryGetValue(Blocked, out _) ? "outside.privateAddress" : "connection");
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private static HttpRequestMessage Request(HttpCall call, string idempotencyKey)
    {
        var request = new HttpRequestMessage(new HttpMethod(call.Method), call.Url);
        if (call.Content is { } content)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.TryParse(call.ContentType, out var type) ? type : new MediaTypeHeaderValue("text/plain");
        }

        foreach (var (name, value) in call.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        return request;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var uri = context.InitialRequestMessage.RequestUri!;
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        var allowed = Array.FindAll(addresses, a => _hosts.MayReach(uri, a));
        if (allowed.Length == 0)
        {
            context.InitialRequestMessage.Options.Set(Blocked, true);
            throw new HttpRequestException("None of the host's addresses may be reached.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<HttpAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var buffer = new byte[_options.MaxBytes + 1];
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > _options.MaxBytes)
        {
            return new HttpAnswer(null, "outside.answerTooLarge");
        }

        var headers = response.Headers.Concat(response.Content.Headers)
            .Select(h => KeyValuePair.Create(h.Key, FeelValue.Of(string.Join(", ", h.Value))));
        return new HttpAnswer((int)response.StatusCode)
        {
            Value = Content(response.Content.Headers.ContentType?.MediaType, buffer.AsSpan(0, length)), Headers = FeelValue.Of(FeelContext.From(headers)),
        };
    }

    private static FeelValue Content(string? type, ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (text.Length == 0)
        {
            return FeelValue.Null;
        }

        if (type?.EndsWith("json", StringComparison.OrdinalIgnoreCase) != true)
        {
            return FeelValue.Of(text);
        }

        try
        {
            return FeelJson.Parse(text);
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or OverflowException)
        {
            return FeelValue.Of(text);
        }
    }
}
