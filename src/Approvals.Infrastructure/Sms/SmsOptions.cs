namespace Approvals.Infrastructure.Sms;

/// <summary>The gateway of the installation.</summary>
public sealed record SmsOptions
{
    /// <summary>Where messages are posted to; null where none are sent.</summary>
    public string? Url { get; init; }

    /// <summary>Sent as a bearer token; comes from the environment.</summary>
    public string? Key { get; init; }

    /// <summary>The sender's signature that gateways ask for; empty where they add it themselves.</summary>
    public string Signature { get; init; } = "";

    /// <summary>How long one message may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);
}
