namespace Approvals.Application.Outbox;

/// <summary>How this installation sends mail.</summary>
/// <param name="HasServer">Whether a mail server takes it; else it is written to a folder.</param>
/// <param name="PerMinute">How many a minute at most; null for as many as there are.</param>
public sealed record MailChannel(bool HasServer, int? PerMinute);
