namespace Approvals.Infrastructure.Scanning;

/// <summary>The scanner of the installation.</summary>
public sealed record ScanOptions
{
    /// <summary>Where files are posted to; null where there is no scanner.</summary>
    public string? Url { get; init; }

    /// <summary>Sent as a bearer token; comes from the environment.</summary>
    public string? Key { get; init; }

    /// <summary>How long one file may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);
}
