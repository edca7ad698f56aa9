using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Approvals.Application.Sms;

namespace Approvals.Infrastructure.Sms;

/// <summary>
/// A gateway behind HTTP: <c>{"id","to","text","signature"}</c> is posted; any status between 200 and 299 means that it was taken, 429 and
/// those from 500 that it should come again, others that it never will be.
/// </summary>
public sealed class HttpSms : ISmsTransport, IDisposable
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SmsOptions _options;
    private readonly HttpClient _client;

    /// <param name="options">Where it is.</param>
    /// <exception cref="InvalidOperationException">There is no address.</exception>
    public HttpSms(SmsOptions options)
    {
        _options = options;
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
        {
            BaseAddress = new Uri(options.Url ?? throw new InvalidOperationException("Sms:Url is missing.")),
            Timeout = options.Timeout,
        };
    }

    /// <inheritdoc />
    public async Task<SmsOutcome> SendAsync(Application.Sms.Sms sms, string id, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "")
        {
            Content = new StringContent(
                JsonSerializer.Serialize(new { id, to = sms.To, text = sms.Text, signature = _options.Signature }, Plain), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = _options.Key is { } key ? new AuthenticationHeaderValue("Bearer", key) : null;
        request.Headers.Add("Idempotency-Key", id);
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.IsSuccessStatusCode ? SmsOutcome.Accepted
                : response.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError ? SmsOutcome.Unavailable
                : SmsOutcome.Refused;
        }
        catch (Exception failed) when (failed is HttpRequestException || (failed is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return SmsOutcome.Unavailable;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();
}
