using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Application.Outside;

/// <summary>A request as it leaves.</summary>
/// <param name="Method">GET, POST, ….</param>
/// <param name="Url">Where to.</param>
/// <param name="Content">The body, or null.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Headers">Further headers, Authorization among them.</param>
public sealed record HttpCall(string Method, string Url, string? Content, string ContentType, ImmutableSortedDictionary<string, string> Headers);

/// <summary>What became of a request.</summary>
/// <param name="Status">The status code; null when no answer came.</param>
/// <param name="Failure">Why none came: <c>connection</c>, <c>timeout</c>, or the code of the reason it was not sent or not read.</param>
public sealed record HttpAnswer(int? Status, string? Failure = null)
{
    /// <summary>The content: JSON as values, anything else as text.</summary>
    public FeelValue Value { get; init; }

    /// <summary>The headers.</summary>
    public FeelValue Headers { get; init; }

    /// <summary>Whether it may go better a little later: nobody answered, or the other side said that it cannot just now.</summary>
    public bool MayRecover => Failure is "connection" or "timeout" || Status is 429 or 502 or 503 or 504;
}

/// <summary>Carries requests out of the process.</summary>
public interface IHttpTransport
{
    /// <param name="call">The request.</param>
    /// <param name="idempotencyKey">The same on every attempt, so that the other side can tell a repetition.</param>
    /// <param name="cancellationToken">Stops trying.</param>
    public Task<HttpAnswer> SendAsync(HttpCall call, string idempotencyKey, CancellationToken cancellationToken);
}
