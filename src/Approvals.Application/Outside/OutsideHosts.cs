using System.Collections.Immutable;
using System.Net;

namespace Approvals.Application.Outside;

/// <summary>
/// Where cases may send requests: the installation's own list, so that no package, however it was written, reaches a machine that
/// the operator did not name.
/// </summary>
public sealed class OutsideHosts
{
    private readonly ImmutableArray<Origin> _origins;

    private OutsideHosts(ImmutableArray<Origin> origins) => _origins = origins;

    /// <summary>Nowhere.</summary>
    public static OutsideHosts None { get; } = new([]);

    /// <summary>The hosts of a list.</summary>
    /// <param name="allowed">
    /// Origins such as <c>https://api.example.org</c>; <c>https://*.example.org</c> allows each host below. One without a scheme means https.
    /// </param>
    /// <param name="private">Those that may lie at an address of a private network; an origin that is an address itself needs no second mention.</param>
    /// <exception cref="FormatException">One is no origin.</exception>
    public static OutsideHosts Of(IEnumerable<string> allowed, IEnumerable<string>? @private = null) =>
        new([.. allowed.Select(o => Read(o, false)), .. (@private ?? []).Select(o => Read(o, true))]);

    /// <summary>Why a request may not be sent to an address; null when it may.</summary>
    public Error? Refusal(string url) =>
        !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.UserInfo.Length > 0 || uri.IdnHost.Length == 0
            ? new Error("outside.badAddress", ErrorKind.Conflict)
        : _origins.Any(o => o.Fits(uri)) ? null
        : new Error("outside.hostNotAllowed", ErrorKind.Conflict).With("host", uri.IdnHost);

    /// <summary>Whether the machine behind an address may be reached: an address of a private network only where the list says so.</summary>
    public bool MayReach(Uri uri, IPAddress address) =>
        !PrivateAddresses.Contains(address) || _origins.Any(o => o.Fits(uri) && (o.IsPrivate || IPAddress.TryParse(o.Host.Trim('[', ']'), out _)));

    private static Origin Read(string text, bool isPrivate)
    {
        var (scheme, rest) = text.Split("://", 2) is [var given, var place] ? (given, place) : ("https", text);
        var anyBelow = rest.StartsWith("*.", StringComparison.Ordinal);
        if (scheme is not ("https" or "http") || !Uri.TryCreate($"{scheme}://{(anyBelow ? rest[2..] : rest)}", UriKind.Absolute, out var uri)
            || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0)
        {
            throw new FormatException($"'{text}' is no origin such as https://api.example.org.");
        }

        return new Origin(uri.Scheme, uri.IdnHost, uri.Port, anyBelow, isPrivate);
    }

    private sealed record Origin(string Scheme, string Host, int Port, bool AnyBelow, bool IsPrivate)
    {
        internal bool Fits(Uri uri) => uri.Scheme == Scheme && uri.Port == Port
            && (AnyBelow ? uri.IdnHost.EndsWith($".{Host}", StringComparison.OrdinalIgnoreCase) : uri.IdnHost.Equals(Host, StringComparison.OrdinalIgnoreCase));
    }
}
