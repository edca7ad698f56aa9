using System.Net.Mail;
using Approvals.Application.Database;
using Approvals.Application.Outbox;

namespace Approvals.Infrastructure.Mail;

/// <summary>
/// Sends outbox messages whose kind begins with <c>mail.</c>: composes, then hands to the transport. What a server refuses for ever is
/// given up; everything else is tried for five days, as mail servers do among themselves.
/// </summary>
internal sealed class MailSender(
    IEnumerable<IMailComposer> composers, IMailTransport transport, MailOptions options, MailPace pace, MailServerHealth server, TimeProvider time) : IOutboxSender
{
    /// <summary>How long a mail is tried (RFC 5321, 4.5.4.1: at least four to five days).</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(5);

    public bool Handles(string kind) => kind.StartsWith("mail.", StringComparison.Ordinal);

    public async Task<PumpOutcome> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (composers.FirstOrDefault(c => c.Kind == message.Kind) is not { } composer)
        {
            return PumpOutcome.GiveUp($"Nothing composes mails of kind {message.Kind}.");
        }

        if (await composer.ComposeAsync(message, cancellationToken) is not { } mail)
        {
            return PumpOutcome.Done;
        }

        if (!MailAddress.TryCreate(mail.To, out _))
        {
            return PumpOutcome.GiveUp("mail.noAddress");
        }

        if (server.Wait() is { } gone)
        {
            return PumpOutcome.Later(Backoff.Spread(gone, message.Id, message.Attempts), "mail.unreachable");
        }

        return await pace.TakeAsync(cancellationToken) is { } wait
            ? PumpOutcome.Later(wait, "mail.paced")
            : await HandOverAsync(mail, message, cancellationToken);
    }

    private async Task<PumpOutcome> HandOverAsync(Approvals.Application.Outbox.Mail mail, OutboxMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await transport.SendAsync(mail, $"{message.Id:N}@{options.Domain}", cancellationToken);
            server.Answered();
            return PumpOutcome.Done;
        }
        catch (Exception exception) when (SmtpFailure.Of(exception, cancellationToken) is { } failure)
        {
            if (failure.IsServerGone)
            {
                server.Failed();
            }
            else
            {
                server.Answered();
            }

            return failure.IsFinal || time.GetUtcNow() - message.ReadyAt > Longest ? PumpOutcome.GiveUp(failure.Code) : PumpOutcome.Persist(failure.Code);
        }
    }
}
