namespace Approvals.Infrastructure.Outside;

/// <summary>Where cases may send requests, and within which limits.</summary>
public sealed record OutsideOptions
{
    /// <summary>Origins that may be reached, such as <c>https://api.example.org</c>; none unless named.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Origins that may be reached at an address of a private network, too.</summary>
    public IReadOnlyList<string> PrivateHosts { get; init; } = [];

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How large an answer may be.</summary>
    public int MaxBytes { get; init; } = 1024 * 1024;
}
