namespace Approvals.Application.Outbox;

/// <summary>Writes the mail of an outbox message just before it is sent, so that the outbox holds ids only.</summary>
public interface IMailComposer
{
    /// <summary>The kind it writes; kinds of mail begin with <c>mail.</c>, such as <c>mail.letter</c>.</summary>
    public string Kind { get; }

    /// <summary>The mail, or null when there is nobody to send it to any more.</summary>
    public Task<Mail?> ComposeAsync(OutboxMessage message, CancellationToken cancellationToken);
}

/// <summary>A mail as it leaves.</summary>
/// <param name="To">The address.</param>
/// <param name="ToName">The recipient's name.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The body as plain text.</param>
public sealed record Mail(string To, string ToName, string Subject, string Text)
{
    /// <summary>Further addresses it goes to.</summary>
    public IReadOnlyList<string> MoreTo { get; init; } = [];

    /// <summary>Addresses of copies.</summary>
    public IReadOnlyList<string> Cc { get; init; } = [];

    /// <summary>Addresses of copies nobody else sees.</summary>
    public IReadOnlyList<string> Bcc { get; init; } = [];

    /// <summary>The body as HTML beside the plain one.</summary>
    public string? Html { get; init; }
}

/// <summary>Carries mails out of the process.</summary>
public interface IMailTransport
{
    /// <param name="mail">The mail.</param>
    /// <param name="messageId">Its Message-ID without brackets; the same on every attempt.</param>
    /// <param name="cancellationToken">Stops trying.</param>
    public Task SendAsync(Mail mail, string messageId, CancellationToken cancellationToken);
}
