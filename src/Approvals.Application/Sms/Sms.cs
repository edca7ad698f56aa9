using Approvals.Application.Outbox;

namespace Approvals.Application.Sms;

/// <summary>A text message as it leaves.</summary>
/// <param name="To">The number, with its country, such as <c>+8613900000000</c>.</param>
/// <param name="Text">What it says; short, and nothing that a glance at a phone should not show.</param>
public sealed record Sms(string To, string Text);

/// <summary>What became of a text message.</summary>
public enum SmsOutcome
{
    /// <summary>The gateway took it.</summary>
    Accepted,

    /// <summary>The gateway will never take it, as with a number that does not exist.</summary>
    Refused,

    /// <summary>The gateway did not answer, or cannot just now.</summary>
    Unavailable,
}

/// <summary>Carries text messages out of the process.</summary>
public interface ISmsTransport
{
    /// <param name="sms">The message.</param>
    /// <param name="id">The same on every attempt, so that the gateway can tell a repetition.</param>
    /// <param name="cancellationToken">Stops trying.</param>
    public Task<SmsOutcome> SendAsync(Sms sms, string id, CancellationToken cancellationToken);
}

/// <summary>Writes the text of an outbox message just before it is sent, so that the outbox holds ids only.</summary>
public interface ISmsComposer
{
    /// <summary>The kind it writes; kinds of text messages begin with <c>sms.</c>.</summary>
    public string Kind { get; }

    /// <summary>The message, or null when there is nobody to send it to.</summary>
    public Task<Sms?> ComposeAsync(OutboxMessage message, CancellationToken cancellationToken);
}

/// <summary>Whether this installation sends text messages at all.</summary>
/// <param name="IsOpen">Whether a gateway is configured.</param>
public sealed record SmsChannel(bool IsOpen);
