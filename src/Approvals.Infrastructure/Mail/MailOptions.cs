namespace Approvals.Infrastructure.Mail;

/// <summary>How mail leaves: to a folder unless a host is named.</summary>
public sealed record MailOptions
{
    /// <summary>The sender.</summary>
    public string From { get; init; } = "approvals@localhost";

    public string FromName { get; init; } = "Approvals";

    /// <summary>The right side of Message-IDs.</summary>
    public string Domain { get; init; } = "approvals.localhost";

    /// <summary>The SMTP server; null writes mails to <see cref="Folder"/>.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = 25;

    public bool UseStartTls { get; init; }

    public string? UserName { get; init; }

    public string? Password { get; init; }

    /// <summary>How many mails all nodes together hand over in a minute of the clock; null for as many as there are.</summary>
    public int? PerMinute { get; init; }

    /// <summary>How long the server may take for one mail.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(18);

    /// <summary>Where mails go as <c>.eml</c> files when there is no server.</summary>
    public required string Folder { get; init; }
}
