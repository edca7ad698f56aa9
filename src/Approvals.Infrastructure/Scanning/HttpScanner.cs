using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Approvals.Application.Documents;

namespace Approvals.Infrastructure.Scanning;

/// <summary>
/// A scanner behind HTTP: the file is posted as it is, and the answer is <c>{"clean":true}</c> or <c>{"clean":false,"threat":"…"}</c>.
/// Anything else, and no answer in time, counts as a scanner that is not there.
/// </summary>
public sealed class HttpScanner : IMalwareScanner, IDisposable
{
    private const int LongestThreat = 100;
    private const int LongestAnswer = 64 * 1024;

    private readonly ScanOptions _options;
    private readonly HttpClient _client;

    /// <param name="options">Where it is.</param>
    /// <exception cref="InvalidOperationException">There is no address.</exception>
    public HttpScanner(ScanOptions options)
    {
        _options = options;
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
        {
            BaseAddress = new Uri(options.Url ?? throw new InvalidOperationException("Scan:Url is missing.")),
            Timeout = options.Timeout,
            MaxResponseContentBufferSize = LongestAnswer,
        };
    }

    /// <inheritdoc />
    public async Task<ScanVerdict> ScanAsync(Stream content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = new StreamContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Headers.Authorization = _options.Key is { } key ? new AuthenticationHeaderValue("Bearer", key) : null;
        try
        {
            using var response = await _client.SendAsync(request, cancellationToken);
            var answer = response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<Answer>(JsonSerializerOptions.Web, cancellationToken) : null;
            return answer switch
            {
                { Clean: true } => ScanVerdict.Clean,
                { Clean: false } => new ScanVerdict(ScanOutcome.Infected, Short(answer.Threat)),
                _ => ScanVerdict.Unavailable,
            };
        }
        catch (Exception failed) when (failed is HttpRequestException or JsonException or IOException
            || (failed is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return ScanVerdict.Unavailable;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private static string? Short(string? threat) => threat is { Length: > LongestThreat } ? threat[..LongestThreat] : threat;

    private sealed record Answer(bool? Clean, string? Threat);
}
